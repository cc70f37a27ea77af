"""Every wording around a number, in both languages, with what it entails and what a careful reader understands."""

from __future__ import annotations

import pytest

from verifier.domain.quantity import Quantity
from verifier.extract.quantities import quantities_in

Ends = tuple[float | None, float | None]

# (qualifier, English, German, hard, soft): the counted thing is a boat in both.
ROWS: list[tuple[str, list[str], list[str], Ends, Ends]] = [
    ("bare", ["17", "seventeen", "a total of 17"], ["17", "siebzehn", "insgesamt 17"], (17, 17), (17, 17)),
    ("bare", ["50,000"], ["50.000"], (47_500, 52_500), (50_000, 50_000)),
    ("exact", ["exactly 40", "precisely 40"], ["genau 40", "exakt 40"], (40, 40), (40, 40)),
    (
        "approx",
        [
            "about 60",
            "around 60",
            "some 60",
            "roughly 60",
            "approximately 60",
            "circa 60",
            "an estimated 60",
            "60 or so",
        ],
        ["etwa 60", "rund 60", "ca. 60", "circa 60", "ungefähr 60", "an die 60", "schätzungsweise 60"],
        (40, 80),
        (55, 65),
    ),
    (
        "just_below",
        ["nearly 60", "almost 60", "close to 60", "just under 60"],
        ["fast 60", "nahezu 60", "annähernd 60", "knapp 60", "beinahe 60"],
        (40, 60),
        (55, 60),
    ),
    ("just_above", ["just over 60", "a little more than 60"], ["gut 60", "etwas mehr als 60"], (60, 80), (60, 65)),
    (
        "above",
        ["more than 60", "over 60", "above 60", "in excess of 60", "> 60", "greater than 60"],
        ["mehr als 60", "über 60", "> 60"],
        (61, None),
        (61, 70),
    ),
    (
        "at_least",
        ["at least 60", "no fewer than 60", "a minimum of 60", "60 or more", "≥ 60", ">= 60", "60 or more"],
        ["mindestens 60", "wenigstens 60", "nicht weniger als 60", "60 oder mehr", "≥ 60"],
        (60, None),
        (60, None),
    ),
    (
        "at_most",
        [
            "at most 60",
            "no more than 60",
            "a maximum of 60",
            "60 or fewer",
            "never more than 60",
            "≤ 60",
            "fewer than or equal to 60",
        ],
        ["höchstens 60", "maximal 60", "nicht mehr als 60", "60 oder weniger", "≤ 60"],
        (0, 60),
        (0, 60),
    ),
    (
        "below",
        ["less than 60", "fewer than 60", "under 60", "below 60", "< 60"],
        ["weniger als 60", "unter 60", "< 60"],
        (0, 59),
        (0, 59),
    ),
    ("up_to", ["up to 60", "as many as 60"], ["bis zu 60"], (0, None), (0, 60)),
    (
        "range",
        ["between 50 and 60", "50-60", "50 to 60"],
        ["zwischen 50 und 60", "50 bis 60", "50-60"],
        (50, 60),
        (50, 60),
    ),
    ("couple", ["a couple of"], [], (2, None), (2, 3)),
    ("a_few", ["a few"], ["ein paar", "einige"], (2, None), (2, 6)),
    ("several", ["several"], ["mehrere"], (2, None), (3, 9)),
    ("approx", ["half a dozen"], ["ein halbes Dutzend"], (2, 10), (5, 7)),
    ("approx", ["a dozen"], ["ein Dutzend"], (8, 16), (11, 13)),
    ("tens", ["tens of"], [], (10, None), (20, 99)),
    ("dozens", ["dozens of", "scores of"], ["Dutzende"], (12, None), (24, 99)),
    ("several_dozen", ["several dozen"], ["mehrere Dutzend"], (24, None), (36, 99)),
    ("hundreds", ["hundreds of", "a few hundred"], ["Hunderte", "mehrere Hundert"], (100, None), (200, 999)),
    ("thousands", ["thousands of"], ["Tausende", "einige tausend"], (1_000, None), (2_000, 9_999)),
    ("tens_of_thousands", ["tens of thousands of"], ["Zehntausende"], (10_000, None), (20_000, 99_999)),
    ("none", ["zero", "no", "not a single one of the"], ["null", "keine", "keinerlei"], (0, 0), (0, 0)),
]
CASES = [
    (lang, wording, qualifier, hard, soft)
    for qualifier, english, german, hard, soft in ROWS
    for lang, wordings in (("en", english), ("de", german))
    for wording in wordings
]


def ends(quantity: Quantity) -> tuple[Ends, Ends]:
    return (quantity.hard.lo, quantity.hard.hi), (quantity.soft.lo, quantity.soft.hi)


@pytest.mark.parametrize(("lang", "wording", "qualifier", "hard", "soft"), CASES)
def test_wording(lang: str, wording: str, qualifier: str, hard: Ends, soft: Ends) -> None:
    text = f"The storm sank {wording} boats." if lang == "en" else f"Der Sturm versenkte {wording} Boote."
    (quantity,) = quantities_in(text, lang)
    assert quantity.qualifier.value == qualifier
    assert ends(quantity) == (hard, soft)
    assert quantity.surface in text
    assert quantity.thing in ("boat", "Boot", "ship")


# Words between the wording and the number, after the noun, and on both sides.
@pytest.mark.parametrize(
    ("lang", "text", "qualifier", "value"),
    [
        ("en", "At least another 60 boats sank.", "at_least", 60),
        ("en", "Sixty boats or more sank.", "at_least", 60),
        ("en", "Fewer than 60 or equal sank.", "at_most", 60),
        ("en", "About 60 or more sank.", "at_least", 60),
        ("en", "A score of 60 or greater wins.", "at_least", 60),
        ("en", "More than a dozen boats sank.", "above", 12),
        ("en", "Nearly half the boats sank.", "just_below", 0.5),
        ("de", "Mindestens weitere 60 Boote sanken.", "at_least", 60),
        ("de", "Sechzig Boote oder mehr sanken.", "at_least", 60),
        ("de", "Fast die Hälfte der Boote sank.", "just_below", 0.5),
    ],
)
def test_wording_apart_from_its_number(lang: str, text: str, qualifier: str, value: float) -> None:
    (quantity,) = quantities_in(text, lang)
    assert (quantity.qualifier.value, quantity.point) == (qualifier, value)


# The same words where they are none.
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Some 6 boats sank."),
        ("en", "It grew over a 40-year period."),
        ("en", "She moved up to fourth place."),
        ("de", "Unter den zwölf Booten war ein Schlepper."),
    ],
)
def test_words_that_qualify_nothing(lang: str, text: str) -> None:
    assert {q.qualifier.value for q in quantities_in(text, lang)} <= {"bare"}


# A bound tells the end it names beside its point; a range has both ends and no point.
@pytest.mark.parametrize(
    ("text", "point", "low", "high"),
    [
        ("More than 60 boats sank.", 60, 60, None),
        ("At most 60 boats sank.", 60, None, 60),
        ("Up to 60 boats sank.", 60, None, 60),
        ("Exactly 60 boats sank.", 60, 60, 60),
        ("About 60 boats sank.", 60, None, None),
        ("Between 50 and 60 boats sank.", None, 50, 60),
        ("Thousands of boats sank.", None, 1_000, 10_000),
        ("Dozens of boats sank.", None, None, None),
    ],
)
def test_named_ends(text: str, point: float | None, low: float | None, high: float | None) -> None:
    (quantity,) = quantities_in(text, "en")
    assert (quantity.point, quantity.low, quantity.high) == (point, low, high)


def test_bounds_of_measures_stay_open() -> None:
    (quantity,) = quantities_in("The path is more than 10 and less than 40 miles long.", "en")
    assert (quantity.hard.lo, quantity.hard.hi) == (10, 40)
    assert quantity.hard.lo_open
    assert quantity.hard.hi_open


def test_only_is_a_stance_and_no_bound() -> None:
    (quantity,) = quantities_in("The storm sank only 60 boats.", "en")
    assert (quantity.stance, quantity.qualifier.value) == ("only", "bare")


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Rebels handed over 40 captives.", "bare"),
        ("The bank turned over 12 files to prosecutors.", "bare"),
        ("The agency sent over 40 trucks.", "above"),
    ],
)
def test_the_particle_of_a_verb_is_no_bound(text: str, qualifier: str) -> None:
    (quantity,) = quantities_in(text, "en")
    assert quantity.qualifier == qualifier


# What is left of a whole without those excepted; those excepted from an untold whole count nothing.
@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "All but two of the 30 miners were rescued.", [("All but two of the 30", 28)]),
        ("en", "Divers found all except three of the 22 boats.", [("all except three of the 22", 19)]),
        ("en", "Of the 30 miners, all but two were rescued.", [("30", 30), ("all but two", 28)]),
        ("de", "Von den 30 Bergleuten wurden alle bis auf zwei gerettet.", [("30", 30), ("alle bis auf zwei", 28)]),
        ("en", "All but two were rescued.", []),
        ("en", "All but two of the roughly 30 miners were rescued.", []),
        ("de", "Alle bis auf zwei der 30 Bergleute wurden gerettet.", [("Alle bis auf zwei der 30", 28)]),
        ("de", "Bis auf zwei wurden alle 30 Bergleute gerettet.", [("Bis auf zwei wurden alle 30", 28)]),
        ("de", "Bis auf zwei wurden alle gerettet.", []),
        ("de", "Die Zahl der Boote sank bis auf zwei.", [("bis auf zwei", 2)]),
    ],
)
def test_rest_of_a_whole(lang: str, text: str, told: list[tuple[str, float]]) -> None:
    assert [(q.surface, q.point) for q in quantities_in(text, lang)] == told
