"""How what a text tells lies to the time it names: on it, since it, until it, before or after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from verifier.extract import date_calendar as calendar
from verifier.extract.date_calendar import Moment
from verifier.extract.date_scene import Scene

_AHEAD_DAYS = 31
_REACH = 14
"""How many words an "ahead of" or "since" may stand before the time it governs."""


class DateRelation(StrEnum):
    """How what is told lies to the time that is named."""

    ON = "on"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    FOR = "for"


_DIRECT = {
    "since": DateRelation.SINCE,
    "until": DateRelation.UNTIL,
    "before": DateRelation.BEFORE,
    "after": DateRelation.AFTER,
}


_TIMES = ("year", "month", "weekday", "season", "number", "shift", "day", "phase", "dotted", "unit", "units")


def find_relation(scene: Scene, i: int, moment: Moment) -> tuple[int, DateRelation, int | None]:
    """Where the words of the relation start, the relation, and the index of a word that governs from afar."""
    before = i - 1
    if scene.has(before, "the"):
        before -= 1
    if scene.has(before, "to") and scene.has(before - 1, "until"):
        before -= 1
    if scene.lang == "de" and scene.has(before, "in", "to") and scene.has(before - 1, "until"):
        before -= 1
    if scene.has(before, "in", "from") and scene.has(before - 1, "since"):
        before -= 1
    if scene.has(before, "of") and scene.has(before - 1, "ahead"):
        return before - 1, DateRelation.BEFORE, before - 1
    if scene.has(before, "than") and scene.has(before - 1, "relative"):
        late = scene.get(before - 1, "relative") > 0
        if scene.has(before - 2, "no"):
            return before - 2, DateRelation.UNTIL if late else DateRelation.SINCE, None
        return before - 1, DateRelation.AFTER if late else DateRelation.BEFORE, None
    for kind, relation in _DIRECT.items():
        if scene.has(before, kind):
            return before, relation, None
    lead = _governing(scene, i) if not moment.ongoing else None
    if lead is None:
        return i, DateRelation.ON, None
    return i, DateRelation.SINCE if scene.has(lead, "since") else DateRelation.BEFORE, lead


def _governing(scene: Scene, i: int) -> int | None:
    """An "ahead of" or "since" earlier in the clause: "since the army crossed the border in May"."""
    for j in range(i - 1, max(i - 1 - _REACH, -1), -1):
        if scene.has(j, "comma") or scene.tokens[j].text in ('"', ";", ":", "(", ")"):
            return None
        if scene.has(j, "ahead") and (scene.lang == "de" or scene.has(j + 1, "of")):
            return j
        if scene.has(j, "since"):
            own = scene.has(scene.skip(scene.skip(j + 1, "in"), "the"), *_TIMES)
            return None if own or scene.tokens[j].lower == "ab" else j
    return None


def dates_noun(scene: Scene, i: int, end: int) -> bool:
    """Whether the time over ``[i, end)`` only dates the noun after it: "after the 1999 uprising"."""
    follows = scene.tokens[end] if end < len(scene.tokens) else None
    return scene.lang == "en" and scene.has(i - 1, "the") and follows is not None and follows.tag[:2] in ("NN", "AJ")


def apply_relation(scene: Scene, moment: Moment, relation: DateRelation, lead: int | None, dates: bool) -> Moment:
    """The time of what is told, given the time that is named and the relation between the two.

    ``lead`` is the index of a word that governs from afar. ``dates`` is true where the time only dates an
    event, which may have happened early or late in it ("before the 2016 election", "before the end of May").
    """
    start, end = moment.start, moment.end
    if start is None and end is None:
        return moment
    if relation is DateRelation.SINCE:
        return replace(moment, end=_until_now(scene, start))
    if relation is DateRelation.UNTIL:
        return replace(moment, start=None)
    if relation is DateRelation.BEFORE:
        if lead is not None and start is not None:
            return replace(moment, start=start - timedelta(days=_AHEAD_DAYS), end=start)
        return replace(moment, start=None, end=end if dates else start)
    return replace(moment, start=start if dates else end, end=None)


def _until_now(scene: Scene, start: datetime | None) -> datetime | None:
    if scene.anchor is None:
        return None
    now = calendar.at(scene.anchor + timedelta(days=1))
    return now if start is not None and start < now else None
