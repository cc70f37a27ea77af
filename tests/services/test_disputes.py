"""Disputes over time: a new claim joins by itself and reopens what was closed; one that merges leads on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.services.ferry import TEXT
from verifier.config import Settings
from verifier.services.build_report import compose
from verifier.services.decide import decide
from verifier.services.desk_disputes import current_dispute, dispute_page
from verifier.services.ingest_documents import Hints, ingest_documents
from verifier.services.list_stored import list_disputes
from verifier.services.open_store import open_store
from verifier.services.pair_claims import pair_claims
from verifier.services.report_subject import Subject
from verifier.store.disputes import DisputeRow, save_disputes

LATER = """Ferry accident off Lindholm: hospital names a third figure

The hospital said 21 passengers were injured when a ferry hit the pier in Lindholm on Monday.
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    home = Settings(home=tmp_path / "home", embedder="hash")
    _take_in(home, tmp_path, "first.md", TEXT)
    return home


def _take_in(settings: Settings, folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    results = ingest_documents(settings, [str(path)], Hints(published=date(2024, 5, 7)))
    assert [r.status for r in results] == ["new"]
    pair_claims(settings)


def test_a_new_claim_joins_a_closed_dispute_and_reopens_it(settings: Settings, tmp_path: Path) -> None:
    [before] = list_disputes(settings)
    decide(settings, before["uid"], "resolved", "the police corrected themselves")
    assert [d["status"] for d in list_disputes(settings)] == ["resolved"]
    _take_in(settings, tmp_path, "later.md", LATER)
    [after] = list_disputes(settings)
    assert (after["uid"], after["status"]) == (before["uid"], "reopened")
    new = set(after["claims"]) - set(before["claims"])
    page, _ = dispute_page(settings, after["uid"])
    assert {uid for p in page.positions for uid in p.joined} == new
    assert page.row.status == "reopened"
    with open_store(settings) as store, store.read() as connection:
        told = compose(connection, Subject("dispute", after["uid"]))["disputes"][0]
    assert told["status"] == "reopened"
    decide(settings, after["uid"], "resolved", "21 is the final count")
    assert [d["status"] for d in list_disputes(settings)] == ["resolved"]
    assert len(dispute_page(settings, after["uid"])[0].history) == 2


def test_pairing_again_reopens_nothing(settings: Settings) -> None:
    [before] = list_disputes(settings)
    decide(settings, before["uid"], "dismissed")
    pair_claims(settings)
    assert [(d["uid"], d["status"]) for d in list_disputes(settings)] == [(before["uid"], "dismissed")]


def test_a_dispute_that_went_into_another_leads_there_with_its_decisions(settings: Settings) -> None:
    [stored] = list_disputes(settings)
    decide(settings, stored["uid"], "resolved", "closed before they met")
    claims = tuple(stored["claims"])
    with open_store(settings) as store, store.write() as connection:
        row = DisputeRow("0" * 16, "How many?", (("9", "asserts", claims),))
        save_disputes(connection, [row], {stored["uid"]: row.uid})
    assert current_dispute(settings, stored["uid"]) == "0" * 16
    assert current_dispute(settings, "f" * 16) == "f" * 16
    page, _ = dispute_page(settings, "0" * 16)
    assert [entry.note for entry in page.history] == ["closed before they met"]
