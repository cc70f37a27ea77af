"""What a time expression is read against: its words, the section date and the tense around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from verifier.extract.date_calendar import Moment
from verifier.extract.date_words import Word
from verifier.text.tokens import Token

Found = tuple[int, Moment] | None
"""Where a time expression ends (a token index) and what it means."""

LARGEST_COUNT = 999


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of one sentence; ``is_ahead`` and ``is_past`` tell the tense of the clause around a token.

    ``year`` is the year a range gives to its first half ("from 3 May to 5 June 2020").
    """

    tokens: Sequence[Token]
    words: Sequence[Word]
    lang: str
    anchor: date | None
    is_ahead: Callable[[int], bool]
    is_past: Callable[[int], bool]
    year: int | None = None

    def get(self, i: int, kind: str) -> Any:
        """The value of word ``i`` as ``kind``; None where it has none or there is no such word."""
        return self.words[i].get(kind) if 0 <= i < len(self.words) else None

    def has(self, i: int, *kinds: str) -> bool:
        """Whether word ``i`` can be any of ``kinds``."""
        return 0 <= i < len(self.words) and not self.words[i].kinds.keys().isdisjoint(kinds)

    def lies_ahead(self, i: int) -> bool:
        """Whether the time at ``i`` is still to come: by the tense, or as a limit ("by Friday") of no past tense."""
        limit = self.has(i - 1, "until") or (self.has(i - 1, "in", "the", "to") and self.has(i - 2, "until"))
        return self.is_ahead(i) or (limit and not self.is_past(i))

    def skip(self, i: int, *kinds: str) -> int:
        """The index after one word of ``kinds``, or ``i`` itself where there is none."""
        return i + 1 if self.has(i, *kinds) else i

    def back(self, i: int, *kinds: str) -> int:
        """The index of the word before ``i``, one further back where that is of ``kinds``."""
        return i - 2 if self.has(i - 1, *kinds) else i - 1

    def count(self, i: int) -> tuple[int, tuple[int, int]] | None:
        """A count at ``i`` as its end and range: "three", "a", "a few", "ein paar", "several"."""
        if self.has(i, "one", "number") and self.has(i + 1, "vague"):
            return i + 2, self.get(i + 1, "vague")
        if self.lang == "en" and self.has(i, "one") and self.get(i + 1, "number") == 2:
            return self.skip(i + 2, "of"), (2, 2)
        number = self.get(i, "number")
        if number is not None and number <= LARGEST_COUNT:
            return i + 1, (number, number)
        if self.has(i, "vague"):
            return i + 1, self.get(i, "vague")
        return (i + 1, (1, 1)) if self.has(i, "one") else None

    def unit(self, i: int) -> str | None:
        """The unit of time at ``i``, singular or plural."""
        found: str | None = self.get(i, "unit") or self.get(i, "units")
        return found
