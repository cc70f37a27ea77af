"""The small words on which an inference turns, per language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lang"
_DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class WordLists:
    """``articles`` say nothing; ``negations`` turn a statement round; ``reporting`` verbs only bring a source in.

    ``one`` are the words for the number one that a reader of quantities may take for an article,
    ``numbering`` those before a number that is a name ("No. 4"), ``increments`` those before a number that comes on
    top of another, ``locatives`` those before the name of a place. ``unnamed`` words stand for whatever an act may be
    done to. ``small`` words stand in texts of any matter.
    """

    articles: frozenset[str]
    negations: frozenset[str]
    reporting: frozenset[str]
    one: frozenset[str]
    numbering: frozenset[str]
    increments: frozenset[str]
    locatives: frozenset[str]
    unnamed: frozenset[str]
    small: frozenset[str]


@lru_cache(maxsize=4)
def load_words(lang: str) -> WordLists:
    """The lists of ``lang``; those of English for a language without any."""
    path = _FOLDER / f"{lang}.toml"
    if not path.is_file():
        return load_words(_DEFAULT)
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return WordLists(**{name: frozenset(words.split()) for name, words in lists.items()})
