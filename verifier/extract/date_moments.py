"""One time expression at one place of a sentence, whatever its kind."""

from __future__ import annotations

from verifier.domain.enums import Precision
from verifier.extract import date_calendar as calendar
from verifier.extract.date_absolute import read_day_month, read_month_day, read_numeric
from verifier.extract.date_days import read_day_of_month, read_deictic, read_part, read_weekday
from verifier.extract.date_feasts import read_feast
from verifier.extract.date_relative import (
    read_after_event,
    read_ago,
    read_ahead,
    read_dangling,
    read_relative,
    read_shifted,
    read_weekend,
)
from verifier.extract.date_scene import Found, Scene
from verifier.extract.date_years import read_age, read_month, read_part_of_year, read_season, read_year

_READERS = (
    read_numeric,
    read_day_month,
    read_month_day,
    read_month,
    read_part_of_year,
    read_season,
    read_weekday,
    read_deictic,
    read_relative,
    read_shifted,
    read_ago,
    read_ahead,
    read_part,
    read_dangling,
    read_after_event,
    read_weekend,
    read_day_of_month,
    read_feast,
    read_age,
    read_year,
)


def read_moment(scene: Scene, i: int) -> Found:
    """The longest time expression that starts at ``i``; of equal ones that of the first reader."""
    best: Found = None
    if i >= len(scene.words):
        return None
    for reader in _READERS:
        try:
            found = reader(scene, i)
        except (OverflowError, ValueError):  # the calendar ends in the year 9999
            found = None
        if found and (best is None or found[0] > best[0]):
            best = found
    for found in (_read_phase(scene, i), _read_within(scene, i)):
        if found and (best is None or found[0] > best[0]):
            best = found
    return best


def _read_phase(scene: Scene, i: int) -> Found:
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
    found = read_moment(scene, j)
    if found is None or found[1].precision in (Precision.DAY, Precision.HOUR, Precision.NONE):
        return None
    return found[0], calendar.third_of(found[1], phase)


def _read_within(scene: Scene, i: int) -> Found:
    """Such as "the second week of May", "the last three days of October", "the first ten days of last year"."""
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
    found = read_moment(scene, scene.skip(scene.skip(j + 1, "of"), "the"))
    if found is None:
        return None
    part = calendar.nth_of(found[1], unit, number, length, at_end)
    return (found[0], part) if part else None
