"""Taking back and bringing back: decisions, corrections and bulks as one line; what a verdict needs."""

from __future__ import annotations

import pytest

from tests.services.ferry import claim_with, readings, rival
from verifier.config import Settings
from verifier.errors import Conflict, NotFound, VerifierError
from verifier.services.correct_claims import correct
from verifier.services.decide import decide, decide_many, verify
from verifier.services.list_stored import list_pairs
from verifier.services.maintain_store import check_store
from verifier.services.undo_decision import redo, undo


@pytest.fixture
def settings(ferry: Settings) -> Settings:
    return ferry


def test_undo_and_redo_walk_decisions_and_corrections_as_one_line(settings: Settings) -> None:
    uid = claim_with(settings, "14 passengers")["uid"]
    decide(settings, rival(settings)["uid"], "dispute")
    correct(settings, uid, {"stated_on": "2024-05-07"})
    verify(settings, uid, attribution="confirmed")
    assert [undo(settings).what for _ in range(3)] == ["verdict", "correction", "verdict"]
    with pytest.raises(NotFound):
        undo(settings)
    assert [redo(settings).what for _ in range(3)] == ["verdict", "correction", "verdict"]
    with pytest.raises(NotFound):
        redo(settings)
    assert claim_with(settings, "14 passengers")["stated_on"] == "2024-05-07"
    assert check_store(settings) == []


def test_a_new_decision_ends_what_could_be_redone(settings: Settings) -> None:
    pair_uid = rival(settings)["uid"]
    decide(settings, pair_uid, "dispute")
    undo(settings)
    decide(settings, pair_uid, "consistent")
    with pytest.raises(NotFound):
        redo(settings)


def test_a_correction_under_a_later_one_is_not_taken_back(settings: Settings) -> None:
    first = claim_with(settings, "14 passengers")
    uid = first["uid"]
    correct(settings, uid, {"stated_on": "2024-05-07"})
    correct(settings, uid, {"place": "Odense"}, user="otto")
    with pytest.raises(Conflict, match="since"):
        undo(settings, uid)
    undo(settings, uid, user="otto")
    undo(settings, uid)
    assert claim_with(settings, "14 passengers") == first
    assert len(readings(settings, uid)) == 5


def test_a_bulk_is_taken_back_as_a_whole(settings: Settings) -> None:
    uids = [p["uid"] for p in list_pairs(settings)]
    made = decide_many(settings, uids, "unsure", "later")
    assert len(made) == len(uids) > 0
    assert undo(settings).count == len(uids)
    assert {p["state"] for p in list_pairs(settings)} == {"new"}
    assert redo(settings).count == len(uids)
    assert {p["state"] for p in list_pairs(settings)} == {"decided"}


def test_a_bulk_with_one_that_cannot_be_decided_records_nothing(settings: Settings) -> None:
    with pytest.raises(VerifierError):
        decide_many(settings, [rival(settings)["uid"], "0" * 16], "unsure")
    assert rival(settings)["state"] == "new"


def test_true_and_false_need_a_note_and_evidence(settings: Settings) -> None:
    uid = claim_with(settings, "14 passengers")["uid"]
    for verdict in ("verified", "mostly_true", "refuted"):
        with pytest.raises(VerifierError, match="evidence"):
            verify(settings, uid, content=verdict, note="it says so")
    verify(settings, uid, content="unverifiable")
    verify(settings, uid, content="refuted", note="the log says nine", evidence=["https://log.example/1"])
