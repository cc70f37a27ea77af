"""The language of a text, or None where nothing tells."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6_000
_STOPS = {
    "en": {"the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "said", "with", "as", "by", "has", "from"},
    "de": {
        "der",
        "die",
        "das",
        "und",
        "in",
        "den",
        "von",
        "mit",
        "dem",
        "des",
        "ist",
        "auf",
        "für",
        "im",
        "nicht",
        "sagte",
    },
}
_ENOUGH = 3


def detect_language(text: str) -> str | None:
    """The code of the language ``text`` is written in, one of those that can be read; None where that is unsure."""
    words = Counter(word.lower() for word in _WORD.findall(text[:_SAMPLE]))
    votes = {lang: sum(words[stop] for stop in stops) for lang, stops in _STOPS.items()}
    ranked = sorted(votes, key=lambda lang: votes[lang], reverse=True)
    best, second = votes[ranked[0]], votes[ranked[1]]
    if best >= _ENOUGH and best >= 3 * second:
        return ranked[0]
    return _by_model(text[:_SAMPLE])


def _by_model(text: str) -> str | None:
    found = _detector().detect_language_of(text)
    return found.iso_code_639_1.name.lower() if found is not None else None


@lru_cache(maxsize=1)
def _detector() -> Any:
    from lingua import Language, LanguageDetectorBuilder

    languages = (Language.ENGLISH, Language.GERMAN)
    return LanguageDetectorBuilder.from_languages(*languages).with_minimum_relative_distance(0.1).build()
