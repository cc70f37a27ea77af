"""Who takes part: the actor a phrase names, or the one a counted thing belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.domain.attribution import Actor
from verifier.extract.cast import Cast
from verifier.extract.cues import cues_of
from verifier.extract.frames import Frame
from verifier.extract.heads import things_of
from verifier.extract.named_parties import (
    actor_at,
    adjective_in,
    body_in,
    body_of,
    is_brand,
    is_full_name,
    is_of_a_side,
    is_place,
    known_by,
    named_before,
    office_in,
    party_in,
    people_in,
    untitled,
)
from verifier.extract.names import is_body
from verifier.extract.parties import party_named
from verifier.extract.passages import Line
from verifier.extract.phrases import Phrase, is_linker, linked_phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Pos, Token


@dataclass(frozen=True, slots=True)
class Roles:
    """Agent and patient of a frame, as far as the text tells."""

    agent: Actor | None = None
    patient: Actor | None = None


@dataclass(frozen=True, slots=True)
class Participants:
    """Resolves the phrases of one sentence. ``before`` and ``after`` are the cast before and after it.

    ``speaker`` is whoever answers for the words: "our" and "we" mean them.
    """

    sentence: Sentence
    cast: Cast
    speaker: Actor | None = None

    def roles(self, frame: Frame) -> Roles:
        """The roles of a frame's predicate, filled by its subject and objects and by whom they belong to."""
        entry = frame.predicate
        if entry is None:
            return Roles(agent=self.actor_of(frame.subject) or self.owner_of(frame.subject))
        found: dict[str, Actor] = {}
        if self._is_place_that_is(frame):
            return Roles()
        subject = self.sentence.joined_with(frame.subject) if frame.subject is not None else []
        self._fill(found, subject, entry.subject, entry.subject)
        objects = [each for phrase in frame.objects for each in self.sentence.joined_with(phrase)]
        objects += [linked for phrase in objects if (linked := self._counted(phrase)) is not None]
        self._fill(found, objects, entry.object, entry.owner)
        if frame.nominal:
            self._fill_nominal(found, frame)
        agent, patient = found.get("agent"), found.get("patient")
        if agent is not None and patient is not None and agent.key == patient.key and agent.kind == "state":
            own = [p for p in objects if self._is_possessed(p)]
            patient = patient if own else None
        return Roles(agent, patient)

    def _is_place_that_is(self, frame: Frame) -> bool:
        """Whether a capital only is or becomes something: then it is the city, not the government."""
        if (
            frame.subject is None
            or frame.subject.pronoun
            or frame.lemma not in load_words("syntax", self.sentence.lang)["copulas"]
        ):
            return False
        words = " ".join(token.text for token in untitled(frame.subject))
        return load().is_capital(words, self.sentence.lang)

    def _counted(self, phrase: Phrase) -> Phrase | None:
        """The things behind a bare number: "two of its warships"."""
        if phrase.noun.pos is not Pos.NUM:
            return None
        linked = linked_phrase(phrase, self.sentence.phrases, self.sentence.lang)
        return linked if linked is not None and not linked.pronoun else None

    def _fill(self, found: dict[str, Actor], phrases: Sequence[Phrase], role: str, owner_role: str) -> None:
        actors = [actor for phrase in phrases if (actor := self.actor_of(phrase)) is not None]
        if role != "none" and len({a.key for a in actors}) == 1:
            found.setdefault(role, actors[0])
        owners = [actor for phrase in phrases if (actor := self.owner_of(phrase)) is not None]
        if owner_role != "none" and not actors and len({a.key for a in owners}) == 1:
            found.setdefault(owner_role, owners[0])

    def _fill_nominal(self, found: dict[str, Actor], frame: Frame) -> None:
        """The state in "Ukrainian attack" acts; what "on Moscow" names undergoes."""
        entry = frame.predicate
        phrase = next((p for p in self.sentence.phrases if p.first <= frame.at < p.last), None)
        if entry is None or phrase is None:
            return
        owner = self.owner_of(phrase)
        things = things_of(frame.objects, self.sentence.lang)
        undergoes = any(load().is_kind_of(thing, kind) for thing in things for kind in entry.objects if kind != "any")
        named = owner is not None and owner.span is not None and any(p.span == owner.span for p in frame.objects)
        if owner is not None and entry.subject != "none" and not (named and undergoes):
            found.setdefault(entry.subject, owner)

    def actor_of(self, phrase: Phrase | None) -> Actor | None:
        """The actor a phrase names by itself; None where it names a thing, a place or nobody known."""
        if phrase is None:
            return None
        line = self.sentence.line
        if phrase.pronoun:
            return self._pronoun(phrase, line)
        lang = self.sentence.lang
        head = phrase.noun
        if head.pos is Pos.NUM or is_place(phrase, lang):
            return None
        if (office := office_in(phrase, lang)) is not None:
            return office
        body = body_in(phrase, lang)
        if body is not None:
            return replace(body, span=phrase.span)
        words = untitled(phrase)
        proper = known_by(words, lang) if len(words) > 1 and all(t.text[:1].isupper() for t in words) else None
        if proper is not None:
            return replace(proper, span=phrase.span)
        plural = head.pos is Pos.NOUN and head.text.lower() != head.lemma.lower()
        if plural and load().thing_of_noun(head.lemma, lang) is not None and people_in(phrase, lang) is None:
            return None
        known = known_by(words, lang) or (
            known_by([head], lang) if head.pos is Pos.NAME and not is_full_name(words) else None
        )
        known = known or party_named(phrase, lang)
        if known is not None and known.kind not in ("role", "anonymous"):
            return replace(known, span=phrase.span)
        people = people_in(phrase, lang)
        if people is not None:
            return people
        if load().thing_of_noun(head.lemma, lang) is not None and known is None:
            return None
        if head.pos is Pos.NAME or known is not None:
            found = self.cast.actor(line, (phrase.first, phrase.last))
            if found is not None and found.kind != "role":
                unknown = found.key.startswith("~") and found.kind not in ("person", "org")
                return None if unknown and not self._is_plain_name(phrase) else replace(found, span=phrase.span)
        return None

    def _is_plain_name(self, phrase: Phrase) -> bool:
        """Whether a phrase is nothing but a name the reference data does not know, and no place of the sentence."""
        words = untitled(phrase)
        named = all(token.pos is Pos.NAME and token.text[:1].isupper() for token in words)
        return named and not any(place.span.overlaps(phrase.span) for place in self.sentence.places)

    def owner_of(self, phrase: Phrase | None) -> Actor | None:
        """Whose thing a phrase names: "Russian drones", "its troops", "Russlands Armee", "troops of Ukraine"."""
        if phrase is None or phrase.pronoun:
            return None
        lang = self.sentence.lang
        words = list(phrase.words[: phrase.head - phrase.first])
        for token in words:
            if token.pos is Pos.POSS:
                return self._possessor(token)
        for n, token in enumerate(words):
            entry = load().actor_of_adjective(token.text, lang) if token.text[:1].isalpha() else None
            made = n + 1 < len(words) and (words[n + 1].text == "-" or is_brand(words[n + 1 :], lang))
            if entry is not None and token.pos in (Pos.ADJ, Pos.NAME, Pos.NOUN) and not made:
                return actor_at(entry, token)
        genitive = next((n for n, token in enumerate(words) if token.pos is Pos.GENITIVE), None)
        if genitive is not None:
            return known_by(words[:genitive], lang) or (
                body_of(words[:genitive], lang) if is_of_a_side(phrase, lang) else None
            )
        return self._linked_owner(phrase)

    def _linked_owner(self, phrase: Phrase) -> Actor | None:
        """The state in "troops of Ukraine" or "Angriff der ukrainischen Streitkräfte"."""
        lang = self.sentence.lang
        for other in self.sentence.phrases:
            follows = other.prep == phrase.last and is_linker(other.tokens[other.prep], lang)
            genitive = other.first == phrase.last and lang == "de" and other.words[0].lower in ("der", "des")
            if (follows or genitive) and other.noun.pos is not Pos.NUM:
                party = party_in(other, lang) if is_of_a_side(phrase, lang) else None
                party = party or known_by(untitled(other), lang) or adjective_in(other, lang)
                return party or (self.actor_of(other) if is_of_a_side(phrase, lang) else None)
        return named_before(phrase, lang) if is_of_a_side(phrase, lang) else None

    def _pronoun(self, phrase: Phrase, line: Line) -> Actor | None:
        token = phrase.noun
        if token.pos is Pos.REL or token.lower in load_words("syntax", self.sentence.lang)["pronouns"]["first"]:
            return self.speaker if token.pos is not Pos.REL else None
        if token.lower in load_words("syntax", self.sentence.lang)["pronouns"]["plural"]:
            named = [p for p in self.sentence.phrases if p.last <= phrase.first and self._are_people(p)]
            if named and self.sentence.lang == "en":
                return self.actor_of(named[-1])
        if self.speaker is not None and self._means_speaker(token):
            return self.speaker
        found = self.cast.actor(line, (phrase.first, phrase.last))
        return None if found is not None and found.key.startswith("~") and found.kind != "person" else found

    def _are_people(self, phrase: Phrase) -> bool:
        """Whether a phrase is a plural of people or of who acts: "the organisers", "two men"."""
        head = phrase.noun
        plural = head.pos is Pos.NOUN and head.text.lower() != head.lemma.lower() and not phrase.pronoun
        things = things_of((phrase,), self.sentence.lang) if plural else []
        people = bool(things) and load().is_kind_of(things[0], "person")
        return people or (plural and body_in(phrase, self.sentence.lang) is not None)

    def _means_speaker(self, token: Token) -> bool:
        """Whether a pronoun in somebody's words means them: "Ukraine said it …", "the army said they …"."""
        if (
            self.speaker is None
            or self._is_brought_in(token)
            or any(t.pos is Pos.NAME for t in self._told_before(token))
        ):
            return False
        pronouns = load_words("syntax", self.sentence.lang)["pronouns"]
        kinds = {"person": ("person",), "role": ("person", "group")}.get(self.speaker.kind or "", ("group",))
        kinds = ("group",) if is_body(self.speaker) else kinds
        return any(token.lower in pronouns[kind] for kind in kinds)

    def _is_brought_in(self, token: Token) -> bool:
        """Whether the speaker is named only after a pronoun, as somebody new: "he was not fired, a spokesman said"."""
        span = self.speaker.span if self.speaker is not None else None
        words = load_words("syntax", self.sentence.lang)
        if span is None or span.start < token.span.end or token.lower not in words["pronouns"]["person"]:
            return False
        index = self.sentence.index_at(span.start)
        before = self.sentence.tokens[max(0, index - 1) : index + 1]
        return any(t.lower in words["one_of_many"] for t in before)

    def _told_before(self, token: Token) -> Sequence[Token]:
        """The words of the pronoun's own clause before it: a name there is a nearer candidate."""
        clause = self.sentence.clause_of(self.sentence.index_at(token.span.start))
        return (
            [t for t in clause.tokens[clause.first :] if t.span.end <= token.span.start] if clause is not None else []
        )

    def _possessor(self, token: Token) -> Actor | None:
        """Whom "its", "their" or "our" means: the subject before it, else the group being spoken of."""
        pronouns = load_words("syntax", self.sentence.lang)["pronouns"]
        if token.lower.startswith(tuple(pronouns["first_possessive"])):
            return self.speaker
        index = self.sentence.index_at(token.span.start)
        clause = self.sentence.clause_of(index)
        subject = clause.subject if clause is not None else None
        if subject is not None and subject.last <= index:
            found = self.actor_of(subject) or self.owner_of(subject)
            if found is not None:
                return found if found.kind != "person" else None
            if any(load().is_kind_of(thing, "person") for thing in things_of((subject,), self.sentence.lang)):
                return None
        if self.speaker is None or token.lower not in pronouns["body_possessive"]:
            return None
        return self.speaker if is_body(self.speaker) else (self.cast.body if self._is_spokesperson() else None)

    def _is_spokesperson(self) -> bool:
        """Whether somebody speaks for the body spoken of: "ten of its members were killed, a spokeswoman said"."""
        words = cues_of(self.sentence.lang).lists["spokespeople"]
        return any(token.lemma.lower() in words for token in self.sentence.tokens)

    def _is_possessed(self, phrase: Phrase) -> bool:
        return any(token.pos is Pos.POSS for token in phrase.words)
