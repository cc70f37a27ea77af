"""The words that tell what a text is about, cut to what they keep in every form, and which of them two texts share."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lang"
_DEFAULT = "en"
_WORD = re.compile(r"[^\W\d_]+[0-9]+|[^\W\d_]+(?:[-'][^\W_]+)*")
_FOLDED = str.maketrans("äöü", "aou")
_LEAST = 3
"""A stem has at least this many letters."""
_PART = 4
"""One with which a compound begins has at least this many, one with which it ends one more."""
_TELLING = 7
"""How many letters of a long word tell it whatever its ending."""


@lru_cache(maxsize=4)
def _lists(lang: str) -> Mapping[str, frozenset[str]]:
    path = _FOLDER / f"stems_{lang}.toml"
    if not path.is_file():
        return _lists(_DEFAULT)
    return {name: frozenset(words.split()) for name, words in tomllib.loads(path.read_text(encoding="utf-8")).items()}


@lru_cache(maxsize=16_384)
def telling_stems(text: str, lang: str) -> frozenset[str]:
    """The stems of the words of ``text`` that stand in no text of any matter."""
    small = _lists(lang)["small"]
    words = (word for word in _WORD.findall(text) if word.lower() not in small)
    return frozenset(stem for word in words if (stem := stem_of(word, lang)))


@lru_cache(maxsize=16_384)
def stem_of(word: str, lang: str) -> str:
    """A word without its ending and, where it is a German participle, its "ge-"; empty where too little is left."""
    lists = _lists(lang)
    if any(letter.isdigit() for letter in word):
        return word.lower()
    low = word.lower().translate(_FOLDED).replace("ß", "ss").removesuffix("'s")
    if low.endswith(("t", "en")):
        low = _without_augment(low, lists["augments"])
    for _ in range(2):
        ending = next((e for e in _longest_first(lang) if low.endswith(e) and len(low) - len(e) >= _kept(e, lang)), "")
        low = low.removesuffix(ending)
    if len(low) < _LEAST:
        return ""
    return low if lang == "de" else low[:_TELLING]


def _without_augment(word: str, augments: frozenset[str]) -> str:
    """A participle without its "ge-": "gewarnt", "zugesagt"."""
    for before in sorted(augments):
        start = before.removesuffix("-")
        if word.startswith(f"{start}ge") and len(word) - len(start) - 2 > _LEAST:
            return start + word[len(start) + 2 :]
    return word


def _kept(ending: str, lang: str) -> int:
    """How many letters must be left before an ending is taken off."""
    return _LEAST if ending in _lists(lang)["short"] else _PART


@lru_cache(maxsize=4)
def _longest_first(lang: str) -> tuple[str, ...]:
    return tuple(sorted(_lists(lang)["endings"], key=lambda ending: (-len(ending), ending)))


def shared_stems(left: frozenset[str], right: frozenset[str], lang: str) -> frozenset[str]:
    """The stems both have; in German also one that is a part of the other's compound ("Wasser", "Leitungswasser")."""
    common = left & right
    if lang != "de":
        return common
    return common | {one for one in left for other in right if _is_part(one, other) or _is_part(other, one)}


def _is_part(stem: str, compound: str) -> bool:
    if len(stem) < _PART or len(compound) < len(stem) + _PART:
        return False
    return compound.startswith(stem) or (len(stem) > _PART and compound.endswith(stem))
