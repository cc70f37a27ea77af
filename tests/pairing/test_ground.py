"""Who holds a place: rival holders contradict each other, whoever took it and still holds it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from verifier.domain.claim import Claim
from verifier.extract.reader import read_claims
from verifier.ingest import read_document
from verifier.pairing.ladder import compare_claims


def _claim(text: str, lang: str, name: str) -> Claim:
    article = replace(read_document(text.encode(), name, lang=lang), published_on=datetime(2024, 5, 8, tzinfo=UTC))
    return read_claims(article, name, name)[0]


TAKEN = ("en", "Russian forces captured the village of Varno on Tuesday, Moscow said.")
HELD_BY_OTHERS = ("en", "The village of Varno remains under Ukrainian control, the military in Kyiv said on Wednesday.")
HELD_BY_TAKER = ("en", "The village of Varno is under Russian control, a monitoring group said on Wednesday.")
HELD_AS_WELL = ("de", "Das Dorf Varno stehe unter russischer Kontrolle, teilte Moskau am Mittwoch mit.")
STILL_HELD = ("de", "Varno befinde sich weiter in ukrainischer Hand, erklärte Kiew am Mittwoch.")


@pytest.mark.parametrize(
    ("left", "right", "contradicts"),
    [
        (TAKEN, HELD_BY_OTHERS, True),
        (TAKEN, STILL_HELD, True),
        (TAKEN, HELD_BY_TAKER, False),
        (TAKEN, HELD_AS_WELL, False),
        (HELD_BY_TAKER, HELD_BY_OTHERS, True),
        (HELD_AS_WELL, STILL_HELD, True),
        (HELD_BY_TAKER, HELD_AS_WELL, False),
        (HELD_BY_OTHERS, STILL_HELD, False),
    ],
)
def test_holders(left: tuple[str, str], right: tuple[str, str], contradicts: bool) -> None:
    one, other = _claim(left[1], left[0], "left"), _claim(right[1], right[0], "right")
    assert (compare_claims(one, other).relation == "CONTRADICTS") == contradicts
