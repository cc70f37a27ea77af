"""Intervals of every wording: the formulas on round and odd numbers, and what holds for all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.domain.enums import Qualifier
from verifier.domain.interval import Interval
from verifier.reference import load
from verifier.reference.model import UnitEntry
from verifier.reference.units import in_base
from verifier.text.intervals import intervals_of, next_round, range_intervals, vague_intervals, vague_power
from verifier.text.numbers import granularity_of

Ends = tuple[float | None, float | None]


def ends(interval: Interval) -> Ends:
    return interval.lo, interval.hi


# Of counts: hard is what the wording entails, soft what a careful reader understands.
@pytest.mark.parametrize(
    ("qualifier", "x", "hard", "soft"),
    [
        (Qualifier.BARE, 17, (17, 17), (17, 17)),
        (Qualifier.BARE, 50_000, (47_500, 52_500), (50_000, 50_000)),
        (Qualifier.BARE, 1_204, (1_204, 1_204), (1_204, 1_204)),
        (Qualifier.EXACT, 50_000, (50_000, 50_000), (50_000, 50_000)),
        (Qualifier.APPROX, 50_000, (40_000, 60_000), (45_000, 55_000)),
        (Qualifier.APPROX, 60, (40, 80), (55, 65)),
        (Qualifier.APPROX, 2, (0, 6), (1, 3)),
        (Qualifier.JUST_BELOW, 50_000, (40_000, 50_000), (45_000, 50_000)),
        (Qualifier.JUST_ABOVE, 50_000, (50_000, 60_000), (50_000, 55_000)),
        (Qualifier.ABOVE, 13, (14, None), (14, 20)),
        (Qualifier.ABOVE, 100, (101, None), (101, 150)),
        (Qualifier.AT_LEAST, 13, (13, None), (13, None)),
        (Qualifier.AT_MOST, 20, (0, 20), (0, 20)),
        (Qualifier.BELOW, 20, (0, 19), (0, 19)),
        (Qualifier.UP_TO, 20, (0, None), (0, 20)),
        (Qualifier.COUPLE, 0, (2, None), (2, 3)),
        (Qualifier.A_FEW, 0, (2, None), (2, 6)),
        (Qualifier.SEVERAL, 0, (2, None), (3, 9)),
        (Qualifier.TENS, 0, (10, None), (20, 99)),
        (Qualifier.DOZENS, 0, (12, None), (24, 99)),
        (Qualifier.SEVERAL_DOZEN, 0, (24, None), (36, 99)),
        (Qualifier.HUNDREDS, 0, (100, None), (200, 999)),
        (Qualifier.THOUSANDS, 0, (1_000, None), (2_000, 9_999)),
        (Qualifier.TENS_OF_THOUSANDS, 0, (10_000, None), (20_000, 99_999)),
        (Qualifier.NONE, 0, (0, 0), (0, 0)),
    ],
)
def test_counts(qualifier: Qualifier, x: float, hard: Ends, soft: Ends) -> None:
    found = intervals_of(qualifier, x, granularity_of(x), count=True)
    assert (ends(found[0]), ends(found[1])) == (hard, soft)


# Measures, shares and money are rounded at any size, and a bound of them is open.
@pytest.mark.parametrize(
    ("qualifier", "x", "hard"),
    [
        (Qualifier.BARE, 17, Interval(16.5, 17.5)),
        (Qualifier.BARE, 2.5, Interval(2.45, 2.55)),
        (Qualifier.BARE, -5, Interval(-5.5, -4.5)),
        (Qualifier.ABOVE, 17, Interval(17, None, lo_open=True)),
        (Qualifier.BELOW, 17, Interval(0, 17, hi_open=True)),
        (Qualifier.AT_MOST, -5, Interval(None, -5)),
    ],
)
def test_measures(qualifier: Qualifier, x: float, hard: Interval) -> None:
    found = intervals_of(qualifier, x, granularity_of(x), count=False)[0]
    assert ends(found) == pytest.approx(ends(hard))
    assert (found.lo_open, found.hi_open) == (hard.lo_open, hard.hi_open)


@pytest.mark.parametrize(("x", "following"), [(900, 1_000), (13, 20), (250, 300), (100, 150), (99, 100)])
def test_next_round_number(x: float, following: float) -> None:
    assert next_round(x, granularity_of(x)) == following


@pytest.mark.parametrize(
    ("qualifier", "power"),
    [(Qualifier.THOUSANDS, 1e3), (Qualifier.MILLIONS, 1e6), (Qualifier.DOZENS, None), (Qualifier.SEVERAL, None)],
)
def test_power_of_a_vague_plural(qualifier: Qualifier, power: float | None) -> None:
    assert vague_power(qualifier) == power


def test_billions_are_a_thousand_millions() -> None:
    assert ends(vague_intervals(Qualifier.MILLIONS, 1_000)[0]) == (1e9, None)


numbers = st.one_of(st.integers(-(10**6), 10**9), st.floats(-1e6, 1e9, allow_nan=False).map(lambda x: round(x, 3)))


@given(st.sampled_from(list(Qualifier)), numbers, st.booleans())
def test_hard_contains_soft(qualifier: Qualifier, x: float, count: bool) -> None:
    x = abs(int(x)) if count else x
    hard, soft = intervals_of(qualifier, x, granularity_of(x), count)
    assert hard.covers(soft)


@given(numbers, numbers)
def test_a_range_is_ordered(one: float, other: float) -> None:
    hard, soft = range_intervals(one, other)
    assert ends(hard) == ends(soft) == (min(one, other), max(one, other))


@given(st.integers(2, 10**9))
def test_wordings_lie_as_their_words_say(x: int) -> None:
    def hard(qualifier: Qualifier) -> Interval:
        return intervals_of(qualifier, x, granularity_of(x), count=True)[0]

    assert hard(Qualifier.BELOW).is_below(hard(Qualifier.ABOVE))
    assert hard(Qualifier.APPROX).covers(hard(Qualifier.BARE))
    assert hard(Qualifier.BARE).covers(hard(Qualifier.EXACT))
    assert hard(Qualifier.AT_LEAST).covers(hard(Qualifier.ABOVE))
    assert hard(Qualifier.AT_MOST).covers(hard(Qualifier.BELOW))


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.sampled_from([u for u in load().units.entries.values() if u.factor]))
def test_conversion_keeps_the_order(one: float, other: float, unit: UnitEntry) -> None:
    low, high = min(one, other), max(one, other)
    converted = in_base(Interval(low, high), unit)
    assert converted is not None
    assert converted.lo is not None
    assert converted.hi is not None
    assert converted.lo <= converted.hi
