"""By whom and what two documents are known to tell one story."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from verifier.domain.claim import Claim
from verifier.extract.reader import read_claims
from verifier.ingest import read_document
from verifier.pairing.compare.stories import is_later_story, is_one_story

DAY = datetime(2024, 5, 9, tzinfo=UTC)
FLAT = "Two officers were hurt in Larvik on Tuesday, superintendent Oda Ferrand said."
CASES = [
    ("a town", "The flat in Larvik was empty on Tuesday, neighbours said.", 2, "one"),
    ("a voice in both", "The warrant was valid, Ferrand said. Three shots were fired.", 2, "one"),
    ("a voice there, told of here", "Neighbours accused Oda Ferrand of a lie. Three shots were fired.", 2, "one"),
    ("nobody", "The warrant was valid, the police said. Three shots were fired.", 2, None),
    ("a body all news tells of", "The warrant was valid, NATO said. Three shots were fired.", 2, None),
    ("a voice, later", "The warrant was valid, Ferrand said. Three shots were fired.", 20, None),
    ("a voice and a town, later", "The flat in Larvik was empty, Ferrand said.", 20, "later"),
    ("a voice and a town, much later", "The flat in Larvik was empty, Ferrand said.", 60, None),
]


def _first(text: str, name: str, day: datetime | None) -> Claim:
    article = replace(read_document(text.encode(), name), lang="en", published_on=day)
    return read_claims(article, name, name)[0]


@pytest.mark.parametrize(("other", "days", "story"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_two_documents_tell_of(other: str, days: int, story: str | None) -> None:
    left, right = _first(FLAT, "a", DAY), _first(other, "b", DAY + timedelta(days=days))
    assert (is_one_story(left, right), is_later_story(left, right)) == (story == "one", story == "later")


# Without a day two shared names tell a story, one of them of few, if they are half of what the shorter text names.
@pytest.mark.parametrize(
    ("left", "right", "is_story"),
    [
        (FLAT, "The flat in Larvik was empty, Ferrand said.", True),
        (FLAT, "The flat in Larvik was empty, neighbours said.", False),
        (FLAT, "The warrant was valid, Ferrand said. Three shots were fired.", False),
        (
            f"{FLAT} Oulu, Vaasa, Kotka and Espoo mourn.",
            "Halden, Bergen, Malmo, Turku and Larvik mourn, Ferrand said.",
            False,
        ),
    ],
    ids=["a town and a voice", "a town", "a voice", "few of many names"],
)
def test_without_a_day(left: str, right: str, is_story: bool) -> None:
    assert is_one_story(_first(left, "a", None), _first(right, "b", None)) is is_story
