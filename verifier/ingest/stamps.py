"""Lines that only say when: "Published May 7, 2024, last updated …", "Tuesday, 7 May 2024, 10:15"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from verifier.ingest.line_words import find_date, line_words

_LONGEST = 400
_TIME = re.compile(r"\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\b|[+-]\d{2}:?\d{2}\b")
_YEAR = re.compile(r"\d{4}")
_BLANKS = re.compile(r"[\s,.:;|·•()/–—-]+")
_BREAKS = "|·•–—-"


@dataclass(frozen=True, slots=True)
class Stamp:
    """The dates of a line from offset ``start`` on; ``labelled`` where a word says what they are."""

    start: int
    published: date | None
    updated: date | None
    labelled: bool


def read_stamp(text: str) -> Stamp | None:
    """The stamp a line is, or ends in: glued to a title or set off from it; None where it says anything else."""
    if len(text) > _LONGEST or not _YEAR.search(text):
        return None
    for start in (0, *(m.start() for m in _labels().finditer(text) if _is_set_off(text, m.start()))):
        stamp = _read_from(text, start)
        if stamp is not None:
            return stamp
    return None


def is_time(text: str) -> bool:
    """Whether a line is a bare time of day, as between the items of a live blog."""
    return len(text) <= 24 and _TIME.search(text) is not None and not _rest(_TIME.sub(" ", text))


def _is_set_off(text: str, at: int) -> bool:
    """Whether a label at ``at`` begins something new: a capital glued to the word before, or after a dash or bar."""
    before = text[:at].rstrip()
    if not before:
        return False
    glued = len(before) == at and text[at].isupper() and not before[-1].isupper()
    return glued or before[-1] in _BREAKS


def _read_from(text: str, start: int) -> Stamp | None:
    dates: list[tuple[date, bool]] = []
    at, is_update, left = start, False, []
    while (found := find_date(text[at:])) is not None:
        before = text[at : at + found[1]]
        is_update = _is_update(before, is_update)
        dates.append((found[0], is_update))
        left.append(before)
        at += found[2]
    left.append(text[at:])
    rest = _TIME.sub(" ", " ".join(left))
    if not dates or _rest(_labels().sub(" ", rest)):
        return None
    published = next((day for day, late in dates if not late), dates[0][0])
    updated = next((day for day, late in reversed(dates) if late), None)
    return Stamp(start, published, updated, _labels().search(rest) is not None)


def _is_update(before: str, was: bool) -> bool:
    labels = [match.group().lower() for match in _labels().finditer(before)]
    return labels[-1] in line_words()["updated"] if labels else was


def _rest(text: str) -> str:
    """What a line says beside times, days of the week and the like."""
    words = [word for word in _BLANKS.split(text.lower()) if word]
    return " ".join(word for word in words if word not in line_words()["stamp_words"])


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    words = sorted((*line_words()["published"], *line_words()["updated"]), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?![a-zäöüß])", re.IGNORECASE)
