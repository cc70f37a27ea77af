"""What comes on top of a count, and what share somebody has, against the counts and shares they are no rivals of."""

from __future__ import annotations

from itertools import combinations

import pytest

from verifier.domain.claim import Claim
from verifier.domain.enums import Relation
from verifier.extract.reader import read_claims
from verifier.ingest import read_document
from verifier.pairing.further import counts_further
from verifier.pairing.ladder import compare_claims


def _read(text: str) -> list[Claim]:
    return read_claims(read_document(text.encode(), "text.md"), "text", "text")


def _queued(text: str) -> list[tuple[str, str]]:
    pairs = ((one, other, compare_claims(one, other)) for one, other in combinations(_read(text), 2))
    return [(one.quote, other.quote) for one, other, judged in pairs if judged.relation.is_queued]


@pytest.mark.parametrize(
    ("text", "is_further"),
    [
        ("Rescuers found two more bodies in Brela, police said.", True),
        ("Another three people died in hospital in Brela, police said.", True),
        ("A further eight people were injured in Brela, police said.", True),
        ("The train was doing 110 kilometres an hour, well below the limit, the operator said.", False),
        ("Zwei weitere Bewohner starben in Kassel, teilte die Polizei mit.", True),
        ("In Kassel wurden weitere 40 Menschen verletzt, teilte die Polizei mit.", True),
        ("Two people died in Brela, police said.", False),
        ("More than 40 people died in Brela, police said.", False),
        ("In Kassel starben mehr als 40 Menschen, teilte die Polizei mit.", False),
    ],
)
def test_a_figure_that_comes_on_top_is_known(text: str, is_further: bool) -> None:
    assert [counts_further(c) for c in _read(text) if c.reading.quantity is not None] == [is_further]


@pytest.mark.parametrize(
    "text",
    [
        "Six people were killed in the fire in Brela, governor Ana Ruiz said. Rescuers found two more bodies in Brela.",
        "15 people were injured in the fire in Brela, police said. A further eight people were injured, medics said.",
        "Bei dem Brand in Kassel starben fünf Menschen, so die Polizei. Zwei weitere Bewohner starben, so die Klinik.",
    ],
)
def test_what_comes_on_top_disputes_no_toll(text: str) -> None:
    assert _queued(text) == []


def test_two_tolls_still_dispute_each_other() -> None:
    told = "Six people were killed in the fire in Brela, the governor said. Police said two people were killed."
    assert _queued(told)


def test_shares_of_holders_that_are_not_known_are_no_rivals() -> None:
    told = "It had 35.1 percent of the vote, the commission said. The Civic List had 33.4 percent, the agency said."
    assert _queued(told) == []


def test_an_act_that_nobody_underwent_is_not_contested_by_what_somebody_is() -> None:
    told = "No patient had been turned away, the director said. The office said the first patient was a fisherman."
    one, other = (c for c in _read(told) if "patient" in c.quote)
    assert compare_claims(one, other).relation is not Relation.CONTRADICTS


@pytest.mark.parametrize(
    "text",
    [
        "Of 320 trains, 140 ran, the company said.",
        "Of the 60 houses in Brela, 12 were destroyed, the mayor said.",
        "Von 320 Zügen seien 140 gefahren, teilte die Bahn mit.",
        "Von den 60 Häusern in Brela wurden 12 zerstört, so der Bürgermeister.",
    ],
)
def test_a_whole_told_before_its_part_tells_only_of_how_many(text: str) -> None:
    whole, part = (c.reading for c in _read(text))
    assert whole.predicate is None
    assert part.predicate is not None
    assert part.quantity is not None
    assert whole.quantity is not None
    assert part.quantity.part_of == whole.quantity.span.start
