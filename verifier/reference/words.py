"""Normalising the words of reference data and finding the entry they name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")

LANGUAGES = ("en", "de")
"""The languages the reference data has words in."""

_APOSTROPHES = re.compile("[‘’‚‛`´ʼ]")
_POSSESSIVE = re.compile(r"'s?(?=\s|$)")
_DOTS = re.compile(r"(?<=\w)\.(?=\w\b|\s|$)|'")
_NO_WORD = re.compile(r"[^\w&+]+")
_ARTICLE = re.compile(r"^(?:the|an?|der|die|das|des|dem|den|eine?[nmrs]?) ")
_GERMAN_ENDING = re.compile(r"(?<=\w{4})(?:innen|in|ern|en|em|er|es|e|n|s)$")
_SHORTEST_STEM = 5
_FEMALE = re.compile(r"(?<=\w{4})in(?:nen)?$")
_GENDER_SIGN = re.compile(r"(?<=\w)[:*_/](?=in(?:nen)?\b)")  # "Teilnehmer:innen"
_PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*$")
_SHOUTED = re.compile(r"[A-Z][A-Z.&]{1,4}$")


def normalise(words: str) -> str:
    """``words`` as they are compared: NFKC, case folded, without article, possessive and punctuation."""
    text = (words if words.isascii() else _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", words))).casefold()
    if not _PLAIN.match(text):
        text = _GENDER_SIGN.sub("", text)
        text = _NO_WORD.sub(" ", _DOTS.sub("", _POSSESSIVE.sub("", text))).strip()
    return _ARTICLE.sub("", text)


def without_marks(text: str) -> str:
    """``text`` without accents and other marks on letters."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def german_stem(text: str) -> str:
    """``text`` with one inflectional ending taken off each longer word: "weißen Hauses" as "weißes Haus"."""
    return " ".join(_GERMAN_ENDING.sub("", word) for word in text.split())


def is_shouted(words: str) -> bool:
    """Whether ``words`` is a short abbreviation that means something else in small letters (WHO, US, IT)."""
    return _SHOUTED.match(words) is not None


def _fold(key: str, lang: str) -> str:
    return without_marks(german_stem(key) if lang == "de" else key)


class Lexicon(Generic[T]):
    """Entries by their words, per language; another language answers where the asked one does not."""

    def __init__(self, langs: Iterable[str] = LANGUAGES) -> None:
        self._exact: dict[str, dict[str, list[T]]] = {lang: {} for lang in langs}
        self._folded: dict[str, dict[str, list[T]]] = {}
        self._shouted: set[str] = set()
        self._spoken: set[str] = set()
        self._small: set[str] = set()

    def add(self, words: str, lang: str, entry: T) -> None:
        """Let ``words`` of ``lang`` name ``entry``; the first entry under a word is its foremost meaning."""
        key = normalise(words)
        (self._shouted if is_shouted(words) else self._spoken).add(key)
        if words == words.lower():
            self._small.add(key)
        entries = self._exact.setdefault(lang, {}).setdefault(key, [])
        if entry not in entries:
            entries.append(entry)

    def find(self, words: str, lang: str, strict: bool = False) -> tuple[T, ...]:
        """The entries ``words`` name, foremost first; empty where none.

        ``strict`` asks for the very word in the very language: no inflected or unaccented form.
        """
        key = normalise(words)
        if key in self._shouted and key not in self._spoken and words.strip() == words.strip().lower():
            return ()
        if strict:
            return self.find_exact(key, lang)
        langs = [lang, *(other for other in self._exact if other != lang)]
        for each in langs:
            if found := self._exact.get(each, {}).get(key):
                return tuple(found)
        return tuple(self._folded_in(lang).get(_fold(key, lang), ()))

    def find_exact(self, key: str, lang: str) -> tuple[T, ...]:
        """The entries under the normalised ``key`` in ``lang`` alone."""
        return tuple(self._exact.get(lang, {}).get(key, ()))

    def is_written_small(self, words: str) -> bool:
        """Whether ``words`` is listed in small letters, so that it is no mere namesake in them."""
        return normalise(words) in self._small

    def _folded_in(self, lang: str) -> Mapping[str, list[T]]:
        if lang not in self._folded:
            table = self._folded[lang] = {}
            for key, entries in self._exact.get(lang, {}).items():
                table.setdefault(_fold(key, lang), []).extend(entries)
        return self._folded[lang]

    def clashes(self) -> Iterator[tuple[str, str, tuple[T, ...]]]:
        """Language, word and entries wherever one word names several."""
        for lang, table in self._exact.items():
            yield from ((lang, word, tuple(entries)) for word, entries in table.items() if len(entries) > 1)


class HeadLexicon(Lexicon[T]):
    """A lexicon of nouns that also finds the head of a longer noun: "sea drone", "Kampfdrohne".

    ``shortest_tail`` is how many letters a noun needs to be looked for at the end of German compounds.
    """

    def __init__(self, shortest_tail: int = 4) -> None:
        super().__init__()
        self._shortest_tail = shortest_tail
        self._barred: set[str] = set()

    def bar(self, words: str) -> None:
        """Declare a German word that only looks like a compound of a listed noun ("Anzug" is no "Zug")."""
        self._barred.add(normalise(words))

    def find_head(self, words: str, lang: str) -> tuple[T, ...]:
        """The entries of the longest tail of ``words`` that is listed; German compounds are cut within."""
        key = normalise(words)
        parts = key.split()
        for start in range(len(parts)):
            tail = " ".join(parts[start:])
            if found := self.find_exact(tail, lang) or self._find_inflected(tail, lang):
                return found
        return self._find_in_compound(parts[-1]) if lang == "de" and parts else ()

    def _find_inflected(self, key: str, lang: str) -> tuple[T, ...]:
        """What ``key`` means under a German ending of its own; short words have too many neighbours."""
        folded = _fold(key, lang)
        if lang != "de" or len(folded) < _SHORTEST_STEM or key in self._barred:
            return ()
        for form in (folded, key):
            if found := self._folded_in(lang).get(form):
                return tuple(found)
        male = _FEMALE.sub("", key)
        return self.find_exact(male, lang) if male != key else ()

    def _find_in_compound(self, word: str) -> tuple[T, ...]:
        for start in range(2, len(word) - self._shortest_tail + 1):
            tail = word[start:]
            if any(word[at:] in self._barred for at in range(start + 1)):
                return ()
            if found := self.find_exact(tail, "de"):
                return found
        return ()


def words_by_language(record: Mapping[str, object], prefix: str = "") -> dict[str, tuple[str, ...]]:
    """The word lists of a record, written as one string with commas under "en" and "de" after ``prefix``."""
    found = {}
    for lang in LANGUAGES:
        value = record.get(prefix + lang)
        if isinstance(value, str):
            found[lang] = tuple(word for word in (part.strip() for part in value.split(",")) if word)
    return found
