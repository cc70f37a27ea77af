"""How many: whether what two wordings entail, or suggest, can hold together."""

from __future__ import annotations

from enum import StrEnum

from verifier.domain.comparison import SlotComparison
from verifier.domain.enums import QuantityKind, SlotOutcome
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity
from verifier.reference import load
from verifier.reference.units import in_base

_SHARE = "share"
_FIFTIETH = 0.02


class Overlap(StrEnum):
    """Both readings fit; only what a careful reader understands is apart; what is entailed is apart."""

    OK = "ok"
    SOFT = "soft"
    HARD = "hard"


def overlap_of(left: Quantity | None, right: Quantity | None) -> Overlap | None:
    """How two quantities of one dimension fit; None where one is not told or they cannot be compared."""
    if left is None or right is None:
        return None
    sides = in_one_unit(left, right)
    if sides is None:
        return None
    (hard, soft), (other_hard, other_soft) = sides
    if not hard.overlaps(other_hard):
        return Overlap.HARD
    return Overlap.OK if soft.overlaps(other_soft) else Overlap.SOFT


def compare_quantities(left: Quantity | None, right: Quantity | None, overlap: Overlap | None) -> SlotComparison:
    """The quantity slot of two that fit like that: same where the wordings fit, different where they do not."""
    shown = (left.surface if left else None, right.surface if right else None)
    if left is None or right is None:
        return SlotComparison("quantity", SlotOutcome.UNKNOWN, *shown, "not told on both sides")
    if overlap is None:
        return SlotComparison("quantity", SlotOutcome.UNKNOWN, *shown, "of different units")
    if overlap is Overlap.OK:
        return SlotComparison("quantity", SlotOutcome.SAME, *shown, "the wordings fit")
    return SlotComparison("quantity", SlotOutcome.DIFFERENT, *shown, f"apart ({overlap.value})")


def is_equal(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities say the same number in the same wording class."""
    return left.unit == right.unit and left.hard == right.hard and left.soft == right.soft


def are_close(left: Quantity, right: Quantity) -> bool:
    """Whether two points of one unit lie within a fiftieth, and one is the other rounded."""
    if left.unit != right.unit or left.point is None or right.point is None:
        return False
    fine, coarse = sorted((left.granularity or 0.0, right.granularity or 0.0))
    gap = abs(left.point - right.point)
    return 0 < fine < coarse and 2 * gap < coarse and gap <= _FIFTIETH * left.point


def in_one_unit(left: Quantity, right: Quantity) -> tuple[tuple[Interval, Interval], tuple[Interval, Interval]] | None:
    """Hard and soft interval of each side, in the unit of both or the base of their dimension; None where none is."""
    if (left.kind is QuantityKind.ORDINAL) != (right.kind is QuantityKind.ORDINAL):
        return None
    if left.unit == right.unit:
        return (left.hard, left.soft), (right.hard, right.soft)
    one, other = _in_base(left), _in_base(right)
    if one is None or other is None or one[0] != other[0]:
        return None
    return one[1:], other[1:]


def _in_base(quantity: Quantity) -> tuple[str, Interval, Interval] | None:
    """Dimension, hard and soft interval in its base; "half" and "one in three" are shares of one as they stand."""
    if quantity.unit is None:
        return (_SHARE, quantity.hard, quantity.soft) if quantity.kind is QuantityKind.SHARE else None
    unit = load().unit(quantity.unit)
    hard, soft = (in_base(i, unit) if unit is not None else None for i in (quantity.hard, quantity.soft))
    return (unit.dimension, hard, soft) if unit is not None and hard is not None and soft is not None else None
