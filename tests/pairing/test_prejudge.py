"""What slots alone decide of many pairs at once is what they decide of each by itself."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pairing.test_ladder_symmetry import pairs
from verifier.domain.claim import Claim, Place, Reading, Term
from verifier.domain.enums import ClaimKind, SectionKind
from verifier.domain.span import Span
from verifier.pairing.keys import LINK, MATTER, WORDS
from verifier.pairing.prejudge import are_of_other_times, are_worthy, cannot_compete


@settings(deadline=None, max_examples=50)
@given(st.lists(pairs(), min_size=2, max_size=4))
def test_many_pairs_are_decided_as_each_alone(told: list[tuple[Claim, Claim]]) -> None:
    claims = [claim for pair in told for claim in pair]
    asked = np.array(list(combinations(range(len(claims)), 2)))
    kinds = np.full(len(asked), 1 << MATTER, dtype=np.uint8)
    each = [asked[n : n + 1] for n in range(len(asked))]
    assert are_of_other_times(claims, asked).tolist() == [are_of_other_times(claims, one).all() for one in each]
    assert cannot_compete(claims, asked).tolist() == [cannot_compete(claims, one).all() for one in each]
    assert are_worthy(claims, asked, kinds).tolist() == [are_worthy(claims, one, kinds[:1]).all() for one in each]


def _count(document: str, thing: str, place: str) -> Claim:
    reading = Reading(
        ClaimKind.QUANTITY, "", "", thing=Term(thing, thing), place=Place(place, place), predicate=Term("down", "down")
    )
    return Claim(document, document, document, Span(0, 9), "", 0, SectionKind.BODY, 0, "en", reading)


@pytest.mark.parametrize(
    ("thing", "place", "kind", "is_worthy"),
    [
        ("drone", "norway", MATTER, True),
        ("missile", "norway", MATTER, False),
        ("drone", "sweden", MATTER, False),
        ("missile", "sweden", WORDS, True),
        ("missile", "sweden", LINK, True),
    ],
)
def test_other_things_and_places_are_not_compared_unless_words_or_links_brought_them(
    thing: str, place: str, kind: int, is_worthy: bool
) -> None:
    claims = [_count("a", "drone", "norway"), _count("b", thing, place)]
    assert are_worthy(claims, np.array([[0, 1]]), np.array([1 << kind], dtype=np.uint8)).tolist() == [is_worthy]
