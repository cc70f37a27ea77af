"""What the words around decide: a count or a year, a unit or a scale, an age, a thing shared, a part and its whole."""

from __future__ import annotations

import pytest

from verifier.extract.quantities import quantities_in


# Whole hundreds that something counts are no years; a led year stays one.
@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "The toll rose to 1500.", [1_500]),
        ("en", "Between 1500 and 2000 people came.", [None]),
        ("en", "An average of 1500 a day crossed.", [1_500]),
        ("en", "The army sent 2000 more.", [2_000]),
        ("en", "It was founded in 1500.", []),
        ("en", "Between 1990 and 2000 little changed.", []),
        ("de", "Im Schnitt kamen täglich 1500.", [1_500]),
        ("de", "Die Zahl stieg auf 1500.", [1_500]),
        ("de", "Zwischen 1500 und 2000 Menschen kamen.", [None]),
        ("de", "Das Schloss entstand um 1900.", []),
        ("de", "Im Jahr 1500 brannte die Stadt.", []),
    ],
)
def test_counts_and_years(lang: str, text: str, values: list[float | None]) -> None:
    assert [quantity.point for quantity in quantities_in(text, lang)] == values


@pytest.mark.parametrize(
    ("lang", "text", "kind", "value"),
    [
        ("en", "He had a 9mm pistol.", "measure", 9),
        ("en", "It paid $9mm for the mine.", "money", 9e6),
        ("en", "The suspect, 29, fled.", "age", 29),
        ("en", "The town of Varno, 29 in all, fled.", "number", 29),
        ("de", "Stürmer Kolb (23) fehlte.", "age", 23),
        ("de", "Das Kleid kostet 30 Franken.", "money", 30),
    ],
)
def test_kind_of_a_number(lang: str, text: str, kind: str, value: float) -> None:
    (quantity,) = quantities_in(text, lang)
    assert (quantity.kind.value, quantity.point) == (kind, value)


def test_a_fall_by_a_part_to_a_sum_is_no_range() -> None:
    values = [(quantity.kind.value, quantity.point) for quantity in quantities_in("It fell by a tenth to $4bn.", "en")]
    assert values == [("share", 0.1), ("money", 4e9)]


# A number that opens the next clause shares the noun; one told of something else does not.
@pytest.mark.parametrize(
    ("lang", "text", "thing"),
    [
        ("en", "Eight children fell ill; two recovered.", "child"),
        ("en", "Eight children fell ill; the index rose from 41.", None),
        ("de", "Acht Kinder erkrankten; zwei starben.", "child"),
        ("de", "Acht Kinder erkrankten; der Wert stieg von 41.", None),
    ],
)
def test_shared_things(lang: str, text: str, thing: str | None) -> None:
    assert quantities_in(text, lang)[1].thing == thing


@pytest.mark.parametrize(
    ("lang", "text", "part", "whole"),
    [
        ("en", "Of the 30 men arrested, 12 were charged.", 12, 30),
        ("en", "The firm shuts two of its seven plants.", 2, 7),
        ("de", "Von den 64 Brücken sind neun baufällig.", 9, 64),
        ("de", "Niemand der 80 Fahrgäste wurde verletzt.", 0, 80),
    ],
)
def test_parts_of_a_whole(lang: str, text: str, part: float, whole: float) -> None:
    quantities = {quantity.point: quantity for quantity in quantities_in(text, lang)}
    assert quantities[part].part_of == quantities[whole].span.start


def test_two_numbers_of_two_groups_are_no_parts() -> None:
    assert [q.part_of for q in quantities_in("Of the 30 men from Varno who met 12 women, all left.", "en")] == [
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "qualifier", "value"),
    [
        ("Ein gutes Dutzend Boote sank.", "just_above", 12),
        ("Ein knappes Dutzend Boote sank.", "just_below", 12),
        ("Gute 30 Boote sanken.", "just_above", 30),
        ("Die guten 30 Boote sanken.", "bare", 30),
    ],
)
def test_inflected_wordings(text: str, qualifier: str, value: float) -> None:
    (quantity,) = quantities_in(text, "de")
    assert (quantity.qualifier.value, quantity.point) == (qualifier, value)
