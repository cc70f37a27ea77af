"""Reading numbers out of lexemes: digits, words and their mixtures, in English and German."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from verifier.text.lexemes import Lexeme, Piece
from verifier.text.number_english import EnglishCardinal
from verifier.text.number_german import GermanCardinal
from verifier.text.number_words import NumberWords, number_words, read_compound
from verifier.text.numbers import MAX_EXPONENT, Number, granularity_of, parse_digits, parse_vulgar

_LIMIT = 10.0**MAX_EXPONENT
_SLASHED = {2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100}


class NumberReader:
    """Reads the number that starts at a lexeme of one sentence."""

    def __init__(self, lexemes: Sequence[Lexeme], lang: str) -> None:
        self.lexemes = lexemes
        self.words: NumberWords = number_words(lang)

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

    def _unsigned(self, i: int) -> Number | None:
        if (
            self.at(i) is not None
            and self.lexemes[i].text == "-"
            and i
            and self.words.role(self.word(i - 1)) == "minus"
        ):
            i += 1
        lexeme = self.at(i)
        if lexeme is None:
            return None
        if lexeme.piece is Piece.MARK:
            value = parse_vulgar(lexeme.text)
            return None if value is None else Number(i, i + 1, value, granularity_of(value), digits=True, fraction=True)
        if lexeme.piece is Piece.ADDRESS:
            return None
        special = self._ordinal_digits(i) or self._slashed(i) or self._half(i) or self._vague(i)
        if special is not None:
            return special
        cardinal = self._cardinal(i)
        if cardinal is None:
            return self._ordinal_word(i) or self._part(i, i, 1.0)
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

    def _slashed(self, i: int) -> Number | None:
        """ "3/4" and "2 1/4"."""
        lexeme, following = self.lexemes[i], self.at(i + 1)
        if lexeme.piece is not Piece.DIGITS:
            return None
        if following is not None and following.piece is Piece.DIGITS and lexeme.text.isdigit() and not following.glued:
            part = _slash(following.text)
            return None if part is None else self._mixed(i, i + 2, float(lexeme.text) + part, whole=True)
        if following is not None and following.glued and (vulgar := parse_vulgar(following.text)) is not None:
            whole = parse_digits(lexeme.text, self.words.lang)
            return None if whole is None else self._mixed(i, i + 2, float(whole) + vulgar, whole=True)
        part = _slash(lexeme.text)
        return None if part is None else self._mixed(i, i + 1, part, whole=False)

    def _mixed(self, i: int, j: int, value: float, whole: bool) -> Number:
        return self._scaled(Number(i, j, value, granularity_of(value), fraction=not whole))

    def _half(self, i: int) -> Number | None:
        """ "half", "half a million", "a half", "eine halbe Million", "ein halbes Dutzend", "quarter million"."""
        j = i + 1 if self.role(i) == "article" else i
        word = self.word(j)
        if self.words.lang == "de":
            if self.role(j) != "half":
                return None
            number = Number(i, j + 1, 0.5, 0.1, fraction=True)
        elif word in ("half", "quarter"):
            number = Number(i, j + 1, 1 / self.words.parts[word], 0.1 if word == "half" else 0.01, fraction=True)
        else:
            return None
        return self._scaled(number)

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

    def _cardinal(self, i: int) -> Number | None:
        return GermanCardinal(self, i).read() if self.words.lang == "de" else EnglishCardinal(self, i).read()

    def _ordinal_word(self, i: int) -> Number | None:
        word = self.word(i)
        if self.words.lang == "de":
            found = read_compound(word)
            if found is None or found[1] != "ordinal":
                return None
            return Number(i, i + 1, found[0], 1.0, ordinal=True)
        if word not in self.words.ordinals:
            return None
        return Number(i, i + 1, float(self.words.ordinals[word]), 1.0, ordinal=True)

    def _part(self, first: int, i: int, numerator: float) -> Number | None:
        """The denominator at ``i`` under ``numerator``: "two" + "thirds", "a" + "quarter", "zwei" + "Drittel"."""
        if first == i and self.role(i) == "article":
            i += 1
        elif first == i and self.words.lang != "de":
            return None
        if i > first and self.at(i) is not None and self.lexemes[i].text == "-":
            i += 1
        found = self._denominator(i, numerator)
        if found is None:
            return None
        value = numerator / found[0]
        return self._scaled(Number(first, found[1], value, granularity_of(round(value, 6)), fraction=True))

    def _denominator(self, i: int, numerator: float) -> tuple[float, int] | None:
        word = self.word(i)
        if word in self.words.parts:
            return float(self.words.parts[word]), i + 1
        if self.words.lang == "de":
            return None
        singular = word.removesuffix("s")
        if (tens := self.words.tens.get(word)) is not None and self.at(i + 1) is not None:
            j = i + 2 if self.lexemes[i + 1].text == "-" else i + 1
            unit = self.words.ordinals.get(self.word(j).removesuffix("s"), 0)
            return (float(tens + unit), j + 1) if 0 < unit < 10 and self.word(j).endswith("s") else None
        if singular not in self.words.ordinals or singular in ("first", "second"):
            return None
        if singular == word and numerator != 1:
            return None
        return float(self.words.ordinals[singular]), i + 1

    def _tail(self, number: Number) -> Number:
        """What may follow a cardinal: a denominator, "point" and digits, "and a half", a dozen."""
        j = number.last
        if not number.digits or number.scale is None:
            part = None if number.dozen else self._ordinal_after(number) or self._part(number.first, j, number.value)
            if part is not None and j > number.first:
                return part
        if self.role(j) == "point" and not number.scale:
            number = self._pointed(number)
        return self._scaled(self._and_fraction(number))

    def _ordinal_after(self, number: Number) -> Number | None:
        """ "one hundred twenty" + "fifth", "three" + "trillionth", "zwei" + "-" + "te"."""
        if self.words.lang == "de" or number.digits:
            return None
        j = number.last
        if self.at(j) is not None and self.lexemes[j].text == "-" and number.value % 10 == 0:
            j += 1
        if self.role(j) == "and" and number.value % 100 == 0:
            j += 1
        word = self.word(j)
        small = self.words.ordinals.get(word)
        if small is None:
            return None
        if small >= 100 and number.value < 1000:
            return Number(number.first, j + 1, number.value * small, 1.0, ordinal=True)
        fits = number.value % 100 == 0 or (number.value % 10 == 0 and small < 10 and number.value % 100 >= 20)
        return Number(number.first, j + 1, number.value + small, 1.0, ordinal=True) if fits else None

    def _pointed(self, number: Number) -> Number:
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

    def _and_fraction(self, number: Number) -> Number:
        """ "five and a half", "five and half", "3 million and a quarter", "sechs und zwei Drittel"."""
        j = number.last
        if self.role(j) != "and":
            return number
        if self.words.lang == "en" and self.word(j + 1) in ("half", "halves"):
            return replace(number, last=j + 2, value=number.value + 0.5 * (number.scale or 1), granularity=0.1)
        following = self._half(j + 1) or self._fraction_at(j + 1)
        if following is None or not following.fraction:
            return number
        by = 1.0 if following.scale else number.scale or 1.0
        value = number.value + following.value * by
        return replace(number, last=following.last, value=value, granularity=granularity_of(round(value, 6)))

    def _fraction_at(self, i: int) -> Number | None:
        if self.role(i) == "article":
            return self._part(i, i, 1.0)
        cardinal = self._cardinal(i) if self.word(i) else None
        return None if cardinal is None or cardinal.scale else self._part(i, cardinal.last, cardinal.value)

    def _scaled(self, number: Number) -> Number:
        """A fraction or a mixed number before a scale word or a dozen: "half a million", "anderthalb Millionen"."""
        j = number.last
        if number.fraction and self.role(j) == "of" and self.role(j + 1) == "article":
            j += 2
        elif self.role(j) == "article" and number.fraction:
            j += 1
        scale = self.words.scales.get(self.word(j))
        if self.role(j) == "dozen" and not number.dozen:
            value = number.value * 12
            return replace(
                number, last=j + 1, value=value, granularity=granularity_of(value), dozen=True, fraction=False
            )
        if scale is None or number.scale is not None:
            return number
        end = j + 1
        if (
            self.words.lang == "de"
            and self.at(end) is not None
            and self.lexemes[end].text == "."
            and len(self.word(j)) == 3
        ):
            end += 1
        value = number.value * scale
        return replace(
            number, last=end, value=value, scale=scale, granularity=granularity_of(round(value, 6)), fraction=False
        )


def _slash(text: str) -> float | None:
    above, slash, below = text.partition("/")
    if not slash or not above.isdigit() or not below.isdigit() or len(above) > 3 or len(below) > 3:
        return None
    return int(above) / int(below) if int(below) in _SLASHED and int(above) < int(below) else None


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
