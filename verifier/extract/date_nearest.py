"""The day, season, weekend or feast of a name that lies nearest the section date, behind or ahead of it."""

from __future__ import annotations

from datetime import date, timedelta

from verifier.domain.enums import Precision
from verifier.extract.date_calendar import SEASON_STARTS, Moment, add_months, stretch


def latest_weekday(weekday: int, anchor: date) -> date:
    """The latest such day on or before the section date."""
    return anchor - timedelta(days=(anchor.weekday() - weekday) % 7)


def next_weekday(weekday: int, anchor: date) -> date:
    """The first such day on or after the section date."""
    return anchor + timedelta(days=(weekday - anchor.weekday()) % 7)


def latest_season(season: str, anchor: date, ahead: bool) -> int:
    """The year in which the latest such season began (or, ``ahead``, the next one that is not over)."""
    first = date(anchor.year, SEASON_STARTS[season], 1)
    if ahead:
        return anchor.year if anchor < add_months(first, 3) else anchor.year + 1
    return anchor.year if first <= anchor else anchor.year - 1


def easter_in(year: int) -> date:
    """Easter Sunday by the Gregorian calendar (Meeus, Jones, Butcher)."""
    century = year // 100
    golden = year % 19
    leap = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    full = leap - leap // 28 * (1 - leap // 28 * (29 // (leap + 1)) * ((21 - golden) // 11))
    days = full - (year + year // 4 + full + 2 - century + century // 4) % 7
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))


def weekend_of(anchor: date, ahead: bool) -> Moment:
    """The latest weekend begun on or before the section date, or (``ahead``) the next one not over."""
    saturday = latest_weekday(5, anchor)
    if ahead and anchor >= saturday + timedelta(days=2):
        saturday += timedelta(days=7)
    return stretch(saturday, saturday + timedelta(days=2), Precision.WEEK, anchored=True)
