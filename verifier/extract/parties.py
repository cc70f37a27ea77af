"""Parties by the word for what they are: "the Centre Party", "die Bauernpartei", "das Bündnis Morgenrot"."""

from __future__ import annotations

from verifier.domain.attribution import Actor
from verifier.extract.phrases import Phrase
from verifier.extract.words import load_words
from verifier.reference.words import normalise
from verifier.text.tokens import Pos, Token


def party_named(phrase: Phrase, lang: str) -> Actor | None:
    """The party that a phrase names, which no reference data need know; None for "the party" and "seine Partei"."""
    words = load_words("syntax", lang)["parties"]
    named = [token for token in phrase.words if token.pos in (Pos.NOUN, Pos.NAME) and token.text[:1].isupper()]
    if not named or phrase.noun not in named or any(token.pos in (Pos.NUM, Pos.POSS) for token in phrase.words):
        return None
    head = phrase.noun.text.lower()
    own = _is_compound(head, words["nouns"]) if lang == "de" else False
    if not own and (len(named) < 2 or not _is_party(named, words["nouns"])):
        return None
    if any(head == generic or named[0].text.lower() == generic for generic in words["generic"]):
        return None
    name = " ".join(token.text for token in named)
    return Actor("~" + normalise(name), name, "org", span=phrase.span)


def _is_compound(head: str, nouns: tuple[str, ...]) -> bool:
    """Whether a German noun says which party it is: "Zentrumspartei"."""
    return any(head.endswith(noun) and head != noun for noun in nouns)


def _is_party(named: list[Token], nouns: tuple[str, ...]) -> bool:
    """Whether the first or the last of the words of a name says that it is a party's."""
    return any(token.text.lower() in nouns for token in (named[0], named[-1]))
