"""What a sum of money is for: a bridge and a tunnel that cost so much each are two matters."""

from __future__ import annotations

from functools import lru_cache

from verifier.domain.claim import Claim
from verifier.domain.enums import QuantityKind
from verifier.reference import load
from verifier.text.tagging import tag_text

_BOUGHT = (
    "building", "bridge", "tunnel", "road", "railway-line", "vehicle", "weapon", "pool", "port", "pipeline", "park",
    "tower", "wall", "satellite", "wind-turbine", "crane", "camera", "computer", "engine", "artwork", "system",
)  # fmt: skip
"""Kinds of things that are built, bought or repaired."""


def are_two_bearers(left: Claim, right: Claim) -> bool:
    """Whether two sums without a thing of their own are told of things of unlike kinds: buses and a depot."""
    quantities = (left.reading.quantity, right.reading.quantity)
    if left.reading.thing is not None or right.reading.thing is not None:
        return False
    if any(q is None or q.kind is not QuantityKind.MONEY for q in quantities):
        return False
    one, other = _bearers(left.context, left.lang), _bearers(right.context, right.lang)
    return bool(one and other) and not any(_are_kin(a, b) for a in one for b in other)


@lru_cache(maxsize=4096)
def _bearers(text: str, lang: str) -> frozenset[str]:
    """The things that a sentence names, as the reference data lists them."""
    named = (load().thing_of_noun(t.lemma, lang) for t in tag_text(text, 0, len(text), lang) if t.is_nominal)
    slugs = {entry.slug for entry in named if entry is not None}
    return frozenset(slug for slug in slugs if any(load().is_kind_of(slug, kind) for kind in _BOUGHT))


def _are_kin(one: str, other: str) -> bool:
    return load().is_kind_of(one, other) or load().is_kind_of(other, one)
