"""What the wording around a number entails (hard) and what a careful reader understands (soft)."""

from __future__ import annotations

import math
from collections.abc import Callable

from verifier.domain.enums import Qualifier
from verifier.domain.interval import Interval

Bounds = tuple[Interval, Interval]

_VAGUE: dict[Qualifier, tuple[float, float, float]] = {
    Qualifier.COUPLE: (2, 2, 3),
    Qualifier.A_FEW: (2, 2, 6),
    Qualifier.SEVERAL: (2, 3, 9),
    Qualifier.TENS: (10, 20, 99),
    Qualifier.DOZENS: (12, 24, 99),
    Qualifier.SEVERAL_DOZEN: (24, 36, 99),
    Qualifier.HUNDREDS: (100, 200, 999),
    Qualifier.THOUSANDS: (1e3, 2e3, 9_999),
    Qualifier.TENS_OF_THOUSANDS: (1e4, 2e4, 99_999),
    Qualifier.HUNDREDS_OF_THOUSANDS: (1e5, 2e5, 999_999),
    Qualifier.MILLIONS: (1e6, 2e6, 9_999_999),
}
VAGUE = frozenset(_VAGUE)
"""Wordings that name no number."""


def soft_width(x: float, granularity: float, count: bool) -> float:
    """How far "about x" reaches for the median reader: s(x)."""
    size = abs(x)
    width = min(max(0.05 * size, 0.5 * granularity), 0.10 * size)
    return max(width, 1.0) if count else width


def hard_width(x: float, granularity: float, count: bool) -> float:
    """How far "about x" reaches at most: h(x)."""
    return (4 if abs(x) < 200 else 2) * soft_width(x, granularity, count)


def rounding_band(x: float, granularity: float, count: bool) -> float:
    """How far a bare x may be rounded: b(x)."""
    if not count:
        return 0.5 * granularity
    return min(0.5 * granularity, 0.05 * abs(x)) if abs(x) >= 100 and granularity > 1 else 0.0


def next_round(x: float, granularity: float) -> float:
    """The next round number above x: 900 → 1,000; 13 → 20; for a power of ten 1.5 x."""
    step = granularity if granularity > 0 else 1.0
    digits = x / step
    if digits <= 0:
        return x + step
    if math.isclose(digits, 1):
        return 1.5 * x
    if digits < 10:
        return x + step
    return (math.floor(x / (10 * step)) + 1) * 10 * step


def intervals_of(qualifier: Qualifier, x: float, granularity: float, count: bool) -> Bounds:
    """The hard and soft interval of ``qualifier`` and the number ``x``.

    ``count`` is true for what comes in whole numbers. Lower ends stop at 0 unless ``x`` is negative.
    For vague plurals ("dozens") ``x`` is ignored; ranges have a function of their own.
    """
    if qualifier in _VAGUE:
        return vague_intervals(qualifier)
    if qualifier is Qualifier.NONE:
        return Interval(0, 0), Interval(0, 0)
    return _FORMULAS[qualifier](x, granularity, count)


def vague_intervals(qualifier: Qualifier, times: float = 1.0) -> Bounds:
    """The intervals of a vague plural; ``times`` for "billions" as a thousand "millions"."""
    hard, low, high = _VAGUE[qualifier]
    return Interval(hard * times, None), Interval(low * times, high * times)


def vague_power(qualifier: Qualifier) -> float | None:
    """The power of ten a vague plural names ("thousands": 1,000); None for dozens and the vague words."""
    hard = _VAGUE[qualifier][0]
    return hard if math.log10(hard).is_integer() else None


def range_intervals(low: float, high: float) -> Bounds:
    """Both intervals of "between low and high"."""
    interval = Interval(min(low, high), max(low, high))
    return interval, interval


def _floor(low: float, x: float) -> float:
    return low if x < 0 else max(0.0, low)


def _bare(x: float, u: float, count: bool) -> Bounds:
    band = rounding_band(x, u, count)
    return Interval(_floor(x - band, x), x + band), Interval(x, x)


def _exact(x: float, _u: float, _count: bool) -> Bounds:
    return Interval(x, x), Interval(x, x)


def _around(below: bool, above: bool) -> Callable[[float, float, bool], Bounds]:
    def formula(x: float, u: float, count: bool) -> Bounds:
        h, s = hard_width(x, u, count), soft_width(x, u, count)
        hard = Interval(_floor(x - h * below, x), x + h * above)
        return hard, Interval(_floor(x - s * below, x), x + s * above)

    return formula


def _above(x: float, u: float, count: bool) -> Bounds:
    top = next_round(x, u)
    if count and x == int(x) and x >= 0:
        first = x + 1
        return Interval(first, None), Interval(first, max(top, first))
    return Interval(x, None, lo_open=True), Interval(x, top, lo_open=True)


def _at_least(x: float, _u: float, _count: bool) -> Bounds:
    return Interval(x, None), Interval(x, None)


def _at_most(x: float, _u: float, _count: bool) -> Bounds:
    interval = Interval(0 if x >= 0 else None, x)
    return interval, interval


def _below(x: float, _u: float, count: bool) -> Bounds:
    if count and x == int(x) and x >= 1:
        interval = Interval(0, x - 1)
    elif x > 0:
        interval = Interval(0, x, hi_open=True)
    else:
        interval = Interval(None, x, hi_open=True)
    return interval, interval


def _up_to(x: float, _u: float, _count: bool) -> Bounds:
    return Interval(0 if x >= 0 else None, None), Interval(0 if x >= 0 else None, x)


_FORMULAS: dict[Qualifier, Callable[[float, float, bool], Bounds]] = {
    Qualifier.BARE: _bare,
    Qualifier.EXACT: _exact,
    Qualifier.APPROX: _around(True, True),
    Qualifier.JUST_BELOW: _around(True, False),
    Qualifier.JUST_ABOVE: _around(False, True),
    Qualifier.ABOVE: _above,
    Qualifier.AT_LEAST: _at_least,
    Qualifier.AT_MOST: _at_most,
    Qualifier.BELOW: _below,
    Qualifier.UP_TO: _up_to,
    Qualifier.RANGE: lambda x, _u, _count: range_intervals(x, x),
}
