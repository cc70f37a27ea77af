"""Whether two documents tell one story: by the days they appeared, where known, and the names both tell of."""

from __future__ import annotations

from functools import lru_cache

from verifier.domain.claim import Claim
from verifier.pairing.compare.places import folded
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer
from verifier.reference.words import LANGUAGES

STORY_DAYS = 7
"""Documents further apart than this do not tell one story by any name they share."""
SEQUEL_DAYS = 31
"""How long one name of its own is enough to know a story by."""
LATER_DAYS = 500
"""How long after an event verdicts and reports on it appear."""
_SHARE = 0.5
"""The share of the shorter list of names that a later document, or one without a date, must know."""
_NAMES = 2
"""So many shared names tell that two documents are of one story, whatever their days."""


def days_between(left: Claim, right: Claim) -> int | None:
    """How many days lie between two documents; None where one has no date."""
    if left.published_on is None or right.published_on is None:
        return None
    return abs((left.published_on - right.published_on).days)


def is_one_story(left: Claim, right: Claim) -> bool:
    """Whether two documents of the same days tell of the same names, or a voice is heard in both.

    Without a day they must share more.
    """
    days, names = days_between(left, right), (left.reading.names, right.reading.names)
    if days is None:
        return _share_most(*names, frozenset(_shared_voices(left, right)))
    if days > STORY_DAYS:
        return False
    return _share_name(*names) or bool(_shared_voices(left, right))


def _shared_voices(left: Claim, right: Claim) -> set[str]:
    """Who is heard in one document and heard or told of in the other."""
    one, other = left.reading, right.reading
    return {*one.voices} & {*other.voices, *other.names} | {*other.voices} & {*one.names}


@lru_cache(maxsize=65_536)
def _share_most(left: tuple[str, ...], right: tuple[str, ...], voices: frozenset[str]) -> bool:
    """Whether both tell of two names or voices, half of what the shorter one names, and one belongs to few stories."""
    shared = set(left) & set(right) | voices
    enough = len(shared) >= max(_NAMES, _SHARE * min(len(left), len(right)))
    return enough and any(_is_own(name) for name in shared)


@lru_cache(maxsize=65_536)
def _share_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether both tell of one name, or one of a town and the other of the region it lies in."""
    if not _folded(left).isdisjoint(_folded(right)):
        return True
    gazetteer = load_gazetteer()
    places = [[name for name in names if gazetteer.find(name) is not None] for names in (left, right)]
    pairs = ((one, other) for one in places[0] for other in places[1])
    return any(gazetteer.is_within(one, other) or gazetteer.is_within(other, one) for one, other in pairs)


@lru_cache(maxsize=4096)
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(folded(name) for name in names)


def is_other_story(left: Claim, right: Claim) -> bool:
    """Whether two documents both name towns, bodies or persons and none of them in common."""
    one, other = left.reading, right.reading
    return bool(one.names and other.names) and not (_share_name(one.names, other.names) or _shared_voices(left, right))


def is_surely_one_story(left: Claim, right: Claim) -> bool:
    """Whether a name they share in the same days is more than a person or body of whom all news tells."""
    shared = set(left.reading.names) & set(right.reading.names)
    return is_one_story(left, right) and not all(is_known(name) for name in shared)


def is_later_story(left: Claim, right: Claim) -> bool:
    """Whether one document looks back on what the other told.

    Known by a name that no list of places or persons knows, or for some weeks by a voice heard in both and another
    name.
    """
    days = days_between(left, right)
    if days is None or not STORY_DAYS < days <= LATER_DAYS:
        return False
    one, other = set(left.reading.names), set(right.reading.names)
    shared = one & other
    if days > SEQUEL_DAYS and len(shared) < _SHARE * min(len(one), len(other)):
        return False
    if any(_is_own(name) for name in shared):
        return True
    voices = _shared_voices(left, right)
    return days <= SEQUEL_DAYS and bool(voices) and len(shared | voices) >= _NAMES


@lru_cache(maxsize=65_536)
def _is_own(name: str) -> bool:
    """Whether a name belongs to few stories: neither a town that has many nor a person or body everybody knows."""
    if load_gazetteer().find(name) is not None:
        return False
    return not is_known(name) and not any(load_gazetteer().places_named(name, lang) for lang in LANGUAGES)


@lru_cache(maxsize=65_536)
def is_known(name: str) -> bool:
    """Whether a name is a person's or a body's of whom all news tells."""
    return name in _names_of_persons() or any(load().actor_named(name, lang) is not None for lang in LANGUAGES)


@lru_cache(maxsize=1)
def _names_of_persons() -> frozenset[str]:
    """First and last names of the persons that are listed."""
    persons = (actor for actor in load().actors.entries.values() if actor.kind == "person")
    return frozenset(
        part for actor in persons for words in actor.names.values() for name in words for part in name.lower().split()
    )
