"""Who says what in an English line: verbs, adjectives and nouns of saying, thinking and wanting."""

from __future__ import annotations

from dataclasses import replace

from verifier.domain.enums import CueClass
from verifier.extract.cues import Cue, match_following
from verifier.extract.english_contents import EnglishContents
from verifier.extract.english_sources import EnglishSources
from verifier.extract.heads import NOBODY, NOTHING
from verifier.extract.passages import Range
from verifier.extract.reading import Content, Reading
from verifier.extract.source_words import is_event
from verifier.extract.sources_left import phrase_left
from verifier.extract.things import is_no_statement
from verifier.extract.verbs import denies
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos

_BOTH = 2
_COPULAS = {"be", "feel", "seem", "become", "remain", "sound"}


class EnglishSpeech(EnglishContents, EnglishSources):
    """Reads the cues of one line."""

    def readings(self) -> list[Reading]:
        """The readings of all verb cues of the line, in order."""
        found: list[Reading] = []
        for i, token in enumerate(self.tokens):
            lemma = self.cues.lemma(token)
            mistaken = token.pos is Pos.NOUN and token.lower in self.cues.forms and i > 0
            before = self.tokens[i - 1]
            named = mistaken and (before.pos in (Pos.NAME, Pos.PRON) or (i > 1 and before.text[0].isupper()))
            if not named and (reading := self._read_adjective(i) or self._read_noun(i)):
                found.append(reading)
                continue
            if not (token.pos is Pos.VERB or token.lower in self.cues.forms):
                continue
            match = match_following(self.cues.verbs, self.tokens, i, lemma)
            if match is not None and (reading := self._read(i, *match)):
                found.append(reading)
        return found

    def _read(self, i: int, cue: Cue, after: int) -> Reading | None:
        start = self._group_start(i)
        if self._is_modifier(i, start):
            return None
        if self._is_passive(i, start):
            return self._read_passive(i, start, cue, after)
        addressing = cue.words in self.cues.lists["addressing"]  # "the mayor, Ana Ruiz, told reporters"
        inverted = self._inverted(i, start, after) if not addressing else None
        if inverted is not None and cue.takes("clause", "quote"):
            content, direct, _ = self._before(start)
            if direct or (cue.words in self.cues.lists["inverting"] and self._is_clause(content)):
                return Reading(
                    self.line, cue, ((i, after),), inverted, self._resumed(content, inverted[1], direct), direct
                )
        source = self._subject(start, i)
        content, direct, colon = Content() if self._is_described(i, after) else self._after(cue, after, i)
        if not content and source is not None and cue.takes("clause", "quote") and self._is_parenthetic(cue, i, after):
            content, direct, _ = self._before(source[0])
            if not direct and not (cue.takes("clause") and self._is_told(content)):
                content = ()
            if content:
                content = self._resumed(content, after, direct)
        if (not content and not colon) or self._is_idle(i, source, direct):
            return None
        if cue.cue_class is CueClass.FOUND and source is not None and is_event(self.line, source):
            return None
        negated = self._is_denied(start) or (source is not None and self._is_nobody(*source))
        reading = Reading(self.line, cue, ((start, after),), source, content, direct, colon, negated=negated)
        return replace(reading, named=self._antecedent(source))

    def _is_denied(self, start: int) -> bool:
        """Whether a verb before the group at ``start`` denies it: "refused to confirm", "neither confirmed nor |"."""
        refusing = load_words("syntax", "en")["governors"]["negated"]
        joint = self.tokens[start - 1] if start > 1 else None
        if joint is not None and joint.lower in ("or", "nor") and self.tokens[start - 2].is_verbal:
            first = self._group_start(start - 2)
            return denies(self.tokens[first:start]) or self._is_denied(first)
        to = any(token.pos is Pos.TO for token in self.tokens[start : start + 2])
        return joint is not None and to and joint.lemma in refusing

    def _is_nobody(self, first: int, last: int) -> bool:
        """Whether words name none: "nobody", "no evidence"."""
        none = (*load_words("syntax", "en")["negation"]["determiners"], *NOBODY, *NOTHING)
        first -= first > 0 and self.tokens[first].lower == "one"  # "no one"
        return last - first <= _BOTH and self.tokens[first].lower in none

    def _read_passive(self, i: int, start: int, cue: Cue, after: int) -> Reading | None:
        """'X is expected to …', 'it is believed that …', 'X was criticised by Y'."""
        agent = self._agent(after)
        if after >= len(self.tokens) or self._cites(cue, agent[1] if agent else after):
            return None
        opener = self.tokens[after]
        if opener.lower in self.cues.lists["clause_openers"] and cue.takes("clause"):
            return Reading(self.line, cue, ((start, after),), agent, ((after, self._clause_end(after, i)),))
        subject = phrase_left(self.line, start, self._floor(start))
        idle = cue.attitude or not cue.takes("clause", "object", "as", "name")
        if subject is None or idle or self.tokens[subject[0]].lower in self.cues.lists["impersonal"]:
            return None
        if opener.lower != "as" and is_no_statement(cue, self.tokens[slice(*subject)], "en"):
            return None
        end = self._object_end(after, i, with_time=opener.pos is Pos.TO)
        goes_on = opener.pos is Pos.TO or (opener.lower == "as" and end > after)
        rest: tuple[Range, ...] = ((after, end),) if goes_on else ()
        return Reading(self.line, cue, ((start, after),), agent, (subject, *rest)) if rest or agent else None

    def _cites(self, cue: Cue, k: int) -> bool:
        """Whether a passive only introduces whom somebody quotes ("was quoted by the agency as saying")."""
        cited = cue.words in self.cues.lists["citing_verbs"]
        return cited and k + 1 < len(self.tokens) and self.tokens[k].lower == "as" and self._is_cue(k + 1)

    def _read_adjective(self, i: int) -> Reading | None:
        """'They are sure that …', 'she was worried about …'."""
        if self.tokens[i].lower not in self.cues.adjectives:
            return None
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
        if self.tokens[i].pos is not Pos.NOUN or self.tokens[i].lemma not in self.cues.nouns:
            return None
        match = match_following(self.cues.nouns, self.tokens, i, self.tokens[i].lemma)
        content = self._complement(match[0], match[1], i) if match is not None else ()
        if match is None or not content:
            return None
        source, begin = self._owner(i)
        if source is None and (
            content[0][0] != match[1] or self.tokens[match[1]].pos is Pos.TO or (begin > 0 and self._is_cue(begin - 1))
        ):
            return None
        first = i - (self.tokens[i - 1].pos is Pos.ADJ)
        negated = first > 0 and self._is_nobody(first - 1, first) and not match[0].attitude
        if negated and match[0].cue_class is CueClass.DISTANCED:  # "there is no doubt that" says that it is so
            return None
        return Reading(self.line, match[0], ((i, match[1]),), source, content, negated=negated)

    def _complement(self, cue: Cue, after: int, i: int) -> tuple[Range, ...]:
        """What follows a noun or adjective: a clause, an infinitive, or a phrase with its preposition."""
        if after + 1 >= len(self.tokens) or self.line.quoted[after] != self.line.quoted[i]:
            return ()
        token = self.tokens[after]
        following = self.tokens[after + 1]
        if (
            token.lower in {"that", "whether"}
            and cue.takes("clause")
            and not (following.is_verbal or following.pos is Pos.ADV)
        ):
            return ((after, self._noun_clause_end(after, i)),)
        if token.pos is Pos.TO and cue.takes("to"):
            return ((after, self._object_end(after + 1, i)),)
        if cue.takes(token.lower) and following.lower not in self.cues.lists["stamps"]:
            return ((after + 1, self._object_end(after + 1, i)),)
        if self.tokens[i].pos is not Pos.NOUN and cue.takes("clause") and self._opens_clause(after):
            return ((after, self._clause_end(after, i)),)
        return ()

    def _is_clause(self, content: tuple[Range, ...]) -> bool:
        """Whether a content has a verb of its own."""
        described = False  # "A soldier, who declined to be named," is no clause
        for k in (k for part in content for k in range(*part)):
            described = self.tokens[k].pos is Pos.REL or (described and self.tokens[k].text != ",")
            if self.tokens[k].form is Form.FINITE and not described:
                return True
        return False

    def _is_told(self, content: tuple[Range, ...]) -> bool:
        """Whether a content tells something by itself, other than "According to him"."""
        return self._is_clause(content) or not any(self.tokens[a].lemma in self.cues.before for a, _ in content)

    def _is_parenthetic(self, cue: Cue, i: int, after: int) -> bool:
        """Whether a verb can end or interrupt what is said: 'Prices, she says, will rise'."""
        if self.tokens[i].form is Form.INFINITIVE or self.tokens[i].form is Form.GERUND:
            return False
        if after >= len(self.tokens):
            return True
        following = self.tokens[after]
        told = cue.takes("person") and self._ends_after(i, self.line.sentence_of(i)[1])
        return told or following.pos in (Pos.PUNCT, Pos.ADP, Pos.ADV) or following.lower in self.cues.lists["stamps"]

    def _is_idle(self, i: int, source: Range | None, direct: bool) -> bool:
        """Requests, bare infinitives, and what speakers say of themselves inside a quotation."""
        if source is None:
            opens = i <= self._floor(i) or self.tokens[i - 1].text in {",", '"', "-"}
            return not direct and (self.tokens[i].form is not Form.GERUND or self.line.quoted[i] >= 0 or not opens)
        first = self.tokens[source[0]]
        inside = self.line.quoted[i] >= 0 and not self._short_quote(i)
        asking = first.pos is Pos.REL and self.tokens[source[0] - 1].text in {'"', "'", "."}
        return inside and (
            (source[1] - source[0] == 1 and first.lower in self.cues.lists["speaker_pronouns"]) or asking
        )

    def _is_described(self, i: int, after: int) -> bool:
        """Whether a participle only says what somebody did with a source: "a report seen by the paper lists 17"."""
        if self.tokens[i].tag != "VVN" or after >= len(self.tokens) or self.tokens[after].lower != "by":
            return False
        following = self.tokens[after : self.line.sentence_of(i)[1]]
        ends = next((t for t in following if t.form is Form.FINITE or t.pos is Pos.PUNCT), None)
        return ends is not None and ends.form is Form.FINITE

    def _is_modifier(self, i: int, start: int) -> bool:
        """A participle before a noun ("the alleged attack") or an attributive gerund attributes nothing."""
        token = self.tokens[i]
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if token.form not in (Form.PARTICIPLE, Form.GERUND) or following is None or start != i:
            return False
        before = self.tokens[i - 1] if i else None
        return following.pos is Pos.NOUN and before is not None and before.pos in (Pos.DET, Pos.ADJ, Pos.POSS, Pos.ADP)
