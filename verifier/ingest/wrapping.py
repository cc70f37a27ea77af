"""Text broken into lines of one width is put together again, without moving a letter."""

from __future__ import annotations

import re
from itertools import pairwise

_WIDEST = 100
_NARROWEST = 40
_FEWEST = 2
_NEARLY_ALL = 0.7
_NEW_ITEM = re.compile(r"[-*•#>|]|\d{1,2}\. ")


def join_wrapped(text: str) -> str:
    """``text`` with blanks for the line breaks inside its paragraphs, where it was broken at a width.

    That is so where no line is wider than ``_WIDEST``, nearly every break stands where the next word would not
    have fitted, and at least ``_FEWEST`` stand inside a clause (a small letter follows). Same length as ``text``.
    """
    if "\r" in text:
        return text
    lines = text.split("\n")
    width = max(len(line) for line in lines)
    if not _NARROWEST <= width <= _WIDEST:
        return text
    soft = [i for i in range(len(lines) - 1) if _is_soft(lines[i], lines[i + 1], width)]
    inside = sum(1 for i in soft if lines[i + 1][0].islower())
    breaks = sum(1 for line, following in pairwise(lines) if line.strip() and following.strip())
    if inside < _FEWEST or 4 * inside < len(soft) or len(soft) < _NEARLY_ALL * breaks:
        return text
    joined = set(soft)
    return "".join(line + (" " if i in joined else "\n") for i, line in enumerate(lines))[:-1]


def _is_soft(line: str, following: str, width: int) -> bool:
    if not line.strip() or not following.strip() or following[0].isspace() or _NEW_ITEM.match(following):
        return False
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
