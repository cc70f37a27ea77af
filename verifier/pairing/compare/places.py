"""Where: the same place, one inside the other under some authority, or different places."""

from __future__ import annotations

from functools import lru_cache

from verifier.domain.claim import Place
from verifier.domain.comparison import SlotComparison
from verifier.domain.enums import SlotOutcome
from verifier.reference.gazetteer import load_gazetteer


def compare_places(left: Place | None, right: Place | None) -> SlotComparison:
    """Same, part in either direction, different, unknown where one is not told or not known."""
    shown = (left.name if left else None, right.name if right else None)
    if left is None or right is None:
        return SlotComparison("place", SlotOutcome.UNKNOWN, *shown, "not told on both sides")
    if left.key == right.key:
        return SlotComparison("place", SlotOutcome.SAME, *shown)
    if _lies_in(left, right) or _lies_in(right, left):
        return SlotComparison("place", SlotOutcome.PART, *shown, "one lies in the other")
    if _bare(left.key) == _bare(right.key) and left.name == right.name:
        return SlotComparison("place", SlotOutcome.PART, *shown, "places of one name")
    if _is_unlisted(left) and _is_unlisted(right):
        return SlotComparison("place", SlotOutcome.DIFFERENT, *shown)
    if _is_unlisted(left) or _is_unlisted(right):
        return SlotComparison("place", SlotOutcome.UNKNOWN, *shown, "one of them is in no gazetteer")
    return SlotComparison("place", SlotOutcome.DIFFERENT, *shown)


def _lies_in(inner: Place, outer: Place) -> bool:
    chain = (inner.key, *inner.within)
    return outer.key in inner.within or any(_is_within(key, outer.key) for key in chain)


@lru_cache(maxsize=65_536)
def _is_within(inner: str, outer: str) -> bool:
    return not inner.startswith("~") and load_gazetteer().is_within(inner, outer)


def _is_unlisted(place: Place) -> bool:
    return place.key.startswith("~")


def _bare(key: str) -> str:
    return key.removeprefix("~").partition("/")[0]
