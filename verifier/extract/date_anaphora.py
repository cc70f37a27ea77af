"""Times counted from one told before: "two days later", "am Vortag", "damals"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.claim import TimeSpan
from verifier.domain.enums import Precision, TimeBasis
from verifier.extract import date_calendar as calendar
from verifier.extract.dates import DateMention, DateRelation

_EXACT = (Precision.HOUR, Precision.DAY)


def place_counted(mentions: Sequence[DateMention], told: TimeSpan | None) -> tuple[list[DateMention], TimeSpan | None]:
    """The times of a sentence with those placed that count from one ``told`` before, and the last one told after it.

    What is concluded has the basis ``inferred``. Days and weeks are counted from a day only: "a week later"
    after "in 2019" stays open.
    """
    placed = []
    for mention in mentions:
        found = _placed(mention, told) if mention.counted is not None and told is not None else mention
        placed.append(found)
        if found.relation is not DateRelation.FOR and found.time.start is not None and found.time.end is not None:
            told = found.time
    return placed, told


def _placed(mention: DateMention, told: TimeSpan) -> DateMention:
    unit, (low, high) = mention.counted or ("day", (0, 0))
    if told.start is None or mention.time.start is not None:
        return mention
    if low == high == 0:
        return replace(mention, time=replace(told, basis=TimeBasis.INFERRED, span=mention.span))
    if told.precision not in _EXACT and not (unit == "year" and told.precision is Precision.YEAR):
        return mention
    try:
        moment = calendar.away(unit, (low, high), told.start.date())
    except (OverflowError, ValueError):  # the calendar ends in the year 9999
        return mention
    time = TimeSpan(moment.start, moment.end, moment.precision, TimeBasis.INFERRED, mention.span)
    return replace(mention, time=time)
