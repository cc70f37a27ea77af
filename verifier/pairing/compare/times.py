"""When: overlapping, apart, or unknown; stocks may lie some days apart and still be one state."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from verifier.domain.claim import Claim, TimeSpan
from verifier.domain.comparison import SlotComparison
from verifier.domain.enums import Aspect, Modality, SlotOutcome

STOCK_DAYS = 7
"""Stocks further apart than this are states of different times."""
_LONGER = 3
_MONTH = 27
_LATEST, _EARLIEST = datetime.max, datetime.min


def compare_times(left: TimeSpan | None, right: TimeSpan | None, aspect: Aspect | None) -> SlotComparison:
    """Same where the spans overlap (part where one is longer by far), different where they lie apart."""
    shown = (show_time(left), show_time(right))
    if left is None or right is None or _is_open(left) or _is_open(right):
        return SlotComparison("time", SlotOutcome.UNKNOWN, *shown, "not told on both sides")
    if left.start == right.start != left.end == right.end:
        return SlotComparison("time", SlotOutcome.SAME, *shown)
    momentary = aspect is Aspect.STOCK and not (_is_long(left) or _is_long(right))
    slack = timedelta(days=STOCK_DAYS) if momentary else timedelta()
    gap = max(_start(left), _start(right)) - min(_end(left), _end(right))
    if gap > slack or (gap == timedelta() and slack == timedelta()):
        return SlotComparison("time", SlotOutcome.DIFFERENT, *shown, "the times lie apart")
    if _is_much_longer(left, right) or _is_much_longer(right, left):
        return SlotComparison("time", SlotOutcome.PART, *shown, "one time holds the other")
    if left.precision is right.precision or slack or _straddle(left, right):
        return SlotComparison("time", SlotOutcome.SAME, *shown, "the times overlap")
    return SlotComparison("time", SlotOutcome.PART, *shown, "one time holds the other")


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


def _is_much_longer(one: TimeSpan, other: TimeSpan) -> bool:
    """Whether a closed span holds the other and is longer by far: since July, and the past week."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    holds = _start(one) <= _start(other) and _end(one) >= _end(other)
    return holds and _end(one) - _start(one) > _LONGER * (_end(other) - _start(other))


def _straddle(one: TimeSpan, other: TimeSpan) -> bool:
    """Whether two times of no more than a day overlap without one holding the other: a night, and the day after."""
    if None in (one.start, one.end, other.start, other.end):
        return False
    first, second = sorted(((_start(one), _end(one)), (_start(other), _end(other))))
    return first[0] < second[0] < first[1] < second[1] and max(b - a for a, b in (first, second)) <= timedelta(days=1)


def _is_long(time: TimeSpan) -> bool:
    """Whether a closed span is a month or more: what holds for a year does not hold for the next."""
    return time.start is not None and time.end is not None and _end(time) - _start(time) > timedelta(days=_MONTH)


@lru_cache(maxsize=65_536)
def show_time(time: TimeSpan | None) -> str | None:
    """A time span as days."""
    if time is None or _is_open(time):
        return None
    if time.start is None:
        return f"until {_last_day(time)}"
    if time.end is None:
        return f"since {time.start.date().isoformat()}"
    first, last = time.start.date().isoformat(), _last_day(time)
    return first if first == last else f"{first} to {last}"


def _last_day(time: TimeSpan) -> str:
    return (time.end - timedelta(seconds=1)).date().isoformat() if time.end is not None else ""


def _is_open(time: TimeSpan) -> bool:
    return time.start is None and time.end is None


def _start(time: TimeSpan) -> datetime:
    return _naive(time.start) if time.start is not None else _EARLIEST


def _end(time: TimeSpan) -> datetime:
    return _naive(time.end) if time.end is not None else _LATEST


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)
