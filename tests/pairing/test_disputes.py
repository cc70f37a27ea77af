"""A question keeps its name while claims come and go, and is counted by who stands behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verifier.domain.uids import dispute_uid
from verifier.pairing.disputes import Dispute, continue_disputes
from verifier.pairing.origins import count_origins
from verifier.services.ingest_documents import extract_claims, read_article


def _found(*claims: str) -> Dispute:
    return Dispute(dispute_uid(list(claims)), "How many?", tuple(sorted(claims)), ())


@pytest.mark.parametrize(
    ("stored", "found", "names", "merged"),
    [
        pytest.param({}, [("b", "c")], [dispute_uid(["b"])], {}, id="new"),
        pytest.param({"old": ["b", "c"]}, [("a", "b", "c")], ["old"], {}, id="a smaller claim joins"),
        pytest.param({"old": ["a", "b", "c"]}, [("b", "c")], ["old"], {}, id="its first claim goes"),
        pytest.param({"old": ["b", "c"]}, [("d", "e")], [dispute_uid(["d"])], {}, id="another question"),
        pytest.param({"old": ["c"], "new": ["a", "b"]}, [("a", "b", "c")], ["old"], {"new": "old"}, id="two meet"),
        pytest.param(
            {"old": ["a", "b", "c", "d", "e"]}, [("a", "b"), ("c", "d", "e")], [dispute_uid(["a"]), "old"], {},
            id="one splits",
        ),
        pytest.param(
            {dispute_uid(["a"]): ["a", "b", "c", "d", "e"]}, [("a", "b"), ("c", "d", "e")],
            [dispute_uid(["b"]), dispute_uid(["a"])], {}, id="the name stays with most of the claims",
        ),
    ],
)  # fmt: skip
def test_a_dispute_keeps_its_name(
    stored: dict[str, list[str]], found: list[tuple[str, ...]], names: list[str], merged: dict[str, str]
) -> None:
    kept, gone = continue_disputes([_found(*claims) for claims in found], stored)
    assert [each.uid for each in kept] == names
    assert gone == merged


TEXT = """Landslide above Brenn

{first} said 30 people were injured in Brenn on Monday.

{second} said 30 people were injured in Brenn on Monday.
"""


@pytest.mark.parametrize(
    ("first", "second", "count", "ties"),
    [
        ("Police", "The hospital", 2, []),
        ("Police", "Police", 1, ["source"]),
        ("The Russian Defense Ministry", "The Russian Foreign Ministry", 1, ["side"]),
        ("Police", "An official who asked not to be named", 1, ["unnamed"]),
    ],
)
def test_origins_are_counted_where_nothing_ties_them(first: str, second: str, count: int, ties: list[str]) -> None:
    text = TEXT.format(first=first, second=second)
    claims = [c for c in extract_claims(read_article(text.encode(), "a.md")) if c.reading.quantity is not None]
    assert len({c.span for c in claims}) == 2
    origins = count_origins(claims)
    assert (origins.count, [tie.kind for tie in origins.ties]) == (count, ties)


def test_texts_that_credit_one_agency_are_not_two_origins() -> None:
    text = TEXT.format(first="Police", second="The hospital")
    claims = [c for c in extract_claims(read_article(text.encode(), "a.md")) if c.reading.quantity is not None]
    credited = [replace(each, credits=("dpa", name)) for each, name in zip(claims, ("AFP", "Reuters"), strict=True)]
    origins = count_origins(credited)
    assert (origins.count, [(tie.kind, tie.name) for tie in origins.ties]) == (1, [("agency", "dpa")])
