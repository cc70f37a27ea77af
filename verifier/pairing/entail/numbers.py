"""Whether one quantity follows from another, or is excluded by it, if both measure the same."""

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


def stand(premise: Quantity, hypothesis: Quantity) -> Standing | None:
    """How ``hypothesis`` stands to ``premise``; None where they measure different things."""
    sides = in_one_unit(premise, hypothesis)
    if sides is None:
        return None
    given, asked = _literal(premise, sides[0]), _literal(hypothesis, sides[1])
    if asked.covers(given):
        return Standing.FOLLOWS
    return Standing.OPEN if given.overlaps(asked) else Standing.EXCLUDED


def is_restated(premise: Quantity, hypothesis: Quantity) -> bool:
    """Whether both name one number, whatever hedge stands before it, as headlines drop hedges."""
    if premise.point is None or premise.unit != hypothesis.unit:
        return False
    return premise.point == hypothesis.point or _rounds_to(premise, hypothesis)


def is_sum(parts: Sequence[Quantity], whole: Quantity) -> bool:
    """Whether neighbouring counts of one unit add up to ``whole``."""
    points = [q.point for q in parts if q.unit == whole.unit and q.point is not None]
    if whole.point is None or whole.point <= 1:
        return False
    runs = (points[i : i + n] for n in range(2, _SUMMANDS + 1) for i in range(len(points) - n + 1))
    return any(sum(run) == whole.point for run in runs)


def counts_alike(premise: Quantity, hypothesis: Quantity) -> bool | None:
    """Whether both count things of one kind; None where one does not say what it counts."""
    one, other = premise.thing, hypothesis.thing
    if one is None or other is None:
        return None
    reference = load()
    return one == other or reference.is_kind_of(one, other) or reference.is_kind_of(other, one)


def _rounds_to(premise: Quantity, hypothesis: Quantity) -> bool:
    """Whether a rounder number with a hedge is the premise's: 1,917 and "some 1,900"."""
    if premise.point is None or hypothesis.point is None or hypothesis.granularity is None:
        return False
    hedged = hypothesis.qualifier not in (Qualifier.BARE, Qualifier.EXACT)
    rounder = hypothesis.granularity > (premise.granularity or 0)
    return hedged and rounder and abs(premise.point - hypothesis.point) <= hypothesis.granularity / 2


def _literal(quantity: Quantity, read: tuple[Interval, Interval]) -> Interval:
    hard, soft = read
    return soft if quantity.qualifier in _AS_READ else hard
