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
        if theirs in left.excludes or ours in right.excludes:
            return {}
        return None

    def entailed(self, slug: str) -> frozenset[str]:
        """The families of all that must be true where ``slug`` is, its own among them."""
        found, waiting = set[str](), [slug]
        while waiting:
            entry = self.entries.get(waiting.pop())
            if entry is not None and entry.family not in found:
                found.add(entry.family)
                waiting += entry.entails
        return frozenset(found)
