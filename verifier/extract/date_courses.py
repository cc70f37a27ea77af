"""Times told by their place in a course that the words do not place: "in the first winter", "the summer before"."""

from __future__ import annotations

from verifier.extract import date_calendar as calendar
from verifier.extract.date_scene import Found, Scene

_NAMED = ("season", "weekday")
_UNITS = ("day", "night", "week", "month", "year")


def read_nth(scene: Scene, i: int) -> Found:
    """Such as "the second Saturday", "im ersten Winter", "on the third day"."""
    if not (scene.has(i, "ordinal") and scene.has(i - 1, "the", "in")):
        return None
    told = scene.has(i + 1, *_NAMED) or scene.unit(i + 1) in _UNITS
    return (i + 2, calendar.unknown()) if told and not scene.has(i + 2, "year") else None


def read_one_before(scene: Scene, i: int) -> Found:
    """Such as "am Samstag davor", "the summer before": the one before or after that was told."""
    if not scene.has(i, *_NAMED):
        return None
    closed = i + 2 >= len(scene.tokens) or scene.tokens[i + 2].text in (",", ".", ";")
    turned = scene.has(i + 1, "relative") if scene.lang == "de" else scene.has(i + 1, "before", "after") and closed
    return (i + 2, calendar.unknown()) if turned else None
