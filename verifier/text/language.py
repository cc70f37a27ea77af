"""The language of a text, or None where nothing tells."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

_STOPS = Path(__file__).parent / "lang" / "stops.toml"
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6_000
_ENOUGH = 2
_LONG = 40
_LEAST_SHARE = 0.08
"""In a text of ``_LONG`` words, a smaller share of the language's small words speaks against it."""


def detect_language(text: str) -> str | None:
    """The code of the language ``text`` is written in, one of those that can be read; None where that is unsure."""
    words = _WORD.findall(text[:_SAMPLE])
    counted = Counter(word.lower() for word in words)
    votes = {lang: sum(counted[stop] for stop in stops) for lang, stops in _stops().items()}
    best, second = sorted(votes, key=lambda lang: votes[lang], reverse=True)[:2]
    if len(words) >= _LONG and votes[best] < _LEAST_SHARE * len(words):
        return None
    if votes[best] >= _ENOUGH and votes[best] >= 3 * votes[second]:
        return best
    return _by_model(text[:_SAMPLE]) if words else None


def _by_model(text: str) -> str | None:
    found = _detector().detect_language_of(text)
    return found.iso_code_639_1.name.lower() if found is not None else None


@lru_cache(maxsize=1)
def _stops() -> dict[str, tuple[str, ...]]:
    lists = tomllib.loads(_STOPS.read_text(encoding="utf-8"))
    return {lang: tuple(words) for lang, words in lists.items()}


@lru_cache(maxsize=1)
def _detector() -> Any:
    from lingua import Language, LanguageDetectorBuilder

    languages = (Language.ENGLISH, Language.GERMAN)
    return LanguageDetectorBuilder.from_languages(*languages).with_minimum_relative_distance(0.1).build()
