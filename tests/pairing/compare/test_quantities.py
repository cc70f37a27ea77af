"""How two wordings of a number fit: disjoint as entailed, as understood, or not at all."""

from __future__ import annotations

import pytest

from verifier.domain.comparison import SlotComparison
from verifier.domain.enums import SlotOutcome
from verifier.domain.quantity import Quantity
from verifier.extract.quantities import quantities_in
from verifier.pairing.compare.quantities import compare_quantities, is_equal, overlap_of


def read(text: str, lang: str = "en") -> Quantity:
    """The only quantity of a short text."""
    (found,) = quantities_in(text, lang)
    return found


def compared(left: Quantity | None, right: Quantity | None) -> SlotComparison:
    return compare_quantities(left, right, overlap_of(left, right))


# The synthetic line of the worked examples, each in both directions.
SYNTHETIC = [
    ("50,000 soldiers", "48,000 soldiers", "en", "soft"),
    ("17 drones", "16 drones", "en", "hard"),
    ("at least 13 drones", "17 drones", "en", "ok"),
    ("up to 20 drones", "23 drones", "en", "soft"),
    ("at most 20 drones", "23 drones", "en", "hard"),
    ("about 700 people", "800 people", "en", "soft"),
    ("several drones", "17 drones", "en", "soft"),
    ("more than 100 people", "160 people", "en", "soft"),
    ("knapp 50 Drohnen", "52 Drohnen", "de", "hard"),
    ("Dutzende Drohnen", "rund 15 Drohnen", "de", "soft"),
    ("Dutzende Drohnen", "rund 6 Drohnen", "de", "hard"),
    ("Dutzende Drohnen", "120 Drohnen", "de", "soft"),
]


@pytest.mark.parametrize(("left", "right", "lang", "overlap"), SYNTHETIC)
def test_synthetic_examples(left: str, right: str, lang: str, overlap: str) -> None:
    one, other = read(left, lang), read(right, lang)
    assert overlap_of(one, other) == overlap
    assert overlap_of(other, one) == overlap


# Hedges, ranges and units in both languages.
@pytest.mark.parametrize(
    ("left", "right", "lang", "overlap"),
    [
        ("90 houses", "90 houses", "en", "ok"),
        ("between 80 and 95 houses", "90 houses", "en", "ok"),
        ("between 80 and 95 houses", "99 houses", "en", "hard"),
        ("fewer than 40 ships", "40 ships", "en", "hard"),
        ("more than 40 ships", "at least 60 ships", "en", "soft"),
        ("nearly 300 guests", "290 guests", "en", "ok"),
        ("2 kilometres", "2,000 metres", "en", "ok"),
        ("2 kilometres", "900 metres", "en", "hard"),
        ("mindestens 40 Häuser", "38 Häuser", "de", "hard"),
        ("mindestens 40 Häuser", "mehr als 30 Häuser", "de", "ok"),
        ("höchstens 1.200 Gäste", "1.500 Gäste", "de", "hard"),
        ("bis zu 90 Gäste", "95 Gäste", "de", "soft"),
        ("rund 1.000 Liter", "1.020 Liter", "de", "ok"),
    ],
)
def test_overlap(left: str, right: str, lang: str, overlap: str) -> None:
    one, other = read(left, lang), read(right, lang)
    assert overlap_of(one, other) == overlap
    assert overlap_of(other, one) == overlap


# What measures different things is never compared.
@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("5 kilometres", "5 litres"),
        ("5 dollars", "5 euros"),
        ("40 percent", "40 soldiers"),
        ("the third ship", "three ships"),
    ],
)
def test_different_dimensions(left: str, right: str) -> None:
    assert overlap_of(read(left), read(right)) is None
    assert compared(read(left), read(right)).outcome is SlotOutcome.UNKNOWN


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ("at least 13 drones", "17 drones", SlotOutcome.SAME),
        ("17 drones", "16 drones", SlotOutcome.DIFFERENT),
    ],
)
def test_slot(left: str, right: str, outcome: SlotOutcome) -> None:
    slot = compared(read(left), read(right))
    assert slot.outcome is outcome
    assert (slot.left, slot.right) == (read(left).surface, read(right).surface)


def test_a_missing_quantity_is_unknown() -> None:
    assert compared(read("17 drones"), None).outcome is SlotOutcome.UNKNOWN
    assert compared(None, None).outcome is SlotOutcome.UNKNOWN


# Equal means one number in one wording class, whatever the words.
@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        ("about 700 people", "some 700 people", True),
        ("700 people", "about 700 people", False),
        ("5 kilometres", "5 miles", False),
    ],
)
def test_is_equal(left: str, right: str, equal: bool) -> None:
    assert is_equal(read(left), read(right)) is equal
