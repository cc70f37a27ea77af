"""One time expression at one place of a sentence, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from verifier.domain.enums import Precision
from verifier.extract import date_calendar as calendar
from verifier.extract.date_absolute import read_day_month, read_month_day, read_numeric
from verifier.extract.date_courses import read_nth, read_one_before
from verifier.extract.date_days import read_day_of_month, read_deictic, read_part, read_weekday
from verifier.extract.date_feasts import read_feast
from verifier.extract.date_relative import (
    read_after_event,
    read_ago,
    read_ahead,
    read_dangling,
    read_other_part,
    read_own_unit,
    read_relative,
    read_shifted,
    read_weekend,
)
from verifier.extract.date_scene import Found, Scene
from verifier.extract.date_years import read_age, read_month, read_part_of_year, read_season, read_year

Reader = Callable[[Scene, int], Found]

_COUNTED = (read_shifted, read_ago, read_ahead, read_dangling, read_after_event)
_READERS: Mapping[str, tuple[Reader, ...]] = {
    "number": (read_numeric, read_day_month, read_part_of_year, *_COUNTED, read_day_of_month, read_age),
    "ordinal": (read_day_month, read_part_of_year, read_nth),
    "dotted": (read_day_month,),
    "year": (read_numeric, read_part_of_year, read_year),
    "quarter_sign": (read_part_of_year,),
    "half_sign": (read_part_of_year,),
    "month": (read_month_day, read_month),
    "season": (read_one_before, read_season),
    "weekday": (read_one_before, read_weekday),
    "day": (read_deictic,),
    "present": (read_deictic,),
    "own_part": (read_deictic,),
    "part": (read_other_part, read_part),
    "phase": (read_part,),
    "unit": (read_deictic, read_dangling, read_weekend, read_year),
    "relative": (read_relative,),
    "shift": (read_other_part, read_shifted, read_dangling),
    "elsewhere": (read_other_part, read_dangling),
    "one": _COUNTED,
    "vague": _COUNTED,
    "in": (read_ahead,),
    "before": (read_ago,),
    "otherday": (read_dangling,),
    "own_unit": (read_own_unit,),
    "feast": (read_feast,),
}
"""The readers of what may start with a word of each kind, in the order in which they win."""

_DEEPEST = 3


def read_moment(scene: Scene, i: int, depth: int = 0) -> Found:
    """The longest time expression that starts at ``i``; of equal ones that of the first reader."""
    best: Found = None
    if i >= len(scene.words) or depth > _DEEPEST:
        return None
    for kind in scene.words[i].kinds:
        for reader in _READERS.get(kind, ()):
            found = _try(reader, scene, i)
            if found and (best is None or found[0] > best[0]):
                best = found
    for found in (_read_phase(scene, i, depth), _read_within(scene, i, depth)):
        if found and (best is None or found[0] > best[0]):
            best = found
    return best


def _try(reader: Reader, scene: Scene, i: int) -> Found:
    try:
        return reader(scene, i)
    except (OverflowError, ValueError):  # the calendar ends in the year 9999
        return None


def _read_phase(scene: Scene, i: int, depth: int) -> Found:
    """Such as "early 2024", "the end of the year", "Mitte März", "Anfang vergangener Woche"."""
    phase = scene.get(i, "phase")
    if phase is None:
        return None
    j = scene.skip(scene.skip(i + 1, "of"), "the")
    unit = scene.get(j, "unit")
    if unit in ("week", "month", "year", "decade", "quarter", "century") and j > i + 1 and not scene.has(j + 1, "year"):
        if scene.anchor is None:
            return j + 1, calendar.unknown(calendar.precision_of(unit))
        return j + 1, calendar.third_of(calendar.calendar_unit(unit, scene.anchor), phase)
    found = read_moment(scene, j, depth + 1)
    if found is None or found[1].precision in (Precision.DAY, Precision.HOUR, Precision.NONE):
        return None
    return found[0], calendar.third_of(found[1], phase)


def _read_within(scene: Scene, i: int, depth: int) -> Found:
    """Such as "the second week of May", "the last three days of October", "the first ten days of last year"."""
    if not scene.has(i, "shift", "ordinal", "digits"):
        return None
    at_end = scene.get(i, "shift") == -1
    number = 1 if at_end else scene.get(i, "ordinal")
    j = i + 1
    if number is None and scene.has(i, "digits"):
        number, j = scene.get(i, "number"), scene.skip(scene.skip(i + 1, "ordinal"), "dot")
    counted = scene.count(j) if number == 1 and not scene.has(j, "unit", "units") else None
    length = counted[1][1] if counted else 1
    j = counted[0] if counted else j
    unit = scene.unit(j)
    if number is None or unit not in ("day", "week", "month") or not scene.has(j + 1, "of", "the"):
        return None
    found = read_moment(scene, scene.skip(scene.skip(j + 1, "of"), "the"), depth + 1)
    if found is None:
        return None
    part = calendar.nth_of(found[1], unit, number, length, at_end)
    return (found[0], part) if part else None
