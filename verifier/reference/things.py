"""What can be counted, from its nouns up to the kinds it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verifier.reference.model import ThingEntry
from verifier.reference.words import HeadLexicon


class ThingIndex:
    """Lookups over the thing entries."""

    def __init__(self, entries: Iterable[ThingEntry]) -> None:
        self.entries = {entry.slug: entry for entry in entries}
        self.nouns: HeadLexicon[ThingEntry] = HeadLexicon()
        for entry in self.entries.values():
            for lang, nouns in entry.nouns.items():
                for noun in nouns:
                    self.nouns.add(noun, lang, entry)
            for word in entry.no_compounds:
                self.nouns.bar(word)

    def of_noun(self, lemma: str, lang: str) -> ThingEntry | None:
        """The thing a noun means by itself, else by its head: "Kampfdrohne" is a drone."""
        found = self.nouns.find(lemma, lang, strict=True) or self.nouns.find_head(lemma, lang)
        return found[0] if found else None

    def lineage(self, slug: str) -> Iterator[str]:
        """``slug`` and the kinds above it, nearest first; nothing for an unknown slug."""
        entry, seen = self.entries.get(slug), set[str]()
        while entry is not None and entry.slug not in seen:
            seen.add(entry.slug)
            yield entry.slug
            entry = self.entries.get(entry.parent) if entry.parent else None
