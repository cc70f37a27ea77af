"""Where reported speech ends: with its sentence, or before the words that take the speech up again."""

from __future__ import annotations

from verifier.extract.english_line import AROUND_VERB, NEAR, EnglishLine
from verifier.extract.source_words import STARTS
from verifier.extract.sources import phrase_right
from verifier.text.tokens import Form, Pos, Token


class EnglishExtents(EnglishLine):
    """Finds the end of a content."""

    def _clause_end(self, begin: int, i: int) -> int:
        """Where reported speech that begins at ``begin`` ends: mostly with its sentence."""
        tokens = self.tokens
        end = self.line.sentence_of(begin)[1]
        subordinate = self._is_subordinate(i)
        for k in range(begin + 1, end - 1):
            if self.line.quoted[k] != self.line.quoted[begin] and self.line.quoted[k] >= 0:
                continue
            if tokens[k].text == ";" or (tokens[k].text == "," and self._closes(k, subordinate)):
                return k
            if (
                tokens[k].pos is Pos.CONJ
                and tokens[k + 1].form is Form.FINITE
                and self._is_cue(k + 1)
                and self._is_finite(i)
            ):
                return k
        return self._end_mark(end)

    def _closes(self, k: int, subordinate: bool) -> bool:
        """Whether the comma at ``k`` ends reported speech."""
        following = self.tokens[k + 1]
        if following.form is Form.GERUND and self._is_cue(k + 1):
            return True
        inverted = following.form is Form.FINITE and self.cues.lemma(following) in self.cues.lists["inverting"]
        if following.lower == "according" or inverted or self._names_speaker(k + 1):
            return True
        if following.pos is Pos.CONJ and k + 2 < len(self.tokens):
            after = self.tokens[k + 2]
            return after.form is Form.FINITE and self._is_cue(k + 2)
        return subordinate

    def _names_speaker(self, k: int) -> bool:
        """Whether the rest of the sentence only says who said so ("…, a police source told the paper")."""
        if self.tokens[k].pos not in STARTS and self.tokens[k].pos is not Pos.PRON:
            return False
        verb = phrase_right(self.line, k, min(len(self.tokens), k + NEAR))
        end = self.line.sentence_of(k)[1]
        if verb >= end or not self._is_cue(verb) or self.tokens[verb].form is not Form.FINITE:
            return False
        return self.cues.verbs[self.cues.lemma(self.tokens[verb])][-1].takes("clause") and self._ends_after(verb, end)

    def _ends_after(self, verb: int, end: int) -> bool:
        """Whether nothing more is told after a verb of saying."""
        return not any(t.is_verbal or t.pos is Pos.SUBJ for t in self.tokens[verb + 1 : end])

    def _is_subordinate(self, i: int) -> bool:
        """Whether the cue stands in a clause that opens its sentence and is followed by the main clause."""
        floor = self._floor(i)
        for k in range(i - 1, max(floor - 1, i - NEAR), -1):
            token = self.tokens[k]
            if token.pos is Pos.REL or (token.pos is Pos.SUBJ and token.lower not in {"that", "as"}):
                return True
            if (token.is_verbal and token.form is Form.FINITE) or token.text in {",", '"'}:
                return False
        return False

    def _object_end(self, begin: int, i: int, *, with_time: bool = False) -> int:
        """Where a noun phrase, gerund or infinitive ends that is the object of the cue.

        A day behind it is that of saying it, unless it comes ``with_time``: "is expected to resume on Friday".
        """
        end = self.line.sentence_of(i)[1]
        start = self._group_start(i)
        relative = start > 0 and self.tokens[start - 1].lower in {"who", "which"}
        for k in range(begin, end):
            if self.line.quoted[k] >= 0 and self.line.quoted[k] != self.line.quoted[i]:
                continue
            if self._ends_object(k, begin, end) or (relative and k > begin and self._resumes(k)):
                return k
            if not with_time and k > begin + 1 and self.tokens[k].lower in self.cues.lists["stamps"]:
                return k - 1 if self.tokens[k - 1].pos is Pos.ADP else k
        return self._end_mark(end)

    def _ends_object(self, k: int, begin: int, end: int) -> bool:
        """Whether a mark, a word of time or a second verb ends the object at ``k``."""
        token = self.tokens[k]
        dash = token.text == "-" and not (k > 0 and self.tokens[k - 1].span.end == token.span.start)
        if dash or token.text in {",", ";", ":"}:
            return not self._continues_object(k) or (token.text == "," and self._names_speaker(k + 1))
        if token.lower in self.cues.lists["object_stops"]:
            return k > begin
        return token.pos is Pos.CONJ and k + 1 < end and self.tokens[k + 1].form is Form.FINITE

    def _resumes(self, k: int) -> bool:
        """Whether the main verb follows a relative clause ("The man who accused her | moved away")."""
        token = self.tokens[k]
        finite = token.is_verbal and token.form in (Form.FINITE, Form.PARTICIPLE)
        return finite and self.tokens[k - 1].is_nominal

    def _continues_object(self, k: int) -> bool:
        if k + 1 >= len(self.tokens) or self.tokens[k].text != ",":
            return False
        following = self.tokens[k + 1]
        return (
            following.pos is Pos.REL
            or following.lower in {"including", "which", "who", "especially"}
            or (following.pos in (Pos.ADJ, Pos.NOUN, Pos.NUM) and self.tokens[k - 1].pos in (Pos.ADJ, Pos.NOUN))
        )

    def _noun_clause_end(self, after: int, i: int) -> int:
        """The end of a clause that belongs to a noun: before the main verb where the noun is its subject."""
        end = self._clause_end(after, i)
        if self.tokens[i].pos is not Pos.NOUN or any(t.is_verbal for t in self.tokens[self._floor(i) : i]):
            return end
        seen = False
        for k in range(after + 1, end):
            token = self.tokens[k]
            if token.pos in (Pos.CONJ, Pos.SUBJ, Pos.REL) or token.text == ",":
                return end
            if seen and self._starts_again(token, self.tokens[k - 1]):
                return k
            seen = seen or (token.is_verbal and token.form is Form.FINITE)
        return end

    @staticmethod
    def _starts_again(token: Token, before: Token) -> bool:
        """Whether a verb after a whole clause is that of the sentence ("that votes were lost | drew laughter")."""
        if token.is_verbal and token.form is Form.FINITE:
            return before.form is Form.PARTICIPLE or before.pos not in (*AROUND_VERB, Pos.VERB)
        return token.pos is Pos.VERB and token.form is Form.PARTICIPLE and before.is_nominal
