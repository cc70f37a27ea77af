"""Words around place names, looked up in the word lists of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from verifier.domain.enums import PlaceRel
from verifier.extract.words import load_words


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of one language. Nouns map to a kind of place, directions to their English name."""

    prepositions: Mapping[str, PlaceRel]
    near: frozenset[str]
    nouns: Mapping[str, str]
    plural_nouns: Mapping[str, str]
    directions: Mapping[str, str]
    direction_nouns: Mapping[str, str]
    direction_prefixes: tuple[tuple[str, str], ...]
    capital: frozenset[str]
    anaphors: frozenset[str]
    place_verbs: frozenset[str]
    motion: frozenset[str]
    addressed: frozenset[str]
    event_nouns: frozenset[str]
    gatherings: frozenset[str]
    part_nouns: frozenset[str]
    linkers: frozenset[str]
    lists: frozenset[str]
    name_openers: frozenset[str]

    def kind_of(self, word: str) -> str | None:
        """The kind of place a noun stands for, singular or plural."""
        return self.nouns.get(word) or self.plural_nouns.get(word)


@lru_cache(maxsize=8)
def load_place_words(lang: str) -> PlaceWords:
    """The lists of lang/places_<lang>.toml."""
    lists = load_words("places", lang)
    prefixes = [(word, side) for side, words in lists["direction_prefixes"].items() for word in words]
    return PlaceWords(
        prepositions={word: PlaceRel(rel) for rel, words in lists["prepositions"].items() for word in words},
        nouns=_inverted(lists["nouns"]),
        plural_nouns=_inverted(lists["plural_nouns"]),
        directions=_inverted(lists["directions"]),
        direction_nouns=_inverted(lists["direction_nouns"]),
        direction_prefixes=tuple(sorted(prefixes, key=lambda pair: -len(pair[0]))),
        near=frozenset(lists["near"]),
        capital=frozenset(lists["capital"]),
        anaphors=frozenset(lists["anaphors"]),
        place_verbs=frozenset(lists["place_verbs"]),
        addressed=frozenset(lists["addressed"]),
        motion=frozenset(lists["motion"]),
        event_nouns=frozenset(lists["event_nouns"]),
        gatherings=frozenset(lists["gatherings"]),
        part_nouns=frozenset(lists["part_nouns"]),
        linkers=frozenset(lists["linkers"]),
        lists=frozenset(lists["lists"]),
        name_openers=frozenset(lists["name_openers"]),
    )


def _inverted(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: value for value, words in table.items() for word in words}
