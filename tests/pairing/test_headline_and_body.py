"""A headline and the body that tells the same are one utterance; other figures, places and voices stay apart."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.pairing.reading import claims_of
from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.pairing.ladder import compare_claims


def _judged(lang: str, headline: str, body: str) -> Comparison:
    """The first claim of a headline and the first of what stands below it."""
    claims = claims_of(f"# {headline}\n\n{body}", lang, "one.md", datetime(2025, 3, 18, tzinfo=UTC), outlet="one")

    def first(is_headline: bool) -> Claim:
        return next(c for c in claims if c.section_kind.is_headline is is_headline)

    return compare_claims(first(True), first(False))


@pytest.mark.parametrize(
    ("lang", "headline", "body"),
    [
        (
            "en",
            "At least 28 killed in shelling of Zelmov market, doctors say",
            "At least 28 people were killed on Tuesday when shells hit a market in Zelmov.",
        ),
        (
            "en",
            "Union reports 1,100 strikers in Zelmov",
            "In Zelmov 1,100 workers went on strike on Monday, Anna Kolb of the union said.",
        ),
        ("en", "Brovair plans to cut 410 jobs", "Brovair will cut 410 jobs in Zelmov, the carmaker said."),
        (
            "en",
            "Zelmov hospitals turn away patients",
            "Hospitals in Zelmov are turning away patients, nurses said.",
        ),
        ("en", "Nine people hurt in Zelmov", "Nine people were hurt in Zelmov on Monday, the governor said."),
        (
            "de",
            "Gewerkschaft meldet 900 Streikende in Zelmov",
            "In Zelmov haben am Montag 900 Beschäftigte die Arbeit niedergelegt, sagte Verdi-Sprecher Jens Mahler.",
        ),
        (
            "de",
            "In Zelmov sterben mindestens 28 Menschen",
            "Bei einer Explosion in Zelmov sind mindestens 28 Menschen gestorben, teilte die Polizei mit.",
        ),
    ],
)
def test_a_headline_and_its_body_are_one_utterance(lang: str, headline: str, body: str) -> None:
    assert _judged(lang, headline, body).relation == "DUPLICATE"


@pytest.mark.parametrize(
    ("lang", "headline", "body", "relation"),
    [
        (
            "en",
            "Police say 9,000 marched in Zelmov",
            "The union said 9,000 people marched in Zelmov on Saturday.",
            "CORROBORATES",
        ),
        (
            "en",
            "28 killed in Zelmov",
            "At least 30 people were killed in Zelmov on Tuesday, doctors said.",
            "DISPUTES",
        ),
        ("en", "28 killed in Zelmov", "In Varno 28 people were killed on Tuesday, doctors said.", "DIFFERENT_SCOPE"),
        ("en", "28 killed in Zelmov", "28 people were injured in Zelmov, doctors said.", "DIFFERENT_SCOPE"),
        (
            "en",
            "Zelmov hospitals turn away patients",
            "Hospitals in Zelmov are not turning away patients, the ministry said.",
            "CONTRADICTS",
        ),
    ],
)
def test_what_differs_is_none(lang: str, headline: str, body: str, relation: str) -> None:
    assert _judged(lang, headline, body).relation == relation
