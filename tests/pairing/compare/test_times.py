"""Times overlap, hold one another, lie apart, or are not told."""

from __future__ import annotations

from datetime import datetime

import pytest

from verifier.domain.claim import TimeSpan
from verifier.domain.enums import Aspect, Precision, SlotOutcome, TimeBasis
from verifier.pairing.compare.times import compare_times, show_time


def span(first: str | None, last: str | None, precision: Precision = Precision.DAY) -> TimeSpan:
    """A time from ``first`` up to, not including, ``last``."""
    ends = [datetime.fromisoformat(day) if day else None for day in (first, last)]
    return TimeSpan(ends[0], ends[1], precision, TimeBasis.EXPLICIT)


MONDAY, TUESDAY = span("2023-03-06", "2023-03-07"), span("2023-03-07", "2023-03-08")
NIGHT = span("2023-03-06T18:00", "2023-03-07T08:00", Precision.HOUR)
MORNING = span("2023-03-07T05:00", "2023-03-07T12:00", Precision.HOUR)
NEXT_MONTH = span("2023-04-01", "2023-05-01", Precision.MONTH)
MARCH = span("2023-03-01", "2023-04-01", Precision.MONTH)
SINCE_MARCH = span("2023-03-01", None, Precision.MONTH)
UNTIL_FEBRUARY = span(None, "2023-03-01", Precision.MONTH)


@pytest.mark.parametrize(
    ("left", "right", "aspect", "outcome"),
    [
        (MONDAY, MONDAY, Aspect.EVENT_COUNT, SlotOutcome.SAME),
        (MONDAY, TUESDAY, Aspect.EVENT_COUNT, SlotOutcome.DIFFERENT),
        (MONDAY, MARCH, Aspect.EVENT_COUNT, SlotOutcome.PART),
        # a night is one time with either of its days, a morning is part of its day
        (NIGHT, MONDAY, Aspect.EVENT_COUNT, SlotOutcome.SAME),
        (NIGHT, TUESDAY, Aspect.EVENT_COUNT, SlotOutcome.SAME),
        (MORNING, TUESDAY, Aspect.EVENT_COUNT, SlotOutcome.PART),
        (MORNING, MONDAY, Aspect.EVENT_COUNT, SlotOutcome.DIFFERENT),
        (MONDAY, SINCE_MARCH, Aspect.EVENT_COUNT, SlotOutcome.PART),
        (MONDAY, NEXT_MONTH, Aspect.EVENT_COUNT, SlotOutcome.DIFFERENT),
        (UNTIL_FEBRUARY, SINCE_MARCH, Aspect.EVENT_COUNT, SlotOutcome.DIFFERENT),
        (UNTIL_FEBRUARY, MONDAY, None, SlotOutcome.DIFFERENT),
        # states some days apart may still be one state; months apart they are two
        (MONDAY, TUESDAY, Aspect.STOCK, SlotOutcome.SAME),
        (MONDAY, NEXT_MONTH, Aspect.STOCK, SlotOutcome.DIFFERENT),
        (None, MONDAY, Aspect.STOCK, SlotOutcome.UNKNOWN),
        (span(None, None, Precision.NONE), MONDAY, None, SlotOutcome.UNKNOWN),
    ],
)
def test_times(left: TimeSpan | None, right: TimeSpan | None, aspect: Aspect | None, outcome: SlotOutcome) -> None:
    assert compare_times(left, right, aspect).outcome is outcome
    assert compare_times(right, left, aspect).outcome is outcome


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        (MONDAY, "2023-03-06"),
        (MARCH, "2023-03-01 to 2023-03-31"),
        (SINCE_MARCH, "since 2023-03-01"),
        (UNTIL_FEBRUARY, "until 2023-02-28"),
        (None, None),
    ],
)
def test_times_are_shown_as_days(time: TimeSpan | None, shown: str | None) -> None:
    assert show_time(time) == shown
