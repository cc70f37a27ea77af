"""Fractions beside whole numbers: "3/4", "two thirds", "five and a half", "half a million", "zwei Drittel"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from verifier.text.lexemes import Piece
from verifier.text.numbers import Number, fraction_granularity, granularity_of, parse_vulgar

if TYPE_CHECKING:
    from verifier.text.number_reader import NumberReader

_PERIODS = {"this", "last", "next", "previous", "final", "opening", "latest"}
_SLASHED = {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 50, 64, 100}


class Fractions:
    """The fractions a reader of numbers meets."""

    def __init__(self, reader: NumberReader) -> None:
        self.reader = reader
        self.words = reader.words

    def written(self, i: int) -> Number | None:
        """ "3/4", "2 1/4", "2½" and "½"."""
        reader = self.reader
        lexeme, following = reader.lexemes[i], reader.at(i + 1)
        if lexeme.piece is Piece.MARK:
            value = parse_vulgar(lexeme.text)
            return None if value is None else self.scaled(_fraction(i, i + 1, value, digits=True))
        if lexeme.piece is not Piece.DIGITS:
            return None
        if following is not None and lexeme.text.isdigit():
            part = parse_vulgar(following.text) or (None if following.glued else _slash(following.text))
            if part is not None:
                value = float(lexeme.text) + part
                return self.scaled(Number(i, i + 2, value, fraction_granularity(value), digits=True))
        part = _slash(lexeme.text)
        ending = following is not None and following.glued and following.lower in ("th", "rd", "nd")
        return None if part is None else self.scaled(_fraction(i, i + 2 if ending else i + 1, part, digits=True))

    def half(self, i: int) -> Number | None:
        """ "half", "half a million", "a half", "eine halbe Million", "ein halbes Dutzend", "quarter million"."""
        reader = self.reader
        j = i + 1 if reader.role(i) == "article" else i
        if self.words.lang == "de":
            return self.scaled(_fraction(i, j + 1, 0.5)) if reader.role(j) == "half" else None
        word = reader.word(j)
        if word not in ("half", "quarter") or (i == j and self._is_period(i)):
            return None
        fraction = self.scaled(_fraction(i, j + 1, 1 / self.words.parts[word]))
        bare_quarter = i == j and word == "quarter" and fraction.scale is None and reader.role(j + 1) != "of"
        return None if bare_quarter else fraction

    def _is_period(self, i: int) -> bool:
        """Whether a half or a quarter is one of a year or a match: "the second half", "last quarter"."""
        before = self.reader.word(i - 2 if i and self.reader.lexemes[i - 1].text == "-" else i - 1)
        return before in self.words.ordinals or before in _PERIODS

    def part(self, first: int, i: int, numerator: float) -> Number | None:
        """The denominator at ``i`` under ``numerator``: "two" + "thirds", "a" + "quarter", "zwei" + "Drittel"."""
        found = self._parted(first, i, numerator)
        return None if found is None else self.scaled(found)

    def _parted(self, first: int, i: int, numerator: float) -> Number | None:
        reader = self.reader
        if first == i and reader.role(i) == "article":
            i += 1
        elif first == i and self.words.lang != "de":
            return None
        if i > first and (lexeme := reader.at(i)) is not None and lexeme.text == "-":
            i += 1
        found = self._denominator(i, numerator)
        return None if found is None else _fraction(first, found[1], numerator / found[0])

    def _denominator(self, i: int, numerator: float) -> tuple[float, int] | None:
        word = self.reader.word(i)
        if word in self.words.parts:
            return float(self.words.parts[word]), i + 1
        if self.words.lang == "de":
            plural_half = self.words.role(word) == "half" and numerator > 1
            return (2.0, i + 1) if plural_half else None
        ordinal = self.reader.ordinal(i, plural=numerator != 1)
        return None if ordinal is None or ordinal.value <= 2 else (ordinal.value, ordinal.last)

    def after_and(self, number: Number) -> Number:
        """ "five and a half", "five and half", "3 million and a quarter", "sechs und zwei Drittel"."""
        j = self._past_hyphen(number.last)
        if self.reader.role(j) != "and":
            return number
        j = self._past_hyphen(j + 1) - 1
        if self.words.lang == "en" and self.reader.word(j + 1) in ("half", "halves"):
            following: Number | None = _fraction(j + 1, j + 2, 0.5)
        else:
            following = self.at(j + 1)
        if following is None or following.value >= 1:
            return number
        own = self.scaled(following)
        if number.scale and own.scale:
            return replace(number, last=own.last, value=number.value + own.value, granularity=own.granularity)
        by = number.scale or 1.0
        value = number.value + following.value * by
        return replace(number, last=following.last, value=value, granularity=following.granularity * by)

    def _past_hyphen(self, i: int) -> int:
        """The lexeme after the hyphen of "four-and-a-half"; ``i`` itself where none joins it to the one before."""
        lexeme, following = self.reader.at(i), self.reader.at(i + 1)
        joined = lexeme is not None and lexeme.text == "-" and lexeme.glued
        return i + 1 if joined and following is not None and following.glued else i

    def at(self, i: int) -> Number | None:
        """The fraction that starts at lexeme ``i``, its scale word left aside."""
        reader = self.reader
        if reader.role(i) == "article":
            j = self._past_hyphen(i + 1)
            half = reader.word(j) == "half" or reader.role(j) == "half"
            return _fraction(i, j + 1, 0.5) if half else self._parted(i, i, 1.0)
        slash = _slash(reader.lexemes[i].text) if i < len(reader.lexemes) else None
        if slash is not None:
            return _fraction(i, i + 1, slash)
        cardinal = reader.cardinal(i) if reader.word(i) else None
        return None if cardinal is None or cardinal.scale else self._parted(i, cardinal.last, cardinal.value)

    def scaled(self, number: Number) -> Number:
        """A fraction or a mixed number before a scale word or a dozen: "half a million", "anderthalb Millionen"."""
        reader, j = self.reader, number.last
        if number.fraction and reader.role(j) == "of" and reader.role(j + 1) == "article":
            j += 2
        elif number.fraction and reader.role(j) == "article":
            j += 1
        if reader.role(j) == "dozen" and not number.dozen:
            rest = number.value % 100 if number.value >= 100 and not number.digits else number.value
            value = number.value + 11 * rest
            return replace(
                number, last=j + 1, value=value, granularity=granularity_of(value), dozen=True, fraction=False
            )
        found = reader.scale_at(j)
        if found is None or number.scale is not None:
            return number
        scale, end = found
        return replace(
            number,
            last=end,
            value=number.value * scale,
            scale=scale,
            granularity=number.granularity * scale,
            fraction=False,
        )


def _fraction(first: int, last: int, value: float, digits: bool = False) -> Number:
    return Number(first, last, value, fraction_granularity(value), digits=digits, fraction=True)


def _slash(text: str) -> float | None:
    above, slash, below = text.partition("/")
    if not slash or not above.isdigit() or not below.isdigit() or len(above) > 3 or len(below) > 3:
        return None
    return int(above) / int(below) if int(below) in _SLASHED and 0 < int(above) < int(below) else None
