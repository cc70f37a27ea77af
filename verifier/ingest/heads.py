"""The head of a document: its title, its dates, and the lines around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verifier.ingest.lines import Line
from verifier.ingest.stamps import Stamp, read_stamp

_TOP = 12
"""How many lines down a "Published" line may stand and still belong to the title."""
_FEW = 6
_KICKER_WORDS = 2


@dataclass(frozen=True, slots=True)
class Head:
    """``title`` and ``last`` are the indices of the title and of the last line of the head, -1 without one.

    ``title_length`` is less than the line's where the dates are glued to the title.
    """

    title: int = -1
    last: int = -1
    title_length: int = 0
    published: date | None = None
    updated: date | None = None
    has_stamp: bool = False


def find_head(lines: Sequence[Line]) -> Head:
    """The head of the document. What might be body is never part of it."""
    for i, line in enumerate(lines[:_TOP]):
        stamp = read_stamp(line.text)
        if stamp is not None and stamp.labelled:
            return _stamped(lines, i, stamp)
        if line.is_stopped and len(line.text) > 200:
            break
    return _unstamped(lines)


def _stamped(lines: Sequence[Line], at: int, stamp: Stamp) -> Head:
    if stamp.start > 0:
        length = len(lines[at].text[: stamp.start].rstrip(" |·•–—-"))
        return Head(at, at, length, stamp.published, stamp.updated, True)
    above = [i for i in range(at - 1, -1, -1) if _may_be_title(lines[i])]
    best = next((i for i in above if not lines[i].is_stopped and len(lines[i].text.split()) > _KICKER_WORDS), None)
    title = best if best is not None else next((i for i in above if len(lines[i].text) <= 160), -1)
    length = len(lines[title].text) if title >= 0 else 0
    return Head(title, at, length, stamp.published, stamp.updated, True)


def _unstamped(lines: Sequence[Line]) -> Head:
    """The first line that is more than navigation, where it is bare words above sentences."""
    day = next((s.published for s in (read_stamp(line.text) for line in lines[:_FEW]) if s and s.start == 0), None)
    first = next((i for i, line in enumerate(lines[:_FEW]) if _may_be_title(line)), -1)
    if first < 0:
        return Head(published=day)
    if not lines[first].heading_mark and _is_kicker(lines, first):
        first += 1
    line = lines[first]
    alone = line.may_be_heading or line.is_question
    if line.heading_mark or (alone and not line.list_mark and any(other.is_stopped for other in lines[first + 1 :])):
        return Head(first, first, len(line.text), day)
    return Head(published=day)


def _may_be_title(line: Line) -> bool:
    return not (line.is_boilerplate or line.is_credit or line.is_caption or read_stamp(line.text) is not None)


def _is_kicker(lines: Sequence[Line], i: int) -> bool:
    """A word or two above a headline: "World", "Ukraine war"."""
    if i + 1 >= len(lines) or len(lines[i].text.split()) > _KICKER_WORDS or lines[i].is_stopped:
        return False
    following = lines[i + 1]
    return following.may_be_heading and len(following.text.split()) > _KICKER_WORDS and _may_be_title(following)
