"""When: overlapping, apart, or unknown; stocks may lie some days apart and still be one state."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from verifier.domain.claim import Claim, TimeSpan
from verifier.domain.comparison import SlotComparison
from verifier.domain.enums import Aspect, Modality, Precision, SlotOutcome

STOCK_DAYS = 7
"""Stocks further apart than this are states of different times."""
_LONGER = 3
LONG = timedelta(days=27)
"""A closed span beyond this is a month or more."""
_NONE = timedelta()
_Ends = tuple[datetime, datetime]


def compare_times(left: TimeSpan | None, right: TimeSpan | None, aspect: Aspect | None) -> SlotComparison:
    """Same where the spans overlap (part where one is longer by far), different where they lie apart."""
    if left is None or right is None or left.start is left.end is None or right.start is right.end is None:
        return SlotComparison("time", SlotOutcome.UNKNOWN, show_time(left), show_time(right), "not told on both sides")
    of_states = aspect is Aspect.STOCK
    return _compare(left.start, left.end, left.precision, right.start, right.end, right.precision, of_states)


class _Time(NamedTuple):
    """What two times are compared by."""

    start: datetime | None
    end: datetime | None
    precision: Precision


@lru_cache(maxsize=16_384)
def _compare(
    start: datetime | None, end: datetime | None, precision: Precision, other_start: datetime | None,
    other_end: datetime | None, other_precision: Precision, of_states: bool,
) -> SlotComparison:  # fmt: skip
    """Two times that are told; in large stores the same two meet again and again."""
    left, right = _Time(start, end, precision), _Time(other_start, other_end, other_precision)
    aspect = Aspect.STOCK if of_states else None
    shown = (show_time(left), show_time(right))
    if left.start == right.start != left.end == right.end:
        return SlotComparison("time", SlotOutcome.SAME, *shown)
    if _lie_apart(left, right, aspect):
        return SlotComparison("time", SlotOutcome.DIFFERENT, *shown, "the times lie apart")
    one, other = _ends(left), _ends(right)
    closed = None not in (left.start, left.end, right.start, right.end)
    if closed and (_is_much_longer(one, other) or _is_much_longer(other, one)):
        return SlotComparison("time", SlotOutcome.PART, *shown, "one time holds the other")
    alike = left.precision is right.precision or _are_momentary(left, right, aspect)
    if alike or (closed and _straddle(one, other)):
        return SlotComparison("time", SlotOutcome.SAME, *shown, "the times overlap")
    return SlotComparison("time", SlotOutcome.PART, *shown, "one time holds the other")


def _lie_apart(left: TimeSpan | _Time, right: TimeSpan | _Time, aspect: Aspect | None) -> bool:
    """Whether two times are told and have nothing in common."""
    if _is_open(left) or _is_open(right):
        return False
    (start, end), (other_start, other_end) = _ends(left), _ends(right)
    gap = (start if start > other_start else other_start) - (end if end < other_end else other_end)
    if gap < _NONE:
        return False
    return gap > timedelta(days=STOCK_DAYS) if _are_momentary(left, right, aspect) else True


def _are_momentary(left: TimeSpan | _Time, right: TimeSpan | _Time, aspect: Aspect | None) -> bool:
    """Whether two times are those of states, neither of them told of so long as a month."""
    return aspect is Aspect.STOCK and not (_is_long(left) or _is_long(right))


def told_before(early: Claim, late: Claim) -> bool:
    """Whether a claim without a time was published before the day began on which the other happened.

    What a text tells as a fact had happened by then: the 1,100 strikers of Monday's paper are not those of Wednesday.
    """
    time = late.reading.time
    undated = early.reading.time is None or _is_open(early.reading.time)
    if not undated or time is None or time.start is None or early.published_on is None:
        return False
    facts = all(c.reading.modality is Modality.ACTUAL for c in (early, late))
    return facts and time.start.date() > early.published_on


def _is_much_longer(one: _Ends, other: _Ends) -> bool:
    """Whether a span holds the other and is longer by far: since July, and the past week."""
    holds = one[0] <= other[0] and one[1] >= other[1]
    return holds and one[1] - one[0] > _LONGER * (other[1] - other[0])


def _straddle(one: _Ends, other: _Ends) -> bool:
    """Whether two times of no more than a day overlap without one holding the other: a night, and the day after."""
    first, second = sorted((one, other))
    return first[0] < second[0] < first[1] < second[1] and max(b - a for a, b in (first, second)) <= timedelta(days=1)


def _is_long(time: TimeSpan | _Time) -> bool:
    """Whether a closed span is a month or more: what holds for a year does not hold for the next."""
    return time.start is not None and time.end is not None and time.end - time.start > LONG


def show_time(time: TimeSpan | _Time | None) -> str | None:
    """A time span as days."""
    return _as_days(time.start, time.end) if time is not None and not _is_open(time) else None


@lru_cache(maxsize=65_536)
def _as_days(start: datetime | None, end: datetime | None) -> str:
    first = start.date().isoformat() if start is not None else ""
    last = (end - timedelta(seconds=1)).date().isoformat() if end is not None else ""
    if not first:
        return f"until {last}"
    if not last:
        return f"since {first}"
    return first if first == last else f"{first} to {last}"


def _is_open(time: TimeSpan | _Time) -> bool:
    return time.start is None and time.end is None


def _ends(time: TimeSpan | _Time) -> _Ends:
    """Start and end without their zone; an open side lies as far away as can be."""
    start = time.start.replace(tzinfo=None) if time.start is not None else datetime.min
    end = time.end.replace(tzinfo=None) if time.end is not None else datetime.max
    return start, end
