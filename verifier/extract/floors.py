"""A figure its own text calls too low: "the actual number is expected to be even higher" makes it a lower bound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.claim import Claim
from verifier.domain.enums import Qualifier, QuantityKind
from verifier.text.intervals import intervals_of
from verifier.text.shadow import shadow_of

_FLOOR = re.compile(
    r"\b(?:actual|real|true) (?:number|figure|toll|total|count|scale)s?\b[^.\n]{0,80}\b(?:higher|greater|larger|more)\b"
    r"|\b(?:tatsächliche|wahre|wirkliche|reale)n? (?:An|Opfer)?[Zz](?:ahl|iffer)(?:en)?\b"
    r"[^.\n]{0,80}\b(?:höher|größer|darüber)\b"
    r"|\bDunkelziffer\b[^.\n]{0,80}\b(?:höher|größer|hoch)\b",
    re.IGNORECASE,
)
_REACH = 250
"""How many characters after a figure the words may follow."""


def with_floors(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims of one passage; the figure each such wording follows is at least what is given."""
    if not claims:
        return []
    start, end = claims[0].span.start, claims[-1].span.end + _REACH
    found = [start + match.start() for match in _FLOOR.finditer(shadow_of(text[start:end]))]
    raised = {id(claim) for at in found if (claim := _told_before(claims, at)) is not None}
    return [_at_least(claim) if id(claim) in raised else claim for claim in claims]


def _told_before(claims: Sequence[Claim], at: int) -> Claim | None:
    """The last claim with a bare count whose number stands closely before ``at``."""
    figures = [c for c in claims if _is_plain_count(c) and 0 <= at - _number_end(c) <= _REACH]
    return max(figures, key=_number_end, default=None)


def _is_plain_count(claim: Claim) -> bool:
    quantity = claim.reading.quantity
    return quantity is not None and quantity.qualifier is Qualifier.BARE and quantity.kind is QuantityKind.NUMBER


def _number_end(claim: Claim) -> int:
    return claim.reading.quantity.span.end if claim.reading.quantity is not None else claim.span.end


def _at_least(claim: Claim) -> Claim:
    quantity = claim.reading.quantity
    if quantity is None or quantity.point is None:
        return claim
    hard, soft = intervals_of(Qualifier.AT_LEAST, quantity.point, quantity.granularity or 1, count=True)
    least = replace(quantity, qualifier=Qualifier.AT_LEAST, hard=hard, soft=soft)
    reading = replace(claim.reading, quantities=(least, *claim.reading.quantities[1:]))
    return replace(claim, reading=reading)
