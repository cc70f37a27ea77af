"""Where: the same place, one inside the other under some authority, or different places."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from unicodedata import combining, normalize

from verifier.domain.claim import Place
from verifier.domain.comparison import SlotComparison
from verifier.domain.enums import SlotOutcome
from verifier.reference.gazetteer import load_gazetteer

_REGION = " region"
_SPELLINGS = (
    ("schtsch", "shch"), ("tsch", "ch"), ("sch", "sh"), ("zh", "sh"), ("kh", "ch"), ("w", "v"), ("ts", "z"),
    ("tz", "z"),
    ("ij", "y"), ("iy", "y"), ("yi", "i"), ("ji", "i"), ("ie", "i"), ("ye", "e"), ("je", "e"), ("j", "y"), ("ss", "s"),
)  # fmt: skip


def compare_places(left: Place | None, right: Place | None) -> SlotComparison:
    """Same, part in either direction, different, unknown where one is not told or not known."""
    if left is None and right is None:
        return SlotComparison("place", SlotOutcome.UNKNOWN, None, None, "told on neither side")
    if left is None or right is None:
        shown = (left.name if left else None, right.name if right else None)
        return SlotComparison("place", SlotOutcome.UNKNOWN, *shown, "not told on both sides")
    return _compare(left.key, left.name, left.within, right.key, right.name, right.within)


@lru_cache(maxsize=16_384)
def _compare(
    key: str, name: str, within: tuple[str, ...], other_key: str, other_name: str, other_within: tuple[str, ...]
) -> SlotComparison:
    """Two places that are told; in large stores the same two meet again and again."""
    left, right = Place(key, name, within=within), Place(other_key, other_name, within=other_within)
    shown = (name, other_name)
    if left.key == right.key:
        return SlotComparison("place", SlotOutcome.SAME, *shown)
    if "+" in left.key or "+" in right.key:
        return _compare_listed(left, right)
    if _lies_in(left, right) or _lies_in(right, left):
        return SlotComparison("place", SlotOutcome.PART, *shown, "one lies in the other")
    if _bare(left.key) == _bare(right.key) and left.name == right.name:
        return SlotComparison("place", SlotOutcome.PART, *shown, "places of one name")
    if _is_unlisted(left) and _is_unlisted(right) and folded(left.name) == folded(right.name):
        return SlotComparison("place", SlotOutcome.SAME, *shown, "one name in two spellings")
    if _is_unlisted(left) and _is_unlisted(right) and left.key.endswith(_REGION) != right.key.endswith(_REGION):
        return SlotComparison("place", SlotOutcome.UNKNOWN, *shown, "a town may lie in a region")
    if _is_unlisted(left) and _is_unlisted(right):
        return SlotComparison("place", SlotOutcome.DIFFERENT, *shown)
    if _is_unlisted(left) or _is_unlisted(right):
        return SlotComparison("place", SlotOutcome.UNKNOWN, *shown, "one of them is in no gazetteer")
    return SlotComparison("place", SlotOutcome.DIFFERENT, *shown)


def _compare_listed(left: Place, right: Place) -> SlotComparison:
    """Places of several: part where one of them fits, different where none can."""
    pairs = [(replace(left, key=a), replace(right, key=b)) for a in left.key.split("+") for b in right.key.split("+")]
    outcomes = {compare_places(a, b).outcome for a, b in pairs}
    if outcomes & {SlotOutcome.SAME, SlotOutcome.PART}:
        return SlotComparison("place", SlotOutcome.PART, left.name, right.name, "one of several places")
    outcome = SlotOutcome.UNKNOWN if SlotOutcome.UNKNOWN in outcomes else SlotOutcome.DIFFERENT
    return SlotComparison("place", outcome, left.name, right.name)


def _lies_in(inner: Place, outer: Place) -> bool:
    chain = (inner.key, *inner.within)
    return outer.key in inner.within or any(_is_within(key, outer.key) for key in chain)


@lru_cache(maxsize=65_536)
def _is_within(inner: str, outer: str) -> bool:
    return not inner.startswith("~") and load_gazetteer().is_within(inner, outer)


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """A name without accents and with the letters made alike that languages write differently: Orlov, Orlow."""
    word = "".join(c for c in normalize("NFKD", name.lower()) if not combining(c))
    for written, plain in _SPELLINGS:
        word = word.replace(written, plain)
    return word


def _is_unlisted(place: Place) -> bool:
    return place.key.startswith("~")


def _bare(key: str) -> str:
    return key.removeprefix("~").partition("/")[0]
