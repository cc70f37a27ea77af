"""A German line as its cues see it: clauses between their verbs, quotations and first words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from verifier.extract.cues import Cues
from verifier.extract.passages import Line
from verifier.extract.phrases import find_phrases
from verifier.extract.source_words import opening_bracket
from verifier.extract.verbs import VerbGroup, find_verb_groups
from verifier.text.tokens import Form, Pos

OBLIQUE = {
    "den",
    "dem",
    "einen",
    "einem",
    "ihm",
    "ihn",
    "ihnen",
    "mir",
    "mich",
    "uns",
    "sich",
    "keinen",
    "dessen",
    "deren",
}
BREAKS = {",", ";", ":"}
_SHORT = 7
_FEW = 8


@dataclass(frozen=True, slots=True)
class Bracket:
    """A clause: its tokens ``[first, last)``, its verbs and whether the finite verb comes last."""

    first: int
    last: int
    finite: int
    verb_last: bool


class GermanLine:
    """What the readers of a German line share."""

    def __init__(self, line: Line, cues: Cues) -> None:
        self.line = line
        self.tokens = line.tokens
        self.cues = cues
        names = {
            n
            for n, (first, last) in enumerate(line.quotes)
            if last - first <= _SHORT and not any(t.is_verbal for t in line.tokens[first:last])
        }
        self.layer = [-1 if quote in names else quote for quote in line.quoted]
        self.groups = find_verb_groups(self.tokens, find_phrases(self.tokens, "de"), "de")
        self.saying = {g.finite for g in self.groups if g.lemma in cues.verbs}
        self.finites = [g.finite for g in self.groups]

    def _clause(self, group: VerbGroup) -> Bracket:
        """The tokens around a verb group up to the next comma or quotation on either side."""
        tokens, line = self.tokens, self.line
        low, high = line.sentence_of(group.finite)
        first = group.finite
        quote = self.layer[group.finite]
        while first > low and tokens[first - 1].text not in BREAKS and self.layer[first - 1] == quote:
            opening = opening_bracket(tokens, first - 1, low) if tokens[first - 1].text == ")" else None
            first = first - 1 if opening is None else opening
        last = group.last
        while last < high and tokens[last].text not in {*BREAKS, ".", "!", "?"} and self.layer[last] == quote:
            last += 1
        first = self._with_opener(first, low)
        opener = tokens[first]
        verb_last = (
            opener.pos in (Pos.SUBJ, Pos.REL) or opener.lower in {"wie", "als"} or self._relative(first)
        ) and group.finite > first + 1
        ends = group.finite == last - 1 and opener.pos is Pos.ADP and opener.lower in {"während", "seit", "bis"}
        return Bracket(first, last, group.finite, verb_last or ends)

    def _with_opener(self, first: int, low: int) -> int:
        """Go back over "wie Anna Kurz, Sprecherin der Stadt, mitteilte" to its first word."""
        tokens = self.tokens
        if first <= low + 1 or tokens[first - 1].text != ",":
            return first
        given = first
        for _ in range(2):
            begin = first - 1
            while begin > low and tokens[begin - 1].text not in BREAKS and self.layer[begin - 1] == -1:
                begin -= 1
            if any(t.is_verbal for t in tokens[begin : first - 1]):
                return given
            if tokens[begin].lower == "wie" or tokens[begin].pos is Pos.SUBJ:
                return begin
            if begin <= low or tokens[begin - 1].text != ",":
                return given
            first = begin
        return given

    def _groups_before(self, i: int) -> list[VerbGroup]:
        """The few verb groups before token ``i``, the nearest first."""
        n = bisect_left(self.finites, i)
        return self.groups[max(0, n - _FEW) : n][::-1]

    def _relative(self, first: int) -> bool:
        tokens = self.tokens
        return first > 0 and tokens[first - 1].text == "," and tokens[first].tag in {"PRELS", "PRELAT"}

    def _can_be_subject(self, i: int) -> bool:
        token = self.tokens[i]
        if token.lower in OBLIQUE:
            return False
        return (
            token.pos in (Pos.DET, Pos.POSS, Pos.NUM, Pos.ADJ, Pos.NOUN, Pos.NAME, Pos.OTHER, Pos.REL)
            or token.text == '"'
            or (token.pos is Pos.PRON and token.lower not in {"davon", "es"})
        )

    def _resumes(self, group: VerbGroup) -> bool:
        """Whether a verb goes on behind what was said: "räumte ein, dass es brannte, | sprach aber von sechs Toten"."""
        before = self.tokens[max(0, group.finite - 2) : group.finite]
        closed = len(before) > 1 and before[0].is_verbal and before[0].form is Form.FINITE
        return closed and before[1].text == ","

    def _says(self, k: int) -> bool:
        """Whether a finite cue verb stands at ``k``."""
        return k in self.saying and self.tokens[k].pos is Pos.VERB

    def _end_mark(self, end: int) -> int:
        while end > 0 and self.tokens[end - 1].text in {".", "!", "?", ";", ",", ":"} and self.line.quoted[end - 1] < 0:
            end -= 1
        return end
