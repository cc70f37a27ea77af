"""Who says what in a German line: verbs, adjectives and nouns of saying and thinking."""

from __future__ import annotations

from itertools import pairwise

from verifier.domain.enums import CueClass
from verifier.extract.cues import Cue, match_around
from verifier.extract.german_contents import GermanContents
from verifier.extract.german_line import Bracket
from verifier.extract.german_sources import GermanSources
from verifier.extract.heads import NOBODY, NOTHING
from verifier.extract.passages import Range
from verifier.extract.reading import Reading
from verifier.extract.reported import is_subjunctive
from verifier.extract.source_words import is_event
from verifier.extract.sources import phrase_right
from verifier.extract.things import is_no_statement
from verifier.extract.verbs import VerbGroup, negates
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Form, Pos

_NEAR = 12
_COPULAS = {"sein", "bleiben", "zeigen", "werden"}


class GermanSpeech(GermanContents, GermanSources):
    """Reads the cues of one line."""

    def readings(self) -> list[Reading]:
        """The readings of all verb cues of the line, in order."""
        found = [self._read(group) for group in self.groups]
        found += [self._read_adjective(i) or self._read_noun(i) for i in range(len(self.tokens))]
        return [reading for reading in found if reading is not None]

    def _read(self, group: VerbGroup) -> Reading | None:
        clause = self._clause(group)
        cue = self._cue(group, clause)
        if cue is None or (group.participle_only and not cue.takes("quoted")) or self.layer[group.main] >= 0:
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
        if cue.attitude and source and self._is_court(source):
            return None
        if cue.cue_class is CueClass.FOUND and source and is_event(self.line, source):
            return None
        if cue.cue_class is CueClass.DENIED and cue.takes("object") and self._counts_people(clause):
            return None
        own = range(*source) if source else range(0)
        whole = any(first <= group.finite < last for first, last in content)
        within = content if whole else ((clause.first, clause.last),)
        inside = [self.tokens[i] for first, last in within for i in range(first, last) if i not in own]
        if is_no_statement(cue, inside, "de"):
            return None
        if (not content and not colon) or self._is_idle(group, source, content):
            return None
        back = len(content) == 1 and content[0] == (clause.first, clause.first + 1)
        named, beside = self._antecedent(source, clause), bool(content) and self.tokens[content[0][0] - 1].text == ":"
        negated = not beside and self._is_denied(cue, clause)
        return Reading(self.line, cue, at, source, content, direct, colon, named, back, negated=negated)

    def _is_denied(self, cue: Cue, clause: Bracket) -> bool:
        """Whether the clause of a cue denies it: "bestritt nicht, dass", "wollte weder bestätigen noch dementieren"."""
        for k in range(clause.first, clause.last):
            token, after = self.tokens[k], self.tokens[k + 1] if k + 1 < clause.last else None
            whole = after is None or after.is_verbal or after.pos is Pos.PREFIX or (cue.rest and after.pos is Pos.ADP)
            if (negates(token) and whole) or token.lower in (*NOBODY, *NOTHING):
                return True
        return False

    def _counts_people(self, clause: Bracket) -> bool:
        """Whether a clause counts people, whom nobody denies: "wies an der Grenze 1100 Menschen zurück"."""
        for number, noun in pairwise(self.tokens[clause.first : clause.last]):
            if number.pos is Pos.NUM and noun.pos is Pos.NOUN:
                entry = load().thing_of_noun(noun.lemma, "de")
                if entry is not None and load().is_kind_of(entry.slug, "person"):
                    return True
        return False

    def _is_court(self, source: Range) -> bool:
        """Whether a source is a court: what it condemns it does not merely dislike."""
        head = next((t for t in self.tokens[source[0] : source[1]] if t.pos is Pos.NOUN), None)
        return head is not None and head.lower.endswith(tuple(self.cues.lists["courts"]))

    def _read_adjective(self, i: int) -> Reading | None:
        """'Die Ministerin ist überzeugt, dass …'."""
        cue = next(iter(self.cues.adjectives.get(self.tokens[i].lower, ())), None)
        if cue is None or self.layer[i] >= 0:
            return None
        group = next((g for g in self._groups_before(i + _NEAR) if self._is_copula(g, i)), None)
        content = self._after_comma(cue, i, group) if group is not None else ()
        if group is None or not content:
            return None
        source = self._subject(group, self._clause(group))
        return Reading(self.line, cue, ((group.finite, group.finite + 1), (i, i + 1)), source, content)

    def _is_copula(self, group: VerbGroup, i: int) -> bool:
        """Whether the predicate adjective at ``i`` belongs to a verb like "sein"."""
        clause = self._clause(group)
        return self.tokens[group.finite].lemma in _COPULAS and clause.first <= i <= clause.last

    def _read_noun(self, i: int) -> Reading | None:
        """'Der Vorwurf der Partei, dass …', 'ihre Forderung, die Steuer zu senken'."""
        if self.tokens[i].pos is not Pos.NOUN or self.tokens[i].lemma not in self.cues.nouns or self.layer[i] >= 0:
            return None
        cue = self.cues.nouns[self.tokens[i].lemma][0]
        end = i + 1
        if end < len(self.tokens) and (self.tokens[end].lower in {"der", "des"} or self.tokens[end].lower == "von"):
            end = phrase_right(self.line, end + (self.tokens[end].lower == "von"))
        comma = end + (end < len(self.tokens) and self.tokens[end].tag == "PROAV")  # "Belege dafür, dass"
        parted = comma < len(self.tokens) and self.tokens[comma].text == ","
        content = self._after_comma(cue, comma - 1, None) if parted else ()
        if not content:
            return None
        before = self.tokens[i - 1] if i else None
        none = load_words("syntax", "de")["negation"]["determiners"]
        negated = any(t.lower in none for t in self.tokens[max(0, i - 2) : i]) and not cue.attitude
        if negated and cue.cue_class is CueClass.DISTANCED:  # "kein Zweifel, dass" says that it is so
            return None
        owner = (i - 1, i) if before is not None and before.pos is Pos.POSS else None
        source = (i + 1, end) if end > i + 1 else owner
        return Reading(self.line, cue, ((i, i + 1),), source, content, negated=negated)

    def _after_comma(self, cue: Cue, i: int, group: VerbGroup | None) -> tuple[Range, ...]:
        """The clause after the comma that follows token ``i``."""
        high = self.line.sentence_of(i)[1]
        comma = next((k for k in range(i + 1, min(i + 8, high - 1)) if self.tokens[k].text == ","), None)
        found = None if comma is None else self._comma_clause(cue, comma + 1, high, group)
        if found is None or found.direct or comma is None:
            return ()
        marked = self.tokens[comma + 1].lower in self.cues.lists["clause_openers"]
        words = [t for first, last in found.parts for t in self.tokens[first:last]]
        infinitive = not any(t.is_verbal and t.form is Form.FINITE for t in words)
        return found.parts if marked or infinitive or any(is_subjunctive(t) for t in words) else ()

    def _is_idle(self, group: VerbGroup, source: Range | None, content: tuple[Range, ...]) -> bool:
        """First persons outside quotations, and passives that only tell that something was asked or found."""
        whole = len(content) == 1 and content[0][0] <= group.finite < content[0][1]
        if source is not None and self.tokens[source[0]].lower in self.cues.lists["speaker_pronouns"]:
            return source[1] - source[0] == 1
        return whole and source is None

    def _cue(self, group: VerbGroup, clause: Bracket) -> Cue | None:
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
