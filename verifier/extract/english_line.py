"""An English line as its cues see it: verb groups, quotations and clause openings."""

from __future__ import annotations

from verifier.extract.cues import Cues, match_following
from verifier.extract.passages import Line
from verifier.text.tokens import Form, Pos

AROUND_VERB = (Pos.AUX, Pos.MODAL, Pos.ADV, Pos.NEG, Pos.TO)
NEAR = 24
_AMOUNTS = {"more", "most", "many", "much", "less", "few", "both", "some", "others"}


class EnglishLine:
    """What the readers of an English line share."""

    def __init__(self, line: Line, cues: Cues) -> None:
        self.line = line
        self.tokens = line.tokens
        self.cues = cues

    def _group_start(self, i: int) -> int:
        while i > 0 and self.tokens[i - 1].pos in AROUND_VERB and self.line.quoted[i - 1] == self.line.quoted[i]:
            i -= 1
        while i < len(self.tokens) - 1 and self.tokens[i].pos is Pos.ADV and self.tokens[i + 1].pos is Pos.ADV:
            i += 1
        return i

    def _floor(self, i: int) -> int:
        return self.line.sentence_of(i)[0] if i < len(self.tokens) else 0

    def _is_cue(self, k: int) -> bool:
        token = self.tokens[k]
        return (
            token.pos is Pos.VERB
            and match_following(self.cues.verbs, self.tokens, k, self.cues.lemma(token)) is not None
        )

    def _is_finite(self, k: int) -> bool:
        """Whether the verb at ``k`` has a finite form in its group ("did not say")."""
        return any(t.form is Form.FINITE for t in self.tokens[self._group_start(k) : k + 1])

    def _is_passive(self, i: int, start: int) -> bool:
        token = self.tokens[i]
        if token.form is Form.GERUND or token.form is Form.INFINITIVE:
            return False
        auxiliaries = [t.lemma for t in self.tokens[start:i] if t.pos is Pos.AUX]
        return bool(auxiliaries) and auxiliaries[-1] in {"be", "get"}

    def _short_quote(self, i: int) -> bool:
        first, last = self.line.quotes[self.line.quoted[i]]
        return last - first <= 6

    def _opens_clause(self, k: int) -> bool:
        """Whether a subject and its finite verb begin at ``k``, so that "that" is left out."""
        tokens = self.tokens
        seen = False
        for m in range(k, min(k + NEAR, len(tokens))):
            token = tokens[m]
            if token.is_verbal and m > k:
                told = token.form is Form.FINITE or token.pos in (Pos.AUX, Pos.MODAL)
                return seen and (told or (tokens[m - 1].is_nominal and self._goes_on(m + 1)))
            if token.pos is Pos.REL and m > k and seen:
                own = next((n for n in range(m + 1, len(tokens)) if tokens[n].form is Form.FINITE), len(tokens))
                return self._goes_on(own + 1)
            if token.pos in (Pos.SUBJ, Pos.REL, Pos.TO) or token.text in {",", ".", ";", ":"} or token.is_verbal:
                return False
            if m == k and token.pos is Pos.ADP:
                return False
            if token.pos is Pos.CONJ and m + 1 < len(tokens) and tokens[m + 1].pos is Pos.AUX:
                return False  # "recognised the result and had called" has no clause behind its first verb
            if token.is_nominal or token.pos in (Pos.PRON, Pos.DET, Pos.NUM) or token.lower in _AMOUNTS:
                seen = True
        return False

    def _goes_on(self, k: int) -> bool:
        """Whether a finite verb follows what describes a subject: "drones launched from the coast | were downed"."""
        for m in range(k, min(k + NEAR, len(self.tokens))):
            token = self.tokens[m]
            joined = token.pos is Pos.CONJ and m + 1 < len(self.tokens) and self.tokens[m + 1].is_verbal
            if token.pos in (Pos.SUBJ, Pos.REL) or token.text in {",", ".", ";", ":", '"'} or joined:
                return False
            if token.form is Form.FINITE:
                return self.tokens[m - 1].pos is not Pos.PRON
        return False

    def _end_mark(self, end: int) -> int:
        """``end`` without the marks that close a sentence outside quotation marks."""
        while end > 0 and self.tokens[end - 1].text in {".", "!", "?", ";", ",", ":"} and self.line.quoted[end - 1] < 0:
            end -= 1
        return end
