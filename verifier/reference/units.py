"""Units of measure and money: by code, by word and by symbol."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.domain.interval import Interval
from verifier.reference.model import UnitEntry

_LONGEST_NAME = 4
_WORDS_LIKE_CODES = {"all", "ang", "bam", "bob", "btn", "cop", "cup", "gel", "lak", "mad", "mop", "pen", "sos", "try"}
"""Codes of money that are words in small letters."""


class UnitIndex:
    """Lookups over the unit entries."""

    def __init__(self, entries: Iterable[UnitEntry]) -> None:
        listed = list(entries)
        self.entries = {entry.code: entry for entry in reversed(listed)}
        self.symbols: dict[str, UnitEntry] = {}
        self._words: dict[str, dict[str, UnitEntry]] = {}
        for entry in listed:
            for lang, words in entry.names.items():
                for word in words:
                    self._words.setdefault(lang, {}).setdefault(word.lower(), entry)
            for symbol in entry.symbols:
                self.symbols.setdefault(symbol, entry)

    def named(self, words: str, lang: str) -> UnitEntry | None:
        """The unit that ``words`` name as written: symbols mind capitals, words do not."""
        if words in self.symbols:
            return self.symbols[words]
        own = self._words.get(lang, {}).get(words.lower()) or self._words.get("en", {}).get(words.lower())
        return own or self._coded(words)

    def _coded(self, words: str) -> UnitEntry | None:
        """The currency of a code in small letters ("20 usd")."""
        if len(words) != 3 or not words.islower() or words in _WORDS_LIKE_CODES:
            return None
        entry = self.entries.get(words.upper())
        return entry if entry is not None and entry.dimension == "money" else None

    def opening(self, words: list[str], lang: str) -> tuple[UnitEntry, int] | None:
        """The longest unit that a row of words opens with, and how many words it takes."""
        for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
            for joint in (" ", ""):
                entry = self.named(joint.join(words[:count]), lang)
                if entry is not None:
                    return entry, count
        return None


def in_base(interval: Interval, unit: UnitEntry) -> Interval | None:
    """``interval`` in the unit's base; None where it converts only with a dated rate, as money does."""
    if unit.base is None or unit.factor is None:
        return None
    return interval.scale(unit.factor, unit.offset)
