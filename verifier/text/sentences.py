"""Where sentences begin and end."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from verifier.domain.span import Span

_FOLDER = Path(__file__).parent / "lang"
_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?]+[\"')\]]*(?=\s+|$|(?<=\")\")")
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*|[0-9]+)$")
_LONGEST_WORD = 24


def split_sentences(shadow: str, start: int, end: int, lang: str) -> list[Span]:
    """The sentences of ``shadow[start:end]``, trimmed, in order; a line break always ends one.

    Abbreviations, initials, and in German ordinals ("6. September") do not. Linear in the length.
    """
    spans: list[Span] = []
    for line in _LINE.finditer(shadow, start, end):
        first = line.start()
        for stop in _STOP.finditer(shadow, line.start(), line.end()):
            if stop.end() < line.end() and _ends_sentence(shadow, stop, line.end(), lang):
                spans.append(Span(first, stop.end()))
                first = stop.end()
        spans.append(Span(first, line.end()))
    return [trimmed for span in spans if len(trimmed := _trim(shadow, span))]


def _ends_sentence(shadow: str, stop: re.Match[str], end: int, lang: str) -> bool:
    """Whether a mark ends its sentence: what follows looks like a beginning and what precedes like no abbreviation."""
    following = shadow[stop.end() : min(end, stop.end() + _LONGEST_WORD)].lstrip()
    opener = following.lstrip("\"'([")
    if not opener or opener[0].islower():
        return False
    marks = stop.group()
    if marks.rstrip("\"')]") != ".":
        return True
    before = _WORD_BEFORE.search(shadow, max(0, stop.start() - _LONGEST_WORD), stop.start())
    if before is None or marks != ".":
        return True
    word = before.group()
    if word.isdigit():
        return not (lang == "de" and len(word) <= 2)
    words = _abbreviations(lang)
    return not (
        word.lower() in words["always"]
        or _is_initial(before)
        or (word.lower() in words["before_names"] and opener[0].isupper())
    )


def _is_initial(before: re.Match[str]) -> bool:
    """A single capital letter, as in "J. Biden"; "U.S." may end a sentence, so only a lone letter counts."""
    return len(before.group()) == 1 and before.group().isupper()


@lru_cache(maxsize=8)
def _abbreviations(lang: str) -> dict[str, frozenset[str]]:
    path = _FOLDER / f"abbreviations_{lang}.toml"
    if not path.exists():
        path = _FOLDER / "abbreviations_en.toml"
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in lists.items()}


def _trim(shadow: str, span: Span) -> Span:
    text = shadow[span.start : span.end]
    left = len(text) - len(text.lstrip())
    return Span(span.start + left, span.start + max(left, len(text.rstrip())))
