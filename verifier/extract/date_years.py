"""Months, seasons, quarters, years and decades named by the calendar."""

from __future__ import annotations

from datetime import date

from verifier.domain.enums import Precision
from verifier.extract import date_calendar as calendar
from verifier.extract import date_nearest as nearest
from verifier.extract.date_absolute import is_short, shifted_year, trailing_year
from verifier.extract.date_calendar import Moment
from verifier.extract.date_scene import Found, Scene

_LEADS = ("in", "since", "until", "before", "after", "between", "from", "month", "season", "phase")
_TURNS = (1900, 2000)
_SCALES = ("hundred", "thousand", "million", "billion", "trillion", "dozen")


def read_month(scene: Scene, i: int) -> Found:
    """Such as "February 2022", "Nov. 2024", "in February", "November vergangenen Jahres"."""
    month = scene.get(i, "month")
    if month is None:
        return None
    short = scene.skip(i + 1, "dot") if is_short(scene, i) else i + 1
    j, year = trailing_year(scene, short)
    if year is not None:
        return j, _phased(scene, i, calendar.month_in(year, month))
    shifted = shifted_year(scene, short)
    if shifted is not None:
        return shifted[0], _phased(scene, i, calendar.month_in(shifted[1], month, anchored=True))
    if scene.year is not None:
        return short, _phased(scene, i, calendar.month_in(scene.year, month))
    if scene.anchor is None:
        return i + 1, calendar.unknown(Precision.MONTH)
    year = scene.anchor.year
    if scene.lies_ahead(i):
        year += month < scene.anchor.month
    else:
        year -= month > scene.anchor.month
    return i + 1, _phased(scene, i, calendar.month_in(year, month, anchored=True))


def read_year(scene: Scene, i: int) -> Found:
    """Such as "in 2022", "im Jahr 2022", "the year 2022", "2022/23", "the 1990s", "die 1990er Jahre"."""
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


def read_age(scene: Scene, i: int) -> Found:
    """Such as "the 90s", "die 90er Jahre", "the 19th century", "19. Jahrhundert"."""
    number = scene.get(i, "number")
    if number is None or not scene.has(i, "digits"):
        return None
    led = scene.has(i - 1, "the", "phase", "quote")
    if scene.has(i + 1, "decade") and led and number % 10 == 0 and 10 <= number <= 90:
        return _skip_years(scene, i + 2), _short_decade(scene, number)
    j = scene.skip(scene.skip(i + 1, "ordinal"), "dot")
    if scene.unit(j) == "century" and 2 <= number <= 22:
        return j + 1, calendar.years(100 * (number - 1), 100)
    return None


def _short_decade(scene: Scene, number: int) -> Moment:
    """The latest such decade begun by the section date; without one only those of the last century are sure."""
    if scene.anchor is None:
        return calendar.years(1900 + number, 10) if number >= 30 else calendar.unknown(Precision.YEAR)
    begun = 2000 + number <= scene.anchor.year
    return calendar.years((2000 if begun else 1900) + number, 10, anchored=True)


def read_season(scene: Scene, i: int) -> Found:
    """Such as "spring 2023", "the summer of 2023", "im Winter", "Sommer vergangenen Jahres"."""
    season = scene.get(i, "season")
    if season is None:
        return None
    j, year = trailing_year(scene, i + 1)
    if year is not None:
        after = scene.skip(j, "slash", "dash")
        if after > j and season == "winter" and _second_year(scene, after, year):
            j = after + 1
        return j, _phased(scene, i, calendar.season_in(year, season))
    shifted = shifted_year(scene, i + 1)
    if shifted is not None:
        return shifted[0], calendar.season_in(shifted[1], season, anchored=True)
    if not scene.has(i - 1, "in", "the", "since", "until", "before", "after", "phase", "shift", "of", "phased"):
        return None
    if scene.anchor is None:
        return i + 1, calendar.unknown(Precision.SEASON)
    year = nearest.latest_season(season, scene.anchor, scene.lies_ahead(i))
    return i + 1, _phased(scene, i, calendar.season_in(year, season, anchored=True))


def read_part_of_year(scene: Scene, i: int) -> Found:
    """Such as "the third quarter of 2023", "ersten Halbjahr 2023", "Q3 2023", "first half of this year"."""
    at = scene.skip(i + 1, "dash") if scene.has(i, "year") else i
    number, j = _numbered_part(scene, at)
    if number is None or (at > i and not scene.has(at + 1, "digits")):
        return None
    unit = "half" if scene.unit(j - 1) == "half" or scene.has(at, "half_sign") else "quarter"
    if at > i:
        part = calendar.part_of_year(scene.get(i, "year"), unit, number)
        return (j, part) if part else None
    j, year = trailing_year(scene, scene.skip(scene.skip(j, "dash"), "of"))
    anchored = False
    if year is None:
        after = scene.skip(scene.skip(j, "of"), "the")
        if shifted := shifted_year(scene, after):
            j, year = shifted
        elif scene.unit(after) == "year" and scene.anchor:
            j, year = after + 1, scene.anchor.year
        elif scene.anchor and scene.has(scene.back(i, "the"), "in"):
            year = _year_of_part(scene, i, unit, number)
        else:
            return None
        anchored = True
    part = calendar.part_of_year(year, unit, number, anchored)
    return (j, part) if part else None


def _year_of_part(scene: Scene, i: int, unit: str, number: int) -> int:
    """The year of "in the first quarter": the latest one begun by the section date, or the next if it lies ahead."""
    today = scene.anchor or date.min
    part = calendar.part_of_year(today.year, unit, number)
    begun = part is not None and part.start is not None and part.start <= calendar.at(today)
    return today.year + scene.lies_ahead(i) * begun - (not begun and not scene.lies_ahead(i))


def _numbered_part(scene: Scene, i: int) -> tuple[int | None, int]:
    """The number of a quarter or half and the index after its words."""
    if scene.has(i, "quarter_sign", "half_sign") and scene.has(i + 1, "digits"):
        return scene.get(i + 1, "number"), i + 2
    number, j = scene.get(i, "ordinal"), i + 1
    if number is None and scene.has(i, "digits"):
        number, j = scene.get(i, "number"), scene.skip(scene.skip(i + 1, "ordinal"), "dot")
    if number is None and scene.get(i, "phase") == "late":
        return None, i
    return (number, j + 1) if number is not None and scene.unit(j) in ("quarter", "half") else (None, i)


def _second_year(scene: Scene, i: int, first: int) -> int | None:
    """The second of "2022/23" or "2014-2018"."""
    year: int | None = scene.get(i, "year")
    if year is None and len(scene.get(i, "digits") or "") == 2:
        year = first // 100 * 100 + scene.get(i, "number")
    return year if year is not None and first < year <= first + 100 else None


def _is_year(scene: Scene, i: int) -> bool:
    """Whether four bare digits are a year: after a word of time, or beside a noun no one counts."""
    if _counts_between(scene, i) or (_is_round(scene, i) and not scene.has(i - 1, *_LEADS)):
        return False
    if scene.has(i, "phased") or (scene.has(i - 1, "to", "until", "dash", "and") and scene.has(i - 2, "year")):
        return True
    if scene.has(i + 1, "to", "until", "dash") and scene.has(i + 2, "year"):
        return True
    led = scene.has(i - 1, *_LEADS)
    if led or (scene.has(i - 1, "to", "and", "dash", "for", "of") and (scene.lang == "de" or _no_count(scene, i))):
        return _no_count(scene, i)
    if scene.lang == "de":
        opens = i == 0 and len(scene.tokens) > 1 and scene.tokens[1].is_verbal  # "2021 hatte die Partei …"
        return (i > 0 or opens) and _no_count(scene, i)
    after = scene.tokens[i + 1] if i + 1 < len(scene.tokens) else None
    owned = i > 0 and scene.tokens[i - 1].tag in ("AT0", "POS", "DPS", "AJ0")
    return owned and after is not None and after.tag in ("NN1", "AJ0", "NP0")


def _is_round(scene: Scene, i: int) -> bool:
    """Whether four digits are more likely a number than a year: whole hundreds but the turns of the last centuries."""
    year = scene.get(i, "year")
    return year is not None and year % 100 == 0 and year not in _TURNS


def _counts_between(scene: Scene, i: int) -> bool:
    """Whether whole hundreds with a counted noun after them are a range: "between 1500 and 2000 people"."""
    for first, last in ((i, i + 2), (i - 2, i)):
        ends = scene.get(first, "year"), scene.get(last, "year")
        if None not in ends and scene.has(first + 1, "to", "until", "dash", "and") and not _no_count(scene, last):
            return all(end % 100 == 0 for end in ends)
    return False


def _no_count(scene: Scene, i: int) -> bool:
    """Whether the word after ``i`` is nothing the number could count."""
    if i + 1 >= len(scene.tokens):
        return True
    after = scene.tokens[i + 1]
    if scene.lang == "de":
        return not after.tag.startswith(("NN", "ADJ(A)")) and after.text != "%"
    if after.tag == "CRD" and after.text.isalpha():  # "in 1998 four people died"
        return after.lower not in _SCALES
    return after.tag not in ("NN2", "NN0", "AJ0", "CRD") and after.text not in ("%", "percent")


def _skip_years(scene: Scene, i: int) -> int:
    return i + 1 if scene.unit(i) == "year" else i


def _phased(scene: Scene, i: int, moment: Moment) -> Moment:
    phase = scene.get(i, "phased")
    return moment if phase is None else calendar.third_of(moment, phase)
