"""What is said: the content of an English cue, after it, before it or around it."""

from __future__ import annotations

from verifier.extract.cues import Cue
from verifier.extract.english_extents import EnglishExtents
from verifier.extract.english_line import NEAR
from verifier.extract.passages import Range
from verifier.text.tokens import Form, Pos, Token


class EnglishContents(EnglishExtents):
    """Finds the content of a cue."""

    def _after(self, cue: Cue, after: int, i: int) -> tuple[tuple[Range, ...], bool, bool]:
        """The content after the cue, whether it is a direct quotation, and whether it follows a colon at the end."""
        tokens = self.tokens
        limit = self.line.sentence_of(i)[1]
        k = after
        if cue.takes("clause") and k < limit and tokens[k].pos is Pos.AUX and tokens[k].form is Form.FINITE:
            return ((k, self._clause_end(k, i)),), False, False
        while k < min(limit, after + NEAR):
            token = tokens[k]
            if self.line.quoted[k] >= 0 and self.line.quoted[k] != self.line.quoted[i]:
                return self._quoted(cue, k, after)
            if token.text == ":" and cue.takes("clause", "quote"):
                if k + 1 >= len(tokens):
                    return (), False, True
                first, last = k + 1, self._end_mark(len(tokens))
                return (((first, last),) if last > first else ()), self.line.quoted[first] >= 0, False
            if token.lower in self.cues.lists["clause_openers"] and cue.takes("clause"):
                return ((k, self._clause_end(k, i)),), False, False
            if (
                token.pos is Pos.TO
                and k + 1 < limit
                and cue.takes("to", "person")
                and (k == after or cue.takes("person"))
            ):
                return ((k, self._object_end(k + 1, i)),) if cue.takes("to") else (), False, False
            if cue.takes("clause") and self._opens_clause(k):
                return ((k, self._clause_end(k, i)),), False, False
            if k == after and cue.takes("object", "as", "name") and self._opens_object(k):
                end = self._object_end(k, i)
                if any(t.lower == "as" and self._is_cue(m + 1) for m, t in enumerate(tokens[k:end], k) if m + 1 < end):
                    return (), False, False
                plain = cue.takes("object") or any(t.lower == "as" for t in tokens[k:end])
                if cue.takes("name"):
                    plain = plain or end - k >= 4 or any(q >= 0 for q in self.line.quoted[k:end])
                return (((k, end),) if plain and end > k else ()), False, False
            if not self._is_light(token, k):
                break
            k += 1
        return (), False, False

    def _is_light(self, token: Token, k: int) -> bool:
        """Whether a token may stand between cue and content: time, place and addressee."""
        return token.text in {",", "-"} or (
            token.pos is not Pos.PUNCT and not token.is_verbal and token.pos is not Pos.SUBJ
        )

    def _quoted(self, cue: Cue, k: int, after: int) -> tuple[tuple[Range, ...], bool, bool]:
        """Quoted words after a cue: a whole utterance, or the beginning of a clause or object."""
        if not cue.takes("clause", "quote", "object", "as", "person"):
            return (), False, False
        number = self.line.quoted[k]
        first, last = self.line.quotes[number]
        limit = self.line.sentence_of(last - 1)[1]
        rest = [t for t in self.tokens[last:limit] if t.pos is not Pos.PUNCT]
        if (rest and not cue.takes("quote")) or (rest and self.tokens[first + 1].text[:1].islower()):
            if k == after or not cue.takes("object"):
                return ((first, max(last, self._object_end(last, k))),), False, False
        content = [(first, last)]
        return tuple(content), True, False

    def _opens_object(self, k: int) -> bool:
        token = self.tokens[k]
        return (
            token.pos in (Pos.DET, Pos.POSS, Pos.NUM, Pos.ADJ, Pos.NOUN, Pos.NAME, Pos.PRON, Pos.OTHER)
            or token.form is Form.GERUND
            or (token.pos is Pos.ADV and k + 1 < len(self.tokens) and self.tokens[k + 1].is_nominal)
        )

    def _before(self, end: int) -> tuple[tuple[Range, ...], bool]:
        """The content before a cue or source that begins at ``end``: quoted words, else the clause."""
        tokens = self.tokens
        floor = self._floor(end)
        k = end - 1
        while k >= floor and tokens[k].text in {",", "-"} and self.line.quoted[k] < 0:
            k -= 1
        if k < 0:
            return (), False
        number = self.line.quoted[k]
        if number >= 0 and number != (self.line.quoted[end] if end < len(tokens) else -1):
            first, last = self.line.quotes[number]
            if self._is_utterance(first, last):
                return ((first, last),), True
        if k < floor or tokens[end - 1].text not in {",", "-"}:
            return (), False
        first = self._clause_start(k, floor)
        if first > k or not any(t.is_verbal or t.is_nominal for t in tokens[first : k + 1]):
            return (), False
        return ((first, k + 1),), False

    def _is_utterance(self, first: int, last: int) -> bool:
        """Whether quoted words are an utterance of their own rather than words of the sentence around them."""
        floor = self._floor(first)
        return (
            first <= floor
            or self.tokens[first - 1].text in {",", ":", ".", "-"}
            or (self.tokens[max(last - 2, first)].text in {",", "?", "!", "."})
        )

    def _clause_start(self, k: int, floor: int) -> int:
        for m in range(k, floor, -1):
            if self.tokens[m].text == ";" and self.line.quoted[m] < 0:
                return m + 1
        return floor

    def _resumed(self, content: tuple[Range, ...], after: int, direct: bool) -> tuple[Range, ...]:
        """What is said after an inserted "he said": further quotations, or the rest of the sentence."""
        tokens = self.tokens
        if direct:
            following = [q for q in self.line.quotes if q[0] >= after]
            between = range(after, following[0][0]) if following else ()
            if following and not any(tokens[k].form is Form.FINITE or self._is_cue(k) for k in between):
                return (*content, *self._chain_of_quotes(following))
            return content
        end = self.line.sentence_of(after - 1)[1]
        if after < end - 1 and tokens[after].text == "," and tokens[after + 1].form is not Form.GERUND:
            last = self._clause_end(after + 1, after - 1)
            if any(t.is_verbal for t in tokens[after + 1 : last]):
                return (*content, (after + 1, last))
        return content

    def _chain_of_quotes(self, quotes: list[Range]) -> list[Range]:
        chain = [quotes[0]]
        for quote in quotes[1:]:
            between = self.tokens[chain[-1][1] : quote[0]]
            if any(t.pos is not Pos.PUNCT for t in between):
                break
            chain.append(quote)
        return chain
