"""One sentence with everything that was read in it: the common ground of the claim reader."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.clauses import Clause, find_clauses
from verifier.extract.dates import DateMention, find_dates
from verifier.extract.passages import Line
from verifier.extract.phrases import Phrase, find_phrases
from verifier.extract.places import PlaceMention, find_places
from verifier.extract.quantities import find_quantities
from verifier.text.tagging import tag_text
from verifier.text.tokens import Pos, Token


@dataclass(frozen=True, slots=True)
class Sentence:
    """A tagged sentence with its phrases, clauses, quantities, times and places, all in order."""

    lang: str
    tokens: Sequence[Token]
    phrases: Sequence[Phrase]
    clauses: Sequence[Clause]
    quantities: Sequence[Quantity]
    dates: Sequence[DateMention]
    places: Sequence[PlaceMention]

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)

    @property
    def line(self) -> Line:
        """The sentence as the cast of actors reads it."""
        return Line(self.tokens, [-1] * len(self.tokens), [], [0], 0, lang=self.lang)

    def index_at(self, offset: int) -> int:
        """The index of the token that covers or precedes ``offset``."""
        return max(0, bisect_right(self.tokens, offset, key=lambda token: token.span.start) - 1)

    def phrase_at(self, span: Span) -> Phrase | None:
        """The phrase that holds the end of ``span``: a number and its noun share one."""
        for phrase in self.phrases:
            if phrase.span.overlaps(span) and phrase.span.end >= span.end:
                return phrase
        return next((phrase for phrase in self.phrases if phrase.span.overlaps(span)), None)

    def clause_of(self, index: int) -> Clause | None:
        """The innermost clause that holds the token ``index``: the latest one to begin before it."""
        holding = [clause for clause in self.clauses if clause.first <= index < clause.last]
        return max(holding, key=lambda clause: clause.first, default=None)

    def joined_with(self, phrase: Phrase) -> list[Phrase]:
        """``phrase`` and the phrases listed with it: "17 drones and two missiles"."""
        listed = [phrase]
        at = self.phrases.index(phrase) if phrase in self.phrases else None
        if at is None:
            return listed
        for step in (-1, 1):
            n = at
            while 0 <= n + step < len(self.phrases) and self._are_listed(*sorted((n, n + step))):
                n += step
                listed.append(self.phrases[n])
        return sorted(listed, key=lambda each: each.first)

    def _are_listed(self, one: int, other: int) -> bool:
        left, right = self.phrases[one], self.phrases[other]
        between = self.tokens[left.last : right.first]
        if self.clause_of(left.head) is not self.clause_of(right.head):
            return False
        return (
            bool(between)
            and len(between) <= 2
            and any(t.pos is Pos.CONJ for t in between)
            and all(t.pos is Pos.CONJ or t.text == "," for t in between)
        )


def read_sentence(shadow: str, span: Span, lang: str, anchor: date | None) -> Sentence | None:
    """Read the words of one sentence; ``anchor`` is the date of its section. None where it has no words."""
    tokens = tag_text(shadow, span.start, span.end, lang)
    if not tokens:
        return None
    dates = find_dates(shadow, tokens, lang, anchor)
    return Sentence(
        lang,
        tokens,
        find_phrases(tokens, lang),
        find_clauses(tokens, lang),
        find_quantities(shadow, tokens, lang, dates),
        dates,
        find_places(shadow, tokens, lang),
    )
