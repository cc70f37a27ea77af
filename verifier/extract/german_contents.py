"""What is said: the content of a German cue, after it, before it or around it."""

from __future__ import annotations

from verifier.extract.cues import Cue
from verifier.extract.german_line import Bracket, GermanLine
from verifier.extract.passages import Range
from verifier.extract.verbs import VerbGroup
from verifier.text.tokens import Form, Pos


class GermanContents(GermanLine):
    """Finds the content of a cue."""

    def _content(
        self, cue: Cue, group: VerbGroup, clause: Bracket, source: Range | None
    ) -> tuple[tuple[Range, ...], bool, bool]:
        tokens, line = self.tokens, self.line
        low, high = line.sentence_of(group.finite)
        after = max(clause.last, source[1] if source and source[0] >= clause.finite else 0)
        if clause.verb_last and tokens[clause.first].lower == "wie" and cue.takes("clause"):
            return self._around(clause, after, low, high)
        if after < len(tokens) and cue.takes("clause", "quote", "to"):
            if tokens[after].text == ":":
                if after + 1 >= len(tokens):
                    return (), False, True
                first = after + 1
                return self._rest(first)
            if (
                self.layer[after] >= 0
                and self.layer[after] != self.layer[group.finite]
                and cue.takes("clause", "quote")
            ):
                return self._quotes_from(after)
            if tokens[after].text == "," and after + 1 < high:
                content = self._comma_clause(cue, after + 1, high, group)
                if content:
                    return content
        if (
            tokens[clause.first].lower in {"dies", "das"}
            and clause.finite == clause.first + 1
            and cue.takes("clause")
            and source
            and source[0] > clause.finite
        ):
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

    def _comma_clause(
        self, cue: Cue, first: int, high: int, group: VerbGroup | None
    ) -> tuple[tuple[Range, ...], bool, bool] | None:
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
        if (
            any(t.pos is Pos.TO or t.tag == "VVIZU" for t in tokens[first:end])
            and cue.takes("to", "clause")
            and not any(t.form is Form.FINITE for t in tokens[first : min(end, first + 12)])
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
            if (following.lower == "so" and self._is_so(k + 1)) or self._says(k + 1):
                return k
            if before_main and following.form is Form.FINITE:
                return k
        return self._end_mark(high)

    def _is_so(self, k: int) -> bool:
        return k + 1 < len(self.tokens) and self._can_be_subject(k + 1)

    def _around(self, clause: Bracket, after: int, low: int, high: int) -> tuple[tuple[Range, ...], bool, bool]:
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

    def _before(
        self, cue: Cue, group: VerbGroup, clause: Bracket, source: Range | None, low: int
    ) -> tuple[tuple[Range, ...], bool, bool]:
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
        if (k < low and k >= 0 and line.quoted[k] < 0) or k < 0:
            return (), False, False
        number = line.quoted[k]
        if number >= 0 and number != line.quoted[start]:
            first, last = line.quotes[number]
            if first <= line.sentence_of(first)[0] or all(
                t.pos is Pos.PUNCT for t in tokens[line.sentence_of(first)[0] : first]
            ):
                return ((first, last),), True, False
        if tokens[start - 1].text != "," or (
            tokens[low].pos in (Pos.SUBJ, Pos.REL) and tokens[low].lower not in self.cues.lists["clause_openers"]
        ):
            return (), False, False
        if not any(t.is_verbal for t in tokens[low : k + 1]):
            return (), False, False
        return ((low, k + 1),), False, False
