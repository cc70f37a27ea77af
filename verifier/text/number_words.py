"""The number words of one language, read from data beside the code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lang"
_ORDINAL_ENDINGS = ("e", "en", "er", "es", "em", "")
_PARTS = {"einhalb": 0.5, "einviertel": 0.25, "dreiviertel": 0.75}
_COMPOUND_SCALES = ("tausend", "million", "milliarde")
_MAX_WORD = 90


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What the words of ``lang`` are worth; ``role`` gives the small words their part."""

    lang: str
    units: Mapping[str, float]
    teens: Mapping[str, float]
    tens: Mapping[str, float]
    scales: Mapping[str, float]
    vague: Mapping[str, float]
    ordinals: Mapping[str, float]
    parts: Mapping[str, float]
    suffixes: Mapping[str, float]
    glued_suffixes: Mapping[str, float]
    roles: Mapping[str, str]
    starts: frozenset[str]

    def role(self, word: str) -> str | None:
        """hundred, dozen, rounded, and, article, minus, point, of, over, half, or None."""
        return self.roles.get(word)


@lru_cache(maxsize=8)
def number_words(lang: str) -> NumberWords:
    """The number words of ``lang``; a language without a list of its own reads as English."""
    path = _FOLDER / f"numbers_{lang}.toml"
    lang = lang if path.exists() else "en"
    table = tomllib.loads((_FOLDER / f"numbers_{lang}.toml").read_text(encoding="utf-8"))
    small: Mapping[str, list[str]] = table["small"]
    roles = {word: role for role, words in small.items() for word in words}
    valued = [*table["units"], *table["teens"], *table["tens"], *table["scales"], *table["vague"]]
    starts = {*valued, *table["parts"], *table["ordinals"]}
    starts |= {word for word, role in roles.items() if role in ("hundred", "dozen", "article", "minus", "half")}
    return NumberWords(
        lang=lang,
        units=table["units"],
        teens=table["teens"],
        tens=table["tens"],
        scales=table["scales"],
        vague=table["vague"],
        ordinals=table["ordinals"],
        parts=table["parts"],
        suffixes=table["suffixes"],
        glued_suffixes=table["glued_suffixes"],
        roles=roles,
        starts=frozenset(starts),
    )


@lru_cache(maxsize=20_000)
def read_compound(word: str) -> tuple[float, str] | None:
    """The value and kind (cardinal, ordinal, half, part) of one German word, or None.

    "dreihunderteinundvierzig" 341, "dreieinhalb" 3.5, "anderthalb" 1.5, "zwanzigster" 20, "zwanzigstel" 1/20.
    """
    if len(word) > _MAX_WORD:
        return None
    words = number_words("de")
    if (half := _with_half(word, words)) is not None:
        return half, "half"
    for scale in _COMPOUND_SCALES:
        head = word.removesuffix(scale)
        if head != word and (times := words.parts.get(head) or _with_half(head, words)) is not None:
            return (1 / times if head in words.parts else times) * words.scales[scale], "cardinal"
    if (value := _cardinal(word, words)) is not None:
        return value, "cardinal"
    if word in words.parts:
        return words.parts[word], "part"
    return _ordinal(word, words)


def _with_half(word: str, words: NumberWords) -> float | None:
    """ "anderthalb", "dreieinhalb", "zweieinviertel", "dreiviertel"."""
    if word in ("anderthalb", "einundhalb", "anderthalbe", "anderthalben"):
        return 1.5
    if word == "dreiviertel":
        return 0.75
    for ending, part in _PARTS.items():
        if word.endswith(ending) and (whole := _cardinal(word.removesuffix(ending), words)) is not None:
            return whole + part
    return None


def _ordinal(word: str, words: NumberWords) -> tuple[float, str] | None:
    for ending in _ORDINAL_ENDINGS:
        stem = word.removesuffix(ending)
        if not word.endswith(ending) or (not ending and word not in ("dritt", "viert")):
            continue
        if stem in words.ordinals:
            return words.ordinals[stem], "ordinal"
        if stem.endswith("st") and (value := _cardinal(stem[:-2], words)) is not None and value >= 20:
            return value, "ordinal"
        for tail, small in words.ordinals.items():
            if stem.endswith(tail) and (rest := _round(stem[: -len(tail)], words)) is not None:
                return rest + small, "ordinal"
        for tail, teen in words.teens.items():
            if stem.endswith(tail + "t") and (rest := _round(stem[: -len(tail) - 1], words)) is not None:
                return rest + teen, "ordinal"
    return None


def _round(word: str, words: NumberWords) -> float | None:
    """The value of a compound that ends in "hundert", "tausend" or "und" before a smaller rest; 0 for nothing."""
    if not word:
        return 0.0
    value = _cardinal(word.removesuffix("und"), words)
    return value if value is not None and value >= 100 and value % 100 == 0 else None


def _cardinal(word: str, words: NumberWords) -> float | None:
    if not word:
        return None
    head, found, tail = word.partition("tausend")
    if found:
        thousands = 1.0 if not head else _below_thousand(head, words)
        rest = 0.0 if not tail else _below_thousand(tail.removeprefix("und"), words)
        return None if thousands is None or rest is None else thousands * 1000 + rest
    return _below_thousand(word, words)


def _below_thousand(word: str, words: NumberWords) -> float | None:
    head, found, tail = word.partition("hundert")
    if not found:
        return _below_hundred(word, words)
    hundreds = 1.0 if not head else _below_hundred(head, words)
    rest = 0.0 if not tail else _below_hundred(tail.removeprefix("und"), words)
    return None if hundreds is None or rest is None else hundreds * 100 + rest


def _below_hundred(word: str, words: NumberWords) -> float | None:
    for table in (words.units, words.teens, words.tens):
        if word in table:
            return float(table[word])
    unit, found, ten = word.partition("und")
    if found and unit in words.units and ten in words.tens:
        return float(words.units[unit] + words.tens[ten])
    return None
