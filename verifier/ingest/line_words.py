"""The words by which lines of news pages are told apart, of all languages at once."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lang"
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+([^\W\d_]{3,12})\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DOTTED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_SHORTEST_MONTH, _LONGEST_DATE = 3, 24


@lru_cache(maxsize=1)
def line_words() -> dict[str, tuple[str, ...]]:
    """The lists of every language joined, by their names in ``lang/lines_*.toml``."""
    joined: dict[str, list[str]] = {}
    for path in sorted(_FOLDER.glob("lines_*.toml")):
        for name, words in tomllib.loads(path.read_text(encoding="utf-8")).items():
            joined.setdefault(name, []).extend(words)
    return {name: tuple(words) for name, words in joined.items()}


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for path in sorted(_FOLDER.glob("lines_*.toml")):
        months = tomllib.loads(path.read_text(encoding="utf-8"))["months"]
        for number, name in enumerate(months, 1):
            for length in range(_SHORTEST_MONTH, len(name) + 1):
                names.setdefault(name[:length], number)
    return names


def find_date(text: str) -> tuple[date, int, int] | None:
    """The first whole date in ``text`` with its offsets; None where there is none."""
    found = []
    for pattern, order in ((_MONTH_FIRST, "mdy"), (_DAY_FIRST, "dmy"), (_ISO, "ymd"), (_DOTTED, "dmy")):
        for match in pattern.finditer(text):
            day = _date(dict(zip(order, match.groups(), strict=True)))
            if day is not None:
                found.append((match.start(), day, match.end()))
                break
    if not found:
        return None
    start, day, end = min(found)
    return day, start, end


def leading_date(text: str) -> tuple[date, int] | None:
    """The whole date that is the first thing told, and where it ends; None where something else is."""
    day, start, end = find_date(text[:_LONGEST_DATE]) or (None, -1, 0)
    return (day, end) if day is not None and start == 0 else None


def _date(parts: dict[str, str]) -> date | None:
    month = parts["m"]
    number = int(month) if month.isdigit() else _months().get(month.lower())
    if number is None:
        return None
    try:
        return date(int(parts["y"]), number, int(parts["d"]))
    except ValueError:
        return None
