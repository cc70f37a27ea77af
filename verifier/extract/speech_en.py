"""Who says what in an English line: verbs of saying, thinking and wanting with their source and content."""

from __future__ import annotations

from dataclasses import replace

from verifier.extract.cues import Cue, Cues, match_following
from verifier.extract.passages import Line, Range
from verifier.extract.reading import Reading
from verifier.extract.sources import phrase_left, phrase_right
from verifier.text.tokens import Form, Pos, Token

_AROUND_VERB = (Pos.AUX, Pos.MODAL, Pos.ADV, Pos.NEG, Pos.TO)
_FINITE = (Pos.VERB, Pos.AUX, Pos.MODAL)
_LIGHT = 24
_NOT_BY = {"of", "for", "from", "against"}
_COPULAS = {"be", "feel", "seem", "become", "remain", "sound"}
_LIGHT_VERBS = {"have", "express", "make", "voice", "raise", "share", "issue", "repeat", "give", "offer"}


class EnglishSpeech:
    """Reads the verb cues of one line."""

    def __init__(self, line: Line, cues: Cues) -> None:
        self.line = line
        self.tokens = line.tokens
        self.cues = cues

    def readings(self) -> list[Reading]:
        """The readings of all verb cues of the line, in order."""
        found: list[Reading] = []
        for i, token in enumerate(self.tokens):
            lemma = self.cues.lemma(token)
            if reading := self._read_adjective(i) or self._read_noun(i):
                found.append(reading)
                continue
            if not (token.pos is Pos.VERB or token.lower in self.cues.forms):
                continue
            match = match_following(self.cues.verbs, self.tokens, i, lemma)
            if match is not None and (reading := self._read(i, *match)):
                found.append(reading)
        return found

    def _read_adjective(self, i: int) -> Reading | None:
        """'They are sure that …', 'she was worried about …'."""
        match = match_following(self.cues.adjectives, self.tokens, i, self.tokens[i].lower)
        start = self._group_start(i)
        if match is None or not any(t.lemma in _COPULAS for t in self.tokens[start:i]):
            if match is None or start == 0 or self.tokens[start - 1].lemma not in _COPULAS:
                return None
            start = self._group_start(start - 1)
        source = self._subject(start, i)
        content = self._complement(match[0], match[1], i)
        if not content or source is None or self.tokens[source[0]].lower in self.cues.lists["impersonal"]:
            return None
        return Reading(self.line, match[0], ((start, match[1]),), source, content, named=self._antecedent(source))

    def _read_noun(self, i: int) -> Reading | None:
        """'His claim that …', 'the accusation that …', 'the party's decision to …'."""
        if self.tokens[i].pos is not Pos.NOUN:
            return None
        match = match_following(self.cues.nouns, self.tokens, i, self.tokens[i].lemma)
        content = self._complement(match[0], match[1], i) if match is not None else ()
        if match is None or not content:
            return None
        source, begin = self._owner(i)
        if source is None and (content[0][0] != match[1] or self.tokens[match[1]].pos is Pos.TO or begin > 0 and self._is_cue(begin - 1)):
            return None
        return Reading(self.line, match[0], ((i, match[1]),), source, content)

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

    def _complement(self, cue: Cue, after: int, i: int) -> tuple[Range, ...]:
        """What follows a noun or adjective: a clause, an infinitive, or a phrase with its preposition."""
        if after + 1 >= len(self.tokens) or self.line.quoted[after] != self.line.quoted[i]:
            return ()
        token = self.tokens[after]
        following = self.tokens[after + 1]
        if token.lower in {"that", "whether"} and cue.takes("clause") and not (following.is_verbal or following.pos is Pos.ADV):
            return ((after, self._noun_clause_end(after, i)),)
        if token.pos is Pos.TO and cue.takes("to"):
            return ((after, self._object_end(after + 1, i)),)
        if cue.takes(token.lower) and following.lower not in self.cues.lists["stamps"]:
            return ((after + 1, self._object_end(after + 1, i)),)
        if self.tokens[i].pos is not Pos.NOUN and cue.takes("clause") and self._opens_clause(after):
            return ((after, self._clause_end(after, i)),)
        return ()

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
            if token.is_verbal and (token.form is Form.FINITE or seen and token.form is Form.PARTICIPLE):
                if seen and self.tokens[k - 1].pos not in (*_AROUND_VERB, Pos.VERB):
                    return k
                seen = True
        return end

    def _read(self, i: int, cue: Cue, after: int) -> Reading | None:
        start = self._group_start(i)
        if self._is_modifier(i, start):
            return None
        if self._is_passive(i, start):
            return self._read_passive(i, start, cue, after)
        inverted = self._inverted(i, start, after)
        if inverted is not None and cue.takes("clause", "quote"):
            content, direct = self._before(start)
            if direct or content and cue.rest == () and cue.words in self.cues.lists["inverting"]:
                return Reading(self.line, cue, ((i, after),), inverted, self._resumed(content, inverted[1], direct), direct)
        source = self._subject(start, i)
        content, direct, colon = self._after(cue, after, i)
        if not content and source is not None and cue.takes("clause", "quote") and self._is_parenthetic(i, after):
            content, direct = self._before(source[0])
            if not direct and not cue.takes("clause"):
                content = ()
            if content:
                content = self._resumed(content, after, direct)
        if not content and not colon or self._is_idle(i, source, direct):
            return None
        reading = Reading(self.line, cue, ((start, after),), source, content, direct, colon)
        return replace(reading, named=self._antecedent(source))

    def _is_parenthetic(self, i: int, after: int) -> bool:
        """Whether a verb can end or interrupt what is said: 'Prices, she says, will rise'."""
        if self.tokens[i].form is Form.INFINITIVE or self.tokens[i].form is Form.GERUND:
            return False
        if after >= len(self.tokens):
            return True
        following = self.tokens[after]
        return following.pos in (Pos.PUNCT, Pos.ADP, Pos.ADV) or following.lower in self.cues.lists["stamps"]

    def _is_idle(self, i: int, source: Range | None, direct: bool) -> bool:
        """Requests, bare infinitives, and what speakers say of themselves inside a quotation."""
        if source is None:
            opens = i <= self._floor(i) or self.tokens[i - 1].text in {",", '"', "-"}
            return not direct and (self.tokens[i].form is not Form.GERUND or self.line.quoted[i] >= 0 or not opens)
        first = self.tokens[source[0]]
        inside = self.line.quoted[i] >= 0 and not self._short_quote(i)
        asking = first.pos is Pos.REL and self.tokens[source[0] - 1].text in {'"', "'", "."}
        return inside and (source[1] - source[0] == 1 and first.lower in self.cues.lists["speaker_pronouns"] or asking)

    def _short_quote(self, i: int) -> bool:
        first, last = self.line.quotes[self.line.quoted[i]]
        return last - first <= 6

    def _group_start(self, i: int) -> int:
        while i > 0 and self.tokens[i - 1].pos in _AROUND_VERB and self.line.quoted[i - 1] == self.line.quoted[i]:
            i -= 1
        while i < len(self.tokens) - 1 and self.tokens[i].pos is Pos.ADV and self.tokens[i + 1].pos is Pos.ADV:
            i += 1
        return i

    def _is_modifier(self, i: int, start: int) -> bool:
        """A participle before a noun ("the alleged attack") or an attributive gerund attributes nothing."""
        token = self.tokens[i]
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if token.form not in (Form.PARTICIPLE, Form.GERUND) or following is None or start != i:
            return False
        before = self.tokens[i - 1] if i else None
        return following.pos is Pos.NOUN and before is not None and before.pos in (Pos.DET, Pos.ADJ, Pos.POSS, Pos.ADP)

    def _is_passive(self, i: int, start: int) -> bool:
        token = self.tokens[i]
        if token.form is Form.GERUND or token.form is Form.INFINITIVE:
            return False
        auxiliaries = [t.lemma for t in self.tokens[start:i] if t.pos is Pos.AUX]
        return bool(auxiliaries) and auxiliaries[-1] in {"be", "get"}

    def _read_passive(self, i: int, start: int, cue: Cue, after: int) -> Reading | None:
        """'X is expected to …', 'it is believed that …', 'X was criticised by Y'."""
        agent = self._agent(after)
        resumes = agent[1] if agent else after
        if cue.words in self.cues.lists["citing_verbs"] and resumes < len(self.tokens) and self.tokens[resumes].lower == "as":
            return None
        opener = self.tokens[after] if after < len(self.tokens) else None
        subject = phrase_left(self.line, start, self._floor(start))
        if opener is None:
            return None
        if opener.lower in self.cues.lists["clause_openers"] and cue.takes("clause"):
            return Reading(self.line, cue, ((start, after),), agent, ((after, self._clause_end(after, i)),))
        if subject is None or cue.attitude or not cue.takes("clause", "object", "as", "name"):
            return None
        if self.tokens[subject[0]].lower in self.cues.lists["impersonal"]:
            return None
        end = self._object_end(after, i)
        rest: tuple[Range, ...] = ((after, end),) if opener.pos is Pos.TO or (opener.lower == "as" and end > after) else ()
        if opener.lower == "as" and end > after + 1 and self.tokens[after + 1].form is Form.GERUND:
            return None
        if not rest and agent is None:
            return None
        return Reading(self.line, cue, ((start, after),), agent, (subject, *rest))

    def _agent(self, after: int) -> Range | None:
        if after < len(self.tokens) and self.tokens[after].lower == "by":
            return after + 1, phrase_right(self.line, after + 1)
        return None

    def _floor(self, i: int) -> int:
        return self.line.sentence_of(i)[0] if i < len(self.tokens) else 0

    def _inverted(self, i: int, start: int, after: int) -> Range | None:
        """The source after its verb: '"…", said Maria Lopez, who runs the clinic'."""
        if start == 0 or after >= len(self.tokens) or start != i:
            return None
        before = self.tokens[start - 1]
        if not (before.text in {",", "?", "!", "-"} or self.line.quoted[start - 1] >= 0 and before.text in {'"', "'"}):
            return None
        if self.tokens[after].lower in self.cues.lists["stamps"] or self.tokens[after].lower in {"me", "him", "us", "them", "her"}:
            return None
        if self.line.quoted[after] >= 0 or self._opens_clause(after) or self.tokens[after].pos in (Pos.ADP, Pos.PUNCT, Pos.SUBJ, Pos.ADV):
            return None
        if self.tokens[i].form is Form.GERUND:
            return None
        end = phrase_right(self.line, after)
        return (after, end) if end > after and any(t.is_nominal or t.pos is Pos.PRON for t in self.tokens[after:end]) else None

    def _subject(self, start: int, i: int) -> Range | None:
        """The source before its verb, or that of the verb it is joined to."""
        tokens, floor = self.tokens, self._floor(start)
        if start <= floor:
            return self._next_subject(i) if tokens[i].form is Form.GERUND else None
        before = tokens[start - 1]
        form = tokens[i].form
        if start < i and any(t.pos is Pos.TO for t in tokens[start:i]):
            return self._governor(start, floor) if before.is_verbal else None
        if form is Form.GERUND and start == i:
            if before.lower == "as" and start >= 2:
                return self._cited(start - 1, floor)
            if before.pos is Pos.SUBJ and before.lower == "that" or before.lower in _NOT_BY:
                return None
            if before.text == "," or before.pos in (Pos.ADP, Pos.SUBJ, Pos.CONJ):
                return self._speaker(start, floor) or self._governor(start, floor)
        if before.pos is Pos.CONJ:
            return self._speaker(start, floor) or self._governor(start, floor)
        if before.lower == "that" and start - 1 > floor and tokens[start - 2].is_nominal:
            return start - 1, start
        found = phrase_left(self.line, start, floor)
        if found is None and before.text in {",", '"', "-"}:
            return self._governor(start, floor)
        return found

    def _cited(self, end: int, floor: int) -> Range | None:
        """Who is quoted "as saying": the object of "quoted", or its subject in "was quoted by the agency"."""
        for k in range(end - 1, max(floor, end - _LIGHT), -1):
            if self.cues.lemma(self.tokens[k]) in self.cues.lists["citing_verbs"] and self._is_passive(k, self._group_start(k)):
                return phrase_left(self.line, self._group_start(k), floor)
        return phrase_left(self.line, end, floor)

    def _next_subject(self, i: int) -> Range | None:
        """'Citing the ministry, the agency said …': the subject of the verb that follows."""
        end = next((k for k in range(i, len(self.tokens)) if self.tokens[k].text == ","), None)
        if end is None or end + 1 >= len(self.tokens):
            return None
        stop = phrase_right(self.line, end + 1)
        return (end + 1, stop) if stop > end + 1 else None

    def _speaker(self, start: int, floor: int) -> Range | None:
        """The subject of the first verb of saying in the sentence, for a participle after it."""
        for k in range(floor, start):
            if self.line.quoted[k] == self.line.quoted[start] and self._is_cue(k) and self._is_finite(k):
                begin = self._group_start(k)
                found = phrase_left(self.line, begin, floor) if begin > floor else None
                if found is not None and self.tokens[found[0]].pos is not Pos.REL:
                    return found
        return None

    def _governor(self, start: int, floor: int) -> Range | None:
        """The subject of the nearest finite verb before ``start`` in the same layer of quotation."""
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
            if found is not None:
                return found
        return None

    def _antecedent(self, source: Range | None) -> Range | None:
        if source is None or source[1] - source[0] > 1 or self.tokens[source[0]].lower not in {"who", "which", "that"}:
            return None
        at = source[0] - 1 if source[0] and self.tokens[source[0] - 1].text == "," else source[0]
        return phrase_left(self.line, at, self._floor(at)) if at else None

    def _after(self, cue: Cue, after: int, i: int) -> tuple[tuple[Range, ...], bool, bool]:
        """The content after the cue, whether it is a direct quotation, and whether it follows a colon at the end."""
        tokens = self.tokens
        limit = self.line.sentence_of(i)[1]
        k = after
        if cue.takes("clause") and k < limit and tokens[k].pos is Pos.AUX and tokens[k].form is Form.FINITE:
            return ((k, self._clause_end(k, i)),), False, False
        while k < min(limit, after + _LIGHT):
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
            if token.pos is Pos.TO and k + 1 < limit and cue.takes("to", "person") and (k == after or cue.takes("person")):
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
        return token.text in {",", "-"} or (token.pos is not Pos.PUNCT and not token.is_verbal and token.pos is not Pos.SUBJ)

    def _quoted(self, cue: Cue, k: int, after: int) -> tuple[tuple[Range, ...], bool, bool]:
        """Quoted words after a cue: a whole utterance, or the beginning of a clause or object."""
        if not cue.takes("clause", "quote", "object", "as", "person"):
            return (), False, False
        number = self.line.quoted[k]
        first, last = self.line.quotes[number]
        limit = self.line.sentence_of(last - 1)[1]
        rest = [t for t in self.tokens[last:limit] if t.pos is not Pos.PUNCT]
        if rest and not cue.takes("quote") or rest and self.tokens[first + 1].text[:1].islower():
            if k == after or not cue.takes("object"):
                return ((first, max(last, self._object_end(last, k))),), False, False
        content = [(first, last)]
        return tuple(content), True, False

    def _opens_object(self, k: int) -> bool:
        token = self.tokens[k]
        return token.pos in (Pos.DET, Pos.POSS, Pos.NUM, Pos.ADJ, Pos.NOUN, Pos.NAME, Pos.PRON, Pos.OTHER) or token.form is Form.GERUND or (token.pos is Pos.ADV and k + 1 < len(self.tokens) and self.tokens[k + 1].is_nominal)

    def _opens_clause(self, k: int) -> bool:
        """Whether a subject and its finite verb begin at ``k``, so that "that" is left out."""
        tokens = self.tokens
        seen = False
        for m in range(k, min(k + _LIGHT, len(tokens))):
            token = tokens[m]
            if token.is_verbal and m > k:
                return seen and (token.form is Form.FINITE or token.pos in (Pos.AUX, Pos.MODAL))
            if token.pos in (Pos.SUBJ, Pos.REL, Pos.TO) or token.text in {",", ".", ";", ":"} or token.is_verbal:
                return False
            if m == k and token.pos is Pos.ADP:
                return False
            if token.is_nominal or token.pos in (Pos.PRON, Pos.DET, Pos.NUM):
                seen = True
        return False

    def _clause_end(self, begin: int, i: int) -> int:
        """Where reported speech that begins at ``begin`` ends: mostly with its sentence."""
        tokens = self.tokens
        end = self.line.sentence_of(begin)[1]
        subordinate = self._is_subordinate(i)
        for k in range(begin + 1, end - 1):
            if self.line.quoted[k] != self.line.quoted[begin] and self.line.quoted[k] >= 0:
                continue
            if tokens[k].text == ";" or tokens[k].text == "," and self._closes(k, subordinate):
                return k
            if tokens[k].pos is Pos.CONJ and tokens[k + 1].form is Form.FINITE and self._is_cue(k + 1) and self._is_finite(i):
                return k
        return self._end_mark(end)

    def _closes(self, k: int, subordinate: bool) -> bool:
        """Whether the comma at ``k`` ends reported speech."""
        following = self.tokens[k + 1]
        if following.form is Form.GERUND and self._is_cue(k + 1):
            return True
        if following.lower == "according":
            return True
        if following.pos is Pos.CONJ and k + 2 < len(self.tokens):
            after = self.tokens[k + 2]
            return after.form is Form.FINITE and self._is_cue(k + 2)
        return subordinate

    def _is_cue(self, k: int) -> bool:
        token = self.tokens[k]
        return token.pos is Pos.VERB and match_following(self.cues.verbs, self.tokens, k, self.cues.lemma(token)) is not None

    def _is_finite(self, k: int) -> bool:
        """Whether the verb at ``k`` has a finite form in its group ("did not say")."""
        return any(t.form is Form.FINITE for t in self.tokens[self._group_start(k) : k + 1])

    def _is_subordinate(self, i: int) -> bool:
        """Whether the cue stands in a clause that opens its sentence and is followed by the main clause."""
        floor = self._floor(i)
        for k in range(i - 1, max(floor - 1, i - _LIGHT), -1):
            token = self.tokens[k]
            if token.pos is Pos.REL or (token.pos is Pos.SUBJ and token.lower not in {"that", "as"}):
                return True
            if token.is_verbal and token.form is Form.FINITE or token.text in {",", '"'}:
                return False
        return False

    def _object_end(self, begin: int, i: int) -> int:
        """Where a noun phrase, gerund or infinitive ends that is the object of the cue."""
        tokens = self.tokens
        end = self.line.sentence_of(i)[1]
        relative = self._group_start(i) > 0 and tokens[self._group_start(i) - 1].lower in {"who", "which"}
        for k in range(begin, end):
            if self.line.quoted[k] >= 0 and self.line.quoted[k] != self.line.quoted[i]:
                continue
            token = tokens[k]
            if relative and k > begin and token.is_verbal and token.form in (Form.FINITE, Form.PARTICIPLE) and tokens[k - 1].is_nominal:
                return k
            if token.text in {",", ";", ":"} or (token.text == "-" and not (0 < k and tokens[k - 1].span.end == token.span.start)):
                if not self._continues_object(k):
                    return k
            if k > begin and token.lower in self.cues.lists["object_stops"]:
                return k
            if k > begin + 1 and token.lower in self.cues.lists["stamps"]:
                return k - 1 if tokens[k - 1].pos is Pos.ADP else k
            if token.pos is Pos.CONJ and k + 1 < end and tokens[k + 1].form is Form.FINITE and not tokens[k + 1].is_nominal:
                return k
        return self._end_mark(end)

    def _continues_object(self, k: int) -> bool:
        if k + 1 >= len(self.tokens) or self.tokens[k].text != ",":
            return False
        following = self.tokens[k + 1]
        return following.pos is Pos.REL or following.lower in {"including", "which", "who", "especially"} or (
            following.pos in (Pos.ADJ, Pos.NOUN, Pos.NUM) and self.tokens[k - 1].pos in (Pos.ADJ, Pos.NOUN)
        )

    def _end_mark(self, end: int) -> int:
        """``end`` without the marks that close a sentence outside quotation marks."""
        while end > 0 and self.tokens[end - 1].text in {".", "!", "?", ";", ",", ":"} and self.line.quoted[end - 1] < 0:
            end -= 1
        return end

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
        return first <= floor or self.tokens[first - 1].text in {",", ":", ".", "-"} or (
            self.tokens[max(last - 2, first)].text in {",", "?", "!", "."}
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
