"""Claimants that two texts name differently, and plans beside their announcements: one voice, one resolve."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.extract.reader import read_claims
from verifier.ingest import read_document
from verifier.pairing.ladder import compare_claims


def _figure(text: str, lang: str, number: str) -> Claim:
    name = f"{lang} {number}"
    article = replace(
        read_document(text.encode(), name), lang=lang, published_on=datetime(2024, 5, 8, tzinfo=UTC), outlet=name
    )
    claims = read_claims(article, text, text)
    return next(c for c in claims if c.reading.quantity is not None and number in c.reading.quantity.surface)


def _judged(first: tuple[str, str, str], second: tuple[str, str, str]) -> Comparison:
    """Two figures compared, each given by language, text and number."""
    return compare_claims(*(_figure(text, lang, number) for lang, text, number in (first, second)))


# Whoever is named by the kind of body in one text and by its name in the other says it once.
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("en", "The dockers' federation Unia said 900 workers went on strike in Zelmov on Monday.", "900"),
            ("de", "In Zelmov streikten am Montag nach Angaben der Dockergewerkschaft Unia 900 Arbeiter.", "900"),
        ),
        (
            ("en", "Carmaker Brovik will cut 400 jobs in Zelmov, the company said.", "400"),
            ("de", "Brovik will in Zelmov 400 Stellen streichen, teilte der Vorstand mit.", "400"),
        ),
    ],
)
def test_one_claimant_by_two_names(first: tuple[str, str, str], second: tuple[str, str, str]) -> None:
    assert _judged(first, second).relation in ("DUPLICATE", "CORROBORATES")


# A plan, its announcement and the headline above it meet; what somebody forecasts does not meet a plan.
@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (
            ("en", "# Brovik to cut 400 jobs in Zelmov\n\nBrovik met unions in Zelmov.", "400"),
            ("de", "Brovik will in Zelmov 650 Stellen streichen, teilte die Gewerkschaft mit.", "650"),
            "DISPUTES",
        ),
        (
            ("en", "Brovik plans to cut 400 jobs in Zelmov, the union said.", "400"),
            ("en", "Brovik will cut 650 jobs in Zelmov, the mayor said.", "650"),
            "DISPUTES",
        ),
        (
            ("en", "The government plans to build 900 flats in Zelmov.", "900"),
            ("en", "Builders expect 400 flats to be built in Zelmov.", "400"),
            "DIFFERENT_SCOPE",
        ),
        (
            ("en", "Brovik plans to cut 400 jobs in Zelmov.", "400"),
            ("en", "Brovik cut 650 jobs in Zelmov last year.", "650"),
            "DIFFERENT_SCOPE",
        ),
    ],
)
def test_plans(first: tuple[str, str, str], second: tuple[str, str, str], relation: str) -> None:
    assert _judged(first, second).relation == relation
