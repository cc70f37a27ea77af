"""The history narrowed: on the page and in its twins alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from verifier.services.decide import decide, verify
from verifier.services.undo_decision import redo, undo

if TYPE_CHECKING:
    from tests.web.conftest import Desk, Sample
    from verifier.config import Settings


@pytest.fixture
def past(settings: Settings, sample: Sample) -> Sample:
    decide(settings, sample.quarrel, "dispute", "on the pair")
    decide(settings, sample.finding, "unsure", "on the finding", user="otto")
    verify(settings, sample.port, content="outdated", note="on the claim", user="otto")
    undo(settings, user="otto")
    return sample


@pytest.mark.parametrize(
    ("query", "notes"),
    [
        ("", {"on the pair", "on the finding", "on the claim", None}),
        ("reviewer=otto", {"on the finding", "on the claim", None}),
        ("target=pair", {"on the pair"}),
        ("target=claim", {"on the claim", None}),
        ("verdict=unsure", {"on the finding"}),
        ("reviewer=rita&verdict=unsure", set()),
        ("target=nothing-of-the-kind", {"on the pair", "on the finding", "on the claim", None}),
        ("day=1999-01", set()),
        ("day=2", {"on the pair", "on the finding", "on the claim", None}),
    ],
)
@pytest.mark.usefixtures("past")
def test_the_history_is_narrowed(desk: Desk, query: str, notes: set[str | None]) -> None:
    rows = desk.client.get(f"/history.json?{query}").json["items"]
    assert {row["note"] for row in rows} == notes
    page = desk.get(f"/history?{query}")
    assert all(note in page for note in notes if note)
    assert ("Nothing matches" in page) is not bool(notes)
    assert desk.get(f"/history.csv?{query}").count("\r\n") == len(rows) + 1


def test_what_is_taken_back_and_brought_back_is_named_as_it_was_decided(
    desk: Desk, settings: Settings, sample: Sample
) -> None:
    decide(settings, sample.quarrel, "dispute")
    undo(settings)
    redo(settings)
    decide(settings, sample.finding, "unsure")
    undo(settings)
    labels = {(row["seq"], row["label"]) for row in desk.client.get("/history.json").json["items"]}
    told = "Two voices on one matter: disputes."
    finding = next(label for seq, label in labels if seq == 4)
    assert labels == {(1, told), (2, told), (3, told), (4, finding), (5, finding)}
    assert finding != sample.finding
