"""Cardinal numbers of German out of lexemes, one number at a time."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from verifier.text.lexemes import Piece
from verifier.text.number_words import read_compound
from verifier.text.numbers import Number, granularity_of, parse_digits

if TYPE_CHECKING:
    from verifier.text.number_reader import NumberReader


class GermanCardinal:
    """One cardinal number: "1,5 Mio.", "zwei Millionen dreihundert", "hundert", "dreieinhalb"."""

    def __init__(self, reader: NumberReader, first: int) -> None:
        self.reader = reader
        self.words = reader.words
        self.first = first

    def read(self) -> Number | None:
        i = self.first
        if self.reader.role(i) == "dozen" and self.reader.role(i - 1) == "rounded":
            return Number(i, i + 1, 12.0, 1.0, dozen=True)
        segment = self._segment(i)
        if segment is None:
            return None
        value, j, digits = segment
        if self.words.role(self.reader.word(j)) == "hundred" and value < 100:
            value, j = value * 100, j + 1
        scale = self._scale(j)
        if scale is None:
            return Number(i, j, float(value), granularity_of(value), digits=digits)
        total, last_scale, j = value * scale[0], scale[0], scale[1]
        open_scale = True
        while (segment := self._segment(j)) is not None and not (digits or segment[2]):
            following = self._scale(segment[1])
            if following is not None and following[0] < last_scale:
                total, last_scale, j = total + segment[0] * following[0], following[0], following[1]
                continue
            if segment[0] < last_scale:
                total, j, open_scale = total + segment[0], segment[1], False
            break
        return Number(
            i, j, float(total), granularity_of(total), scale=float(last_scale) if open_scale else None, digits=digits
        )

    def _segment(self, i: int) -> tuple[Decimal, int, bool] | None:
        lexeme = self.reader.at(i)
        if lexeme is None:
            return None
        if lexeme.piece is Piece.DIGITS:
            value = parse_digits(lexeme.text, "de")
            return None if value is None else (value, i + 1, True)
        if lexeme.piece is not Piece.WORD:
            return None
        word = lexeme.lower
        if self.words.role(word) == "article":
            following = self.reader.word(i + 1)
            opens = following in self.words.scales or self.words.role(following) in ("dozen", "hundred")
            return (Decimal(1), i + 1, False) if opens or self._is_numeral(i) else None
        found = read_compound(word)
        if found is None or found[1] not in ("cardinal", "half"):
            return None
        after = self.reader.at(i + 1)
        capital = lexeme.text[:1].isupper() and i > 0 and word in ("hundert", "tausend", "acht")
        name = capital and (after is None or not after.text[:1].isupper())
        return None if name else (Decimal(repr(found[0])), i + 1, False)

    def _is_numeral(self, i: int) -> bool:
        """Whether "ein" counts: before "Drittel", in "ein bis zwei", "ein oder zwei" and "ein halber bis ein Meter"."""
        following = self.reader.word(i + 1)
        if self.reader.word(i - 1) == "bis" and self.reader.role(i - 2) == "half":
            return True
        if following in self.words.parts:
            return True
        after = self.reader.word(i + 2)
        return following in ("bis", "oder") and (read_compound(after) or ("", ""))[1] == "cardinal"

    def _scale(self, j: int) -> tuple[Decimal, int] | None:
        lexeme = self.reader.at(j)
        if lexeme is not None and lexeme.text == "-" and lexeme.glued:
            j, lexeme = j + 1, self.reader.at(j + 1)
        if lexeme is None or lexeme.piece is not Piece.WORD:
            return None
        scale = self.words.scales.get(lexeme.lower) or self.words.suffixes.get(lexeme.lower)
        if scale is None and lexeme.glued:
            scale = self.words.glued_suffixes.get(lexeme.text)
        if scale is None:
            return None
        j += 1
        following = self.reader.at(j)
        if len(lexeme.text) == 3 and following is not None and following.text == "." and following.glued:
            j += 1
        return Decimal(str(scale)), j
