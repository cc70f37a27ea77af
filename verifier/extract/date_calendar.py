"""Arithmetic of the calendar: what a named or counted time covers, as honestly as it was said."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from verifier.domain.enums import Precision

_PRECISION = {
    "hour": Precision.HOUR,
    "night": Precision.HOUR,
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "weekend": Precision.WEEK,
    "fortnight": Precision.WEEK,
    "month": Precision.MONTH,
    "quarter": Precision.SEASON,
    "half": Precision.SEASON,
    "season": Precision.SEASON,
    "year": Precision.YEAR,
    "decade": Precision.YEAR,
    "century": Precision.YEAR,
}
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_PARTS = {
    "early": (0, 6),
    "morning": (5, 12),
    "noon": (11, 14),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "night": (18, 32),
    "overnight": (-6, 8),
}
_FINER = {
    Precision.YEAR: Precision.SEASON,
    Precision.SEASON: Precision.MONTH,
    Precision.MONTH: Precision.WEEK,
    Precision.WEEK: Precision.DAY,
}
_THIRDS = {"early": (0, 1), "mid": (1, 2), "late": (2, 3)}
_LAST_YEAR = 9998


Count = tuple[str, tuple[int, int]]
"""A unit and how many of it at least and at most; negative counts lie before."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time ``[start, end)`` in UTC as a phrase names it; both None where only the section date could tell.

    ``anchored`` is true where the section date was needed; ``dangling`` where the phrase counts from some
    other event ("two days later"), ``counted`` units from it, ``inferred`` where it had to be concluded when
    that was. ``ongoing`` marks times that lead up to the section date.
    """

    start: datetime | None
    end: datetime | None
    precision: Precision
    anchored: bool = False
    dangling: bool = False
    ongoing: bool = False
    inferred: bool = False
    counted: Count | None = None


def at(day: date, hour: int = 0) -> datetime:
    """The instant ``hour`` hours after the start of ``day``; hours may be negative or beyond 24."""
    return datetime.combine(day, time(), UTC) + timedelta(hours=hour)


def unknown(precision: Precision = Precision.NONE, dangling: bool = False) -> Moment:
    """A time that was named but cannot be placed."""
    return Moment(None, None, precision, anchored=not dangling, dangling=dangling)


def counted_from_elsewhere(unit: str, counts: tuple[int, int]) -> Moment:
    """A time so many units before or after one that was told earlier."""
    return Moment(None, None, _PRECISION[unit], dangling=True, counted=(unit, counts))


def stretch(first: date, last: date, precision: Precision, anchored: bool = False) -> Moment:
    """The days from ``first`` until before ``last``."""
    return Moment(at(first), at(last), precision, anchored)


def precision_of(unit: str) -> Precision:
    """How exactly a time counted in ``unit`` is known."""
    return _PRECISION[unit]


def day(when: date, anchored: bool = False) -> Moment:
    """One day."""
    return stretch(when, when + timedelta(days=1), Precision.DAY, anchored)


def day_in(year: int, month: int, number: int) -> date | None:
    """The date, or None where the calendar has none such."""
    if 1 <= month <= 12 and 1 <= year <= _LAST_YEAR and 1 <= number <= monthrange(year, month)[1]:
        return date(year, month, number)
    return None


def month_in(year: int, month: int, anchored: bool = False) -> Moment:
    """One month of a year."""
    first = date(year, month, 1)
    return stretch(first, add_months(first, 1), Precision.MONTH, anchored)


def years(first: int, count: int = 1, anchored: bool = False) -> Moment:
    """``count`` whole years from ``first``."""
    return stretch(date(first, 1, 1), date(first + count, 1, 1), Precision.YEAR, anchored)


def season_in(year: int, season: str, anchored: bool = False) -> Moment:
    """A season by months; the winter of a year begins in its December."""
    first = date(year, SEASON_STARTS[season], 1)
    return stretch(first, add_months(first, 3), Precision.SEASON, anchored)


def part_of_year(year: int, unit: str, number: int, anchored: bool = False) -> Moment | None:
    """The ``number``-th quarter or half of a year."""
    months = _MONTHS[unit]
    if not 1 <= number <= 12 // months:
        return None
    first = date(year, 1 + (number - 1) * months, 1)
    return stretch(first, add_months(first, months), Precision.SEASON, anchored)


def add_months(when: date, months: int) -> date:
    """The same day ``months`` later, or the last of that month where it is shorter."""
    total = when.year * 12 + when.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= _LAST_YEAR:
        raise OverflowError("outside the calendar")
    return date(year, month + 1, min(when.day, monthrange(year, month + 1)[1]))


def shift(when: date, unit: str, count: int) -> date:
    """``when`` moved by ``count`` units. Raises OverflowError outside the calendar."""
    if unit == "hour":
        return when + timedelta(hours=count)
    if unit in _DAYS:
        return when + timedelta(days=_DAYS[unit] * count)
    return add_months(when, _MONTHS[unit] * count)


def calendar_unit(unit: str, when: date, count: int = 0) -> Moment:
    """The whole calendar unit ``count`` after the one that holds ``when``: "last week" is -1."""
    moved = shift(when, unit, count)
    monday = moved - timedelta(days=moved.weekday())
    if unit in ("week", "fortnight"):
        first, last = monday, monday + timedelta(days=_DAYS[unit])
    elif unit == "weekend":
        first, last = monday + timedelta(days=5), monday + timedelta(days=7)
    elif unit in ("day", "hour"):
        first, last = moved, moved + timedelta(days=1)
    elif unit in ("decade", "century"):
        span = _MONTHS[unit] // 12
        first = date(max(moved.year - moved.year % span, 1), 1, 1)
        last = date(first.year + span, 1, 1)
    else:
        months = _MONTHS[unit]
        first = date(moved.year, (moved.month - 1) // months * months + 1, 1)
        last = add_months(first, months)
    precision = Precision.DAY if unit == "hour" else _PRECISION[unit]
    return stretch(first, last, precision, anchored=True)


def rolling(unit: str, counts: tuple[int, int], anchor: date) -> Moment:
    """The last (negative) or next ``counts`` units seen from the section date, that day included."""
    farthest = max(counts, key=abs)
    edge = shift(anchor, unit, farthest)
    tomorrow = anchor + timedelta(days=1)
    if farthest < 0:
        return replace(stretch(min(edge, anchor), tomorrow, _PRECISION[unit], anchored=True), ongoing=True)
    return stretch(anchor, max(edge, anchor) + timedelta(days=1), _PRECISION[unit], anchored=True)


def away(unit: str, counts: tuple[int, int], anchor: date) -> Moment:
    """The time ``counts`` units before or after the section date, as wide as the unit is coarse."""
    low, high = sorted(shift(anchor, unit, count) for count in counts)
    if unit == "night":
        return hours_of(low, "night", anchored=True)
    if unit in ("hour", "day"):
        precision = Precision.DAY if low == high else Precision.WEEK
        return stretch(low, high + timedelta(days=1), precision, anchored=True)
    if low != high:
        return stretch(low, high + timedelta(days=1), _PRECISION[unit], anchored=True)
    if unit in ("week", "weekend", "fortnight"):
        return stretch(low - timedelta(days=3), low + timedelta(days=4), Precision.WEEK, anchored=True)
    if unit == "decade":
        return years(low.year - 2, 5, anchored=True)
    if unit == "century":
        return years(max(low.year - 10, 1), 21, anchored=True)
    return calendar_unit("month" if unit in ("month", "quarter", "half") else "year", low)


def hours_of(when: date, part: str, anchored: bool = False) -> Moment:
    """A part of a day; a night begins on its day's evening and ends the next morning."""
    first, last = _PARTS[part]
    return Moment(at(when, first), at(when, last), Precision.HOUR, anchored)


def third_of(moment: Moment, phase: str) -> Moment:
    """The early, middle or late third of a month, a year or another stretch; whole months of years."""
    precision = _FINER.get(moment.precision, moment.precision)
    if moment.start is None or moment.end is None or phase not in _THIRDS:
        return replace(moment, precision=precision)
    low, high = _THIRDS[phase]
    if moment.precision is Precision.YEAR:
        months = 12 * (moment.end.year - moment.start.year)
        first, last = (add_months(moment.start.date(), months * third // 3) for third in (low, high))
        return replace(moment, start=at(first), end=at(last), precision=precision)
    total = (moment.end - moment.start).days
    cuts = [moment.start + timedelta(days=round(total * third / 3)) for third in range(4)]
    return replace(moment, start=cuts[low], end=cuts[high], precision=precision)


def nth_of(moment: Moment, unit: str, number: int, length: int, at_end: bool) -> Moment | None:
    """The ``number``-th stretch of ``length`` units of a longer time, or its last; None where it is shorter.

    Weeks are counted from the first Monday week that has most of its days inside.
    """
    if moment.start is None or moment.end is None:
        return replace(moment, precision=_PRECISION[unit])
    first, last = moment.start.date(), moment.end.date()
    if unit == "week":
        first -= timedelta(days=(first.weekday() + 3) % 7 - 3)
        last -= timedelta(days=(last.weekday() + 3) % 7 - 3)
    low = shift(last, unit, -length) if at_end else shift(first, unit, number - 1)
    high = last if at_end else shift(low, unit, length)
    if low < first or high > last:
        return None
    return stretch(low, high, _PRECISION[unit], moment.anchored)
