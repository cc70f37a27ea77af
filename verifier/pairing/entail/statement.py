"""A text as it is held against another: its words, its figures and its quantities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from verifier.domain.enums import Qualifier
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.pairing.entail.word_lists import WordLists, load_words
from verifier.reference import load
from verifier.text.tokens import Pos, Token

_NEAR = 3
FIGURE = "#"
"""The key that all figures share, so that two wordings line up whatever their numbers."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written, without unit and thing: ``quantity`` with the hedge before it, ``core`` its span without."""

    quantity: Quantity
    core: Span

    @property
    def bare(self) -> Figure:
        """The number alone, as if no hedge belonged to it."""
        point = self.quantity.point
        if point is None:
            return self
        exact = Interval(point, point)
        return Figure(
            replace(self.quantity, span=self.core, qualifier=Qualifier.BARE, hard=exact, soft=exact), self.core
        )


@dataclass(frozen=True, slots=True)
class Item:
    """One word of a statement, or one figure with the hedge that is read with it."""

    key: str
    lemma: str
    pos: Pos
    figure: Quantity | None = None


@dataclass(frozen=True)
class Statement:
    """A text, its tagged words in order, every number in it as a figure, and those that measure something."""

    text: str
    lang: str
    tokens: tuple[Token, ...]
    quantities: tuple[Quantity, ...]
    figures: tuple[Figure, ...]

    @property
    def lists(self) -> WordLists:
        """The small words of its language."""
        return load_words(self.lang)

    @property
    def is_negated(self) -> bool:
        """Whether words of negation stand in it an odd number of times."""
        return sum(item.key in self.lists.negations for item in self.items) % 2 == 1

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Words and figures in order, without punctuation."""
        return tuple(self._items(self.figures))

    @cached_property
    def plain_items(self) -> tuple[Item, ...]:
        """The same with every hedge as words of their own."""
        return tuple(self._items([figure.bare for figure in self.figures]))

    def _items(self, figures: Iterable[Figure]) -> Iterator[Item]:
        waiting = list(figures)
        for token in self.tokens:
            start = token.span.start
            while waiting and waiting[0].quantity.span.start < token.span.end:
                figure = waiting[0]
                if token.span.end <= figure.core.start:
                    if token.text not in load().units.symbols:
                        start = token.span.end
                    break
                if figure.core.start >= token.span.start:
                    yield Item(FIGURE, FIGURE, Pos.NUM, figure.quantity)
                start = max(start, figure.core.end)
                if figure.core.end > token.span.end:
                    break
                waiting.pop(0)
            if start == token.span.start:
                if self._tells(token, waiting):
                    yield Item(token.lower, token.lemma.lower(), token.pos)
            elif (rest := token.lower[start - token.span.start :].strip("-")).isalnum():
                yield Item(rest, rest, token.pos)

    def _tells(self, token: Token, waiting: list[Figure]) -> bool:
        """Whether a token is a word or the sign of a unit, and not the "No." of a number that follows."""
        numbering = token.lower in self.lists.numbering and waiting
        if numbering and waiting[0].core.start - token.span.end <= _NEAR:
            return False
        return token.pos is not Pos.PUNCT or token.text in load().units.symbols
