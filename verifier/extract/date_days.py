"""Days told by weekday or from the section date, and parts of days: Tuesday night, yesterday, overnight."""

from __future__ import annotations

from datetime import date, timedelta

from verifier.domain.enums import Precision
from verifier.extract import date_calendar as calendar
from verifier.extract import date_nearest as nearest
from verifier.extract.date_absolute import read_day_month, read_month_day, resolve_day
from verifier.extract.date_calendar import Moment
from verifier.extract.date_scene import Found, Scene
from verifier.text.tokens import Pos


def read_weekday(scene: Scene, i: int) -> Found:
    """Such as "Tuesday", "Tuesday night", "Dienstagabend", "Thursday, September 14", "Tuesday 19 November"."""
    weekday = scene.get(i, "weekday")
    if weekday is None:
        return None
    if dated := _with_date(scene, i, weekday):
        return dated
    if scene.anchor is None:
        end = i + 1 + (scene.has(i + 1, "part") and not scene.has(i + 1, "weekday_part"))
        return end, calendar.unknown(Precision.DAY)
    pick = nearest.next_weekday if scene.lies_ahead(i) else nearest.latest_weekday
    if shifted := _of_shifted_week(scene, i + 1):
        end, monday = shifted
        return with_part(scene, i, end, monday + timedelta(days=weekday))
    return with_part(scene, i, i + 1, pick(weekday, scene.anchor))


def read_deictic(scene: Scene, i: int) -> Found:
    """Such as "yesterday", "heute Abend", "now", "overnight", "tonight", "the day before yesterday"."""
    if part := scene.get(i, "own_part"):
        return _own_part(scene, i, part)
    j, offset = i, 0
    if scene.get(i, "unit") == "day" and scene.has(i + 1, "before", "after") and scene.has(i + 2, "day"):
        j, offset = i + 2, -1 if scene.has(i + 1, "before") else 1
    number = scene.get(j, "day")
    if number is None:
        number = scene.get(j, "present")
    if number is None:
        return None
    if scene.anchor is None:
        return j + 1, calendar.unknown(Precision.DAY)
    return with_part(scene, j, j + 1, calendar.shift(scene.anchor, "day", number + offset))


def read_day_of_month(scene: Scene, i: int) -> Found:
    """Such as "on the 18th", "Tuesday the eleventh": a day of this month or of the one before or after."""
    lone = scene.lang == "en" and scene.has(i + 1, "ordinal") and scene.has(i - 1, "the") and scene.has(i - 2, "in")
    number, end = scene.get(i, "number"), i + 2
    after = scene.tokens[end] if end < len(scene.tokens) else None
    if (
        not lone
        or number is None
        or not 1 <= number <= 31
        or (after is not None and (after.is_nominal or after.pos is Pos.ADJ))
    ):
        return None
    if scene.anchor is None:
        return end, calendar.unknown(Precision.DAY)
    step = 1 if scene.lies_ahead(i) else -1
    first = scene.anchor.replace(day=1)
    for months in range(4):
        month = calendar.add_months(first, step * months)
        day = calendar.day_in(month.year, month.month, number)
        if day is not None and (day - scene.anchor).days * step >= 0:
            return end, calendar.day(day, anchored=True)
    return None


def read_part(scene: Scene, i: int) -> Found:
    """Such as "in the morning", "am Abend", "Nacht zu Mittwoch", "the early hours of Tuesday", "the night of 3 May"."""
    j, part = i, scene.get(i, "part")
    if scene.get(i, "phase") == "early" and scene.unit(i + 1) == "hour":
        j, part = i + 1, "early"
    elif scene.get(i, "phase") and scene.has(i + 1, "part"):
        j, part = i + 1, scene.get(i + 1, "part")
    if part is None:
        return None
    if part == "night" and (between := _night_between(scene, j + 1)):
        return between
    k = scene.skip(scene.skip(scene.skip(j + 1, "of"), "the"), "part")
    leads = _night_to(scene, j + 1)
    night_to = part == "night" and (scene.lang == "de" or leads > j + 1)
    if night_to:
        k = leads
    named = _named_day(scene, k) if k > j + 1 else None
    if named is not None:
        end, when, anchored = named
        if when is None:
            return end, calendar.unknown(Precision.HOUR)
        when -= timedelta(days=1 if night_to else 0)
        return end, calendar.hours_of(when, part, anchored)
    end = k if part == "early" and scene.has(k - 1, "part") else j + 1
    if scene.lang == "en" and scene.has(end, "before", "after"):  # "the night before the vote"
        return end + 1, calendar.unknown(Precision.HOUR)
    led = scene.has(i - 1, "the") or (scene.lang == "de" and scene.has(i - 1, "in", "since", "until"))
    after = scene.tokens[end] if end < len(scene.tokens) else None
    modifies = scene.lang == "en" and after is not None and after.is_nominal
    return (end, _part_today(scene, part)) if led and not modifies and not scene.has(end, "of") else None


def _night_between(scene: Scene, i: int) -> Found:
    """Such as "of 13 to 14 March", "vom 13. auf den 14. März" after a night: it ends on the second day."""
    days = scene.skip(scene.skip(i, "of", "from"), "the")
    found = (read_day_month(scene, days) or read_month_day(scene, days)) if days > i else None
    if found is None or found[1].start is None or found[1].end is None:
        return None
    if (found[1].end - found[1].start).days != 2:
        return None
    return found[0], calendar.hours_of(found[1].start.date(), "night", found[1].anchored)


def _part_today(scene: Scene, part: str) -> Moment:
    if scene.anchor is None:
        return calendar.unknown(Precision.HOUR)
    return calendar.hours_of(scene.anchor, "overnight" if part == "night" else part, anchored=True)


def _night_to(scene: Scene, i: int) -> int:
    """The index after "zu", "zum", "auf", "von Dienstag auf" in "Nacht zu Mittwoch", "to" in "night to Tuesday"."""
    j = i
    if scene.has(i, "from") and scene.has(scene.skip(i + 1, "the"), "weekday"):
        j = scene.skip(i + 1, "the") + 1
    after = scene.skip(scene.skip(j, "to"), "the")
    return after if after > i and scene.has(j, "to") else i


def _named_day(scene: Scene, i: int) -> tuple[int, date | None, bool] | None:
    """A weekday or date at ``i``, as its end, its day and whether the section date was needed."""
    for read in (read_day_month, read_month_day, read_weekday, read_deictic):
        found = read(scene, i)
        if found and found[1].precision is Precision.DAY:
            start = found[1].start
            return found[0], start.date() if start else None, found[1].anchored
    return None


def _own_part(scene: Scene, i: int, part: str) -> Found:
    """An "overnight" ends on the section date or the day named after it; "tonight" begins on the section date."""
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


def with_part(scene: Scene, i: int, end: int, when: date) -> Found:
    """The day, or the part of it that the word at ``i`` or the next word names."""
    part = scene.get(i, "weekday_part")
    if part is None and scene.has(end, "part"):
        part, end = scene.get(end, "part"), end + 1
    if part is None:
        return end, calendar.day(when, anchored=True)
    return end, calendar.hours_of(when, part, anchored=True)


def _of_shifted_week(scene: Scene, i: int) -> tuple[int, date] | None:
    """Such as "of next week", "der vergangenen Woche" after a weekday, as end and the Monday of that week."""
    j = scene.skip(scene.skip(i, "of"), "the")
    step = scene.get(j, "shift")
    owner = j + 2 < len(scene.tokens) and scene.tokens[j + 2].pos is Pos.GENITIVE
    if step is None or scene.get(j + 1, "unit") != "week" or owner or scene.anchor is None:
        return None
    start = calendar.calendar_unit("week", scene.anchor, step).start
    return (j + 2, start.date()) if start else None
