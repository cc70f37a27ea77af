"""Reading numbers out of lexemes: digits, words and their mixtures, in English and German."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from verifier.text.lexemes import Lexeme, Piece
from verifier.text.number_english import EnglishCardinal
from verifier.text.number_fractions import Fractions
from verifier.text.number_german import GermanCardinal
from verifier.text.number_words import NumberWords, number_words, read_compound
from verifier.text.numbers import MAX_EXPONENT, Number, granularity_of, parse_digits

_LIMIT = 10.0**MAX_EXPONENT


class NumberReader:
    """Reads the number that starts at a lexeme of one sentence."""

    def __init__(self, lexemes: Sequence[Lexeme], lang: str) -> None:
        self.lexemes = lexemes
        self.words: NumberWords = number_words(lang)
        self.fractions = Fractions(self)

    def read(self, i: int) -> Number | None:
        """The longest number that starts at lexeme ``i``, or None where none does."""
        first = self.lexemes[i]
        if first.piece is Piece.WORD and not self._may_start(first.lower):
            return None
        sign = self._sign(i)
        start = i + 1 if sign < 0 else i
        number = self._unsigned(start)
        if number is None or abs(number.value) > _LIMIT:
            return None
        return replace(number, first=i, value=sign * number.value) if sign < 0 else number

    def _may_start(self, word: str) -> bool:
        return word in self.words.starts or (self.words.lang == "de" and read_compound(word) is not None)

    def _sign(self, i: int) -> int:
        lexeme = self.lexemes[i]
        following = self.at(i + 1)
        if following is None or (following.piece is not Piece.DIGITS and self.words.role(lexeme.lower) != "minus"):
            return 1
        if lexeme.text == "-":
            free = i == 0 or not lexeme.glued or self.lexemes[i - 1].text in "(["
            return -1 if free and following.glued else 1
        return -1 if self.words.role(lexeme.lower) == "minus" else 1

    def at(self, i: int) -> Lexeme | None:
        """The lexeme at ``i``, None beyond the ends."""
        return self.lexemes[i] if 0 <= i < len(self.lexemes) else None

    def word(self, i: int) -> str:
        """The word at ``i`` in lower case, empty where it is none."""
        lexeme = self.at(i)
        return lexeme.lower if lexeme is not None and lexeme.piece is Piece.WORD else ""

    def role(self, i: int) -> str | None:
        """The part a small word plays in numbers."""
        return self.words.role(self.word(i))

    def scale_at(self, j: int) -> tuple[float, int] | None:
        """The scale word at ``j`` and where it ends; the full stop of "Mio." belongs to it."""
        word = self.word(j)
        scale = self.words.scales.get(word)
        if scale is None:
            return None
        stop = self.at(j + 1)
        dotted = self.words.lang == "de" and len(word) == 3 and stop is not None and stop.text == "."
        return scale, j + 2 if dotted else j + 1

    def _unsigned(self, i: int) -> Number | None:
        lexeme = self.at(i)
        if lexeme is not None and lexeme.text == "-" and i and self.role(i - 1) == "minus":
            i, lexeme = i + 1, self.at(i + 1)
        if lexeme is None or lexeme.piece is Piece.ADDRESS:
            return None
        special = self._ordinal_digits(i) or self.fractions.written(i) or self.fractions.half(i) or self._vague(i)
        if special is not None or lexeme.piece is Piece.MARK:
            return special
        cardinal = self.cardinal(i)
        if cardinal is None:
            return self.ordinal(i) or self.fractions.part(i, i, 1.0)
        return self._tail(cardinal)

    def _ordinal_digits(self, i: int) -> Number | None:
        """ "11th", "3rd"; German "3." before a word is decided where the words around are known."""
        lexeme, following = self.lexemes[i], self.at(i + 1)
        if lexeme.piece is not Piece.DIGITS or following is None or not following.glued or self.words.lang == "de":
            return None
        if following.lower not in ("st", "nd", "rd", "th"):
            return None
        value = parse_digits(lexeme.text, self.words.lang)
        return None if value is None else Number(i, i + 2, float(value), 1.0, digits=True, ordinal=True)

    def _vague(self, i: int) -> Number | None:
        """ "dozens", "tens of thousands", "Zehntausende"."""
        word = self.word(i)
        if word not in self.words.vague or (self.words.lang == "de" and not self._is_noun_like(i)):
            return None
        value, j = float(self.words.vague[word]), i + 1
        scale = self.words.vague.get(self.word(j + 1)) if self.role(j) == "of" else None
        if scale is not None and scale >= 1000 and value < scale:
            value, j = value * scale, j + 2
        return Number(i, j, value, value, scale=value, vague=True)

    def _is_noun_like(self, i: int) -> bool:
        return self.lexemes[i].text[:1].isupper() or self.word(i) == "zig"

    def cardinal(self, i: int) -> Number | None:
        """The cardinal number at ``i`` without its fraction: "two hundred and five", "1.5 million"."""
        return GermanCardinal(self, i).read() if self.words.lang == "de" else EnglishCardinal(self, i).read()

    def ordinal(self, i: int, plural: bool = False) -> Number | None:
        """The ordinal at ``i``: "twenty-first", "one hundred and fifth"; ``plural`` as denominators are ("fifths")."""
        word = self.word(i)
        if self.words.lang == "de":
            found = read_compound(word)
            return Number(i, i + 1, found[0], 1.0, ordinal=True) if found and found[1] == "ordinal" else None
        if (small := self._small_ordinal(word, plural)) is not None:
            return Number(i, i + 1, small, 1.0, ordinal=True)
        before = self.cardinal(i) if word and self._may_start(word) and self.role(i) != "article" else None
        return None if before is None else self._ordinal_after(before, plural)

    def _small_ordinal(self, word: str, plural: bool) -> float | None:
        if plural and not word.endswith("s"):
            return None
        found = self.words.ordinals.get(word[:-1] if plural else word)
        return None if found is None else float(found)

    def _tail(self, number: Number) -> Number:
        """What may follow a cardinal: a denominator, "point" and digits, "and a half", a dozen."""
        j = number.last
        if not number.digits or number.scale is None:
            part = (
                None
                if number.dozen
                else self._ordinal_after(number) or self.fractions.part(number.first, j, number.value)
            )
            if part is not None and j > number.first:
                return part
        if self.role(j) == "point" and not number.scale:
            number = self._pointed(number)
        return self.fractions.scaled(self.fractions.after_and(number))

    def _ordinal_after(self, number: Number, plural: bool = False) -> Number | None:
        """ "one hundred twenty" + "fifth", "three" + "trillionth"."""
        if self.words.lang == "de" or number.digits:
            return None
        j = number.last
        if self.at(j) is not None and self.lexemes[j].text == "-" and number.value % 10 == 0:
            j += 1
        if self.role(j) == "and" and number.value % 100 == 0:
            j += 1
        small = self._small_ordinal(self.word(j), plural)
        if small is None:
            return None
        if small >= 100 and number.value < 1000:
            return Number(number.first, j + 1, number.value * small, 1.0, ordinal=True)
        fits = number.value % 100 == 0 or (number.value % 10 == 0 and small < 10 and number.value % 100 >= 20)
        return Number(number.first, j + 1, number.value + small, 1.0, ordinal=True) if fits else None

    def _pointed(self, number: Number) -> Number:
        """ "one point five", "drei Komma zwei fünf"."""
        digits, j = "", number.last + 1
        while (word := self.word(j)) and len(digits) < 12:
            unit = self.words.units.get(word, self.words.teens.get(word, self.words.tens.get(word)))
            if unit is None:
                break
            digits += str(int(unit))
            j += 1
        if not digits:
            return number
        value = Decimal(repr(number.value)) + Decimal(f"0.{digits}")
        return replace(number, last=j, value=float(value), granularity=granularity_of(value))


def read_numbers(lexemes: Sequence[Lexeme], lang: str) -> list[Number]:
    """The numbers among ``lexemes``, in order and apart from each other."""
    reader = NumberReader(lexemes, lang)
    found: list[Number] = []
    i = 0
    while i < len(lexemes):
        number = reader.read(i)
        if number is None:
            i += 1
            continue
        found.append(number)
        i = number.last
    return found
