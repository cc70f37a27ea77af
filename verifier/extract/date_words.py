"""Words that make up times, looked up in the word lists of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from verifier.extract.words import load_words
from verifier.text.tokens import Pos, Token

Kind = str
_ENDINGS = ("e", "en", "em", "er", "es", "")
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d$", re.ASCII)
_SMALL = re.compile(r"\d{1,3}$", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?$", re.ASCII)
_SIGNS = {".": "dot", ",": "comma", "/": "slash", "-": "dash", "'": "quote"}
_TABLES = {
    "months": "month",
    "weekdays": "weekday",
    "seasons": "season",
    "units": "unit",
    "plural_units": "units",
    "days": "day",
    "present": "present",
    "parts": "part",
    "own_parts": "own_part",
    "phases": "phase",
    "shifts": "shift",
    "elsewhere": "elsewhere",
    "nearest": "nearest",
    "otherdays": "otherday",
    "own_units": "own_unit",
    "feasts": "feast",
    "relative": "relative",
    "numbers": "number",
    "ordinals": "ordinal",
    "vague": "vague",
}
# A sentence without one of these kinds names no time.
_TELLING = {
    "feast",
    "decade",
    "month",
    "weekday",
    "season",
    "unit",
    "units",
    "day",
    "present",
    "part",
    "own_part",
    "otherday",
    "own_unit",
    "year",
    "dotted",
}
_NAMED = {"month", "weekday", "season"}


@dataclass(frozen=True, slots=True)
class Word:
    """What one token can be in a time expression: values by kind ("month": 5, "shift": -1)."""

    kinds: Mapping[Kind, Any]

    def get(self, kind: Kind) -> Any:
        """The value as ``kind``, or None."""
        return self.kinds.get(kind)


_NOTHING = Word({})


@dataclass(frozen=True, slots=True)
class DateWords:
    """The time words of one language: meanings by lower-cased word, and the words that need support."""

    meanings: Mapping[str, Word]
    weak: frozenset[str]
    future_verbs: frozenset[str]
    future_plans: frozenset[str]
    future_conjunctions: frozenset[str]


@lru_cache(maxsize=8)
def load_date_words(lang: str) -> DateWords:
    """The lists of lang/dates_<lang>.toml, adjectives spelt out with their endings."""
    lists = load_words("dates", lang)
    kinds: dict[str, dict[Kind, Any]] = {}
    for table, kind in _TABLES.items():
        for value, words in lists[table].items():
            for word in _spelt_out(words):
                kinds.setdefault(word, {})[kind] = value if kind == "feast" else _value(value)
    for role, words in lists["function"].items():
        for word in words:
            kinds.setdefault(word, {})[role] = True
    for word, value in _compounds(kinds):
        kinds.setdefault(word, {}).update(value)
    return DateWords(
        meanings={word: Word(meaning) for word, meaning in kinds.items()},
        weak=frozenset(lists["weak"]),
        future_verbs=frozenset(lists["future_verbs"]),
        future_plans=frozenset(lists["future_plans"]),
        future_conjunctions=frozenset(lists["future_conjunctions"]),
    )


def read_words(tokens: Sequence[Token], lang: str) -> list[Word]:
    """What each token can be in a time expression; an empty list where none of them tells a time."""
    lexicon = load_date_words(lang)
    words = [_read(token, lexicon, first=i == 0) for i, token in enumerate(tokens)]
    if not any(not _TELLING.isdisjoint(word.kinds) for word in words if word.kinds):
        return []
    return [
        word if token.text.lower() not in lexicon.weak or _is_supported(tokens, words, i) else _without_names(word)
        for i, (token, word) in enumerate(zip(tokens, words, strict=True))
    ]


def has_time_words(forms: Sequence[str], lang: str) -> bool:
    """Whether any of the bare words could be part of a time; cheap, before anything is tagged."""
    meanings = load_date_words(lang).meanings
    return any(
        form[0].isdigit() or not _TELLING.isdisjoint(meanings.get(word, _NOTHING).kinds)
        for form in forms
        for word in (form.lower(), form.lower().rpartition("-")[2])
    )


def names_time(token: Token, lang: str) -> bool:
    """Whether a capitalised word is the name of a month, a weekday or a season."""
    kinds = load_date_words(lang).meanings.get(token.text.lower(), _NOTHING).kinds
    return not _NAMED.isdisjoint(kinds)


def _read(token: Token, lexicon: DateWords, first: bool) -> Word:
    text = token.text
    if text[0].isdigit():
        return _numeral(text)
    if text in _SIGNS:
        return Word({_SIGNS[text]: True})
    word = lexicon.meanings.get(text.lower())
    if word is not None:
        return _fitting(word, token, first)
    if "-" in text:
        return _hyphenated(text.lower(), lexicon)
    return _NOTHING


def _numeral(text: str) -> Word:
    if _YEAR.match(text):
        return Word({"year": int(text), "digits": text})
    if _SMALL.match(text):
        return Word({"number": int(text), "digits": text})
    dotted = _DOTTED.match(text)
    if dotted:
        day, month, year = dotted.groups()
        return Word({"dotted": (int(day), int(month), _full_year(year))})
    return _NOTHING


def _full_year(year: str | None) -> int | None:
    if year is None or len(year) == 4:
        return int(year) if year else None
    return int(year) + (2000 if int(year) < 70 else 1900)


def _fitting(word: Word, token: Token, first: bool) -> Word:
    """The meanings of ``word`` that go with its part of speech and case: "may" the verb is no month."""
    if token.pos in (Pos.VERB, Pos.MODAL, Pos.AUX) and not token.text[0].isupper():
        kept = {"part"} if token.text.lower() == "früh" else {"since", "arrives"}
        return Word({kind: value for kind, value in word.kinds.items() if kind in kept})
    if token.text.lower() == "morgen":
        tomorrow = first or token.text[0].islower()
        return Word({**({"day": word.get("day")} if tomorrow else {}), "part": word.get("part")})
    return word


def _hyphenated(text: str, lexicon: DateWords) -> Word:
    """Such as "mid-March", "early-2024" and the like: a phase and what it is a phase of."""
    head, _, tail = text.partition("-")
    phase = lexicon.meanings.get(head, _NOTHING).get("phase")
    if phase is None:
        return _NOTHING
    rest = _numeral(tail) if tail[:1].isdigit() else lexicon.meanings.get(tail, _NOTHING)
    kinds = {kind: rest.get(kind) for kind in ("month", "year", "season", "weekday") if rest.get(kind) is not None}
    return Word({**kinds, "phased": phase}) if kinds else _NOTHING


def _is_supported(tokens: Sequence[Token], words: Sequence[Word], i: int) -> bool:
    """Whether a word like "May" or "So" stands beside what makes it a month or a weekday."""
    if not tokens[i].text[0].isupper():
        return False
    after = [word for word in words[i + 1 : i + 3] if not word.get("dot") and not word.get("comma")][:1]
    if any(word.get(kind) is not None for word in after for kind in ("number", "year", "ordinal", "dotted")):
        return True
    before = words[i - 1].kinds if i else {}
    plain = len(tokens[i].text) > 3 or tokens[i].text == "May"
    support = {"in", "since", "until", "before", "after", "from", "between", "to", "phase", "shift", "number", "of"}
    if "dot" in before and i > 1:
        return words[i - 2].get("number") is not None
    return plain and not support.isdisjoint(before)


def _without_names(word: Word) -> Word:
    return Word({kind: value for kind, value in word.kinds.items() if kind not in ("month", "weekday")})


def _spelt_out(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if word.endswith("*"):
            yield from (word[:-1] + ending for ending in _ENDINGS)
        else:
            yield word


def _value(text: str) -> Any:
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    if re.fullmatch(r"\d+-\d+", text):
        low, high = text.split("-")
        return int(low), int(high)
    return text


def _compounds(kinds: Mapping[str, Mapping[Kind, Any]]) -> list[tuple[str, dict[Kind, Any]]]:
    """German compounds of weekday and part of the day: "Dienstagabend"."""
    days = [(word, meaning["weekday"]) for word, meaning in kinds.items() if "weekday" in meaning]
    parts = [(word, meaning["part"]) for word, meaning in kinds.items() if "part" in meaning]
    return [
        (name + part, {"weekday": weekday, "weekday_part": value})
        for name, weekday in days
        for part, value in parts
        if len(name) > 4 and not name.endswith("s")
    ]
