"""Times counted from the section date: last month, next Tuesday, two weeks ago, the past three years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from verifier.domain.enums import Precision
from verifier.extract import date_calendar as calendar
from verifier.extract import date_nearest as nearest
from verifier.extract.date_calendar import Moment
from verifier.extract.date_days import with_part
from verifier.extract.date_scene import Found, Scene

_FEW = (2, 6)
_SUBSEASON = ("quarter", "half")


def read_shifted(scene: Scene, i: int) -> Found:
    """Such as "last month", "the past three years", "next Monday", "im vergangenen Jahr", "this morning"."""
    lead = scene.count(i) if not scene.has(i, "shift") else None
    j = lead[0] if lead and scene.has(lead[0], "shift") and scene.has(lead[0] + 1, "units") else i
    step = scene.get(j, "shift")
    if step is None or scene.tokens[j].is_verbal:  # "to last six weeks"
        return None
    counted = lead if j > i else scene.count(j + 1)
    unit_at = j + 1 if j > i else (counted[0] if counted else j + 1)
    unit = scene.unit(unit_at)
    if counted and unit and not (scene.lang == "de" and counted[1] == (1, 1)):
        return unit_at + 1, _rolling(scene, unit, counted[1], step)
    if scene.has(j + 1, "units") and step:
        return j + 2, _rolling(scene, scene.get(j + 1, "units"), _FEW, step)
    if scene.has(j, "elsewhere") and scene.has(j + 1, "part"):
        return None
    if scene.has(j + 1, "unit"):
        return _weekday_of(scene, j, step) or _shifted_unit(scene, j, step)
    return _shifted_name(scene, j, step)


def _weekday_of(scene: Scene, j: int, step: int) -> Found:
    """Such as "next week on Tuesday", "nächste Woche Mittwoch"."""
    at = scene.skip(j + 2, "in")
    weekday = scene.get(at, "weekday")
    if scene.get(j + 1, "unit") != "week" or weekday is None or scene.anchor is None or scene.has(at + 1, "digits"):
        return None
    start = calendar.calendar_unit("week", scene.anchor, step).start
    return with_part(scene, at, at + 1, start.date() + timedelta(days=weekday)) if start else None


def read_own_unit(scene: Scene, i: int) -> Found:
    """One word for a unit before the current one or a third of it: "Vorjahr", "Jahresbeginn"."""
    unit, step, phase = scene.get(i, "own_unit").split()
    if scene.anchor is None:
        return i + 1, calendar.unknown(calendar.precision_of(unit))
    whole = calendar.calendar_unit(unit, scene.anchor, int(step))
    return i + 1, whole if phase == "whole" else calendar.third_of(whole, phase)


def read_weekend(scene: Scene, i: int) -> Found:
    """Such as "over the weekend", "am Wochenende"."""
    if scene.get(i, "unit") != "weekend" or not scene.has(i - 1, "the", "in", "before", "after", "until"):
        return None
    if scene.anchor is None:
        return i + 1, calendar.unknown(Precision.WEEK)
    return i + 1, nearest.weekend_of(scene.anchor, scene.lies_ahead(i))


def read_after_event(scene: Scene, i: int) -> Found:
    """Such as "a day after", "zwei Tage nachdem": what is told after these words came that much before.

    "It comes a day after …" is told on the section date, so that the other event can be placed.
    """
    counted = scene.count(i)
    unit = scene.unit(counted[0]) if counted else None
    if counted is None or unit is None or not scene.has(counted[0] + 1, "after"):
        return None
    end = counted[0] + 2
    if scene.has(end, "day", "present"):
        return None
    if scene.anchor is None or not scene.has(i - 1, "arrives"):
        return end, calendar.unknown(calendar.precision_of(unit), dangling=True)
    moment = calendar.away(unit, (-counted[1][1], -counted[1][0]), scene.anchor)
    return end, replace(moment, dangling=True, inferred=True)


def read_relative(scene: Scene, i: int) -> Found:
    """Such as "earlier this year", "later this week", "early last month", "früher in diesem Jahr"."""
    direction = scene.get(i, "relative")
    if direction is None:
        return None
    j = scene.skip(scene.skip(i + 1, "in"), "the")
    step, unit = scene.get(j, "shift"), scene.get(j + 1, "unit")
    if step is None or unit is None or unit == "hour":
        return None
    if scene.anchor is None:
        return j + 2, calendar.unknown(calendar.precision_of(unit))
    whole = calendar.calendar_unit(unit, scene.anchor, step)
    if step or whole.start is None or whole.end is None:
        return j + 2, whole
    today = calendar.at(scene.anchor)
    if direction > 0:
        return j + 2, replace(whole, start=today)
    return j + 2, replace(whole, end=today + timedelta(days=1), ongoing=True)


def read_ago(scene: Scene, i: int) -> Found:
    """Such as "three weeks ago", "vor zwei Wochen", "a few days ago", "vor einigen Monaten"."""
    german = scene.lang == "de"
    if german and not scene.has(i, "before"):
        return None
    counted = scene.count(i + 1 if german else i)
    unit = scene.unit(counted[0]) if counted else None
    if counted is None or unit is None:
        return None
    end, counts = counted[0] + 1, counted[1]
    if not german and not scene.has(end, "ago"):
        return None
    end += not german
    if scene.anchor is None:
        return end, calendar.unknown(calendar.precision_of(unit))
    return end, calendar.away(unit, (-counts[1], -counts[0]), scene.anchor)


def read_ahead(scene: Scene, i: int) -> Found:
    """Such as "in two weeks", "in zwei Wochen", where what is told lies ahead; "ten days from now"."""
    j = i + 1 if scene.has(i, "in") else i
    counted = scene.count(j)
    unit = scene.unit(counted[0]) if counted else None
    if counted is None or unit is None:
        return None
    end = counted[0] + 1
    from_now = scene.has(end, "from", "after") and scene.has(end + 1, "present", "day")
    if not from_now and not (j > i and scene.lies_ahead(i) and scene.tokens[i].lower == "in"):
        return None
    if scene.anchor is None:
        return end, calendar.unknown(calendar.precision_of(unit))
    base = scene.get(end + 1, "day") or 0 if from_now else 0
    moment = calendar.away(unit, counted[1], scene.anchor + timedelta(days=base))
    return (end + 2 if from_now else end), moment


def read_dangling(scene: Scene, i: int) -> Found:
    """Such as "two days later", "a day earlier", "the next day", "am Tag zuvor": counted from what was told before."""
    step = scene.get(i, "elsewhere")
    if step is None and scene.lang == "en" and scene.has(i - 1, "the"):
        step = scene.get(i, "shift")
    if step is not None and scene.get(i + 1, "unit") == "day":
        return i + 2, calendar.counted_from_elsewhere("day", (step, step))
    step = scene.get(i, "otherday")
    if step is not None and (scene.lang == "de" or (i > 0 and _is_closed(scene, i + 1))):
        return i + 1, calendar.counted_from_elsewhere("day", (step, step))
    counted = scene.count(i)
    at = counted[0] if counted else i
    unit = scene.unit(at)
    sign = scene.get(at + 1, "relative") or _closing(scene, at + 1)
    if unit is None or sign is None or (counted is None and unit not in ("day", "week", "month", "year")):
        return None
    if scene.has(at + 2, "shift") or (scene.lang == "de" and scene.has(i - 1, "before")):
        return None
    low, high = counted[1] if counted else (1, 1)
    return at + 2, calendar.counted_from_elsewhere(unit, (min(sign * low, sign * high), max(sign * low, sign * high)))


def read_other_part(scene: Scene, i: int) -> Found:
    """Such as "the night before", "the previous night", "am Abend zuvor": counted from what was told before."""
    step = scene.get(i, "elsewhere")
    if step is not None and scene.has(i + 1, "part") and (scene.lang == "en" or not scene.has(i, "shift")):
        return i + 2, calendar.counted_from_elsewhere(_unit_of_part(scene, i + 1), (step, step))
    if not scene.has(i, "part"):
        return None
    sign = _closing(scene, i + 1)
    sign = scene.get(i + 1, "relative") if sign is None and (scene.lang == "de" or _is_closed(scene, i + 2)) else sign
    return (i + 2, calendar.counted_from_elsewhere(_unit_of_part(scene, i), (sign, sign))) if sign is not None else None


def _unit_of_part(scene: Scene, i: int) -> str:
    return "night" if scene.get(i, "part") == "night" else "day"


def _closing(scene: Scene, i: int) -> int | None:
    """A "before" or "after" with nothing behind it: "the day before, ten people had died"."""
    if scene.lang != "en" or not scene.has(i, "before", "after"):
        return None
    return (-1 if scene.has(i, "before") else 1) if _is_closed(scene, i + 1) else None


def _is_closed(scene: Scene, i: int) -> bool:
    """Whether nothing of the phrase follows: the clause ends at ``i``."""
    return i >= len(scene.tokens) or scene.tokens[i].text in (",", ".", ";")


def _rolling(scene: Scene, unit: str, counts: tuple[int, int], step: int) -> Moment:
    if scene.anchor is None or step == 0:
        return calendar.unknown(calendar.precision_of(unit))
    sign = 1 if step > 0 else -1
    return calendar.rolling(unit, (sign * counts[0], sign * counts[1]), scene.anchor)


def _shifted_unit(scene: Scene, j: int, step: int) -> Found:
    """Such as "last week"; "the past year" is the year that ends now; "last day" and "last hour" are none."""
    unit = scene.get(j + 1, "unit")
    if unit in ("day", "hour"):
        return None
    if unit in _SUBSEASON and unit == "half":
        return None
    if scene.anchor is None:
        return j + 2, calendar.unknown(calendar.precision_of(unit))
    if scene.lang == "en" and scene.tokens[j].lower in ("past", "recent") and scene.has(j - 1, "the"):
        return j + 2, calendar.rolling(unit, (step, step), scene.anchor)
    return j + 2, calendar.calendar_unit(unit, scene.anchor, step)


def _shifted_name(scene: Scene, j: int, step: int) -> Found:
    """Such as "last Tuesday", "next March", "this summer", "last night"."""
    if not scene.has(j + 1, "weekday", "month", "season", "part"):
        return None
    if scene.anchor is None:
        return j + 2, calendar.unknown()
    if (weekday := scene.get(j + 1, "weekday")) is not None:
        named = _stepped_weekday(weekday, step, scene.anchor, coming=scene.has(j, "nearest"))
        return None if scene.has(j + 2, "digits") else with_part(scene, j + 1, j + 2, named)
    moment = _stepped_moment(scene, j + 1, step, scene.anchor)
    return (j + 2, moment) if moment else None


def _stepped_moment(scene: Scene, i: int, step: int, anchor: date) -> Moment | None:
    """The month, season or part of the day at ``i``, before, around or after the section date."""
    if (month := scene.get(i, "month")) is not None:
        year = anchor.year + (month <= anchor.month) if step > 0 else anchor.year - (month >= anchor.month)
        return calendar.month_in(year if step else anchor.year, month, anchored=True)
    if season := scene.get(i, "season"):
        return _stepped_season(season, step, anchor)
    part = scene.get(i, "part")
    if part == "night":
        when = anchor if step < 0 else anchor + timedelta(days=1)
        return calendar.hours_of(when, "overnight", anchored=True)
    return calendar.hours_of(anchor, part, anchored=True) if step == 0 else None


def _stepped_weekday(weekday: int, step: int, anchor: date, coming: bool) -> date:
    """The latest such day before the section date; the first after it, or that of next week for "next"."""
    if step < 0:
        return nearest.latest_weekday(weekday, anchor - timedelta(days=1))
    if step > 0 and coming:
        return nearest.next_weekday(weekday, anchor + timedelta(days=1))
    return anchor + timedelta(days=7 * step + weekday - anchor.weekday())


def _stepped_season(season: str, step: int, anchor: date) -> Moment:
    """The season before, of or after the section date; a season that still runs is "this" one."""
    latest = calendar.season_in(nearest.latest_season(season, anchor, ahead=False), season, anchored=True)
    running = latest.end is not None and calendar.at(anchor) < latest.end and latest.start is not None
    year = nearest.latest_season(season, anchor, ahead=False)
    if step > 0:
        year += 1
    elif step < 0:
        year -= running
    elif not running:
        year = anchor.year
    return calendar.season_in(year, season, anchored=True)
