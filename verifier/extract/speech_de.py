"""Who says what in a German line: verbs of saying and thinking with their source and content."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verifier.extract.cues import Cue, Cues, match_around
from verifier.extract.passages import Line, Range
from verifier.extract.phrases import find_phrases
from verifier.extract.reading import Reading
from verifier.extract.sources import phrase_right
from verifier.extract.verbs import VerbGroup, find_verb_groups
from verifier.text.tokens import Form, Pos, Token

_OBLIQUE = {"den", "dem", "einen", "einem", "ihm", "ihn", "ihnen", "mir", "mich", "uns", "sich", "keinen", "dessen", "deren"}
_BREAKS = {",", ";", ":"}
_SHORT = 7
_COPULAS = {"sein", "bleiben", "zeigen", "werden"}
_AT_ONCE = {"er", "wir", "ich", "man"}


@dataclass(frozen=True, slots=True)
class _Bracket:
    """A clause: its tokens ``[first, last)``, its verbs and whether the finite verb comes last."""

    first: int
    last: int
    finite: int
    verb_last: bool


class GermanSpeech:
    """Reads the verb cues of one line."""

    def __init__(self, line: Line, cues: Cues) -> None:
        self.line = line
        self.tokens = line.tokens
        self.cues = cues
        names = {n for n, (first, last) in enumerate(line.quotes) if last - first <= _SHORT and not any(t.is_verbal for t in line.tokens[first:last])}
        self.layer = [-1 if quote in names else quote for quote in line.quoted]
        self.groups = find_verb_groups(self.tokens, find_phrases(self.tokens, "de"), "de")

    def readings(self) -> list[Reading]:
        """The readings of all verb cues of the line, in order."""
        found = [self._read(group) for group in self.groups]
        found += [self._read_adjective(i) or self._read_noun(i) for i in range(len(self.tokens))]
        return [reading for reading in found if reading is not None]

    def _read_adjective(self, i: int) -> Reading | None:
        """'Die Ministerin ist überzeugt, dass …'."""
        cue = next(iter(self.cues.adjectives.get(self.tokens[i].lower, ())), None)
        if cue is None or self.layer[i] >= 0:
            return None
        group = next((g for g in self.groups if self.tokens[g.finite].lemma in _COPULAS and self._clause(g).first <= i <= self._clause(g).last), None)
        content = self._after_comma(cue, i, group) if group is not None else ()
        if group is None or not content:
            return None
        source = self._subject(group, self._clause(group))
        return Reading(self.line, cue, ((group.finite, group.finite + 1), (i, i + 1)), source, content)

    def _read_noun(self, i: int) -> Reading | None:
        """'Der Vorwurf der Partei, dass …', 'ihre Forderung, die Steuer zu senken'."""
        if self.tokens[i].pos is not Pos.NOUN or self.tokens[i].lemma not in self.cues.nouns or self.layer[i] >= 0:
            return None
        cue = self.cues.nouns[self.tokens[i].lemma][0]
        end = i + 1
        if end < len(self.tokens) and (self.tokens[end].lower in {"der", "des"} or self.tokens[end].lower == "von"):
            end = phrase_right(self.line, end + (self.tokens[end].lower == "von"))
        content = self._after_comma(cue, end - 1, None) if end < len(self.tokens) and self.tokens[end].text == "," else ()
        if not content:
            return None
        before = self.tokens[i - 1] if i else None
        owner = (i - 1, i) if before is not None and before.pos is Pos.POSS else None
        return Reading(self.line, cue, ((i, i + 1),), (i + 1, end) if end > i + 1 else owner, content)

    def _after_comma(self, cue: Cue, i: int, group: VerbGroup | None) -> tuple[Range, ...]:
        """The clause after the comma that follows token ``i``."""
        high = self.line.sentence_of(i)[1]
        comma = next((k for k in range(i + 1, min(i + 8, high - 1)) if self.tokens[k].text == ","), None)
        found = None if comma is None else self._comma_clause(cue, comma + 1, high, group)
        return found[0] if found is not None and not found[1] else ()

    def _read(self, group: VerbGroup) -> Reading | None:
        clause = self._clause(group)
        cue = self._cue(group, clause)
        if cue is None or group.participle_only and not cue.takes("quoted") or self.layer[group.main] >= 0:
            return None
        at = self._cue_ranges(group)
        source = None if group.passive else self._subject(group, clause)
        if source and self.tokens[source[0]].lower in self.cues.lists["impersonal"]:
            source = None
        if quoted := self._quoted_subject(cue, clause):
            source = quoted
        elif group.passive or group.participle_only:
            source = self._agent(clause)
        if source is None:
            source = self._document(clause)
        content, direct, colon = self._content(cue, group, clause, source)
        if not content and not colon or self._is_idle(group, clause, source, content):
            return None
        back = len(content) == 1 and content[0] == (clause.first, clause.first + 1)
        reading = Reading(self.line, cue, at, source, content, direct, colon, back=back)
        return replace(reading, named=self._antecedent(source, clause))

    def _is_idle(self, group: VerbGroup, clause: _Bracket, source: Range | None, content: tuple[Range, ...]) -> bool:
        """First persons outside quotations, and passives that only tell that something was asked or found."""
        whole = len(content) == 1 and content[0][0] <= group.finite < content[0][1]
        if source is not None and self.tokens[source[0]].lower in self.cues.lists["speaker_pronouns"]:
            return source[1] - source[0] == 1
        return whole and source is None

    def _cue(self, group: VerbGroup, clause: _Bracket) -> Cue | None:
        around = frozenset(t.lemma for t in self.tokens[clause.first : clause.last]) | frozenset(
            t.lower for t in self.tokens[clause.first : clause.last]
        )
        lemma = self.cues.lemma(self.tokens[group.main]) if group.particle is None else group.lemma
        return match_around(self.cues.verbs, lemma, around)

    def _cue_ranges(self, group: VerbGroup) -> tuple[Range, ...]:
        words = [i for i in range(group.first, group.last) if self.tokens[i].is_verbal or i == group.particle]
        ranges: list[Range] = []
        for i in words:
            if ranges and ranges[-1][1] == i:
                ranges[-1] = (ranges[-1][0], i + 1)
            else:
                ranges.append((i, i + 1))
        return tuple(ranges)

    def _clause(self, group: VerbGroup) -> _Bracket:
        """The tokens around a verb group up to the next comma or quotation on either side."""
        tokens, line = self.tokens, self.line
        low, high = line.sentence_of(group.finite)
        first = group.finite
        quote = self.layer[group.finite]
        while first > low and tokens[first - 1].text not in _BREAKS and self.layer[first - 1] == quote:
            first -= 1
        last = group.last
        while last < high and tokens[last].text not in {*_BREAKS, ".", "!", "?"} and self.layer[last] == quote:
            last += 1
        first = self._with_opener(first, low)
        opener = tokens[first]
        verb_last = (opener.pos in (Pos.SUBJ, Pos.REL) or opener.lower in {"wie", "als"} or self._relative(first)) and group.finite > first + 1
        ends = group.finite == last - 1 and opener.pos is Pos.ADP and opener.lower in {"während", "seit", "bis"}
        return _Bracket(first, last, group.finite, verb_last or ends)

    def _with_opener(self, first: int, low: int) -> int:
        """Go back over "wie Anna Kurz, Sprecherin der Stadt, mitteilte" to its first word."""
        tokens = self.tokens
        if first <= low + 1 or tokens[first - 1].text != ",":
            return first
        given = first
        for _ in range(2):
            begin = first - 1
            while begin > low and tokens[begin - 1].text not in _BREAKS and self.layer[begin - 1] == -1:
                begin -= 1
            if any(t.is_verbal for t in tokens[begin : first - 1]):
                return given
            if tokens[begin].lower == "wie" or tokens[begin].pos is Pos.SUBJ:
                return begin
            if begin <= low or tokens[begin - 1].text != ",":
                return given
            first = begin
        return given

    def _relative(self, first: int) -> bool:
        tokens = self.tokens
        return first > 0 and tokens[first - 1].text == "," and tokens[first].tag in {"PRELS", "PRELAT"}

    def _subject(self, group: VerbGroup, clause: _Bracket) -> Range | None:
        """The subject: the first field if it can be one, else the first phrase after the finite verb."""
        tokens = self.tokens
        if group.form is Form.INFINITIVE:
            return self._outer_subject(group)
        if clause.verb_last:
            start = clause.first + (0 if tokens[clause.first].pos is Pos.REL and tokens[clause.first].lower != "wie" else 1)
            return self._phrase_at(start, clause.finite)
        field = self._first_field(clause)
        if field is not None and not self._names_subject(clause, field):
            return field
        found = self._phrase_at(clause.finite + 1, clause.last)
        before = tokens[group.finite - 1] if group.finite else None
        if found is None and before is not None and before.pos is Pos.CONJ:
            return self._speaker(group) or self._outer_subject(group)
        return found

    def _names_subject(self, clause: _Bracket, field: Range) -> bool:
        """Whether the word after the verb must be its subject, so that the first field is its object."""
        if clause.finite + 1 >= clause.last or field[1] > clause.finite:
            return False
        after = self.tokens[clause.finite + 1]
        if after.lower in _AT_ONCE:
            return True
        named = any(t.pos in (Pos.NAME, Pos.OTHER) or t.pos is Pos.PRON for t in self.tokens[field[0] : field[1]])
        thing = self.tokens[field[0]].lower in {"dies", "das", "dieses"} and field[1] - field[0] == 1
        return thing and self._can_be_subject(clause.finite + 1) or after.pos is Pos.NAME and not named

    def _speaker(self, group: VerbGroup) -> Range | None:
        """The subject of the verb of saying before this one."""
        for other in reversed(self.groups):
            if other.finite < group.first and self._says(other.finite):
                return self._subject(other, self._clause(other))
        return None

    def _outer_subject(self, group: VerbGroup) -> Range | None:
        for other in reversed(self.groups):
            if other.finite < group.first and other.form is Form.FINITE:
                return self._subject(other, self._clause(other))
        return None

    def _first_field(self, clause: _Bracket) -> Range | None:
        """The words before the finite verb where they are a noun phrase, with appositions before the comma."""
        tokens = self.tokens
        if clause.first >= clause.finite:
            return self._apposed(clause)
        if not self._can_be_subject(clause.first):
            return self._skip_adverbs(clause)
        end = phrase_right(self.line, clause.first, clause.finite)
        gap = tokens[end : clause.finite]
        if end > clause.first and all(t.pos in (Pos.ADV, Pos.PUNCT) or t.text == '"' for t in gap):
            return self._with_head(clause, end)
        return None

    def _skip_adverbs(self, clause: _Bracket) -> Range | None:
        """'Auch der Minister sagte': adverbs may stand before the subject in the first field."""
        first = clause.first
        while first < clause.finite and self.tokens[first].pos in (Pos.ADV, Pos.CONJ):
            first += 1
        if first in (clause.first, clause.finite) or not self._can_be_subject(first):
            return None
        end = phrase_right(self.line, first, clause.finite)
        return (first, end) if end == clause.finite else None

    def _with_head(self, clause: _Bracket, end: int) -> Range:
        """Take in "Die Juristin der Stadt," before ", Anna Kurz sagte", where the name only explains it."""
        tokens, low = self.tokens, self.line.sentence_of(clause.finite)[0]
        first = clause.first
        if first > low + 1 and tokens[first - 1].text == "," and self.line.quoted[first - 1] < 0:
            before = first - 1
            while before > low and tokens[before - 1].text not in {*_BREAKS, '"'} and not tokens[before - 1].is_verbal:
                before -= 1
            if before < first - 1 and before == low and self._can_be_subject(before) and phrase_right(self.line, before, first - 1) == first - 1:
                return before, end
        return first, end

    def _apposed(self, clause: _Bracket) -> Range | None:
        """'Anna Kurz, Sprecherin der Stadt, sagte': the phrase set off by the comma before the verb."""
        k = clause.finite - 1
        low = self.line.sentence_of(clause.finite)[0]
        if k <= low or self.tokens[k].text != "," or self.line.quoted[k] >= 0:
            return None
        for opening in range(k - 1, max(low, k - 30), -1):
            if self.tokens[opening].text == ",":
                first = opening
                while first > low and self.tokens[first - 1].text not in {*_BREAKS, '"'} and not self.tokens[first - 1].is_verbal:
                    first -= 1
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

    def _can_be_subject(self, i: int) -> bool:
        token = self.tokens[i]
        if token.lower in _OBLIQUE and not (token.lower == "den" and False):
            return False
        return token.pos in (Pos.DET, Pos.POSS, Pos.NUM, Pos.ADJ, Pos.NOUN, Pos.NAME, Pos.OTHER, Pos.REL) or token.text == '"' or (
            token.pos is Pos.PRON and token.lower not in {"davon", "es"} | _OBLIQUE
        )

    def _phrase_at(self, start: int, limit: int) -> Range | None:
        """The first phrase from ``start`` on that can be a subject."""
        i = start
        while i < limit and self.tokens[i].text not in {",", ";", ":", "."}:
            token = self.tokens[i]
            if token.pos is Pos.ADP:
                i = max(phrase_right(self.line, i + 1, limit), i + 1)
            elif token.lower in _OBLIQUE or token.pos is Pos.PRON and token.tag == "PRF":
                i = max(phrase_right(self.line, i, limit), i + 1) if token.pos is not Pos.PRON else i + 1
            elif self._can_be_subject(i):
                end = phrase_right(self.line, i, None if limit == self._clause_limit(limit) else limit)
                return (i, end) if end > i else None
            else:
                i += 1
        return None

    def _clause_limit(self, limit: int) -> int:
        return limit if limit >= len(self.tokens) or self.tokens[limit].text in {",", "."} else -1

    def _agent(self, clause: _Bracket) -> Range | None:
        for i in range(clause.first, clause.last - 1):
            if self.tokens[i].lower in {"von", "vom", "durch", "seitens"}:
                end = phrase_right(self.line, i + 1, clause.last)
                return (i + 1, end) if end > i + 1 else None
        return None

    def _quoted_subject(self, cue: Cue, clause: _Bracket) -> Range | None:
        """'Der Minister wird mit den Worten zitiert': the one who is quoted speaks."""
        passive = next((k for k in range(clause.first, clause.last) if self.tokens[k].lemma == "werden"), None)
        if not cue.takes("quoted") or passive is None:
            return None
        return self._phrase_at(clause.first, passive) or self._phrase_at(passive + 1, clause.last)

    def _document(self, clause: _Bracket) -> Range | None:
        """'In dem Bericht heißt es': where nobody speaks, the paper that says it."""
        for i in range(clause.first, clause.last - 1):
            if self.tokens[i].lower in {"in", "im", "aus"} and i != clause.finite:
                end = phrase_right(self.line, i + 1, clause.last)
                head = next((t for t in self.tokens[i + 1 : end] if t.pos is Pos.NOUN), None)
                if head is not None and head.text.lower().endswith(tuple(self.cues.lists["papers"])):
                    return i + 1, end
        return None

    def _antecedent(self, source: Range | None, clause: _Bracket) -> Range | None:
        if source is None or source[1] - source[0] > 1 or not self._relative(clause.first):
            return None
        end = clause.first - 1
        first = end
        while first > 0 and self.tokens[first - 1].text not in {*_BREAKS, '"'} and not self.tokens[first - 1].is_verbal:
            first -= 1
        return (first, end) if first < end else None

    def _content(self, cue: Cue, group: VerbGroup, clause: _Bracket, source: Range | None) -> tuple[tuple[Range, ...], bool, bool]:
        tokens, line = self.tokens, self.line
        low, high = line.sentence_of(group.finite)
        after = max(clause.last, source[1] if source and source[0] >= clause.finite else 0)
        if clause.verb_last and tokens[clause.first].lower == "wie" and cue.takes("clause"):
            return self._around(clause, after, low, high)
        if after < len(tokens) and cue.takes("clause", "quote", "to"):
            if tokens[after].text == ":" :
                if after + 1 >= len(tokens):
                    return (), False, True
                first = after + 1
                return self._rest(first)
            if self.layer[after] >= 0 and self.layer[after] != self.layer[group.finite] and cue.takes("clause", "quote"):
                return self._quotes_from(after)
            if tokens[after].text == "," and after + 1 < high:
                content = self._comma_clause(cue, after + 1, high, group)
                if content:
                    return content
        if tokens[clause.first].lower in {"dies", "das"} and clause.finite == clause.first + 1 and cue.takes("clause") and source and source[0] > clause.finite:
            return ((clause.first, clause.first + 1),), False, False
        before = self._before(cue, group, clause, source, low)
        if before[0]:
            return before
        inside = [q for q in line.quotes if clause.first <= q[0] and q[1] <= high and q[0] >= low]
        idle = group.passive or clause.verb_last or group.chain or group.form is Form.INFINITIVE
        if not idle and cue.takes("object", "as") and (cue.takes("object") or inside):
            end = self._end_mark(high)
            return ((low, end),) if end > low else (), False, False
        return (), False, False

    def _rest(self, first: int) -> tuple[tuple[Range, ...], bool, bool]:
        """Everything after a colon: quoted words or a clause."""
        if self.line.quoted[first] >= 0 and self._is_utterance(first):
            return self._quotes_from(first)
        end = self._end_mark(self.line.sentence_of(first)[1])
        return (((first, end),) if end > first else ()), False, False

    def _is_utterance(self, first: int) -> bool:
        """Whether the quoted words at ``first`` stand alone rather than at the head of a sentence."""
        last = self.line.quotes[self.line.quoted[first]][1]
        return last >= len(self.tokens) or self.tokens[last].text in {",", ".", "-", ";"} or last in self.line.starts

    def _quotes_from(self, first: int) -> tuple[tuple[Range, ...], bool, bool]:
        number = self.line.quoted[first]
        return (self.line.quotes[number],), True, False

    def _comma_clause(self, cue: Cue, first: int, high: int, group: VerbGroup | None) -> tuple[tuple[Range, ...], bool, bool] | None:
        """The clause after the comma: "dass …", an infinitive with "zu", or a main clause."""
        tokens = self.tokens
        opener = tokens[first]
        if self.line.quoted[first] >= 0:
            number = self.line.quoted[first]
            if self.line.quotes[number][0] == first and self._is_utterance(first):
                return self._quotes_from(first)
        end = self._clause_end(first, high, before_main=group is None or self._opens_sentence(group))
        if opener.lower in self.cues.lists["clause_openers"] and cue.takes("clause"):
            return ((first, end),), False, False
        if any(t.pos is Pos.TO or t.tag == "VVIZU" for t in tokens[first:end]) and cue.takes("to", "clause") and not any(
            t.form is Form.FINITE for t in tokens[first : min(end, first + 12)]
        ):
            return ((first, end),), False, False
        finite = next((k for k in range(first, end) if tokens[k].is_verbal and tokens[k].form is Form.FINITE), None)
        if finite is None or not cue.takes("clause") or opener.pos in (Pos.SUBJ, Pos.REL) or opener.pos is Pos.CONJ:
            return None
        return ((first, end),), False, False

    def _opens_sentence(self, group: VerbGroup) -> bool:
        """Whether the cue stands in a subordinate clause before its main clause ("Während Behörden sagten, …, blieb")."""
        clause = self._clause(group)
        return clause.verb_last and clause.first == self.line.sentence_of(group.finite)[0]

    def _clause_end(self, first: int, high: int, before_main: bool = False) -> int:
        tokens = self.tokens
        for k in range(first + 1, high):
            if tokens[k].pos is Pos.CONJ and k + 1 < high and self.line.quoted[k] < 0 and self._says(k + 1):
                return k
            if tokens[k].text == ";" and self.line.quoted[k] < 0:
                return k
            if tokens[k].text != "," or self.line.quoted[k] >= 0 or k + 1 >= high:
                continue
            following = tokens[k + 1]
            if following.lower == "so" and self._is_so(k + 1) or self._says(k + 1):
                return k
            if before_main and following.form is Form.FINITE:
                return k
        return self._end_mark(high)

    def _says(self, k: int) -> bool:
        """Whether a finite cue verb stands at ``k``."""
        token = self.tokens[k]
        return any(k == g.finite and g.lemma in self.cues.verbs for g in self.groups) and token.pos is Pos.VERB

    def _is_so(self, k: int) -> bool:
        return k + 1 < len(self.tokens) and self._can_be_subject(k + 1)

    def _around(self, clause: _Bracket, after: int, low: int, high: int) -> tuple[tuple[Range, ...], bool, bool]:
        """The sentence around an inserted "wie … mitteilte"."""
        parts = []
        if clause.first - 1 > low:
            parts.append((low, clause.first - 1))
        first = after + 1 if after < high and self.tokens[after].text == "," else after
        end = self._end_mark(high)
        if end > first:
            parts.append((first, end))
        parts = [p for p in parts if any(self.tokens[k].text[0].isalnum() for k in range(*p))]
        return tuple(parts), False, False

    def _before(self, cue: Cue, group: VerbGroup, clause: _Bracket, source: Range | None, low: int) -> tuple[tuple[Range, ...], bool, bool]:
        """What stands before an inverted cue: '„…“, sagte sie' or 'Die Lage sei ruhig, sagte sie'."""
        tokens, line = self.tokens, self.line
        if not cue.takes("clause", "quote"):
            return (), False, False
        start = clause.first
        if source is not None and source[0] < start:
            return (), False, False
        if start != clause.finite or group.passive:
            return (), False, False
        k = start - 1
        while k >= 0 and tokens[k].text in {",", "-"} and line.quoted[k] < 0:
            k -= 1
        if k < low and k >= 0 and line.quoted[k] < 0 or k < 0:
            return (), False, False
        number = line.quoted[k]
        if number >= 0 and number != line.quoted[start]:
            first, last = line.quotes[number]
            if first <= line.sentence_of(first)[0] or all(t.pos is Pos.PUNCT for t in tokens[line.sentence_of(first)[0] : first]):
                return ((first, last),), True, False
        if tokens[start - 1].text != "," or tokens[low].pos in (Pos.SUBJ, Pos.REL) and tokens[low].lower not in self.cues.lists["clause_openers"]:
            return (), False, False
        if not any(t.is_verbal for t in tokens[low : k + 1]):
            return (), False, False
        return ((low, k + 1),), False, False

    def _end_mark(self, end: int) -> int:
        while end > 0 and self.tokens[end - 1].text in {".", "!", "?", ";", ",", ":"} and self.line.quoted[end - 1] < 0:
            end -= 1
        return end
