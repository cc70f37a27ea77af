"""Counts of who or what came: by what they did, or by a source that only says how many it counted."""

from __future__ import annotations

from verifier.domain.claim import Claim
from verifier.domain.enums import ClaimKind, QuantityKind
from verifier.pairing.compare.telling import contrast_words
from verifier.reference import load

CROWD = 200
"""So many people are a crowd."""
_EXISTENCE = "exist"
_HAVING = ("~have", "~haben")
_COMING = (
    "attendance", "motion", "travel", "arrive", "depart", "arrive-border", "operate-service", "enter", "labour-strike",
)  # fmt: skip
"""Families of acts that say no more of the counted than that they were there."""


def is_mere_count(claim: Claim) -> bool:
    """Whether a source only says how many it counted: "the police counted 520 tractors", not "there were 520"."""
    term, reading = claim.reading.predicate, claim.reading
    if term is None or term.key != _EXISTENCE or not reading.chain:
        return False
    return term.name.lower() in contrast_words(claim.lang)["counted"]


def is_mere_existence(claim: Claim) -> bool:
    """Whether a claim says no more than that there are so many: "there were 520", "the police counted 520"."""
    term = claim.reading.predicate
    return term is not None and load().family_of(term.key) == _EXISTENCE


def tells_coming(claim: Claim) -> bool:
    """Whether the counted did no more than come, or something no list knows: "1,400 tractors rolled into town"."""
    term = claim.reading.predicate
    if term is None or term.key in _HAVING:
        return False
    return term.key.startswith("~") or load().family_of(term.key) in _COMING


def counts_people(claim: Claim) -> bool:
    thing = claim.reading.thing
    return thing is not None and load().is_kind_of(thing.key, "person")


def counted_thing(claim: Claim) -> str | None:
    """The root of the thing such a claim counts; None for any other, for things no list knows and for a few people."""
    reading = claim.reading
    counts = reading.kind is ClaimKind.QUANTITY and reading.quantity is not None
    if not counts or reading.quantity is None or reading.quantity.kind is not QuantityKind.NUMBER:
        return None
    if reading.thing is None or reading.thing.key.startswith("~"):
        return None
    if counts_people(claim) and (reading.quantity.soft.lo or 0) < CROWD:
        return None
    return load().thing_root(reading.thing.key) if is_mere_count(claim) or tells_coming(claim) else None
