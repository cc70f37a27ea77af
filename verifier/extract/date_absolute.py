"""Days named by the calendar, in words and in figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from verifier.domain.enums import Precision
from verifier.extract import date_calendar as calendar
from verifier.extract.date_calendar import Moment
from verifier.extract.date_scene import Found, Scene

_NEAR_DAYS = 60
_SHORT_NAMES = ("may", "june", "july", "märz", "mai", "juni", "juli")
"""Months whose whole names are no longer than others' short forms: a dot after them ends the sentence."""


def read_day_month(scene: Scene, i: int) -> Found:
    """Such as "12 November 2024", "the 12th of November", "12. November", "3-5 May", "12.11.2024"."""
    if scene.has(i, "dotted"):
        number, month, year = scene.get(i, "dotted")
        after = scene.skip(i + 1, "dot") if year is None else i + 1
        if year is None and not (scene.lang == "de" and after > i + 1):
            return None
        return _dated(scene, (i, after), (number, number), month, year)
    first = _day_number(scene, i)
    if first is None:
        return None
    j, low = first
    high = low
    if scene.has(j, "dash", "to", "and") and (last := _day_number(scene, scene.skip(j + 1, "the"))):
        between = scene.has(scene.back(i, "the"), "between", "from")
        if scene.has(j, "and") and not between and last[1] != low + 1:
            return None
        j, high = last
    j = scene.skip(scene.skip(j, "of"), "the")
    month = scene.get(j, "month")
    if month is None:
        return None
    j, year = trailing_year(scene, scene.skip(j + 1, "dot") if is_short(scene, j) else j + 1)
    return _dated(scene, (i, j), (low, high), month, year)


def read_month_day(scene: Scene, i: int) -> Found:
    """Such as "November 12, 2024", "Nov. 12", "May 3-5", "July 4th"."""
    month = scene.get(i, "month")
    if month is None or scene.lang != "en":
        return None
    j = scene.skip(scene.skip(i + 1, "dot") if is_short(scene, i) else i + 1, "the")
    first = _day_number(scene, j)
    if first is None or scene.has(first[0], "unit", "units", "month"):
        return None
    j, low = first
    high = low
    joined = scene.has(j, "dash") or (scene.has(j, "to", "and") and scene.has(i - 1, "between", "from"))
    if joined and (last := _day_number(scene, j + 1)) and not scene.has(last[0], "month"):
        j, high = last
    j, year = trailing_year(scene, j)
    return _dated(scene, (i, j), (low, high), month, year)


def read_numeric(scene: Scene, i: int) -> Found:
    """Such as "2024-11-12", "14/9/2023", "9/14/2023": day before month unless only the other order is a date."""
    if not (scene.has(i + 1, "dash", "slash") and scene.has(i + 3, "dash", "slash")):
        return None
    sign = "dash" if scene.has(i + 1, "dash") else "slash"
    if not scene.has(i + 3, sign):
        return None
    year, number = scene.get(i, "year"), scene.get(i, "number")
    middle, last = scene.get(i + 2, "number"), scene.get(i + 4, "number")
    if year is not None and middle is not None and last is not None:
        return _dated(scene, (i, i + 5), (last, last), middle, year)
    year = scene.get(i + 4, "year")
    if number is None or middle is None or year is None:
        return None
    named = scene.get(i + 2, "month")
    for day, month in ((number, named or middle), (middle, number)):
        if found := _dated(scene, (i, i + 5), (day, day), month, year):
            return found
    return None


def resolve_day(
    scene: Scene, i: int, number: int, month: int, weekday: int | None = None, *, titled: bool = False
) -> Moment | None:
    """The day and month a text names without the year, nearest the section date as its tense tells.

    With a weekday beside it, the nearest year in which the two agree; where it only dates a noun (``titled``:
    "the July 25 call"), the nearest year. None where no calendar has the day.
    """
    if calendar.day_in(2024, month, number) is None:
        return None
    if scene.anchor is None:
        return calendar.unknown(Precision.DAY)
    anchor = scene.anchor
    found = [day for year in range(anchor.year - 4, anchor.year + 5) if (day := calendar.day_in(year, month, number))]
    agreeing = [day for day in found if weekday is not None and day.weekday() == weekday]
    if agreeing:
        return calendar.day(min(agreeing, key=lambda day: abs(day - anchor)), anchored=True)
    past = max((day for day in found if day <= anchor), default=None)
    coming = min((day for day in found if day >= anchor), default=None)
    if past is None or coming is None:
        return calendar.unknown(Precision.DAY)
    near = coming - anchor <= timedelta(days=_NEAR_DAYS) and anchor - past > timedelta(days=5 * _NEAR_DAYS)
    if titled:
        return calendar.day(min(coming, past, key=lambda day: abs(day - anchor)), anchored=True)
    ahead = scene.lies_ahead(i) or (near and not scene.is_past(i))
    return calendar.day(coming if ahead else past, anchored=True)


def _dated(scene: Scene, found: tuple[int, int], numbers: tuple[int, int], month: int, year: int | None) -> Found:
    i, end = found
    low, high = numbers
    if year is None and scene.year is not None:
        year = scene.year
    if year is None and (shifted := shifted_year(scene, end)):
        dated = _dated(replace(scene, year=shifted[1]), (i, shifted[0]), numbers, month, None)
        return (dated[0], replace(dated[1], anchored=True)) if dated else None
    if year is None:
        follows = scene.tokens[end] if end < len(scene.tokens) else None
        titled = scene.lang == "en" and follows is not None and follows.tag.startswith("NN")
        begin, close = (resolve_day(scene, i, number, month, titled=titled) for number in numbers)
        return (end, _joined(begin, close)) if begin and close else None
    first, last = calendar.day_in(year, month, low), calendar.day_in(year, month, high)
    if first is None or last is None or first > last:
        return None
    return end, calendar.stretch(first, last + timedelta(days=1), Precision.DAY)


def _joined(first: Moment, last: Moment) -> Moment:
    if first.start is None or last.end is None or first.start >= last.end:
        return first
    return Moment(first.start, last.end, first.precision, first.anchored)


def _day_number(scene: Scene, i: int) -> tuple[int, int] | None:
    """A day of the month at ``i`` and the index after it: "12", "12.", "12th", "second"."""
    number = scene.get(i, "number") if scene.has(i, "digits") else scene.get(i, "ordinal")
    if number is None or not 1 <= number <= 31:
        return None
    return scene.skip(scene.skip(i + 1, "dot") if scene.lang == "de" else i + 1, "ordinal"), number


def trailing_year(scene: Scene, i: int) -> tuple[int, int | None]:
    """A year after a day, month or season, with its comma or "of" before it."""
    j = scene.skip(scene.skip(i, "comma"), "of", "in")
    if scene.unit(j) == "year":
        j += 1
    year = scene.get(j, "year")
    return (j + 1, year) if year is not None else (i, None)


def is_short(scene: Scene, i: int) -> bool:
    """Whether the month at ``i`` is abbreviated, so that a dot after it is part of it."""
    return len(scene.tokens[i].text) <= 4 and scene.tokens[i].lower not in _SHORT_NAMES


def shifted_year(scene: Scene, i: int) -> tuple[int, int] | None:
    """Such as "this year", "of last year", "vergangenen Jahres" after a month or season."""
    j = scene.skip(scene.skip(i, "of"), "the")
    step = scene.get(j, "shift")
    if step is None or scene.get(j + 1, "unit") != "year" or scene.anchor is None:
        return None
    return j + 2, scene.anchor.year + step
