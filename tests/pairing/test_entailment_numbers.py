"""Quantities of a hypothesis against all those of its premise: given, excluded, or left open."""

from __future__ import annotations

import pytest

from verifier.extract.quantities import quantities_in
from verifier.pairing.entail.numbers import answer


@pytest.mark.parametrize(
    ("premise", "asked", "lang", "standing"),
    [
        ("Police counted 12 boats and 40 crates.", "40 crates", "en", "follows"),
        ("Police counted 12 boats and 40 crates.", "more than 30 crates", "en", "follows"),
        ("At least 12 boats sank.", "12 boats", "en", "follows"),
        ("The ministry sent 1,917 soldiers.", "some 1,900 soldiers", "en", "follows"),
        ("The deal is worth $1.24 million.", "$1.2 million", "en", "follows"),
        ("They walked 3 kilometres.", "3,000 metres", "en", "follows"),
        ("It hit 300 houses and 120 shops.", "420 buildings", "en", "follows"),
        ("The deal is worth $4 million.", "$9 million", "en", "excluded"),
        ("Police counted 12 drones.", "30 drones", "en", "excluded"),
        ("They walked 3 kilometres.", "900 metres", "en", "excluded"),
        ("More than 12 boats sank.", "19 boats", "en", "open"),
        ("The deal is worth $4 million.", "€4 million", "en", "open"),
        ("The road is 40 kilometres long.", "40 percent", "en", "open"),
        ("Es gab 70 Verletzte.", "mehr als 50 Verletzte", "de", "follows"),
        ("Der Schaden beträgt 4 Millionen Euro.", "7 Millionen Euro", "de", "excluded"),
    ],
)
def test_answer(premise: str, asked: str, lang: str, standing: str) -> None:
    (quantity,) = quantities_in(asked, lang)
    assert answer(quantities_in(premise, lang), quantity) == standing


def test_without_quantities_everything_is_open() -> None:
    (quantity,) = quantities_in("40 crates", "en")
    assert answer([], quantity) == "open"
