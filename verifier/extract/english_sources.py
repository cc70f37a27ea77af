"""Whose words they are: the subject, agent or owner of an English cue."""

from __future__ import annotations

from verifier.extract.english_line import NEAR, EnglishLine
from verifier.extract.passages import Range
from verifier.extract.sources import phrase_right
from verifier.extract.sources_left import phrase_left
from verifier.text.tokens import Form, Pos

_FINITE = (Pos.VERB, Pos.AUX, Pos.MODAL)
_HINGES = (Pos.ADP, Pos.SUBJ, Pos.CONJ)
_DISTRIBUTED = {"each", "both", "some", "others", "many"}
_RELATIVES = {"who", "which", "that"}
_MARKS = {",", ";", ":", '"', "("}
_NOT_BY = {"of", "for", "from", "against"}
_OBJECTS = {"me", "him", "us", "them", "her"}
_LIGHT_VERBS = {"have", "express", "make", "voice", "raise", "share", "issue", "repeat", "give", "offer"}


class EnglishSources(EnglishLine):
    """Finds the source of a cue."""

    def _subject(self, start: int, i: int) -> Range | None:
        """The source before its verb, or that of the verb it is joined to."""
        tokens, floor = self.tokens, self._floor(start)
        if start <= floor:
            return self._next_subject(i) if tokens[i].form is Form.GERUND else None
        before = tokens[start - 1]
        if start < i and any(t.pos is Pos.TO for t in tokens[start:i]):
            return self._governor(start, floor) if before.is_verbal else None
        hinged = before.text == "," or before.pos in _HINGES or before.lower in _DISTRIBUTED
        if tokens[i].form is Form.GERUND and start == i and hinged:
            return self._of_participle(start, floor)
        if before.pos is Pos.CONJ:
            return self._speaker(start, floor) or self._governor(start, floor)
        if before.lower == "that" and start - 1 > floor and tokens[start - 2].is_nominal:
            antecedent = phrase_left(self.line, start - 1, floor)
            return (antecedent[0] if antecedent else start - 1), start
        found = self._described(start, floor) or phrase_left(self.line, start, floor)
        return self._governor(start, floor) if found is None and before.text in {",", '"', "-"} else found

    def _described(self, start: int, floor: int) -> Range | None:
        """ "An official who asked not to be named" before "said": a phrase with its relative clause."""
        tokens, k = self.tokens, start - 1
        while k > floor and tokens[k].pos is not Pos.REL and tokens[k].text not in _MARKS:
            k -= 1
        inside = [m for m in range(k + 1, start) if tokens[m].is_verbal and tokens[m].form is Form.FINITE]
        if tokens[k].lower not in _RELATIVES or len(inside) != 1 or inside[0] > k + 2 or k <= floor:
            return None
        found = phrase_left(self.line, k, floor) if tokens[k - 1].is_nominal else None
        opening = found is not None and not any(t.is_verbal for t in tokens[floor : found[0]])
        return (found[0], start) if found is not None and opening else None

    def _of_participle(self, start: int, floor: int) -> Range | None:
        """The source of ", adding that", "by saying", "as saying"; a gerund that is a noun has none."""
        before = self.tokens[start - 1]
        if before.lower == "as" and start >= 2:
            return self._cited(start - 1, floor)
        if before.lower == "that" or before.lower in _NOT_BY:
            return None
        if before.lower in _DISTRIBUTED:
            return start - 1, start
        return self._speaker(start, floor) or self._governor(start, floor, outer=True)

    def _governor(self, start: int, floor: int, *, outer: bool = False) -> Range | None:
        """The subject of the nearest finite verb before ``start`` in the same layer of quotation.

        ``outer`` leaves out verbs of a clause with "that": "denied that it rained, saying …".
        """
        quote = self.line.quoted[start]
        for k in range(start - 1, floor - 1, -1):
            token = self.tokens[k]
            if self.line.quoted[k] != quote or token.pos not in _FINITE or token.form is not Form.FINITE:
                continue
            begin = self._group_start(k)
            if begin <= floor:
                return None
            if self.tokens[begin - 1].pos is Pos.REL and begin - 1 > floor:
                continue
            found = phrase_left(self.line, begin, floor)
            told = outer and found is not None and found[0] > floor and self.tokens[found[0] - 1].lower == "that"
            if found is not None and not told:
                return found
        return None

    def _speaker(self, start: int, floor: int) -> Range | None:
        """The subject of the first verb of saying in the sentence, for a participle after it."""
        for k in range(floor, start):
            opens = not any(
                t.is_verbal for t in self.tokens[floor:k]
            )  # "The minister rejected …": told, though not seen
            if self.line.quoted[k] == self.line.quoted[start] and self._is_cue(k) and (opens or self._is_finite(k)):
                begin = self._group_start(k)
                found = phrase_left(self.line, begin, floor) if begin > floor else None
                if found is not None and self.tokens[found[0]].pos is not Pos.REL:
                    return found
        return None

    def _cited(self, end: int, floor: int) -> Range | None:
        """Who is quoted "as saying": the object of "quoted", or its subject in "was quoted by the agency"."""
        for k in range(end - 1, max(floor, end - NEAR), -1):
            if self.cues.lemma(self.tokens[k]) in self.cues.lists["citing_verbs"] and self._is_passive(
                k, self._group_start(k)
            ):
                return phrase_left(self.line, self._group_start(k), floor)
        return phrase_left(self.line, end, floor)

    def _next_subject(self, i: int) -> Range | None:
        """'Citing the ministry, the agency said …': the subject of the verb that follows."""
        end = next((k for k in range(i, len(self.tokens)) if self.tokens[k].text == ","), None)
        if end is None or end + 1 >= len(self.tokens):
            return None
        stop = phrase_right(self.line, end + 1)
        return (end + 1, stop) if stop > end + 1 else None

    def _inverted(self, i: int, start: int, after: int) -> Range | None:
        """The source after its verb: '"…", said Maria Lopez, who runs the clinic'."""
        if start == 0 or after >= len(self.tokens) or start != i:
            return None
        before = self.tokens[start - 1]
        if not (
            before.text in {",", "?", "!", "-"} or (self.line.quoted[start - 1] >= 0 and before.text in {'"', "'"})
        ):
            return None
        if self.tokens[after].lower in self.cues.lists["stamps"] or self.tokens[after].lower in _OBJECTS:
            return None
        if (
            self.line.quoted[after] >= 0
            or self._opens_clause(after)
            or self.tokens[after].pos in (Pos.ADP, Pos.PUNCT, Pos.SUBJ, Pos.ADV)
        ):
            return None
        if self.tokens[i].form is Form.GERUND:
            return None
        end = phrase_right(self.line, after)
        return (
            (after, end)
            if end > after and any(t.is_nominal or t.pos is Pos.PRON for t in self.tokens[after:end])
            else None
        )

    def _agent(self, after: int) -> Range | None:
        if after < len(self.tokens) and self.tokens[after].lower == "by":
            end = phrase_right(self.line, after + 1)
            return (after + 1, end) if end > after + 1 else None
        return None

    def _owner(self, i: int) -> tuple[Range | None, int]:
        """Whose statement a noun is, and where its phrase begins."""
        k = i
        while k > 0 and self.tokens[k - 1].pos in (Pos.ADJ, Pos.NOUN, Pos.ADV, Pos.DET, Pos.NUM):
            k -= 1
        before = self.tokens[k - 1] if k else None
        if before is not None and before.pos is Pos.POSS:
            return (k - 1, k), k - 1
        if before is not None and before.pos is Pos.GENITIVE:
            owner = phrase_left(self.line, k - 1, self._floor(i))
            return ((owner[0], k) if owner else None), k
        if before is not None and before.is_verbal and before.lemma in _LIGHT_VERBS:
            return self._subject(self._group_start(k - 1), k - 1), k
        return None, k

    def _antecedent(self, source: Range | None) -> Range | None:
        if source is None or self.tokens[source[1] - 1].lower not in {"who", "which", "that"}:
            return None
        if source[1] - source[0] > 1:
            return source[0], source[1] - 1
        at = source[0] - 1 if source[0] and self.tokens[source[0] - 1].text == "," else source[0]
        return phrase_left(self.line, at, self._floor(at)) if at else None
