"""Digits, number words and their mixtures in both languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.text.lexemes import split_lexemes
from verifier.text.number_reader import read_numbers
from verifier.text.numbers import Number, granularity_of, parse_digits
from verifier.text.shadow import shadow_of


def read(text: str, lang: str) -> list[Number]:
    shadow = shadow_of(text)
    return read_numbers(split_lexemes(shadow, 0, len(shadow)), lang)


def values(text: str, lang: str) -> list[float]:
    return [round(number.value, 6) for number in read(text, lang)]


# Separators are read as the language of the document writes them; what is not one whole number is none.
@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "50,000", 50_000),
        ("de", "50.000", 50_000),
        ("en", "50.25", 50.25),
        ("de", "50,25", 50.25),
        ("en", "50.000", 50),
        ("de", "50,000", 50),
        ("en", "7,654,321.5", 7_654_321.5),
        ("de", "7.654.321,5", 7_654_321.5),
        ("de", "7,654,321.5", 7_654_321.5),
        ("en", "3'200'000", 3_200_000),
        ("en", "45 000", 45_000),
        ("en", "31,45,678", 3_145_678),
        ("en", "4e3", 4_000),
        ("en", "2.5x10^4", 25_000),
        ("de", "2,5x10^4", 25_000),
        ("en", "3^2", 9),
        ("en", "1,23,4", None),
        ("en", "1.2.3", None),
        ("en", "18:30", None),
        ("en", "9^999", None),
        ("en", "1" * 40, None),
    ],
)
def test_digits(lang: str, text: str, value: float | None) -> None:
    parsed = parse_digits(text, lang)
    assert (None if parsed is None else float(parsed)) == value


# A number is read to its end: scale words, hyphens, "and", fractions and dozens belong to it.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("forty-two sheep", [42]),
        ("two hundred and six sheep", [206]),
        ("three thousand and one nights", [3_001]),
        ("nineteen hundred barrels", [1_900]),
        ("twenty-one million four hundred thousand", [21_400_000]),
        ("a hundred ships", [100]),
        ("a dozen ships, two dozen sailors", [12, 24]),
        ("four hundred and three dozen", [436]),
        ("half a million", [500_000]),
        ("a quarter of a billion", [250_000_000]),
        ("one and a half million", [1_500_000]),
        ("seven and half", [7.5]),
        ("six-and-a-half", [6.5]),
        ("4 million and a quarter", [4_250_000]),
        ("two thirds", [0.666667]),
        ("a fifth of it", [0.2]),
        ("five-eighths", [0.625]),
        ("three twenty-fifths", [0.12]),
        ("two hundred and sixty fourths", [65]),
        ("eight point two five", [8.25]),
        ("3/5 of it, 2 3/4 cups, 6½ and ⅜", [0.6, 2.75, 6.5, 0.375]),
        ("8.4bn, 12k, 6 mln, 9M", [8.4e9, 12_000, 6e6, 9e6]),
        ("7 lakh and 3 crore", [700_000, 30_000_000]),
        ("minus eleven and -4.5", [-11, -4.5]),
        ("the twenty-third and the 44th", [23, 44]),
        ("one hundred and ninth", [109]),
        ("tens of thousands and dozens", [10_000, 12]),
        ("the second half, this quarter, last quarter", [2]),
        ("no numbers here", []),
    ],
)
def test_english_words(text: str, expected: list[float]) -> None:
    assert values(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zweiundvierzig Schafe", [42]),
        ("dreihundertsieben", [307]),
        ("viertausendeinhundert", [4_100]),
        ("neunzehnhundertachtzig", [1_980]),
        ("eine Million zweihunderttausend", [1_200_000]),
        ("hundert Schiffe", [100]),
        ("ein Dutzend, drei Dutzend", [12, 36]),
        ("eine halbe Million", [500_000]),
        ("eine Viertelmillion, dreieinhalbtausend", [250_000, 3_500]),
        ("anderthalb Millionen", [1_500_000]),
        ("dreieinhalb, zweieinhalb und eineinhalb", [3.5, 2.5, 1.5]),
        ("sieben halbe Brote", [3.5]),
        ("vier und ein halbes Jahr", [4.5]),
        ("zwei Drittel, drei Viertel, die Hälfte", [0.666667, 0.75, 0.5]),
        ("acht Komma zwei fünf", [8.25]),
        ("8,4 Mrd. Euro, 6 Mio. Stück, 20 Tsd.", [8.4e9, 6e6, 20_000]),
        ("minus elf und -4,5", [-11, -4.5]),
        ("der dreiundzwanzigste", [23]),
        ("Zehntausende, Hunderte, Millionen", [10_000, 100, 1_000_000]),
        ("keine Zahl, ein Satz", []),
    ],
)
def test_german_words(text: str, expected: list[float]) -> None:
    assert values(text, "de") == expected


# What kind of number it is, is told with it.
@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "third", "ordinal"),
        ("en", "31st", "ordinal"),
        ("de", "vierte", "ordinal"),
        ("en", "a third", "fraction"),
        ("de", "ein Drittel", "fraction"),
        ("en", "two dozen", "dozen"),
        ("de", "Tausende", "vague"),
        ("en", "hundreds", "vague"),
    ],
)
def test_kind(lang: str, text: str, kind: str) -> None:
    (number,) = read(text, lang)
    assert [name for name in ("ordinal", "fraction", "dozen", "vague") if getattr(number, name)] == [kind]


@pytest.mark.parametrize(
    ("value", "granularity"), [(50_000, 10_000), (11_000, 1_000), (17, 1), (2.5, 0.1), (0, 1), (0.25, 0.01)]
)
def test_granularity(value: float, granularity: float) -> None:
    assert granularity_of(value) == pytest.approx(granularity)


def test_a_third_is_no_finer_than_a_percent() -> None:
    (number,) = read("a third", "en")
    assert number.granularity == 0.01


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_are_read_back(n: int) -> None:
    grouped = f"{n:,}"
    assert parse_digits(grouped, "en") == n
    assert parse_digits(grouped.replace(",", "."), "de") == n
    assert parse_digits(grouped.replace(",", "'"), "de") == n


@given(st.text(max_size=60), st.sampled_from(["en", "de"]))
def test_numbers_are_in_order_and_apart(text: str, lang: str) -> None:
    numbers = read(text, lang)
    assert all(number.first < number.last for number in numbers)
    assert all(one.last <= other.first for one, other in pairwise(numbers))


words = st.sampled_from(
    ["one", "two", "twenty", "hundred", "thousand", "million", "and", "a", "half", "third", "fifths", "-", "point"]
)


@given(st.lists(words, max_size=40))
def test_any_row_of_number_words_is_read(row: list[str]) -> None:
    assert all(abs(number.value) <= 1e30 for number in read(" ".join(row), "en"))
