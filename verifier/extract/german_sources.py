"""Whose words they are: the subject, agent or document of a German cue."""

from __future__ import annotations

from verifier.extract.cues import Cue
from verifier.extract.german_line import BREAKS, OBLIQUE, Bracket, GermanLine
from verifier.extract.passages import Range
from verifier.extract.quantity_words import qualifier_phrases
from verifier.extract.sources import phrase_right
from verifier.extract.verbs import VerbGroup
from verifier.reference import load
from verifier.text.tokens import Form, Pos

_CHARGE = "accuse"
_BOUND = 4
"""How many words may bound a number."""
_AT_ONCE = {"er", "wir", "ich", "man"}


class GermanSources(GermanLine):
    """Finds the source of a cue."""

    def _subject(self, group: VerbGroup, clause: Bracket) -> Range | None:
        """The subject: the first field if it can be one, else the first phrase after the finite verb."""
        tokens = self.tokens
        if group.form is Form.INFINITIVE:
            return self._outer_subject(group)
        if clause.verb_last:
            start = clause.first + (
                0 if tokens[clause.first].pos is Pos.REL and tokens[clause.first].lower != "wie" else 1
            )
            return self._phrase_at(start, clause.finite)
        field = self._first_field(clause)
        senses = load().predicates_of_verb(group.lemma, "de")
        charges = any(sense.slug == _CHARGE for sense in senses)  # "Die Armee warf Israel vor"
        if field is not None and (charges or not self._names_subject(clause, field)):
            return field
        found = self._phrase_at(clause.finite + 1, clause.last)
        before = tokens[group.finite - 1] if group.finite else None
        if found is None and before is not None and before.pos is Pos.CONJ:
            return self._speaker(group) or self._outer_subject(group)
        return self._speaker(group) if found is None and self._resumes(group) else found

    def _names_subject(self, clause: Bracket, field: Range) -> bool:
        """Whether the word after the verb must be its subject, so that the first field is its object."""
        if clause.finite + 1 >= clause.last or field[1] > clause.finite:
            return False
        after = self.tokens[clause.finite + 1]
        if after.lower in _AT_ONCE:
            return True
        named = self._is_named(field)
        thing = self.tokens[field[0]].lower in {"dies", "das", "dieses"} and field[1] - field[0] == 1
        return (thing and self._can_be_subject(clause.finite + 1)) or (after.pos is Pos.NAME and not named)

    def _is_named(self, field: Range) -> bool:
        """Whether a phrase is a name or a pronoun; names behind a preposition only complete it."""
        for k in range(*field):
            token = self.tokens[k]
            if token.pos is Pos.ADP:
                return False
            genitive = k > field[0] and token.text.endswith("s")
            if token.pos in (Pos.NAME, Pos.OTHER, Pos.PRON) and not genitive:
                return True
        return False

    def _speaker(self, group: VerbGroup) -> Range | None:
        """The subject of the verb of saying before this one."""
        for other in self._groups_before(group.first):
            if self._says(other.finite):
                return self._subject(other, self._clause(other))
        return None

    def _outer_subject(self, group: VerbGroup) -> Range | None:
        for other in self._groups_before(group.first):
            if other.form is Form.FINITE:
                return self._subject(other, self._clause(other))
        return None

    def _first_field(self, clause: Bracket) -> Range | None:
        """The words before the finite verb where they are a noun phrase, with appositions before the comma."""
        tokens = self.tokens
        if clause.first >= clause.finite:
            return self._apposed(clause)
        if not self._can_be_subject(clause.first):
            return self._skip_adverbs(clause) or self._bounded(clause)
        end = phrase_right(self.line, clause.first, clause.finite)
        gap = tokens[end : clause.finite]
        if end > clause.first and all(t.pos in (Pos.ADV, Pos.PUNCT) or t.text == '"' for t in gap):
            return self._with_head(clause, end)
        return self._bounded(clause)

    def _bounded(self, clause: Bracket) -> Range | None:
        """'Mehr als die Hälfte der Gäste sagte': a number with the words that bound it fills the first field."""
        words = [token.lower for token in self.tokens[clause.first : clause.finite]]
        phrases = qualifier_phrases("de", "before")
        ends = [count for count in range(1, min(_BOUND, len(words)) + 1) if tuple(words[:count]) in phrases]
        counted = ends and any(t.is_nominal for t in self.tokens[clause.first + ends[-1] : clause.finite])
        return (clause.first, clause.finite) if counted else None

    def _skip_adverbs(self, clause: Bracket) -> Range | None:
        """'Auch der Minister sagte': adverbs may stand before the subject in the first field."""
        first = clause.first
        while first < clause.finite and self.tokens[first].pos in (Pos.ADV, Pos.CONJ):
            first += 1
        if first in (clause.first, clause.finite) or not self._can_be_subject(first):
            return None
        end = phrase_right(self.line, first, clause.finite)
        return (first, end) if end == clause.finite else None

    def _with_head(self, clause: Bracket, end: int) -> Range:
        """Take in "Die Juristin der Stadt," before ", Anna Kurz sagte", where the name only explains it."""
        tokens, low = self.tokens, self.line.sentence_of(clause.finite)[0]
        first = clause.first
        if first > low + 1 and tokens[first - 1].text == "," and self.line.quoted[first - 1] < 0:
            before = first - 1
            while before > low and tokens[before - 1].text not in {*BREAKS, '"'} and not tokens[before - 1].is_verbal:
                before -= 1
            if (
                before < first - 1
                and before == low
                and self._can_be_subject(before)
                and phrase_right(self.line, before, first - 1) == first - 1
            ):
                return before, end
        return first, end

    def _apposed(self, clause: Bracket) -> Range | None:
        """'Anna Kurz, Sprecherin der Stadt, sagte': the phrase set off by the comma before the verb."""
        k = clause.finite - 1
        low = self.line.sentence_of(clause.finite)[0]
        if k <= low or self.tokens[k].text != "," or self.line.quoted[k] >= 0:
            return None
        for opening in range(k - 1, max(low, k - 30), -1):
            if self.tokens[opening].text == ",":
                first = opening
                while (
                    first > low
                    and self.tokens[first - 1].text not in {*BREAKS, '"'}
                    and not self.tokens[first - 1].is_verbal
                ):
                    first -= 1
                while first < opening and self.tokens[first].pos in (Pos.ADV, Pos.CONJ):
                    first += 1
                inside = self.tokens[opening + 1 : k]
                relative = inside[0].pos is Pos.REL or inside[0].tag.startswith("PREL") if inside else False
                finite = any(t.is_verbal and t.form is Form.FINITE for t in inside)
                if first < opening and self._can_be_subject(first) and (relative or not finite):
                    return (first, opening) if relative else (first, k)
                break
        return self._described(low, k)

    def _described(self, low: int, k: int) -> Range | None:
        """'Ein Beamter, der ungenannt bleiben wollte, um …, sagte': the phrase before its relative clause."""
        comma = next((m for m in range(low, k) if self.tokens[m].text == ","), k)
        if comma == k or not self._can_be_subject(low) or any(t.is_verbal for t in self.tokens[low:comma]):
            return None
        return (low, comma) if self._relative(comma + 1) else None

    def _phrase_at(self, start: int, limit: int) -> Range | None:
        """The first phrase from ``start`` on that can be a subject."""
        i = start
        while i < limit and self.tokens[i].text not in {",", ";", ":", "."}:
            token = self.tokens[i]
            if token.pos is Pos.ADP:
                after = next((k for k in range(i + 1, limit) if self.tokens[k].pos is not Pos.ADV), i + 1)
                i = max(phrase_right(self.line, after, limit), i + 1)
            elif token.lower in OBLIQUE or (token.pos is Pos.PRON and token.tag == "PRF"):
                i = max(phrase_right(self.line, i, limit), i + 1) if token.pos is not Pos.PRON else i + 1
            elif self._can_be_subject(i):
                end = phrase_right(self.line, i, None if limit == self._clause_limit(limit) else limit)
                return (i, end) if end > i else None
            else:
                i += 1
        return None

    def _clause_limit(self, limit: int) -> int:
        return limit if limit >= len(self.tokens) or self.tokens[limit].text in {",", "."} else -1

    def _agent(self, clause: Bracket) -> Range | None:
        for i in range(clause.first, clause.last - 1):
            if self.tokens[i].lower in {"von", "vom", "durch", "seitens"}:
                end = phrase_right(self.line, i + 1, clause.last)
                return (i + 1, end) if end > i + 1 else None
        return None

    def _quoted_subject(self, cue: Cue, clause: Bracket) -> Range | None:
        """'Der Minister wird mit den Worten zitiert': the one who is quoted speaks."""
        passive = next((k for k in range(clause.first, clause.last) if self.tokens[k].lemma == "werden"), None)
        if not cue.takes("quoted") or passive is None:
            return None
        before = self._first_field(Bracket(clause.first, clause.last, passive, False))
        return before or self._phrase_at(clause.first, passive) or self._phrase_at(passive + 1, clause.last)

    def _document(self, clause: Bracket) -> Range | None:
        """'In dem Bericht heißt es': where nobody speaks, the paper that says it."""
        low = self.line.sentence_of(clause.finite)[0]
        parted = clause.first == clause.finite and low < clause.first  # by a relative clause after the paper
        for i in (*range(clause.first, clause.last - 1), *([low] if parted else [])):
            if self.tokens[i].lower in {"in", "im", "aus"} and i != clause.finite:
                end = phrase_right(self.line, i + 1, clause.last)
                if i == low and parted and not any(t.tag == "PRELS" for t in self.tokens[end + 1 : end + 3]):
                    continue
                head = next((t for t in self.tokens[i + 1 : end] if t.pos is Pos.NOUN), None)
                papers = tuple(self.cues.lists["papers"])
                if head is not None and (head.lower.endswith(papers) or head.lemma.lower().endswith(papers)):
                    return i + 1, end
        return None

    def _antecedent(self, source: Range | None, clause: Bracket) -> Range | None:
        if source is None or source[1] - source[0] > 1 or not self._relative(clause.first):
            return None
        end = clause.first - 1
        first = end
        while first > 0 and self.tokens[first - 1].text not in {*BREAKS, '"'} and not self.tokens[first - 1].is_verbal:
            first -= 1
        return (first, end) if first < end else None
