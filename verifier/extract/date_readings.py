"""Times with what stands around them: ranges, relations, durations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from verifier.domain.enums import Precision
from verifier.extract import date_calendar as calendar
from verifier.extract.date_calendar import Moment
from verifier.extract.date_moments import read_moment
from verifier.extract.date_relations import DateRelation, apply_relation, dates_noun, find_relation
from verifier.extract.date_scene import Scene

_YEAR = timedelta(days=365)
Reading = tuple[int, int, Moment, DateRelation]
"""First token of a time, the index after its last, what it means, and how what is told lies to it."""


def read_times(scene: Scene) -> Iterator[Reading]:
    """All times of a sentence, in order, not overlapping."""
    i = 0
    while i < len(scene.words):
        if not scene.words[i].kinds:
            i += 1
            continue
        found = _read_range(scene, i) or _read_single(scene, i) or _read_duration(scene, i)
        if found is None:
            i += 1
            continue
        yield found
        i = found[1]


def _read_range(scene: Scene, i: int) -> Reading | None:
    """Such as "between Monday and Wednesday", "from 2014 to 2018", "Montag bis Mittwoch"."""
    led = scene.has(i, "between", "from")
    start = scene.skip(i + 1, "the") if led else i
    first = read_moment(scene, start)
    if first is None:
        return None
    joint = first[0]
    links = ("dash", "and") if scene.has(i, "between") else ("dash", "to", "until")
    if not scene.has(joint, *links) or (scene.has(joint, "dash") and not _is_tight(scene, joint)):
        return None
    after = scene.skip(scene.skip(joint + 1, "to"), "the")
    second = read_moment(scene, after)
    if second is None:
        return None
    moment = _joined(*_ordered(scene, start, first[1], _in_one_year(scene, after, first[1], second[1])))
    return (i, second[0], moment, DateRelation.BETWEEN) if moment else None


def _is_tight(scene: Scene, joint: int) -> bool:
    """Whether a dash joins numbers or words, rather than parting clauses."""
    before, dash = scene.tokens[joint - 1], scene.tokens[joint]
    return before.span.end == dash.span.start or scene.has(joint - 1, "year", "digits", "month", "weekday")


def _joined(first: Moment, second: Moment) -> Moment | None:
    start, end = first.start, second.end
    if start is None or end is None:
        return replace(calendar.unknown(second.precision), anchored=first.anchored or second.anchored)
    if start >= end:
        return None
    return Moment(start, end, second.precision, first.anchored or second.anchored)


def _in_one_year(scene: Scene, at: int, first: Moment, second: Moment) -> Moment:
    """The second half of a range at ``at``, in the year of the first where no text says that it is over a year away."""
    if not (first.anchored and second.anchored and first.start and second.start):
        return second
    if second.start - first.start <= _YEAR:
        return second
    found = read_moment(replace(scene, year=first.start.year), at)
    return replace(found[1], anchored=True) if found is not None else second


def _ordered(scene: Scene, at: int, first: Moment, second: Moment) -> tuple[Moment, Moment]:
    """Both halves of a range, one moved where the text leaves its week or year open and it would run backwards."""
    if not first.anchored or first.start is None or second.start is None:
        return first, second
    if not second.anchored or first.start >= second.start:
        for year in (second.start.year, second.start.year - 1):
            found = read_moment(replace(scene, year=year), at)
            if found and not found[1].anchored and found[1].start is not None and found[1].start < second.start:
                return replace(found[1], anchored=second.anchored), second
    if first.start < second.start or first.precision is not Precision.DAY:
        return first, second
    weeks = timedelta(days=7 * ((first.start - second.start).days // 7 + 1))
    return (first, _moved(second, weeks)) if scene.has(at, "shift") else (_moved(first, -weeks), second)


def _moved(moment: Moment, by: timedelta) -> Moment:
    start, end = moment.start, moment.end
    return replace(moment, start=start and start + by, end=end and end + by)


def _read_single(scene: Scene, i: int) -> Reading | None:
    found = read_moment(scene, i)
    if found is None:
        return _read_elapsed(scene, i)
    end, moment = found
    if scene.has(end - 1, "after") and moment.dangling:
        return i, end, moment, DateRelation.AFTER
    start, relation, lead = find_relation(scene, i, moment)
    if relation is DateRelation.ON:
        return i, end, moment, relation
    dates = dates_noun(scene, i, end) or (relation is DateRelation.BEFORE and scene.get(i, "phase") == "late")
    return start, end, apply_relation(scene, moment, relation, lead, dates), relation


def _read_elapsed(scene: Scene, i: int) -> Reading | None:
    """Such as "seit zwei Jahren": a time counted back from the section date."""
    if scene.lang != "de" or not scene.has(i, "since"):
        return None
    counted = scene.count(i + 1)
    unit = scene.unit(counted[0]) if counted else None
    if counted is None or unit is None:
        return None
    if scene.anchor is None:
        return i, counted[0] + 1, calendar.unknown(calendar.precision_of(unit)), DateRelation.SINCE
    low, high = counted[1]
    try:
        moment = calendar.rolling(unit, (-low, -high), scene.anchor)
    except (OverflowError, ValueError):
        moment = calendar.unknown(calendar.precision_of(unit))
    return i, counted[0] + 1, moment, DateRelation.SINCE


def _read_duration(scene: Scene, i: int) -> Reading | None:
    """Such as "for two years", "für drei Tage": how long, not when."""
    if not scene.has(i, "for"):
        return None
    counted = scene.count(scene.skip(i + 1, "the"))
    if counted is None or scene.unit(counted[0]) is None:
        return None
    return i, counted[0] + 1, replace(calendar.unknown(), anchored=False), DateRelation.FOR
