"""Who takes part: the actor a phrase names, or the one a counted thing belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.domain.attribution import Actor
from verifier.extract.cast import Cast
from verifier.extract.cues import cues_of
from verifier.extract.frames import Frame
from verifier.extract.heads import common_noun, things_of
from verifier.extract.names import is_body, known_actor
from verifier.extract.parties import party_named
from verifier.extract.passages import Line
from verifier.extract.phrases import Phrase, is_linker, linked_phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer
from verifier.reference.model import ActorEntry
from verifier.text.tokens import Pos, Token

_LONGEST_OFFICE = 2
_PARTIES = ("org", "group", "state")


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
        words = " ".join(token.text for token in _untitled(frame.subject))
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
        head = phrase.noun
        if head.pos is Pos.NUM or self._is_place(phrase):
            return None
        if (office := self._office_in(phrase)) is not None:
            return office
        body = self._body(phrase)
        if body is not None:
            return replace(body, span=phrase.span)
        words = _untitled(phrase)
        proper = self._known(words) if len(words) > 1 and all(t.text[:1].isupper() for t in words) else None
        if proper is not None:
            return replace(proper, span=phrase.span)
        plural = head.pos is Pos.NOUN and head.text.lower() != head.lemma.lower()
        if plural and load().thing_of_noun(head.lemma, self.sentence.lang) is not None and self._people(phrase) is None:
            return None
        known = self._known(words) or (
            self._known([head]) if head.pos is Pos.NAME and not _is_full_name(words) else None
        )
        known = known or party_named(phrase, self.sentence.lang)
        if known is not None and known.kind not in ("role", "anonymous"):
            return replace(known, span=phrase.span)
        people = self._people(phrase)
        if people is not None:
            return people
        if load().thing_of_noun(head.lemma, self.sentence.lang) is not None and known is None:
            return None
        if head.pos is Pos.NAME or known is not None:
            found = self.cast.actor(line, (phrase.first, phrase.last))
            if found is not None and found.kind != "role":
                unknown = found.key.startswith("~") and found.kind not in ("person", "org")
                return None if unknown and not self._is_plain_name(phrase) else replace(found, span=phrase.span)
        return None

    def _is_plain_name(self, phrase: Phrase) -> bool:
        """Whether a phrase is nothing but a name the reference data does not know, and no place of the sentence."""
        words = _untitled(phrase)
        named = all(token.pos is Pos.NAME and token.text[:1].isupper() for token in words)
        return named and not any(place.span.overlaps(phrase.span) for place in self.sentence.places)

    def _is_place(self, phrase: Phrase) -> bool:
        """Whether a noun before a name makes it a place: "die Stadt Orlow"."""
        kind = common_noun(phrase)
        nouns = load_words("syntax", self.sentence.lang)["place_nouns"]
        return kind is not None and any(kind.lemma in listed for listed in nouns.values())

    def _office_in(self, phrase: Phrase) -> Actor | None:
        """A court or police of the town behind it: "das Landgericht München", "die Polizei Köln"."""
        noun = common_noun(phrase)
        named = phrase.noun.pos is Pos.NAME and load_gazetteer().places_named(phrase.noun.text, self.sentence.lang)
        known = known_actor(noun.text, self.sentence.lang) if noun is not None and named else None
        entry = load().actor(known.key) if known is not None else None
        local = entry is not None and entry.nature == "local"
        return replace(known, span=phrase.span) if known is not None and local else None

    def _body(self, phrase: Phrase) -> Actor | None:
        """A body known by its office alone: "the government", "police", "die Rebellen"; a number counts members."""
        if any(token.pos is Pos.NUM for token in phrase.words):
            return None
        words = _untitled(phrase)
        known = known_actor(" ".join(token.text for token in words), self.sentence.lang)
        if known is None or known.kind != "role" or len(words) > _LONGEST_OFFICE:
            return None
        return known if phrase.noun.pos is Pos.NOUN and phrase.words[0].pos is not Pos.POSS else None

    def owner_of(self, phrase: Phrase | None) -> Actor | None:
        """Whose thing a phrase names: "Russian drones", "its troops", "Russlands Armee", "troops of Ukraine"."""
        if phrase is None or phrase.pronoun:
            return None
        words = list(phrase.words[: phrase.head - phrase.first])
        for token in words:
            if token.pos is Pos.POSS:
                return self._possessor(token)
        for n, token in enumerate(words):
            entry = load().actor_of_adjective(token.text, self.sentence.lang) if token.text[:1].isalpha() else None
            made = n + 1 < len(words) and (words[n + 1].text == "-" or self._is_brand(words[n + 1 :]))
            if entry is not None and token.pos in (Pos.ADJ, Pos.NAME, Pos.NOUN) and not made:
                return _actor(entry, token)
        genitive = next((n for n, token in enumerate(words) if token.pos is Pos.GENITIVE), None)
        if genitive is not None:
            return self._known(words[:genitive]) or (
                self._body_of(words[:genitive]) if self._is_of_a_side(phrase) else None
            )
        return self._linked_owner(phrase)

    def _is_brand(self, words: Sequence[Token]) -> bool:
        """A name between adjective and noun tells where a thing was made, not whose it is ("Iranian Shahed drones")."""
        if self.sentence.lang == "de":
            return any(token.pos is Pos.NAME for token in words)
        return any(token.text[:1].isupper() and load().actor_of_adjective(token.text, "en") is None for token in words)

    def _linked_owner(self, phrase: Phrase) -> Actor | None:
        """The state in "troops of Ukraine" or "Angriff der ukrainischen Streitkräfte"."""
        for other in self.sentence.phrases:
            follows = other.prep == phrase.last and is_linker(other.tokens[other.prep], self.sentence.lang)
            genitive = (
                other.first == phrase.last and self.sentence.lang == "de" and other.words[0].lower in ("der", "des")
            )
            if (follows or genitive) and other.noun.pos is not Pos.NUM:
                party = self._party_in(other) if self._is_of_a_side(phrase) else None
                party = party or self._known(_untitled(other)) or self._adjective_in(other)
                return party or (self.actor_of(other) if self._is_of_a_side(phrase) else None)
        return self._named_before(phrase) if self._is_of_a_side(phrase) else None

    def _is_of_a_side(self, phrase: Phrase) -> bool:
        """Whether a phrase names things that every side has: fighters, drones, losses."""
        entry = load().thing_of_noun(phrase.noun.lemma, self.sentence.lang)
        if entry is not None and entry.side_bearing:
            return True
        return any(
            s.owner == s.subject == "patient" for s in load().predicates_of_noun(phrase.noun.lemma, self.sentence.lang)
        )

    def _named_before(self, phrase: Phrase) -> Actor | None:
        """The party whose name or office stands right before the noun: "M23 fighters", "junta soldiers"."""
        tokens, lang = phrase.tokens, self.sentence.lang
        for first in range(phrase.first, phrase.head):
            words = tokens[first : phrase.head]
            if lang == "en" and all(token.is_nominal for token in words):
                found = known_actor(" ".join(token.text for token in words), lang)
                if found is not None and found.kind in (*_PARTIES, "role"):
                    return replace(found, span=words[0].span)
        return None

    def _party_in(self, phrase: Phrase) -> Actor | None:
        """The party that a phrase names beside a word for what it is: "die Rebellengruppe M23"."""
        known = (known_actor(t.text, self.sentence.lang) for t in phrase.words if t.text[:1].isupper() and t.is_nominal)
        return next((actor for actor in known if actor is not None and actor.kind in _PARTIES), None)

    def _adjective_in(self, phrase: Phrase) -> Actor | None:
        for token in phrase.words:
            entry = load().actor_of_adjective(token.text, self.sentence.lang) if token.pos is Pos.ADJ else None
            if entry is not None:
                return _actor(entry, token)
        return None

    def _people(self, phrase: Phrase) -> Actor | None:
        """The state whose people a noun names: "50,000 Russians"."""
        head = phrase.noun
        entry = load().actor_of_adjective(head.text, self.sentence.lang) if head.text[:1].isupper() else None
        return _actor(entry, head) if entry is not None else None

    def _known(self, words: Sequence[Token]) -> Actor | None:
        if not words:
            return None
        text = " ".join(token.text for token in words)
        found = known_actor(text, self.sentence.lang)
        return found if found is not None and found.kind not in ("role", "anonymous") else None

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
        return people or (plural and self._body(phrase) is not None)

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

    def _body_of(self, words: Sequence[Token]) -> Actor | None:
        """The body whose office or kind the words tell: "the army", "the rebels"."""
        found = known_actor(" ".join(token.text for token in words if token.pos is not Pos.DET), self.sentence.lang)
        return found if found is not None and is_body(found) else None

    def _is_possessed(self, phrase: Phrase) -> bool:
        return any(token.pos is Pos.POSS for token in phrase.words)


def _is_full_name(words: Sequence[Token]) -> bool:
    """Whether words are a first and a last name: "Georg Lindner" is not the Lindner everybody knows."""
    return len(words) == 2 and all(t.pos is Pos.NAME and t.text.istitle() for t in words)


def _untitled(phrase: Phrase) -> list[Token]:
    words = list(phrase.words)
    while len(words) > 1 and words[0].pos in (Pos.DET, Pos.POSS, Pos.NUM, Pos.ADV, Pos.PUNCT):
        words.pop(0)
    return words


def _actor(entry: ActorEntry, token: Token) -> Actor:
    return Actor(entry.slug, entry.name, entry.kind, load().side_of(entry.slug), token.span)
