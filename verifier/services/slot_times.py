"""Times as a person writes them into a slot, and back."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from verifier.domain.claim import TimeSpan
from verifier.domain.enums import Precision, TimeBasis
from verifier.errors import InputRefused, Word
from verifier.extract.dates import dates_in

HOW = Word("write 2024-05-07, 2024-05, 2024, 2024-05-01..2024-05-07, or one open side as in 2024-05-01..")
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
_RANGE = re.compile(r"(?P<first>[\d-]*)\s*\.\.\s*(?P<last>[\d-]*)$")

Period = tuple[datetime, datetime, Precision]


def read_time(words: str, lang: str, anchor: date | None) -> TimeSpan:
    """A day, month, year or range of them, else words such as "last Tuesday" as said on ``anchor``.

    Raises InputRefused.
    """
    if (found := _RANGE.match(words)) is not None and words.strip(" ."):
        first, last = (_period(part) if part else None for part in found.groups())
        precision = (first or last or (None, None, Precision.DAY))[2]
        start, end = first[0] if first else None, last[1] if last else None
        if start is not None and end is not None and end <= start:
            raise InputRefused("“%(words)s” ends before it begins.", words=words)
        return TimeSpan(start, end, precision, TimeBasis.EXPLICIT)
    if _PERIOD.match(words):
        return TimeSpan(*_period(words), TimeBasis.EXPLICIT)
    told = [m for m in dates_in(words, lang, anchor) if m.time.start is not None or m.time.end is not None]
    if len(told) != 1:
        raise InputRefused("“%(words)s” is no time that can be told; %(how)s.", words=words, how=HOW)
    return TimeSpan(told[0].time.start, told[0].time.end, told[0].time.precision, told[0].time.basis)


def write_time(span: TimeSpan | None) -> str:
    """A time as ``read_time`` reads it; empty where it is open on both sides."""
    if span is None or (span.start is None and span.end is None):
        return ""
    first = span.start.date().isoformat() if span.start is not None else ""
    last = (span.end - timedelta(seconds=1)).date().isoformat() if span.end is not None else ""
    return first if first == last else f"{first}..{last}"


def _period(words: str) -> Period:
    """The first moment of a day, month or year and the one after it."""
    found = _PERIOD.match(words)
    if found is None:
        raise InputRefused("“%(words)s” is no day, month or year; %(how)s.", words=words, how=HOW)
    year, month, day = (int(part) if part else None for part in found.groups())
    precision = Precision.DAY if day is not None else Precision.MONTH if month is not None else Precision.YEAR
    first = (year or 0, 1 if month is None else month, 1 if day is None else day)
    try:
        start = datetime.combine(date(*first), time(), UTC)
        return start, _after(start, precision), precision
    except (ValueError, OverflowError):
        raise InputRefused("There is no “%(words)s” in the calendar.", words=words) from None


def _after(start: datetime, precision: Precision) -> datetime:
    if precision is Precision.DAY:
        return start + timedelta(days=1)
    if precision is Precision.MONTH:
        return (start + timedelta(days=31)).replace(day=1)
    return start.replace(year=start.year + 1)
