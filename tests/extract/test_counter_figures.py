"""Figures given against another one: who gives them, and that they are about the same, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.domain.claim import Claim
from verifier.services.ingest_documents import Hints, extract_claims, read_article

CROWD_EN = "Some 60,000 people joined the rally in Lyon. "
CROWD_DE = "An der Kundgebung in Lyon nahmen 60.000 Menschen teil. "


def _claims(text: str, lang: str) -> dict[str, Claim]:
    found = extract_claims(read_article(text.encode(), "text.md", Hints(published=date(2024, 5, 7), lang=lang)))
    return {c.reading.quantity.surface: c for c in found if c.reading.quantity is not None}


@pytest.mark.parametrize(
    ("lang", "text", "number", "claimant"),
    [
        ("en", CROWD_EN + "The mayor's office arrived at 18,000.", "18,000", "The mayor's office"),
        ("en", CROWD_EN + "The organisers stick to 80,000.", "80,000", "The organisers"),
        ("en", CROWD_EN + "The union insists on 80,000.", "80,000", "The union"),
        ("en", CROWD_EN + "Police acknowledged only 18,000.", "18,000", "Police"),
        ("en", CROWD_EN + "Police put the crowd at 18,000.", "18,000", "Police"),
        ("de", CROWD_DE + "Die Polizei kam auf 18.000.", "18.000", "Die Polizei"),
        ("de", CROWD_DE + "Die Polizei nannte 18.000.", "18.000", "Die Polizei"),
        ("de", CROWD_DE + "Die Gewerkschaft beharrt auf 80.000.", "80.000", "Die Gewerkschaft"),
    ],
)
def test_a_bare_figure_is_about_what_the_one_before_counts(lang: str, text: str, number: str, claimant: str) -> None:
    reading = _claims(text, lang)[number].reading
    assert reading.claimant is not None
    assert reading.claimant.name == claimant
    assert reading.predicate is not None
    assert reading.predicate.key == "attend"


@pytest.mark.parametrize(
    ("lang", "text", "number"),
    [
        ("en", "The plant received 140 million euros in aid. The ministry admits to only 95 million.", "95 million"),
        ("de", "Der Betrieb erhielt 140 Millionen Euro. Das Ministerium nannte nur 95 Millionen.", "95 Millionen"),
    ],
)
def test_it_takes_the_unit_it_leaves_out(lang: str, text: str, number: str) -> None:
    quantity = _claims(text, lang)[number].reading.quantity
    assert quantity is not None
    assert quantity.unit == "EUR"


@pytest.mark.parametrize(
    ("lang", "text", "number"),
    [
        ("en", CROWD_EN + "The clinic admitted 34 injured passengers.", "34"),
        ("en", CROWD_EN + "Twelve bodies have been identified.", "Twelve"),
        ("en", CROWD_EN + "The train arrived at platform 12 with 300 tourists.", "300"),
        ("de", CROWD_DE + "Die Stadt beschäftigt 30 Beamte.", "30"),
    ],
)
def test_a_figure_of_its_own_is_left_alone(lang: str, text: str, number: str) -> None:
    predicate = _claims(text, lang)[number].reading.predicate
    assert predicate is None or predicate.key != "attend"
