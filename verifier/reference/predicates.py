"""What can happen or hold, by its verbs and nouns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from verifier.reference.model import PredicateEntry
from verifier.reference.words import HeadLexicon, Lexicon


class PredicateIndex:
    """Lookups over the predicate entries. One word may have several senses, the commonest first."""

    def __init__(self, entries: Iterable[PredicateEntry]) -> None:
        self.entries = {entry.slug: entry for entry in entries}
        self.verbs: Lexicon[PredicateEntry] = Lexicon()
        self.adjectives: Lexicon[PredicateEntry] = Lexicon()
        self.nouns: HeadLexicon[PredicateEntry] = HeadLexicon(shortest_tail=5)  # "Spende" is no "Ende"
        for entry in self.entries.values():
            tables = ((self.verbs, entry.verbs), (self.nouns, entry.nouns), (self.adjectives, entry.adjectives))
            for lexicon, words in tables:
                for lang, listed in words.items():
                    for word in listed:
                        lexicon.add(word, lang, entry)
            for word in entry.no_compounds:
                self.nouns.bar(word)
        closures = {slug: self._entailed_entries(slug) for slug in self.entries}
        self._entailed = {slug: frozenset(entry.family for entry in found) for slug, found in closures.items()}
        self._excluded = {
            slug: frozenset(self.entries[x].family for entry in found for x in entry.excludes if x in self.entries)
            for slug, found in closures.items()
        }

    def of_verb(self, lemma: str, lang: str) -> tuple[PredicateEntry, ...]:
        """The senses of a verb, particles included ("shoot down", "abschießen")."""
        return self.verbs.find(lemma, lang, strict=True)

    def of_adjective(self, word: str, lang: str) -> tuple[PredicateEntry, ...]:
        """The senses of an adjective or participle that says what something is: "intact", "betrunken"."""
        return self.adjectives.find(word, lang, strict=True)

    def of_noun(self, lemma: str, lang: str) -> tuple[PredicateEntry, ...]:
        """The senses of a noun of action, or of its head: "Raketenangriff" as "Angriff"."""
        return self.nouns.find(lemma, lang, strict=True) or self.nouns.find_head(lemma, lang)

    def opposition(self, ours: str, theirs: str) -> Mapping[str, str] | None:
        """How to rename the roles of ``theirs`` to those of ``ours`` if they are opposites; None if they are not."""
        left, right = self.entries.get(ours), self.entries.get(theirs)
        if left is None or right is None:
            return None
        if left.opposite == theirs:
            return left.role_map
        if right.opposite == ours:
            return {new: old for old, new in right.role_map.items()}
        if self.excluded(ours) & self.entailed(theirs) or self.excluded(theirs) & self.entailed(ours):
            return {}
        return None

    def entailed(self, slug: str) -> frozenset[str]:
        """The families of all that must be true where ``slug`` is, its own among them."""
        return self._entailed.get(slug, frozenset())

    def excluded(self, slug: str) -> frozenset[str]:
        """The families of what cannot be true, with the same roles, where ``slug`` is."""
        return self._excluded.get(slug, frozenset())

    def _entailed_entries(self, slug: str) -> list[PredicateEntry]:
        found, waiting = dict[str, PredicateEntry](), [slug]
        while waiting:
            entry = self.entries.get(waiting.pop())
            if entry is not None and entry.slug not in found:
                found[entry.slug] = entry
                waiting += entry.entails
        return list(found.values())
