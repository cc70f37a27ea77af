"""Counts that grow while an event unfolds: which of two came later, how large each is, whether they still may."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from verifier.domain.claim import Claim
from verifier.domain.quantity import Quantity
from verifier.pairing.alignment import Alignment
from verifier.pairing.compare.stories import STORY_DAYS
from verifier.reference import load

UNFOLDING = timedelta(hours=72)
"""How long the count of an event is still growing."""


def in_order(a: Alignment) -> tuple[Claim, Claim]:
    return (a.right, a.left) if a.later == "left" else (a.left, a.right)


def middle(claim: Claim) -> float:
    """About how much a claim's figure is, in the base of its unit; 0 without one."""
    quantity = claim.reading.quantity
    if quantity is None:
        return 0.0
    unit = load().unit(quantity.unit) if quantity.unit else None
    factor = unit.factor if unit is not None and unit.base is not None and unit.factor else 1.0
    return factor * _middle(quantity)


def _middle(quantity: Quantity) -> float:
    if quantity.point is not None:
        return quantity.point
    low = quantity.soft.lo if quantity.soft.lo is not None else 0.0
    return (low + quantity.soft.hi) / 2 if quantity.soft.hi is not None else low


def is_fresh(a: Alignment) -> bool:
    """Whether the later statement came while the event was less than 72 hours old, as far as the text tells."""
    known = [day for day in (a.one.stated, a.other.stated) if day is not None]
    events = [c.reading.time.start for c in (a.left, a.right) if c.reading.time is not None and c.reading.time.start]
    if not known or not events:
        return False
    stated = datetime.combine(max(known), time())
    return stated - min(event.replace(tzinfo=None) for event in events) < UNFOLDING


def is_unfolding(a: Alignment) -> bool:
    """Whether a count may still grow: the event is fresh, or both are told in one week."""
    if is_fresh(a):
        return True
    one, other = a.one.stated, a.other.stated
    return one is not None and other is not None and abs((one - other).days) <= STORY_DAYS


def are_of_two_periods(a: Alignment) -> bool:
    """Whether a figure holds for a longer stretch of time, not up to a day: those of two years are no running count."""
    times = [t for c in (a.left, a.right) if (t := c.reading.time) is not None]
    return any(t.start and t.end and t.end - t.start > timedelta(days=STORY_DAYS) for t in times)


def is_told_on(a: Alignment) -> bool:
    """Whether texts of two days give a growing count of one unfolding event, and one of them names nobody for it.

    Then the later text tells how it went on: it sets no voice against another. So does a text that says to what a
    figure rose or fell.
    """
    if a.same_document and any(c.reading.quantity is not None and c.reading.quantity.trend for c in (a.left, a.right)):
        return _is_course(a)
    if not a.is_tally or a.later is None or a.same_document or not is_unfolding(a):
        return False
    early, late = in_order(a)
    return not (early.reading.chain and late.reading.chain) and middle(late) > middle(early)


def _is_course(a: Alignment) -> bool:
    """Whether the later of two figures of one text is what the first rose or fell to, by nobody else's account."""
    later = max(a.left, a.right, key=lambda claim: claim.span)
    quantity = later.reading.quantity
    return quantity is not None and quantity.trend is not None and not later.reading.chain and a.is_same("thing")
