"""Times named by the calendar: days, months, years, seasons, quarters, decades."""

from __future__ import annotations

from datetime import timedelta

from verifier.domain.enums import Precision
from verifier.extract import date_calendar as calendar
from verifier.extract.date_calendar import Moment
from verifier.extract.date_scene import Found, Scene

_NEAR_DAYS = 60


def read_day_month(scene: Scene, i: int) -> Found:
    """ "12 November 2024", "the 12th of November", "12. November", "3-5 May", "12.11.2024"."""
    if scene.has(i, "dotted"):
        number, month, year = scene.get(i, "dotted")
        after = scene.skip(i + 1, "dot") if year is None else i + 1
        if year is None and not (scene.lang == "de" and after > i + 1):
            return None
        return _dated(scene, i, after, (number, number), month, year)
    first = _day_number(scene, i)
    if first is None:
        return None
    j, low = first
    high = low
    if scene.has(j, "dash", "to", "and") and (last := _day_number(scene, j + 1)):
        between = scene.has(i - 1, "between", "from")
        if scene.has(j, "and") and not between:
            return None
        j, high = last
    j = scene.skip(scene.skip(j, "of"), "the")
    month = scene.get(j, "month")
    if month is None:
        return None
    j, year = _trailing_year(scene, scene.skip(j + 1, "dot") if _is_short(scene, j) else j + 1)
    return _dated(scene, i, j, (low, high), month, year)


def read_month_day(scene: Scene, i: int) -> Found:
    """ "November 12, 2024", "Nov. 12", "May 3-5", "July 4th"."""
    month = scene.get(i, "month")
    if month is None or scene.lang != "en":
        return None
    j = scene.skip(scene.skip(i + 1, "dot") if _is_short(scene, i) else i + 1, "the")
    first = _day_number(scene, j)
    if first is None or scene.has(first[0], "unit", "units", "month"):
        return None
    j, low = first
    high = low
    joined = scene.has(j, "dash") or (scene.has(j, "to", "and") and scene.has(i - 1, "between", "from"))
    if joined and (last := _day_number(scene, j + 1)) and not scene.has(last[0], "month"):
        j, high = last
    j, year = _trailing_year(scene, j)
    return _dated(scene, i, j, (low, high), month, year)


def read_numeric(scene: Scene, i: int) -> Found:
    """ "2024-11-12", "14/9/2023", "9/14/2023": day before month unless only the other order is a date."""
    if not (scene.has(i + 1, "dash", "slash") and scene.has(i + 3, "dash", "slash")):
        return None
    sign = "dash" if scene.has(i + 1, "dash") else "slash"
    if not scene.has(i + 3, sign):
        return None
    year, number = scene.get(i, "year"), scene.get(i, "number")
    middle, last = scene.get(i + 2, "number"), scene.get(i + 4, "number")
    if year is not None and middle is not None and last is not None:
        return _dated(scene, i, i + 5, (last, last), middle, year)
    year = scene.get(i + 4, "year")
    if number is None or middle is None or year is None:
        return None
    named = scene.get(i + 2, "month")
    for day, month in ((number, named or middle), (middle, number)):
        if found := _dated(scene, i, i + 5, (day, day), month, year):
            return found
    return None


def read_month(scene: Scene, i: int) -> Found:
    """ "February 2022", "Nov. 2024", "in February", "November vergangenen Jahres"."""
    month = scene.get(i, "month")
    if month is None:
        return None
    short = scene.skip(i + 1, "dot") if _is_short(scene, i) else i + 1
    j, year = _trailing_year(scene, short)
    if year is not None:
        return j, _phased(scene, i, calendar.month_in(year, month))
    shifted = _shifted_year(scene, short)
    if shifted is not None:
        return shifted[0], _phased(scene, i, calendar.month_in(shifted[1], month, anchored=True))
    if scene.year is not None:
        return short, _phased(scene, i, calendar.month_in(scene.year, month))
    if scene.anchor is None:
        return i + 1, calendar.unknown(Precision.MONTH)
    year = scene.anchor.year
    if scene.is_ahead(i):
        year += month < scene.anchor.month
    else:
        year -= month > scene.anchor.month
    return i + 1, _phased(scene, i, calendar.month_in(year, month, anchored=True))


def read_year(scene: Scene, i: int) -> Found:
    """ "in 2022", "im Jahr 2022", "the year 2022", "2022/23", "the 1990s", "die 1990er Jahre"."""
    j = i
    if scene.unit(i) in ("year", "decade") and scene.has(i + 1, "year"):
        j = i + 1
    year = scene.get(j, "year")
    if year is None:
        return None
    if scene.has(j + 1, "decade") and year % 10 == 0:
        return _skip_years(scene, j + 2), calendar.years(year, 10)
    if scene.has(j + 1, "slash", "dash") and (last := _second_year(scene, j + 2, year)):
        return j + 3, calendar.years(year, last - year + 1)
    if j == i and not _is_year(scene, i):
        return None
    return j + 1, _phased(scene, i, calendar.years(year))


def read_season(scene: Scene, i: int) -> Found:
    """ "spring 2023", "the summer of 2023", "im Winter", "Sommer vergangenen Jahres"."""
    season = scene.get(i, "season")
    if season is None:
        return None
    j, year = _trailing_year(scene, i + 1)
    if year is not None:
        after = scene.skip(j, "slash", "dash")
        if after > j and season == "winter" and _second_year(scene, after, year):
            j = after + 1
        return j, _phased(scene, i, calendar.season_in(year, season))
    shifted = _shifted_year(scene, i + 1)
    if shifted is not None:
        return shifted[0], calendar.season_in(shifted[1], season, anchored=True)
    if not scene.has(i - 1, "in", "the", "since", "until", "before", "after", "phase", "shift", "of", "phased"):
        return None
    if scene.anchor is None:
        return i + 1, calendar.unknown(Precision.SEASON)
    year = calendar.latest_season(season, scene.anchor, scene.is_ahead(i))
    return i + 1, _phased(scene, i, calendar.season_in(year, season, anchored=True))


def read_part_of_year(scene: Scene, i: int) -> Found:
    """ "the third quarter of 2023", "ersten Halbjahr 2023", "Q3 2023", "first half of this year"."""
    number, j = _numbered_part(scene, i)
    if number is None:
        return None
    unit = "half" if scene.unit(j - 1) == "half" or scene.tokens[i].lower == "h" else "quarter"
    j, year = _trailing_year(scene, scene.skip(scene.skip(j, "dash"), "of"))
    anchored = False
    if year is None:
        after = scene.skip(scene.skip(j, "of"), "the")
        if shifted := _shifted_year(scene, after):
            j, year = shifted
        elif scene.unit(after) == "year" and scene.anchor:
            j, year = after + 1, scene.anchor.year
        else:
            return None
        anchored = True
    part = calendar.part_of_year(year, unit, number, anchored)
    return (j, part) if part else None


def _numbered_part(scene: Scene, i: int) -> tuple[int | None, int]:
    """The number of a quarter or half and the index after its words."""
    if scene.tokens[i].text.upper() in ("Q", "H") and scene.has(i + 1, "digits"):
        return scene.get(i + 1, "number"), i + 2
    number, j = scene.get(i, "ordinal"), i + 1
    if number is None and scene.has(i, "digits"):
        number, j = scene.get(i, "number"), scene.skip(scene.skip(i + 1, "ordinal"), "dot")
    if number is None and scene.get(i, "phase") == "late":
        return None, i
    return (number, j + 1) if number is not None and scene.unit(j) in ("quarter", "half") else (None, i)


def resolve_day(scene: Scene, i: int, number: int, month: int, weekday: int | None = None) -> Moment | None:
    """The day and month a text names without the year, nearest the section date as its tense tells.

    With a weekday beside it, the nearest year in which the two agree. None where no calendar has the day.
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
    ahead = scene.is_ahead(i) or (near and not scene.is_past(i))
    return calendar.day(coming if ahead else past, anchored=True)


def _dated(scene: Scene, i: int, end: int, numbers: tuple[int, int], month: int, year: int | None) -> Found:
    low, high = numbers
    if year is None and scene.year is not None:
        year = scene.year
    if year is None:
        found = [resolve_day(scene, i, number, month) for number in numbers]
        if found[0] is None or found[1] is None:
            return None
        return end, _joined(found[0], found[1])
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


def _trailing_year(scene: Scene, i: int) -> tuple[int, int | None]:
    """A year after a day, month or season, with its comma or "of" before it."""
    j = scene.skip(scene.skip(i, "comma"), "of", "in")
    if scene.unit(j) == "year":
        j += 1
    year = scene.get(j, "year")
    return (j + 1, year) if year is not None else (i, None)


def _shifted_year(scene: Scene, i: int) -> tuple[int, int] | None:
    """ "this year", "of last year", "vergangenen Jahres" after a month or season."""
    j = scene.skip(scene.skip(i, "of"), "the")
    step = scene.get(j, "shift")
    if step is None or scene.get(j + 1, "unit") != "year" or scene.anchor is None:
        return None
    return j + 2, scene.anchor.year + step


def _second_year(scene: Scene, i: int, first: int) -> int | None:
    """The second of "2022/23" or "2014-2018"."""
    year: int | None = scene.get(i, "year")
    if year is None and len(scene.get(i, "digits") or "") == 2:
        year = first // 100 * 100 + scene.get(i, "number")
    return year if year is not None and first < year <= first + 100 else None


def _is_year(scene: Scene, i: int) -> bool:
    """Whether four bare digits are a year: after a word of time, or beside a noun no one counts."""
    if scene.has(i, "phased"):
        return True
    led = scene.has(i - 1, "in", "since", "until", "before", "after", "between", "from", "month", "season", "phase")
    if led or (scene.has(i - 1, "to", "and", "dash", "for", "of") and (scene.lang == "de" or _no_count(scene, i))):
        return _no_count(scene, i)
    if scene.lang == "de":
        return i > 0 and _no_count(scene, i)
    after = scene.tokens[i + 1] if i + 1 < len(scene.tokens) else None
    owned = i > 0 and scene.tokens[i - 1].tag in ("AT0", "POS", "DPS", "AJ0")
    return owned and after is not None and after.tag in ("NN1", "AJ0", "NP0")


def _no_count(scene: Scene, i: int) -> bool:
    """Whether the word after ``i`` is nothing the number could count."""
    if i + 1 >= len(scene.tokens):
        return True
    after = scene.tokens[i + 1]
    if scene.lang == "de":
        return not after.tag.startswith(("NN", "ADJ(A)")) and after.text != "%"
    return after.tag not in ("NN2", "NN0", "AJ0", "CRD") and after.text not in ("%", "percent")


def _skip_years(scene: Scene, i: int) -> int:
    return i + 1 if scene.unit(i) == "year" else i


def _is_short(scene: Scene, i: int) -> bool:
    """Whether the month at ``i`` is abbreviated, so that a dot after it is part of it."""
    return len(scene.tokens[i].text) <= 4 and scene.tokens[i].lower not in ("may", "june", "july", "juni", "juli")


def _phased(scene: Scene, i: int, moment: Moment) -> Moment:
    phase = scene.get(i, "phased")
    return moment if phase is None else calendar.third_of(moment, phase)
