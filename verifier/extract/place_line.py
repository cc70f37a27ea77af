"""The words of one sentence as places are looked for in them, and the names found there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from verifier.domain.enums import PlaceRel
from verifier.extract.place_words import PlaceWords, load_place_words
from verifier.reference import Reference
from verifier.reference.gazetteer import Gazetteer
from verifier.reference.model import PlaceEntry
from verifier.text.tokens import Pos, Token

_INFLECTED = re.compile(r"^(\w+)e[nrs](?= )")


@dataclass(slots=True)
class NameHit:
    """A name over the tokens ``[first, last)``; its phrase, with place noun and modifiers, over ``[start, end)``.

    ``entries`` are what the name may mean, none where it is unknown. ``hint`` is the kind its place noun
    tells, ``spread`` whether that noun is a plural that holds for the names beside it too. ``name`` is the name
    where it is only the front of a word: "Ahr-Tal".
    """

    first: int
    last: int
    entries: tuple[PlaceEntry, ...]
    start: int
    end: int
    hint: str | None = None
    spread: bool = False
    direction: str | None = None
    owners: list[str] = field(default_factory=list)
    rel: PlaceRel | None = None
    near: bool = False
    listed_after: bool = False
    name: str | None = None


class PlaceLine:
    """One sentence with the reference data that tells what its words may name."""

    def __init__(
        self, shadow: str, tokens: Sequence[Token], lang: str, gazetteer: Gazetteer, reference: Reference
    ) -> None:
        self.shadow, self.tokens, self.lang = shadow, tokens, lang
        self.words: PlaceWords = load_place_words(lang)
        self.gazetteer, self.reference = gazetteer, reference

    def text(self, first: int, last: int) -> str:
        """The letters of the tokens ``[first, last)``."""
        return self.shadow[self.tokens[first].span.start : self.tokens[last - 1].span.end]

    def state_of(self, i: int) -> str | None:
        """The state whose adjective token ``i`` is: "Russian", "polnischen"."""
        if not 0 <= i < len(self.tokens) or not self.tokens[i].text[0].isalpha():
            return None
        word = self.tokens[i].text
        if self.lang == "en" and not word[0].isupper():
            return None
        return _state_of(self.reference, word, self.lang)

    def lookup(self, words: str) -> tuple[PlaceEntry, ...]:
        found = self.gazetteer.places_named(words, self.lang)
        if found or self.lang != "de":
            return found
        uninflected = _INFLECTED.sub(r"\1e", words) if " " in words else words.removesuffix("s")
        return self.gazetteer.places_named(uninflected, self.lang) if uninflected != words else ()

    def owner(self, i: int) -> str | None:
        """The state before a genitive: "Russia's"."""
        if i < 0 or not self.owns(i):
            return None
        at = i - 1 if self.tokens[i].pos is Pos.GENITIVE else i
        found = self.lookup(self.tokens[at].text) if at >= 0 else ()
        return found[0].slug if found and found[0].kind == "country" else None

    def owns(self, i: int) -> bool:
        """Whether token ``i`` ends a genitive that stands before its noun: "Russia's", "Deutschlands Hauptstadt"."""
        if i >= len(self.tokens):
            return False
        token = self.tokens[i]
        if token.pos is Pos.GENITIVE:
            return True
        german = self.lang == "de" and self.is_capitalised(i) and token.lower.endswith("s") and len(token.text) > 4
        follows = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        led = i > 0 and (self.tokens[i - 1].pos is Pos.DET or self.tokens[i - 1].pos is Pos.NOUN)
        return german and not led and follows is not None and follows.pos in (Pos.NOUN, Pos.ADJ)

    def is_capitalised(self, i: int) -> bool:
        return self.tokens[i].text[0].isupper()

    def is_name(self, i: int) -> bool:
        token = self.tokens[i]
        return token.pos is Pos.NAME and token.text[0].isupper()


@lru_cache(maxsize=20_000)
def _state_of(reference: Reference, word: str, lang: str) -> str | None:
    actor = reference.actor_of_adjective(word, lang)
    return actor.slug if actor is not None and actor.kind == "state" else None
