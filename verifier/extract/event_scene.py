"""Where and when a passage plays: told once, it holds for the consequences told after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from verifier.domain.claim import Place, Reading, TimeSpan
from verifier.domain.enums import Aspect, Modality, PlaceRel, Polarity, TimeBasis
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer

_WEAPONS_MOVED = frozenset({"launch", "downing"})
"""Families of what a night's count of weapons tells: no event of one place that has consequences."""


_MEANT = {("attendance", "vote"): "attend", ("labour-strike", "attend"): "strike-labour"}
"""What an act means in a scene of a family."""


@dataclass(slots=True)
class EventScene:
    """The one place and the one time of the events of a passage; a second one of either ends it.

    A place or time taken from here keeps the span of the words that told it, outside the claim's own.
    """

    family: str | None = None
    place: Place | None = None
    time: TimeSpan | None = None
    nearest: Place | None = None
    is_one_place: bool = True
    is_one_time: bool = True

    def named(self, places: Iterable[Place]) -> None:
        """Take note of the places a sentence names; one outside of those named before leaves it open where."""
        for place in places:
            if place.rel not in (PlaceRel.IN, PlaceRel.OVER):
                continue
            if self.nearest is None or _lies_in(place, self.nearest):
                self.nearest = place
            elif not _lies_in(self.nearest, place):
                self.is_one_place = False

    def told(self, reading: Reading) -> None:
        """Take note of an event; only one told with its place or time sets the scene."""
        family = _family(reading)
        if family is None or family in _WEAPONS_MOVED:
            return
        if reading.place is not None and self.place is None:
            self.family, self.place = family, reading.place
        if reading.time is None or reading.time.start is None:
            return
        if self.time is None:
            self.time = reading.time
        elif not _overlap(self.time, reading.time):
            self.is_one_time = False

    def completed(self, reading: Reading) -> Reading:
        """``reading`` with the place and time of the scene, where it tells a consequence of it and no other ones."""
        if not self._is_consequence(reading):
            return reading
        reading, place, time = self._as_attendance(reading), reading.place, reading.time
        if time is not None and (self.time is None or not _overlap(self.time, time)):
            return reading
        if place is None:
            place = self.place
        elif self.place is None or not (_lies_in(place, self.place) or _lies_in(self.place, place)):
            return reading
        if time is None and self.time is not None and reading.polarity is Polarity.POSITIVE:
            time = replace(self.time, basis=TimeBasis.INFERRED)
        return replace(reading, place=place, time=time)

    def _as_attendance(self, reading: Reading) -> Reading:
        """The turnout of a march is not that of an election, and who takes part in a strike strikes."""
        key = _MEANT.get((self.family or "", reading.predicate.key if reading.predicate is not None else ""))
        if key is None or reading.predicate is None:
            return reading
        return replace(reading, predicate=replace(reading.predicate, key=key))

    def _is_consequence(self, reading: Reading) -> bool:
        entry = load().predicate(reading.predicate.key) if reading.predicate is not None else None
        if entry is None or _family(reading) is None or not (self.is_one_place and self.is_one_time):
            return False
        thing = load().thing(reading.thing.key) if reading.thing is not None else None
        return (entry.tally or entry.family == self.family) and not (thing is not None and thing.side_bearing)


def _family(reading: Reading) -> str | None:
    """The family of an event that took place; None for states ("stands"), totals, plans and unknown verbs."""
    happened = reading.aspect is Aspect.EVENT_COUNT and reading.modality is Modality.ACTUAL
    entry = load().predicate(reading.predicate.key) if reading.predicate is not None and happened else None
    return entry.family if entry is not None and not entry.excludes else None


def _lies_in(inner: Place, outer: Place) -> bool:
    """Whether one place is or lies in the other, as the text or the gazetteer says."""
    if inner.key == outer.key or outer.key in inner.within:
        return True
    known = not inner.key.startswith("~") and load_gazetteer().find(outer.key) is not None
    return known and load_gazetteer().is_within(inner.key, outer.key)


def _overlap(one: TimeSpan, other: TimeSpan) -> bool:
    if one.start is None or other.start is None:
        return False
    return _is_before(one.start, other.end) and _is_before(other.start, one.end)


def _is_before(start: datetime, end: datetime | None) -> bool:
    return end is None or start.replace(tzinfo=None) < end.replace(tzinfo=None)
