"""Corrections in the log: one entry each, no text of a person in it, proof, erasure."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from tests.services.ferry import claim_with
from verifier.config import Settings
from verifier.errors import NotFound, StoreError, VerifierError
from verifier.services.audit_log import export_audit, verify_audit
from verifier.services.claim_care import add_contact
from verifier.services.correct_claims import correct
from verifier.services.decide import decide
from verifier.services.desk_lists import list_corrections
from verifier.services.desk_stores import close_stores
from verifier.services.desk_work import add_comment
from verifier.services.erase_text import erase_correction, erase_user
from verifier.services.list_stored import list_pairs
from verifier.services.maintain_store import current_revision, schema_drift
from verifier.services.manage_users import add_user
from verifier.services.migrate_store import downgrade_store, upgrade_store
from verifier.services.open_store import now
from verifier.services.undo_decision import redo, undo
from verifier.store import schema

REASON = "the harbour office told me so"
BEFORE = "20261125_05"


@pytest.fixture
def settings(ferry: Settings) -> Settings:
    return ferry


def corrections_logged(settings: Settings) -> list[str]:
    return [line["target"] for line in export_audit(settings) if line["action"] == "correct"]


def test_each_correction_undo_and_redo_is_one_entry_without_words(settings: Settings) -> None:
    uid = claim_with(settings, "14 passengers")["uid"]
    correct(settings, uid, {"place": "Odense"}, reason=REASON)
    undo(settings)
    redo(settings)
    assert corrections_logged(settings) == [uid] * 3
    logged = json.dumps([line["payload"] for line in export_audit(settings)])
    assert "harbour" not in logged
    assert "Odense" not in logged
    verify_audit(settings)


@pytest.mark.parametrize(
    "change",
    [
        "reason = 'another'",
        "told = 'another'",
        "kind = 'rejected'",
        "made_at = '2020-01-01 00:00:00'",
        "reason = '', salt = ''",
    ],
)
def test_a_changed_correction_is_named(settings: Settings, change: str) -> None:
    correct(settings, claim_with(settings, "14 passengers")["uid"], {"place": "Odense"}, reason=REASON)
    close_stores()
    with closing(sqlite3.connect(settings.database_path)) as database:
        database.execute("DROP TRIGGER tr_correction_no_update")
        database.execute(f"UPDATE correction SET {change}")
        database.commit()
    with pytest.raises(VerifierError, match="Entry 1 of the log: the correction"):
        verify_audit(settings)


def test_the_reason_of_one_correction_is_erased_and_the_log_stays_whole(settings: Settings) -> None:
    uid = claim_with(settings, "14 passengers")["uid"]
    correct(settings, uid, {"place": "Odense"}, reason=REASON)
    correct(settings, uid, {"place": "Aarhus"}, reason="a second call")
    erase_correction(settings, 1)
    verify_audit(settings)
    erasure = list(export_audit(settings))[-1]
    assert (erasure["action"], erasure["target"]) == ("erase_decision", uid)
    assert [entry.reason for entry in list_corrections(settings, None).items] == ["a second call", ""]
    close_stores()
    with closing(sqlite3.connect(settings.database_path)) as database:
        assert REASON not in "\n".join(database.iterdump())
    with pytest.raises(NotFound, match="no correction 9"):
        erase_correction(settings, 9)


def test_an_erased_person_leaves_no_words_and_a_whole_log(settings: Settings) -> None:
    uid = claim_with(settings, "14 passengers")["uid"]
    add_user(settings, "ada", "reviewer", "seven green lanterns")
    correct(settings, uid, {"place": "Odense"}, reason=REASON, user="ada")
    add_comment(settings, uid, "Ask the quayside tavern.", "ada")
    add_contact(settings, uid, "Lina of the tavern", now().date(), "saw them board", "ada")
    erase_user(settings, "ada")
    close_stores()
    with closing(sqlite3.connect(settings.database_path)) as database:
        kept = "\n".join(database.iterdump())
    assert not [words for words in (REASON, "tavern", "saw them board", "'ada'", "user:ada") if words in kept]
    verify_audit(settings)
    correct(settings, uid, {"place": "Aarhus"})
    verify_audit(settings)


def test_the_revision_before_is_reached_only_while_no_correction_is_logged(settings: Settings) -> None:
    decide(settings, list_pairs(settings)[0]["uid"], "unsure")
    close_stores()
    downgrade_store(settings, BEFORE)
    upgrade_store(settings)
    assert schema_drift(settings) == []
    verify_audit(settings)
    correct(settings, claim_with(settings, "14 passengers")["uid"], {"place": "Odense"})
    close_stores()
    with pytest.raises(StoreError, match="tells of corrections"):
        downgrade_store(settings, BEFORE)
    assert current_revision(settings) == schema.head()
