"""Whether one quantity follows from another, or is excluded by it, if both speak of one event."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.enums import Qualifier
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity
from verifier.pairing.compare.quantities import in_one_unit
from verifier.pairing.entail.standing import Standing
from verifier.reference import load

_AS_READ = (Qualifier.BARE, Qualifier.UP_TO)
"""Of one event a bare number is itself and "up to" a bound, whatever rounding two independent reports may allow."""
_SUMMANDS = 4
_ROUNDED = 0.05
"""How far, as a share of it, a number may be from what it is rounded to."""


def stand(premise: Quantity, hypothesis: Quantity) -> Standing | None:
    """How ``hypothesis`` stands to ``premise``; None where they measure different things."""
    sides = in_one_unit(premise, hypothesis)
    if sides is None:
        return None
    given, asked = _literal(premise, sides[0]), _literal(hypothesis, sides[1])
    if asked.covers(given):
        return Standing.FOLLOWS
    return Standing.OPEN if given.overlaps(asked) else Standing.EXCLUDED


def answer(given: Sequence[Quantity], asked: Quantity) -> Standing:
    """How ``asked`` stands to all quantities of the premise, whichever of them it may take up.

    It follows from any that entails it, that restates it under another hedge, or from neighbours it sums up;
    it is excluded where one of its unit or counted thing excludes it.
    """
    standings = [(stand(quantity, asked), quantity) for quantity in given]
    if any(standing is Standing.FOLLOWS or _is_restated(quantity, asked) for standing, quantity in standings):
        return Standing.FOLLOWS
    if _is_sum(given, asked):
        return Standing.FOLLOWS
    excluded = (quantity for standing, quantity in standings if standing is Standing.EXCLUDED)
    return Standing.EXCLUDED if any(asked.unit or _counts_alike(q, asked) for q in excluded) else Standing.OPEN


def _literal(quantity: Quantity, read: tuple[Interval, Interval]) -> Interval:
    hard, soft = read
    return soft if quantity.qualifier in _AS_READ else hard


def _is_restated(premise: Quantity, hypothesis: Quantity) -> bool:
    """Whether both name one number, whatever hedge stands before it, or one is the other rounded."""
    if premise.point is None or hypothesis.point is None or premise.unit != hypothesis.unit:
        return False
    if premise.point == hypothesis.point:
        return True
    fine, coarse = sorted((premise.granularity or 0.0, hypothesis.granularity or 0.0))
    gap = abs(premise.point - hypothesis.point)
    return fine < coarse and gap <= coarse / 2 and gap <= _ROUNDED * abs(premise.point)


def _is_sum(parts: Sequence[Quantity], whole: Quantity) -> bool:
    """Whether neighbouring counts of one unit add up to ``whole``."""
    points = [q.point for q in parts if q.unit == whole.unit and q.point is not None]
    if whole.point is None or whole.point <= 1:
        return False
    runs = (points[i : i + n] for n in range(2, _SUMMANDS + 1) for i in range(len(points) - n + 1))
    return any(sum(run) == whole.point for run in runs)


def _counts_alike(premise: Quantity, hypothesis: Quantity) -> bool:
    one, other = premise.thing, hypothesis.thing
    if one is None or other is None:
        return False
    reference = load()
    return reference.is_kind_of(one, other) or reference.is_kind_of(other, one)
