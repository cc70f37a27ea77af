"""What is said: the content of a German cue, after it, before it or around it."""

from __future__ import annotations

from verifier.extract.cues import Cue
from verifier.extract.german_line import Bracket, GermanLine
from verifier.extract.passages import Range
from verifier.extract.reading import Content
from verifier.extract.reported import is_subjunctive
from verifier.extract.verbs import VerbGroup
from verifier.text.tokens import Form, Pos


class GermanContents(GermanLine):
    """Finds the content of a cue."""

    def _content(self, cue: Cue, group: VerbGroup, clause: Bracket, source: Range | None) -> Content:
        """What the cue says: after it, before it, around it, or the sentence that reports the act of speaking."""
        low, high = self.line.sentence_of(group.finite)
        after = max(clause.last, source[1] if source and source[0] >= clause.finite else 0)
        if clause.verb_last and self.tokens[clause.first].lower == "wie" and cue.takes("clause"):
            return self._around(clause, after, low, high)
        before = self._before(cue, group, clause, source, low)
        if before.parts and not before.direct and self._is_parted(after) and not self._depends(low):
            return Content((*before.parts, *self._reported_on(after, high)))
        found = self._after(cue, group, after, high) or self._pointed(cue, clause, source)
        if found is not None:
            return found
        parted = Content() if before.parts else self._parted(cue, clause, after, low, high)
        return before if before.parts else parted if parted.parts else self._whole(cue, group, clause, low, high)

    def _parted(self, cue: Cue, clause: Bracket, after: int, low: int, high: int) -> Content:
        """The sentence that an inserted cue parts before its verb: "Am Montag, sagte er, seien zwölf abgebrannt"."""
        inserted = low < clause.first == clause.finite and self.tokens[clause.first - 1].text == ","
        if not (inserted and cue.takes("clause") and self._is_parted(after)):
            return Content()
        verb, opens = self.tokens[after + 1], self._has_finite(low, clause.first)
        if opens or not verb.is_verbal or verb.form is not Form.FINITE:
            return Content()
        return Content(((low, clause.first - 1), (after + 1, self._clause_end(after + 1, high))))

    def _depends(self, low: int) -> bool:
        """Whether a conjunction opens what stands before the cue; the tagger takes "Als" for a preposition."""
        return self.tokens[low].pos in (Pos.SUBJ, Pos.CONJ) or self.tokens[low].lower == "als"

    def _is_parted(self, after: int) -> bool:
        """Whether a comma and no quotation follows the cue's own clause."""
        return after + 1 < len(self.tokens) and self.tokens[after].text == "," and self.line.quoted[after + 1] < 0

    def _reported_on(self, after: int, high: int) -> list[Range]:
        """The clause in the subjunctive that goes on after an inserted cue: "…, sagte sie, und es sei nichts passiert".

        Words without a verb may stand between: "sagte sie, die Chefin der Klinik, …".
        """
        first = after + 1
        while (comma := self._comma(first, high)) is not None and not self._has_finite(first, comma):
            first = comma + 1
        if not self._goes_on(first, high):
            return []
        return [(first, self._clause_end(first, high))]

    def _comma(self, first: int, high: int) -> int | None:
        return next((k for k in range(first, high) if self.tokens[k].text == ","), None)

    def _has_finite(self, first: int, last: int) -> bool:
        return any(t.is_verbal and t.form is Form.FINITE for t in self.tokens[first:last])

    def _after(self, cue: Cue, group: VerbGroup, after: int, high: int) -> Content | None:
        """Quoted words or a clause after the cue's own clause, which ends at ``after``."""
        if after >= len(self.tokens) or not cue.takes("clause", "quote", "to"):
            return None
        if self.tokens[after].text == ":":
            return Content(colon=True) if after + 1 >= len(self.tokens) else self._rest(after + 1)
        quoted = self.layer[after] >= 0 and self.layer[after] != self.layer[group.finite]
        if quoted and cue.takes("clause", "quote"):
            return self._quotes_from(after)
        if self.tokens[after].text == "," and after + 1 < high:
            return self._comma_clause(cue, after + 1, high, group)
        return None

    def _pointed(self, cue: Cue, clause: Bracket, source: Range | None) -> Content | None:
        """'Das berichtete die Zeitung': the pronoun stands for the sentence before."""
        pronoun = self.tokens[clause.first].lower in {"dies", "das"} and clause.finite == clause.first + 1
        if not pronoun or not cue.takes("clause") or source is None or source[0] <= clause.finite:
            return None
        return Content(((clause.first, clause.first + 1),))

    def _whole(self, cue: Cue, group: VerbGroup, clause: Bracket, low: int, high: int) -> Content:
        """The sentence that reports an act of speaking, or its rest: 'gab zu, dass …, | sprach aber von …'."""
        if group.passive or clause.verb_last or group.chain or group.form is Form.INFINITIVE:
            return Content()
        if any(token.pos is Pos.NEG for token in self.tokens[clause.first : clause.last]):
            return Content()
        inside = any(first < high for first, _ in self.line.quotes_after(clause.first))
        end = self._end_mark(high)
        fits = cue.takes("object") or (cue.takes("as") and inside)
        begin = clause.first if self._resumes(group) else low
        return Content(((begin, end),) if fits and end > begin else ())

    def _rest(self, first: int) -> Content:
        """Everything after a colon: quoted words or a clause."""
        if self.line.quoted[first] >= 0 and self._is_utterance(first):
            return self._quotes_from(first)
        end = self._end_mark(self.line.sentence_of(first)[1])
        return Content(((first, end),) if end > first else ())

    def _is_utterance(self, first: int) -> bool:
        """Whether the quoted words at ``first`` stand alone rather than at the head of a sentence."""
        last = self.line.quotes[self.line.quoted[first]][1]
        return last >= len(self.tokens) or self.tokens[last].text in {",", ".", "-", ";"} or last in self.line.starts

    def _quotes_from(self, first: int) -> Content:
        number = self.line.quoted[first]
        return Content((self.line.quotes[number],), True)

    def _comma_clause(self, cue: Cue, first: int, high: int, group: VerbGroup | None) -> Content | None:
        """The clause after the comma: "dass …", an infinitive with "zu", or a main clause."""
        tokens = self.tokens
        opener = tokens[first]
        if self.line.quoted[first] >= 0:
            number = self.line.quoted[first]
            if self.line.quotes[number][0] == first and self._is_utterance(first):
                return self._quotes_from(first)
        end = self._clause_end(first, high, before_main=group is None or self._opens_sentence(group))
        if opener.lower in self.cues.lists["clause_openers"] and cue.takes("clause"):
            return Content(((first, end),))
        if (
            any(t.pos is Pos.TO or t.tag == "VV(IZU)" for t in tokens[first:end])
            and cue.takes("to", "clause")
            and not any(t.form is Form.FINITE for t in tokens[first : min(end, first + 12)])
        ):
            return Content(((first, end),))
        finite = next((k for k in range(first, end) if tokens[k].is_verbal and tokens[k].form is Form.FINITE), None)
        depends = opener.pos in (Pos.SUBJ, Pos.REL, Pos.CONJ) or finite in (None, first)
        if depends or not cue.takes("clause"):
            return None
        return Content(((first, end),))

    def _opens_sentence(self, group: VerbGroup) -> bool:
        """Whether the cue stands in a subordinate clause before its main clause ("Während sie sagten, …, blieb")."""
        clause = self._clause(group)
        return clause.verb_last and clause.first == self.line.sentence_of(group.finite)[0]

    def _clause_end(self, first: int, high: int, before_main: bool = False) -> int:
        tokens = self.tokens
        for k in range(first + 1, high):
            if tokens[k].pos is Pos.CONJ and k + 1 < high and self.line.quoted[k] < 0 and self._says(k + 1):
                return k
            if tokens[k].text == ";" and self.line.quoted[k] < 0 and not self._goes_on(k + 1, high):
                return k
            if tokens[k].text != "," or self.line.quoted[k] >= 0 or k + 1 >= high:
                continue
            following = tokens[k + 1]
            if (following.lower == "so" and self._is_so(k + 1)) or self._says(k + 1):
                return k
            if following.form is Form.FINITE and (before_main or self._is_complete(first, k)):
                return k
        return self._end_mark(high)

    def _is_complete(self, first: int, last: int) -> bool:
        """Whether a "dass" and all clauses in its own have their verbs, so that the main clause goes on behind them."""
        words = self.tokens[first:last]
        opened = sum(t.pos in (Pos.SUBJ, Pos.REL) for t in words)
        return words[0].pos is Pos.SUBJ and opened <= sum(t.is_verbal and t.form is Form.FINITE for t in words)

    def _goes_on(self, first: int, high: int) -> bool:
        """Whether what follows a semicolon is reported as well: its verb is in the subjunctive."""
        finite = next((t for t in self.tokens[first:high] if t.is_verbal and t.form is Form.FINITE), None)
        return finite is not None and is_subjunctive(finite)

    def _is_so(self, k: int) -> bool:
        return k + 1 < len(self.tokens) and self._can_be_subject(k + 1)

    def _around(self, clause: Bracket, after: int, low: int, high: int) -> Content:
        """The sentence around an inserted "wie … mitteilte"."""
        parts = []
        if clause.first - 1 > low:
            parts.append((low, clause.first - 1))
        first = after + 1 if after < high and self.tokens[after].text == "," else after
        end = self._end_mark(high)
        if end > first:
            parts.append((first, end))
        parts = [p for p in parts if any(self.tokens[k].text[0].isalnum() for k in range(*p))]
        return Content(tuple(parts))

    def _before(self, cue: Cue, group: VerbGroup, clause: Bracket, source: Range | None, low: int) -> Content:
        """What stands before an inverted cue: '„…“, sagte sie' or 'Die Lage sei ruhig, sagte sie'."""
        tokens, line, start = self.tokens, self.line, clause.first
        inverted = start == clause.finite and not group.passive and (source is None or source[0] >= start)
        if not inverted or not cue.takes("clause", "quote"):
            return Content()
        k = start - 1
        while k >= 0 and tokens[k].text in {",", "-"} and line.quoted[k] < 0:
            k -= 1
        if k < 0 or (k < low and line.quoted[k] < 0):
            return Content()
        number = line.quoted[k]
        if number >= 0 and number != line.quoted[start] and self._leads(line.quotes[number][0]):
            return Content((line.quotes[number], *self._going_on(clause.last)), True)
        fits = tokens[start - 1].text == "," and self._is_statement(low, k + 1)
        return Content(((low, k + 1),) if fits else ())

    def _going_on(self, after: int) -> list[Range]:
        """The quotations that follow an inserted cue: '„Nein“, sagte sie. „Nie.“'."""
        chain: list[Range] = []
        for first, last in self.line.quotes_after(after):
            if any(t.is_verbal for t in self.tokens[after:first]) or self.layer[first] < 0:
                break
            chain.append((first, last))
            after = last
        return chain

    def _leads(self, first: int) -> bool:
        """Whether the quotation at ``first`` opens its sentence."""
        low = self.line.sentence_of(first)[0]
        return all(t.pos is Pos.PUNCT for t in self.tokens[low:first])

    def _is_statement(self, low: int, end: int) -> bool:
        """Whether the words before the cue are a sentence rather than its own subordinate clause."""
        opener = self.tokens[low]
        asks = self.cues.lists["clause_openers"] - {"wie"}
        depends = opener.pos in (Pos.SUBJ, Pos.REL) and opener.lower not in asks
        return not depends and any(t.is_verbal for t in self.tokens[low:end])
