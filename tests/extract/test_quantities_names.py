"""Digits and number words that count nothing, beside ones that do."""

from __future__ import annotations

import pytest

from verifier.extract.quantities import quantities_in

EN = [
    "The museum opened in 1987.",
    "She was born on 4 May 1987.",
    "Talks ran from 1987 to 1992.",
    "The 2016 elections were calm.",
    "The gate opens at 7pm.",
    "The gate opens at 11 a.m. and closes at 18:30.",
    "A Su-57 and an F-16 took off.",
    "The Leopard 2 rolled on.",
    "Two-seat and COVID-19 are words.",
    "She bought an iPhone 14 Pro.",
    "Game 7 was cancelled.",
    "The FTSE 100 closed early.",
    "The category 4 storm turned away.",
    "It stands in Article 5 of the treaty.",
    "See page 12, chapter 3 and section 8.",
    "The team won 3-1 away.",
    "They drew 2-2.",
    "She lost 6-0 3-6, 7-5 in Lyon.",
    "He holds a 9-2 lead.",
    "Call 555-201-4433 now.",
    "Call +44 20 7946.",
    "The code is 0071.",
    "Order #45 is lost.",
    "The 5G mast fell.",
    "The ticket is at https://example.org/17/article-20.",
    "The plan lives on as one of those things.",
    "This one is mine.",
]
DE = [
    "Das Museum öffnete 1987.",
    "Sie wurde am 4. Mai 1987 geboren.",
    "Die Tür schließt um 18 Uhr.",
    "Die Tür schließt um 18:30 Uhr.",
    "Eine Su-57 und eine F-16 starteten.",
    "Der Leopard 2 rollte weiter.",
    "Es steht in Artikel 5 des Vertrags.",
    "Siehe Seite 12 und Kapitel 3.",
    "Die Mannschaft gewann 3:1.",
    "Sie liegt auf Platz 13.",
    "Die A 8 ist gesperrt.",
    "Rufen Sie 030 123456 an.",
    "Er kam mit einer Tasche.",
]


@pytest.mark.parametrize(("lang", "text"), [*(("en", text) for text in EN), *(("de", text) for text in DE)])
def test_counts_nothing(lang: str, text: str) -> None:
    found = [q.surface for q in quantities_in(text, lang) if q.surface.lower() not in ("two", "one of")]
    assert found == []


# The same shapes where something is counted.
@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "In 1987 about 2,000 people came.", [2_000]),
        ("en", "The museum sold 1900 tickets.", [1_900]),
        ("en", "In Kherson 17 people slept.", [17]),
        ("en", "At 7pm 12 boats left.", [12]),
        ("en", "The vote was 5-7 percent off.", [None]),
        ("en", "Three Leopard 2 tanks rolled on.", [3]),
        ("en", "1. Wash 3 pots before noon.", [3]),
        ("en", "One of the men slept.", [1]),
        ("de", "Im Jahr 1987 kamen 2.000 Leute.", [2_000]),
        ("de", "In Illinois schliefen 12 Leute.", [12]),
        ("de", "Um 18 Uhr legten 12 Boote ab.", [12]),
        ("de", "Eine Person schlief.", [1]),
    ],
)
def test_counts(lang: str, text: str, values: list[float | None]) -> None:
    assert [quantity.point for quantity in quantities_in(text, lang)] == values


def test_the_length_of_a_time_is_read_where_texts_are_read_alone() -> None:
    assert [q.unit for q in quantities_in("It has stood empty for the past two years.", "en")] == ["a"]
