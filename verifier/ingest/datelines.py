"""Datelines that open a report: "KYIV, March 3 (Reuters) - …", "Kiew (dpa) – …", "Leipzig – …", "3. März 2026. …"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from verifier.ingest.line_words import find_date, leading_date
from verifier.ingest.lines import known_agencies

_DATELINE = re.compile(r"(?P<place>[A-ZÄÖÜ][^()\n]{1,60} )?\((?P<agencies>[^()\n]{2,60})\) ?[-:] ?-? ?(?=\S)")
_NAME = r"[A-ZÄÖÜ][\w.'/]*(?:[ -][A-ZÄÖÜ][\w.']*){0,3}"
_DAY = r"[A-ZÄÖÜ][a-zä]+\.? \d{1,2}|\d{1,2}\.? [A-ZÄÖÜ][a-zä]+"
_BARE = re.compile(rf"{_NAME}(?:, {_NAME}){{0,2}}(?:,? (?:{_DAY})(?:,? \d{{4}})?)? --? (?=[\"'A-ZÄÖÜ\d])")
_AFTER_DAY = re.compile(r"(?:[.:]| --?) (?=[\"'A-ZÄÖÜ\d])")
_SENTENCE = re.compile(r"[a-zäöüß]{2}\. ")
_MOST_WORDS = 7


class Dateline(NamedTuple):
    """Where the report begins after its dateline, who sent it, and the day where a whole date is told."""

    end: int
    agencies: tuple[str, ...] = ()
    day: date | None = None


def read_dateline(shadow: str) -> Dateline | None:
    """The dateline a report opens with; None without one.

    Without an agency it is places, and perhaps a day, before a dash that a sentence follows, or a whole date alone.
    """
    match = _DATELINE.match(shadow)
    if match is None:
        bare = _BARE.match(shadow)
        return Dateline(bare.end(), (), _day(bare.group())) if bare is not None else _lone_date(shadow)
    place = match["place"] or ""
    agencies = known_agencies(match["agencies"])
    if not agencies or len(place.split()) > _MOST_WORDS or _SENTENCE.search(place):
        return None
    return Dateline(match.end(), agencies, _day(match.group()))


def _day(text: str) -> date | None:
    found = find_date(text)
    return found[0] if found is not None else None


def _lone_date(shadow: str) -> Dateline | None:
    day, end = leading_date(shadow) or (None, 0)
    after = _AFTER_DAY.match(shadow, end) if day is not None else None
    return Dateline(after.end(), (), day) if after is not None else None
