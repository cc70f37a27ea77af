"""The interval picture of some claims, drawn where at least one has a number."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.claim import Claim
from verifier.export.intervals_svg import Row, intervals_svg

_MOST = 12


def draw_intervals(claims: Sequence[Claim]) -> str:
    """The picture of the numbers of ``claims`` that share a unit with the first; empty without numbers."""
    counted = [c for c in claims if c.reading.quantity is not None]
    if not counted:
        return ""
    first = counted[0].reading.quantity
    rows = []
    for each in counted[:_MOST]:
        quantity = each.reading.quantity
        if quantity is None or first is None or quantity.unit != first.unit:
            continue
        claimant = each.reading.claimant
        name = claimant.name if claimant is not None else "the article"
        rows.append(Row(name, quantity.surface, quantity.hard, quantity.soft, quantity.point))
    return intervals_svg(rows)
