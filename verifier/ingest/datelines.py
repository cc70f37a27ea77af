"""Datelines that open a report: "KYIV, March 3 (Reuters) - …", "Kiew (dpa) – …", "Leipzig – …"."""

from __future__ import annotations

import re

from verifier.ingest.lines import known_agencies

_DATELINE = re.compile(r"(?P<place>[A-ZÄÖÜ][^()\n]{1,60} )?\((?P<agencies>[^()\n]{2,60})\) ?[-:] ?-? ?(?=\S)")
_NAME = r"[A-ZÄÖÜ][\w.'/]*(?:[ -][A-ZÄÖÜ][\w.']*){0,3}"
_DAY = r"[A-ZÄÖÜ][a-zä]+\.? \d{1,2}|\d{1,2}\.? [A-ZÄÖÜ][a-zä]+"
_BARE = re.compile(rf"{_NAME}(?:, {_NAME}){{0,2}}(?:,? (?:{_DAY}))? --? (?=[\"'A-ZÄÖÜ\d])")
_SENTENCE = re.compile(r"[a-zäöüß]{2}\. ")
_MOST_WORDS = 7


def read_dateline(shadow: str) -> tuple[int, tuple[str, ...]] | None:
    """Where the report begins after its dateline, and the agencies that sent it; None without a dateline.

    Without an agency it is places, and perhaps a day, before a dash that a sentence follows.
    """
    match = _DATELINE.match(shadow)
    if match is None:
        bare = _BARE.match(shadow)
        return (bare.end(), ()) if bare is not None else None
    place = match["place"] or ""
    agencies = known_agencies(match["agencies"])
    if not agencies or len(place.split()) > _MOST_WORDS or _SENTENCE.search(place):
        return None
    return match.end(), agencies
