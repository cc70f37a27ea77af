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


# One figure for people of one event is theirs whatever a text calls them; so few may be as many by chance.
@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (
            ("en", "Police said 14 workers were injured in Monday's blast in Zelmov.", "14"),
            ("de", "Bei der Explosion am Montag in Zelmov wurden laut Klinikum 14 Menschen verletzt.", "14"),
            "CORROBORATES",
        ),
        (
            ("en", "Police said two workers were injured in Monday's blast in Zelmov.", "two"),
            ("de", "Bei der Explosion am Montag in Zelmov wurden laut Klinikum zwei Menschen verletzt.", "zwei"),
            "REFINES",
        ),
        (
            ("en", "Police said 14 workers were injured in Monday's blast in Zelmov.", "14"),
            ("de", "Bei der Explosion am Montag in Zelmov wurden laut Klinikum 31 Menschen verletzt.", "31"),
            "REFINES",
        ),
    ],
)
def test_people_by_another_noun(first: tuple[str, str, str], second: tuple[str, str, str], relation: str) -> None:
    assert _judged(first, second).relation == relation


# A town and the region it lies in make one story; two towns of a region make none.
@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (
            ("de", "Bei dem Busunglück nahe Brixen starben neun Menschen, sagte die Staatsanwaltschaft.", "neun"),
            ("en", "The bus crash in South Tyrol killed six people, the fire brigade said.", "six"),
            "DISPUTES",
        ),
        (
            ("de", "Bei dem Busunglück in Brixen starben neun Menschen, sagte die Staatsanwaltschaft.", "neun"),
            ("en", "The bus crash in Merano killed six people, the fire brigade said.", "six"),
            "DIFFERENT_SCOPE",
        ),
    ],
)
def test_town_and_region(first: tuple[str, str, str], second: tuple[str, str, str], relation: str) -> None:
    assert _judged(first, second).relation == relation


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
