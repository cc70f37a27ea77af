"""The party that the words of a phrase name by themselves: by a name, an office, an adjective or a people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.attribution import Actor
from verifier.extract.heads import common_noun
from verifier.extract.names import is_body, known_actor
from verifier.extract.phrases import Phrase
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer
from verifier.reference.model import ActorEntry
from verifier.text.tokens import Pos, Token

_LONGEST_OFFICE = 2
_PARTIES = ("org", "group", "state")


def is_place(phrase: Phrase, lang: str) -> bool:
    """Whether a noun before a name makes it a place: "die Stadt Orlow"."""
    kind = common_noun(phrase)
    nouns = load_words("syntax", lang)["place_nouns"]
    return kind is not None and any(kind.lemma in listed for listed in nouns.values())


def office_in(phrase: Phrase, lang: str) -> Actor | None:
    """A court or police of the town behind it: "das Landgericht München", "die Polizei Köln"."""
    noun = common_noun(phrase)
    named = phrase.noun.pos is Pos.NAME and load_gazetteer().places_named(phrase.noun.text, lang)
    known = known_actor(noun.text, lang) if noun is not None and named else None
    entry = load().actor(known.key) if known is not None else None
    local = entry is not None and entry.nature == "local"
    return replace(known, span=phrase.span) if known is not None and local else None


def body_in(phrase: Phrase, lang: str) -> Actor | None:
    """A body known by its office alone: "the government", "police", "die Rebellen"; a number counts members."""
    if any(token.pos is Pos.NUM for token in phrase.words):
        return None
    words = untitled(phrase)
    known = known_actor(" ".join(token.text for token in words), lang)
    if known is None or known.kind != "role" or len(words) > _LONGEST_OFFICE:
        return None
    return known if phrase.noun.pos is Pos.NOUN and phrase.words[0].pos is not Pos.POSS else None


def is_brand(words: Sequence[Token], lang: str) -> bool:
    """A name between adjective and noun tells where a thing was made, not whose it is ("Iranian Shahed drones")."""
    if lang == "de":
        return any(token.pos is Pos.NAME for token in words)
    return any(token.text[:1].isupper() and load().actor_of_adjective(token.text, "en") is None for token in words)


def is_of_a_side(phrase: Phrase, lang: str) -> bool:
    """Whether a phrase names things that every side has: fighters, drones, losses."""
    entry = load().thing_of_noun(phrase.noun.lemma, lang)
    if entry is not None and entry.side_bearing:
        return True
    return any(s.owner == s.subject == "patient" for s in load().predicates_of_noun(phrase.noun.lemma, lang))


def named_before(phrase: Phrase, lang: str) -> Actor | None:
    """The party whose name or office stands right before the noun: "M23 fighters", "junta soldiers"."""
    for first in range(phrase.first, phrase.head):
        words = phrase.tokens[first : phrase.head]
        if lang == "en" and all(token.is_nominal for token in words):
            found = known_actor(" ".join(token.text for token in words), lang)
            if found is not None and found.kind in (*_PARTIES, "role"):
                return replace(found, span=words[0].span)
    return None


def party_in(phrase: Phrase, lang: str) -> Actor | None:
    """The party that a phrase names beside a word for what it is: "die Rebellengruppe M23"."""
    known = (known_actor(t.text, lang) for t in phrase.words if t.text[:1].isupper() and t.is_nominal)
    return next((actor for actor in known if actor is not None and actor.kind in _PARTIES), None)


def adjective_in(phrase: Phrase, lang: str) -> Actor | None:
    """The party of the first adjective of a phrase that tells one: "the Ukrainian side"."""
    for token in phrase.words:
        entry = load().actor_of_adjective(token.text, lang) if token.pos is Pos.ADJ else None
        if entry is not None:
            return actor_at(entry, token)
    return None


def people_in(phrase: Phrase, lang: str) -> Actor | None:
    """The state whose people a noun names: "50,000 Russians"."""
    head = phrase.noun
    entry = load().actor_of_adjective(head.text, lang) if head.text[:1].isupper() else None
    return actor_at(entry, head) if entry is not None else None


def known_by(words: Sequence[Token], lang: str) -> Actor | None:
    """The actor of the reference data that words name; None for an office or somebody unnamed."""
    if not words:
        return None
    text = " ".join(token.text for token in words)
    found = known_actor(text, lang)
    return found if found is not None and found.kind not in ("role", "anonymous") else None


def body_of(words: Sequence[Token], lang: str) -> Actor | None:
    """The body whose office or kind the words tell: "the army", "the rebels"."""
    found = known_actor(" ".join(token.text for token in words if token.pos is not Pos.DET), lang)
    return found if found is not None and is_body(found) else None


def is_full_name(words: Sequence[Token]) -> bool:
    """Whether words are a first and a last name: "Georg Lindner" is not the Lindner everybody knows."""
    return len(words) == 2 and all(t.pos is Pos.NAME and t.text.istitle() for t in words)


def untitled(phrase: Phrase) -> list[Token]:
    """The words of a phrase without articles, numbers and the like before them."""
    words = list(phrase.words)
    while len(words) > 1 and words[0].pos in (Pos.DET, Pos.POSS, Pos.NUM, Pos.ADV, Pos.PUNCT):
        words.pop(0)
    return words


def actor_at(entry: ActorEntry, token: Token) -> Actor:
    """An entry of the reference data as the actor that ``token`` names."""
    return Actor(entry.slug, entry.name, entry.kind, load().side_of(entry.slug), token.span)
