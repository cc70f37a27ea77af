"""Times counted from the section date: weekdays, yesterday, last month, two weeks ago, overnight."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from verifier.domain.enums import Precision
from verifier.extract import date_calendar as calendar
from verifier.extract.date_absolute import read_day_month, read_month_day, resolve_day
from verifier.extract.date_calendar import Moment
from verifier.extract.date_scene import Found, Scene

_FEW = (2, 6)
_SUBSEASON = ("quarter", "half")


def read_weekday(scene: Scene, i: int) -> Found:
    """ "Tuesday", "Tuesday night", "Dienstagabend", "Thursday, September 14", "Tuesday 19 November"."""
    weekday = scene.get(i, "weekday")
    if weekday is None:
        return None
    if dated := _with_date(scene, i, weekday):
        return dated
    if scene.anchor is None:
        end = i + 1 + (scene.has(i + 1, "part") and not scene.has(i + 1, "weekday_part"))
        return end, calendar.unknown(Precision.DAY)
    pick = calendar.next_weekday if scene.is_ahead(i) else calendar.latest_weekday
    if shifted := _of_shifted_week(scene, i + 1):
        end, monday = shifted
        return _with_part(scene, i, end, monday + timedelta(days=weekday))
    return _with_part(scene, i, i + 1, pick(weekday, scene.anchor))


def read_deictic(scene: Scene, i: int) -> Found:
    """ "yesterday", "heute Abend", "now", "overnight", "tonight", "the day before yesterday"."""
    if part := scene.get(i, "own_part"):
        return _own_part(scene, i, part)
    j, offset = i, 0
    if scene.unit(i) == "day" and scene.has(i + 1, "before", "after") and scene.has(i + 2, "day"):
        j, offset = i + 2, -1 if scene.has(i + 1, "before") else 1
    number = scene.get(j, "day")
    if number is None:
        number = scene.get(j, "present")
    if number is None:
        return None
    if scene.anchor is None:
        return j + 1, calendar.unknown(Precision.DAY)
    return _with_part(scene, j, j + 1, calendar.shift(scene.anchor, "day", number + offset))


def read_shifted(scene: Scene, i: int) -> Found:
    """ "last month", "the past three years", "next Monday", "im vergangenen Jahr", "this morning"."""
    lead = scene.count(i) if not scene.has(i, "shift") else None
    j = lead[0] if lead and scene.has(lead[0], "shift") else i
    step = scene.get(j, "shift")
    if step is None:
        return None
    counted = lead if j > i else scene.count(j + 1)
    unit_at = j + 1 if j > i else (counted[0] if counted else j + 1)
    unit = scene.unit(unit_at)
    if counted and unit and not (scene.lang == "de" and counted[1] == (1, 1)):
        return unit_at + 1, _rolling(scene, unit, counted[1], step)
    if scene.has(j + 1, "units") and step:
        return j + 2, _rolling(scene, scene.get(j + 1, "units"), _FEW, step)
    if scene.has(j + 1, "unit"):
        return _shifted_unit(scene, j, step)
    return _shifted_name(scene, j, step)


def read_relative(scene: Scene, i: int) -> Found:
    """ "earlier this year", "later this week", "early last month", "früher in diesem Jahr"."""
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
    """ "three weeks ago", "vor zwei Wochen", "a few days ago", "vor einigen Monaten"."""
    j = i + 1 if scene.lang == "de" and scene.has(i, "before") else i
    if scene.lang == "de" and j == i:
        return None
    counted = scene.count(j)
    if counted is None:
        return None
    end, counts = counted
    unit = scene.unit(end)
    if unit is None:
        return None
    end += 1
    if scene.lang == "en":
        if not scene.has(end, "ago"):
            return None
        end += 1
    elif counts == (1, 1) and scene.has(end, "of"):
        return None
    if scene.anchor is None:
        return end, calendar.unknown(calendar.precision_of(unit))
    return end, calendar.away(unit, (-counts[1], -counts[0]), scene.anchor)


def read_ahead(scene: Scene, i: int) -> Found:
    """ "in two weeks", "in zwei Wochen", where what is told lies ahead; "ten days from now"."""
    j = i + 1 if scene.has(i, "in") else i
    counted = scene.count(j)
    unit = scene.unit(counted[0]) if counted else None
    if counted is None or unit is None:
        return None
    end = counted[0] + 1
    from_now = scene.has(end, "from", "after") and scene.has(end + 1, "present", "day")
    if not from_now and not (j > i and scene.is_ahead(i) and scene.tokens[i].lower == "in"):
        return None
    if scene.anchor is None:
        return end, calendar.unknown(calendar.precision_of(unit))
    base = scene.get(end + 1, "day") or 0 if from_now else 0
    moment = calendar.away(unit, counted[1], scene.anchor + timedelta(days=base))
    return (end + 2 if from_now else end), moment


def read_dangling(scene: Scene, i: int) -> Found:
    """ "two days later", "a day earlier", "the next day", "am Tag zuvor": counted from what was told before."""
    step = scene.get(i, "elsewhere")
    if step is None and scene.lang == "en" and scene.has(i - 1, "the"):
        step = scene.get(i, "shift")
    if step is not None and scene.get(i + 1, "unit") == "day":
        return i + 2, calendar.unknown(Precision.DAY, dangling=True)
    counted = scene.count(i)
    at = counted[0] if counted else i
    unit = scene.unit(at)
    if unit is None or not scene.has(at + 1, "relative") or (counted is None and unit != "day"):
        return None
    if scene.has(at + 2, "shift") or (scene.lang == "de" and scene.has(i - 1, "before")):
        return None
    return at + 2, calendar.unknown(calendar.precision_of(unit), dangling=True)


def read_part(scene: Scene, i: int) -> Found:
    """ "in the morning", "am Abend", "Nacht zu Mittwoch", "the early hours of Tuesday", "the night of 3 May"."""
    j, part = i, scene.get(i, "part")
    if scene.get(i, "phase") == "early" and scene.unit(i + 1) == "hour":
        j, part = i + 1, "early"
    elif scene.get(i, "phase") and scene.has(i + 1, "part"):
        j, part = i + 1, scene.get(i + 1, "part")
    if part is None:
        return None
    night_to = scene.lang == "de" and part == "night"
    k = scene.skip(scene.skip(scene.skip(j + 1, "of"), "the"), "part")
    if night_to:
        k = _night_to(scene, j + 1)
    named = _named_day(scene, k) if k > j + 1 else None
    if named is not None:
        end, when, anchored = named
        if when is None:
            return end, calendar.unknown(Precision.HOUR)
        when -= timedelta(days=1 if night_to else 0)
        return end, calendar.hours_of(when, part, anchored)
    end = k if part == "early" and scene.has(k - 1, "part") else j + 1
    led = scene.has(i - 1, "the") or (scene.lang == "de" and scene.has(i - 1, "in", "since", "until"))
    return (end, _part_today(scene, part)) if led and not scene.has(end, "of") else None


def _part_today(scene: Scene, part: str) -> Moment:
    if scene.anchor is None:
        return calendar.unknown(Precision.HOUR)
    return calendar.hours_of(scene.anchor, "overnight" if part == "night" else part, anchored=True)


def _night_to(scene: Scene, i: int) -> int:
    """The index after "zu", "zum", "auf", "von Dienstag auf" in "Nacht zu Mittwoch"."""
    j = i
    if scene.has(i, "from") and scene.has(scene.skip(i + 1, "the"), "weekday"):
        j = scene.skip(i + 1, "the") + 1
    after = scene.skip(scene.skip(j, "to"), "the")
    return after if after > i and scene.has(j, "to") else i


def _named_day(scene: Scene, i: int) -> tuple[int, date | None, bool] | None:
    """A weekday or date at ``i``, as its end, its day and whether the section date was needed."""
    for read in (read_day_month, read_month_day, read_weekday):
        found = read(scene, i)
        if found and found[1].precision is Precision.DAY:
            start = found[1].start
            return found[0], start.date() if start else None, found[1].anchored
    return None


def _own_part(scene: Scene, i: int, part: str) -> Found:
    """ "overnight" ends on the section date or on the day named after it; "tonight" begins on the section date."""
    j = scene.skip(i + 1, "in", "to", "until")
    named = _named_day(scene, j) if j > i + 1 or scene.has(j, "weekday") else None
    if named is not None:
        end, when, anchored = named
        if when is None:
            return end, calendar.unknown(Precision.HOUR)
        return end, calendar.hours_of(when, "overnight", anchored)
    if scene.anchor is None:
        return i + 1, calendar.unknown(Precision.HOUR)
    return i + 1, calendar.hours_of(scene.anchor, "night" if part == "tonight" else part, anchored=True)


def _with_date(scene: Scene, i: int, weekday: int) -> Found:
    """A weekday and the date beside it; the date decides, the weekday helps to find its year."""
    j = scene.skip(scene.skip(scene.skip(i + 1, "dot"), "comma"), "the")
    for read in (read_day_month, read_month_day):
        found = read(scene, j)
        if found is None:
            continue
        end, moment = found
        if moment.anchored and moment.start is not None:
            moment = resolve_day(scene, i, moment.start.day, moment.start.month, weekday) or moment
        return end, moment
    return None


def _with_part(scene: Scene, i: int, end: int, when: date) -> Found:
    """The day, or the part of it that the word at ``i`` or the next word names."""
    part = scene.get(i, "weekday_part")
    if part is None and scene.has(end, "part"):
        part, end = scene.get(end, "part"), end + 1
    if part is None:
        return end, calendar.day(when, anchored=True)
    return end, calendar.hours_of(when, part, anchored=True)


def _of_shifted_week(scene: Scene, i: int) -> tuple[int, date] | None:
    """ "of next week", "der vergangenen Woche" after a weekday, as end and the Monday of that week."""
    j = scene.skip(scene.skip(i, "of"), "the")
    step = scene.get(j, "shift")
    if step is None or scene.get(j + 1, "unit") != "week" or scene.anchor is None:
        return None
    start = calendar.calendar_unit("week", scene.anchor, step).start
    return (j + 2, start.date()) if start else None


def _rolling(scene: Scene, unit: str, counts: tuple[int, int], step: int) -> Moment:
    if scene.anchor is None or step == 0:
        return calendar.unknown(calendar.precision_of(unit))
    sign = 1 if step > 0 else -1
    return calendar.rolling(unit, (sign * counts[0], sign * counts[1]), scene.anchor)


def _shifted_unit(scene: Scene, j: int, step: int) -> Found:
    """ "last week"; "the past year" is the year that ends now; "last day" and "last hour" are none."""
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
    """ "last Tuesday", "next March", "this summer", "last night"."""
    if not scene.has(j + 1, "weekday", "month", "season", "part"):
        return None
    if scene.anchor is None:
        return j + 2, calendar.unknown()
    anchor = scene.anchor
    if (weekday := scene.get(j + 1, "weekday")) is not None:
        if scene.has(j + 2, "digits"):
            return None
        return _with_part(scene, j + 1, j + 2, _stepped_weekday(weekday, step, anchor))
    if (month := scene.get(j + 1, "month")) is not None:
        year = anchor.year + (month <= anchor.month) if step > 0 else anchor.year - (month >= anchor.month)
        return j + 2, calendar.month_in(year if step else anchor.year, month, anchored=True)
    if season := scene.get(j + 1, "season"):
        return j + 2, _stepped_season(season, step, anchor)
    part = scene.get(j + 1, "part")
    if part == "night":
        when = anchor if step < 0 else anchor + timedelta(days=1)
        return j + 2, calendar.hours_of(when, "overnight", anchored=True)
    return (j + 2, calendar.hours_of(anchor, part, anchored=True)) if step == 0 else None


def _stepped_weekday(weekday: int, step: int, anchor: date) -> date:
    if step < 0:
        return calendar.latest_weekday(weekday, anchor - timedelta(days=1))
    if step > 0:
        return calendar.next_weekday(weekday, anchor + timedelta(days=1))
    return anchor + timedelta(days=weekday - anchor.weekday())


def _stepped_season(season: str, step: int, anchor: date) -> Moment:
    """The season before, of or after the section date; a season that still runs is "this" one."""
    latest = calendar.season_in(calendar.latest_season(season, anchor, ahead=False), season, anchored=True)
    running = latest.end is not None and calendar.at(anchor) < latest.end and latest.start is not None
    year = calendar.latest_season(season, anchor, ahead=False)
    if step > 0:
        year += 1
    elif step < 0:
        year -= running
    elif not running:
        year = anchor.year
    return calendar.season_in(year, season, anchored=True)
