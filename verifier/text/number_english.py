"""Cardinal numbers of English out of lexemes, one number at a time."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from verifier.text.lexemes import Lexeme, Piece
from verifier.text.numbers import Number, granularity_of, parse_digits

if TYPE_CHECKING:
    from verifier.text.number_reader import NumberReader

_SIGNS = ("$", "€", "£", "¥")
"""Before digits with "mm" these tell that millions are meant, not millimetres."""


class EnglishCardinal:
    """One cardinal number: "three hundred and two", "1.5 million", "twenty-one trillion three hundred"."""

    def __init__(self, reader: NumberReader, first: int) -> None:
        self.reader = reader
        self.words = reader.words
        self.first = first
        self.at = first
        self.total = Decimal(0)
        self.current: Decimal | None = None
        self.scale: Decimal | None = None
        self.digits = False
        self.granularity: Decimal | None = None
        self.done = False

    def read(self) -> Number | None:
        if self.reader.role(self.first) == "article" and not self._open_article():
            return None
        while not self.done and self._step():
            pass
        if self.at == self.first or (self.current is None and not self.scale):
            return None
        value = self.total + (self.current or 0)
        return Number(
            self.first,
            self.at,
            float(value),
            granularity_of(value),
            scale=float(self.scale) if self.scale and self.current is None else None,
            digits=self.digits,
        )

    def _open_article(self) -> bool:
        following = self.reader.word(self.first + 1)
        opens = following in self.words.scales or self.words.role(following) in ("hundred", "dozen")
        if opens:
            self.at, self.current = self.first + 1, Decimal(1)
            if self.words.role(following) == "dozen":
                self.done = True
        return opens

    def _step(self) -> bool:
        """Take the next lexeme into the number if it fits; false where the number ends."""
        j = self._joined()
        lexeme = self.reader.at(j)
        if lexeme is None:
            return False
        if lexeme.piece is Piece.DIGITS:
            return self._take_digits(j, lexeme)
        word = lexeme.lower
        if lexeme.piece is not Piece.WORD:
            return False
        if word in self.words.vague and self.current is not None and not self.digits:
            word = word.removesuffix("s")
        if self.words.role(word) == "hundred":
            return self._take_hundred(j)
        if word in self.words.scales:
            return self._take_scale(j, Decimal(str(self.words.scales[word])))
        return self._take_small(j, word)

    def _joined(self) -> int:
        """The lexeme after a hyphen or an "and" that may stand inside a number."""
        j = self.at
        lexeme = self.reader.at(j)
        if lexeme is None or j == self.first:
            return j
        after_tens = self.current is not None and self.current % 100 >= 20 and self.current % 10 == 0
        if lexeme.text == "-" and not self.digits:
            following = self.words.units.get(self.reader.word(j + 1), 0)
            joins = (after_tens and following > 0) or self.reader.word(j + 1) in self.words.scales
            return j + 1 if joins or self.words.role(self.reader.word(j + 1)) == "hundred" else j
        if lexeme.text == "-" and lexeme.glued and self.reader.word(j + 1) in self.words.scales:
            return j + 1
        hundreds = self.current is not None and self.current >= 100 and self.current % 100 == 0
        open_scale = self.current is None and self.scale is not None
        if self.words.role(lexeme.lower) == "and" and (hundreds or open_scale) and not self._fraction_follows(j + 1):
            return j + 1
        return j

    def _fraction_follows(self, j: int) -> bool:
        fraction = self.reader.fractions.at(j)
        return fraction is not None and fraction.value < 1

    def _take_digits(self, j: int, lexeme: Lexeme) -> bool:
        mixed = self.current is not None and self.current >= 100 and self.current % 100 == 0 and j > self.at
        if not (self.at == self.first or mixed):
            return False
        value = parse_digits(lexeme.text, self.words.lang)
        if value is None or (mixed and value >= 100):
            return False
        self.current = (self.current or Decimal(0)) + value
        self.at, self.digits = j + 1, True
        if mixed:
            self.done = True
        else:
            self._take_suffix()
        return True

    def _take_suffix(self) -> None:
        lexeme = self.reader.at(self.at)
        if lexeme is None or lexeme.piece is not Piece.WORD or self.current is None:
            return
        scale = self.words.suffixes.get(lexeme.text)
        before = self.reader.at(self.first - 1)
        if lexeme.text == "mm" and (before is None or before.text not in _SIGNS):
            return
        if scale is None and lexeme.glued:
            scale = self.words.glued_suffixes.get(lexeme.text)
        following = self.reader.at(self.at + 1)
        if scale is None and lexeme.text in ("B", "M") and following is not None and following.text.islower():
            scale = self.words.glued_suffixes[lexeme.text]
        if scale is None:
            return
        if following is not None and following.glued and following.piece is not Piece.MARK:
            return
        self._scale_by(Decimal(str(scale)))
        self.at += 1
        self.done = True

    def _take_hundred(self, j: int) -> bool:
        if self.current is None or self.current <= 0 or (self.current >= 100 and not self.digits):
            return False
        self.current *= 100
        self.at = j + 1
        return True

    def _take_scale(self, j: int, scale: Decimal) -> bool:
        if self.current is None:
            if self.scale is None or self.at != j or scale <= self.scale:
                return False
            self.total *= scale
            self.at, self.scale = j + 1, self.scale * scale
            return True
        if self.scale is not None and scale >= self.scale:
            return False
        self.at = j + 1
        self._scale_by(scale)
        return True

    def _scale_by(self, scale: Decimal) -> None:
        self.total += (self.current or Decimal(0)) * scale
        self.current, self.scale = None, scale

    def _take_small(self, j: int, word: str) -> bool:
        if self.digits and self.scale is None and self.current is not None and self.current % 100 != 0:
            return False
        unit, teen, tens = self.words.units.get(word), self.words.teens.get(word), self.words.tens.get(word)
        value = unit if unit is not None else teen if teen is not None else tens
        if value is None or self._is_fraction_numerator(j):
            return False
        if tens is not None and j == self.at > self.first and self.reader.ordinal(j, plural=True) is not None:
            return False
        current = self.current
        if current is not None:
            if self.digits and self.scale is None and current < 100:
                return False
            after_hundred = current >= 100 and current % 100 == 0
            after_tens = unit is not None and unit > 0 and current % 10 == 0 and current % 100 >= 20
            if not (after_hundred or after_tens):
                return False
        self.current = (current or Decimal(0)) + Decimal(str(value))
        self.at = j + 1
        return True

    def _is_fraction_numerator(self, j: int) -> bool:
        """Whether the small word at ``j`` opens a fraction after an "and" ("three and two thirds")."""
        return j > self.at and self.words.role(self.reader.word(self.at)) == "and" and self._fraction_follows(j)
