"""What is said: the content of an English cue, after it, before it or around it."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.enums import CueClass
from verifier.extract.cues import Cue
from verifier.extract.english_extents import EnglishExtents
from verifier.extract.english_line import NEAR
from verifier.extract.passages import Range
from verifier.extract.quantity_words import qualifier_phrases
from verifier.extract.reading import Content
from verifier.extract.source_words import is_stamp
from verifier.extract.sources import phrase_right
from verifier.extract.things import is_no_statement
from verifier.text.tokens import Form, Pos

_PEOPLE = {"me", "you", "him", "her", "us", "them", "yourself", "himself", "herself", "themselves", "myself"}
_LONGEST_HEDGE = 4


class EnglishContents(EnglishExtents):
    """Finds the content of a cue."""

    def _after(self, cue: Cue, after: int, i: int) -> Content:
        """The content after the cue that ends before ``after``; time, place and addressee may stand between."""
        limit = self.line.sentence_of(i)[1]
        if cue.takes("clause") and after < limit and self._is_gap(after):
            return Content(((after, self._clause_end(after, i)),))
        if self._is_joined(after, limit):
            return Content()
        begin = self._addressee(after, limit) if cue.takes("person") else after
        for k in range(begin, min(limit, after + NEAR)):
            if self.line.quoted[k] >= 0 and self.line.quoted[k] != self.line.quoted[i]:
                return self._quoted(cue, k, after)
            if self.tokens[k].text == ":" and cue.takes("clause", "quote"):
                return self._after_colon(k)
            if is_stamp(self.line, k):
                continue
            if self.tokens[k].text == "," and k > begin == after and self._opens_object(after):
                return Content()
            found = self._opened(cue, k, after, i)
            if found is not None or not self._is_light(k):
                return found or Content()
        return Content()

    def _is_joined(self, after: int, limit: int) -> bool:
        """Whether a comma and a conjunction follow the cue: what it says stands before it ("…, he said, and")."""
        joint = self.tokens[after : min(after + 2, limit)]
        return len(joint) > 1 and joint[0].text == "," and joint[1].pos is Pos.CONJ and self.line.quoted[after + 1] < 0

    def _addressee(self, after: int, limit: int) -> int:
        """The index after who is told, where what they are told follows without "that"."""
        if after >= limit or not self._opens_object(after):
            return after
        end = phrase_right(self.line, after, limit)
        return end if end < limit and (self.line.quoted[end] >= 0 or self._opens_clause(end)) else after

    def _is_gap(self, k: int) -> bool:
        """Whether a bare finite verb follows the cue ("whom she claims is the thief")."""
        return self.tokens[k].pos is Pos.AUX and self.tokens[k].form is Form.FINITE

    def _after_colon(self, k: int) -> Content:
        if k + 1 >= len(self.tokens):
            return Content(colon=True)
        first, last = k + 1, self._end_mark(min(len(self.tokens), k + NEAR * NEAR))
        return Content(((first, last),) if last > first else (), self.line.quoted[first] >= 0)

    def _opened(self, cue: Cue, k: int, after: int, i: int) -> Content | None:
        """The clause, infinitive or object that opens at ``k``, as far as the cue takes it."""
        token = self.tokens[k]
        clause = token.lower in self.cues.lists["clause_openers"] or self._opens_clause(k)
        number = self._hedged_number(k)
        clause = clause or (number is not None and self._opens_clause(number))
        if token.pos is Pos.TO and cue.takes("to", "person") and (k == after or cue.takes("person")):
            return Content(((k, self._object_end(k + 1, i)),) if cue.takes("to") else ())
        if clause and cue.takes("clause"):
            told_before = self.tokens[k - 1].text == "," and self._names_speaker(k)  # "500 protested, police said"
            return Content() if told_before else Content(((k, self._clause_end(k, i)),))
        points = token.lower == "that" and k + 1 < len(self.tokens) and self.tokens[k + 1].lower == "as"
        if k == after and cue.takes("object", "as", "name") and (points or self._opens_object(k)):
            return self._object(cue, k, i)
        return None

    def _object(self, cue: Cue, k: int, i: int) -> Content:
        """An object, with "as" or a name where the cue asks for one; whom somebody cites "as saying" is none."""
        end = self._object_end(k, i)
        words = range(k, end)
        judged = any(self.tokens[m].lower == "as" for m in words)
        cites = any(self.tokens[m].lower == "as" and m + 1 < end and self._is_cue(m + 1) for m in words)
        fits = cue.takes("object") or judged
        named = cue.takes("name") and (end - k >= 4 or any(self.line.quoted[m] >= 0 for m in words))
        rejected = cue.cue_class is CueClass.DENIED and not cue.takes("clause", "of")
        if rejected and self.tokens[k].pos is Pos.NUM:
            return Content()
        if not judged and is_no_statement(cue, self.tokens[k:end], "en"):
            return Content()
        person = self._is_person(k, end) and (cue.takes("clause") or rejected)
        return Content(((k, end),) if end > k and (fits or named) and not cites and not person else ())

    def _is_person(self, k: int, end: int) -> bool:
        """Whether an object is somebody: a pronoun, or a name right after the verb."""
        token = self.tokens[k]
        return (end == k + 1 and token.lower in _PEOPLE) or token.pos is Pos.NAME

    def _is_light(self, k: int) -> bool:
        """Whether a token may stand between cue and content: time, place and addressee."""
        token = self.tokens[k]
        return token.text in {",", "-"} or not (token.pos in (Pos.PUNCT, Pos.SUBJ) or token.is_verbal)

    def _quoted(self, cue: Cue, k: int, after: int) -> Content:
        """Quoted words after a cue: a whole utterance, or the beginning of a clause or object."""
        if not cue.takes("clause", "quote", "object", "as", "person"):
            return Content()
        first, last = self.line.quotes[self.line.quoted[k]]
        limit = self.line.sentence_of(last - 1)[1]
        goes_on = any(t.pos is not Pos.PUNCT for t in self.tokens[last:limit])
        begins = not cue.takes("quote") or self.tokens[first + 1].text[:1].islower()
        if goes_on and begins and (k == after or not cue.takes("object")):
            return Content(((first, max(last, self._object_end(last, k))),))
        return Content(((first, last),), True)

    def _opens_object(self, k: int) -> bool:
        token = self.tokens[k]
        return (
            token.pos in (Pos.DET, Pos.POSS, Pos.NUM, Pos.ADJ, Pos.NOUN, Pos.NAME, Pos.PRON, Pos.OTHER)
            or token.form is Form.GERUND
            or (token.pos is Pos.ADV and k + 1 < len(self.tokens) and self._is_noun_or_gerund(k + 1))
            or self._hedged_number(k) is not None
        )

    def _is_noun_or_gerund(self, k: int) -> bool:
        return self.tokens[k].is_nominal or self.tokens[k].form is Form.GERUND

    def _hedged_number(self, k: int) -> int | None:
        """Where the number stands that words opening at ``k`` qualify: "at least 13", "more than a dozen"."""
        phrases = qualifier_phrases("en", "before")
        for last in range(k + 1, min(k + _LONGEST_HEDGE, len(self.tokens) - 1) + 1):
            words = tuple(token.lower for token in self.tokens[k:last])
            if words in phrases and self.tokens[last].pos is Pos.NUM:
                return last
        return None

    def _before(self, end: int) -> Content:
        """The content before a cue or source that begins at ``end``: quoted words, else the clause."""
        tokens, quoted = self.tokens, self.line.quoted
        floor = self._floor(end)
        k = end - 1
        while k >= floor and tokens[k].text in {",", "-"} and quoted[k] < 0:
            k -= 1
        if k < 0:
            return Content()
        if quoted[k] >= 0 and quoted[k] != (quoted[end] if end < len(tokens) else -1):
            first, last = self.line.quotes[quoted[k]]
            if self._is_utterance(first, last):
                return Content(((first, last),), True)
        if k < floor or tokens[end - 1].text not in {",", "-"}:
            return Content()
        first = self._clause_start(k, floor)
        worded = any(t.is_verbal or t.is_nominal for t in tokens[first : k + 1])
        return Content(((first, k + 1),) if first <= k and worded else ())

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
            following = self.line.quotes_after(after)
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

    def _chain_of_quotes(self, quotes: Sequence[Range]) -> list[Range]:
        chain = [quotes[0]]
        for quote in quotes[1:]:
            between = self.tokens[chain[-1][1] : quote[0]]
            if any(t.pos is not Pos.PUNCT for t in between):
                break
            chain.append(quote)
        return chain
