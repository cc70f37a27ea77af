"""One sentence as its quantities are read from it: pieces for the numbers, tokens for the words around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from verifier.domain.enums import Qualifier, Trend
from verifier.domain.span import Span
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import UnitEntry
from verifier.text.lexemes import Lexeme, Piece, split_lexemes
from verifier.text.tokens import Form, Pos, Token


@dataclass(frozen=True, slots=True)
class Hit:
    """A number with its unit over the tokens ``[first, last)`` and the letters ``[start, end)``.

    It has one value, or is a range where ``high`` is set. ``vague`` is set for plurals that name no number;
    ``times`` multiplies them ("billions"). ``qualifier`` is the wording around it, ``wording`` the tokens from the
    first to the last word of that wording. ``prefixed`` tells that the unit stands before the number. ``pieces``
    are the lexemes of the number itself.
    """

    start: int
    end: int
    first: int
    last: int
    low: float
    granularity: float
    pieces: tuple[int, int]
    high: float | None = None
    vague: Qualifier | None = None
    times: float = 1.0
    unit: UnitEntry | None = None
    prefixed: bool = False
    ordinal: bool = False
    age: bool = False
    fraction: bool = False
    dozen: bool = False
    digits: bool = False
    qualifier: Qualifier = Qualifier.BARE
    wording: tuple[int, int] | None = None
    bounds: tuple[Hit, Hit] | None = None
    trend: Trend | None = None

    @property
    def meant(self) -> Qualifier:
        """The qualifier as it is understood: a bare dozen is about twelve, a bare count of zero is none."""
        if self.qualifier is not Qualifier.BARE:
            return self.qualifier
        counts_none = self.low == 0 and self.is_plain and self.unit is None and not self.fraction
        return Qualifier.APPROX if self.dozen else Qualifier.NONE if counts_none else Qualifier.BARE

    @property
    def is_share(self) -> bool:
        """Whether it is a part of something: a fraction below one."""
        return self.fraction and 0 <= self.low < 1 and self.unit is None

    @property
    def is_plain(self) -> bool:
        """Whether it is one bare value that may yet become part of another quantity."""
        return self.high is None and self.vague is None and not self.ordinal

    @property
    def opening(self) -> int:
        """The first token of the number with its wording."""
        return min(self.first, self.wording[0]) if self.wording is not None else self.first

    @property
    def closing(self) -> int:
        """The token after the number with its unit and its wording."""
        return max(self.last, self.wording[1]) if self.wording is not None else self.last


class NumberLine:
    """A tagged sentence split into pieces; ``times`` are the spans of its dates."""

    def __init__(self, shadow: str, tokens: Sequence[Token], lang: str, times: Sequence[Span] = ()) -> None:
        self.shadow, self.tokens, self.lang, self.times = shadow, tokens, lang, times
        self.end = tokens[-1].span.end
        self.lexemes: list[Lexeme] = split_lexemes(shadow, tokens[0].span.start, self.end)
        self.words: dict[str, Any] = load_words("quantities", lang)
        self.units = load().units

    @cached_property
    def token_words(self) -> frozenset[str]:
        """All words of the sentence and their lemmas."""
        return frozenset(word for token in self.tokens for word in (token.lower, token.lemma))

    def stretch(self, hit: Hit, last: int, first: int | None = None) -> Hit:
        """The hit stretched over the pieces from ``first`` (its own first) up to ``last``."""
        start = self.lexemes[first].start if first is not None else hit.start
        end = max(hit.end, self.lexemes[last - 1].end)
        opening, closing = self.token_at(start), self.token_at(end - 1)
        return replace(
            hit,
            start=start,
            end=end,
            first=hit.first if opening is None else opening,
            last=hit.last if closing is None else closing + 1,
        )

    def pieces_of(self, start: int, end: int) -> tuple[int, int]:
        """The pieces that the letters from ``start`` to ``end`` are made of."""
        first = bisect_left(self.lexemes, start, key=lambda piece: piece.start)
        return first, bisect_left(self.lexemes, end, lo=first, key=lambda piece: piece.start)

    def lexeme(self, i: int) -> Lexeme | None:
        """The piece at ``i``, None beyond the ends."""
        return self.lexemes[i] if 0 <= i < len(self.lexemes) else None

    def piece(self, i: int) -> str:
        """The letters of the piece at ``i`` in lower case, empty beyond the ends."""
        return self.lexemes[i].lower if 0 <= i < len(self.lexemes) else ""

    def is_glued(self, i: int) -> bool:
        """Whether the piece at ``i`` stands right at the one before."""
        return 0 <= i < len(self.lexemes) and self.lexemes[i].glued

    def is_word(self, i: int) -> bool:
        """Whether the piece at ``i`` is made of letters."""
        return 0 <= i < len(self.lexemes) and self.lexemes[i].piece is Piece.WORD

    def letters(self, first: int, last: int) -> str:
        """The text of the pieces ``[first, last)`` as written."""
        return self.shadow[self.lexemes[first].start : self.lexemes[last - 1].end]

    def token_at(self, offset: int) -> int | None:
        """The index of the token that covers ``offset``."""
        i = bisect_right(self.tokens, offset, key=lambda token: token.span.start) - 1
        return i if i >= 0 and offset < self.tokens[i].span.end else None

    def token(self, i: int) -> Token | None:
        """The token at ``i``, None beyond the ends."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def lower(self, i: int) -> str:
        """The word at token ``i`` in lower case, empty beyond the ends."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def counts_next(self, i: int) -> bool:
        """Whether the tokens from ``i`` on are a counted noun, perhaps with adjectives before it."""
        return self.noun_after(i) is not None

    def named_between(self, first: int, last: int) -> bool:
        """Whether between two tokens stands a single noun with the joint of a share after it: "worker in"."""
        between = self.tokens[first:last]
        return len(between) == 2 and between[0].pos is Pos.NOUN and self.lower(last - 1) in self.words["share_joint"]

    def noun_after(self, i: int) -> Token | None:
        """The noun that token ``i`` is or that it and its like stand before."""
        for token in self.tokens[i : i + 6]:
            if token.pos is Pos.NOUN:
                return token
            participle = token.pos is Pos.VERB and (token.form is Form.PARTICIPLE or token.lower.endswith("ed"))
            if token.pos not in (Pos.ADJ, Pos.NAME, Pos.CONJ) and not participle:
                return None
        return None

    def in_time(self, offset: int) -> bool:
        """Whether ``offset`` lies in a date."""
        return any(span.start <= offset < span.end for span in self.times)
