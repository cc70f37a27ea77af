"""Words that mean the same and words that exclude each other."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from verifier.reference.model import ContrastEntry
from verifier.reference.words import normalise


class Contrast(StrEnum):
    """How two words of one scale stand to each other."""

    SAME = "same"
    OPPOSITE = "opposite"


class ContrastIndex:
    """Lookups over the scales."""

    def __init__(self, entries: Iterable[ContrastEntry]) -> None:
        self.entries = {entry.slug: entry for entry in entries}
        self._poles: dict[tuple[str, str], dict[str, int]] = {}
        for entry in self.entries.values():
            for lang, poles in entry.poles.items():
                for number, words in enumerate(poles):
                    for word in words:
                        self._poles.setdefault((lang, normalise(word)), {}).setdefault(entry.slug, number)

    def between(self, left: str, right: str, lang: str) -> Contrast | None:
        """SAME where a scale holds both words at one pole, OPPOSITE at two; None where no scale holds both."""
        ours = self._poles.get((lang, normalise(left)), {})
        theirs = self._poles.get((lang, normalise(right)), {})
        shared = [ours[slug] == theirs[slug] for slug in ours if slug in theirs]
        if not shared:
            return None
        return Contrast.SAME if any(shared) else Contrast.OPPOSITE

    def scale_between(self, left: str, right: str, lang: str) -> str | None:
        """The scale on which two words exclude each other; None where none does."""
        ours = self._poles.get((lang, normalise(left)), {})
        theirs = self._poles.get((lang, normalise(right)), {})
        shared = [slug for slug in ours if slug in theirs]
        if any(ours[slug] == theirs[slug] for slug in shared):
            return None
        return next(iter(shared), None)
