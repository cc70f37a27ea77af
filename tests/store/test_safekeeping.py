"""Copies and proofs: what is damaged is named, a copy is sound or not there, nothing is overwritten unasked."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from verifier.config import Settings
from verifier.errors import Busy, StoreError
from verifier.services import ingest_documents as ingesting
from verifier.services import pair_claims as pairing
from verifier.services.audit_log import audit_head, verify_audit
from verifier.services.copy_store import backup_store, restore_store
from verifier.services.decide import decide
from verifier.services.desk_stores import close_stores, kept_store
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_claims
from verifier.services.maintain_store import check_store
from verifier.services.migrate_store import downgrade_store, upgrade_store
from verifier.services.open_store import open_store
from verifier.services.pair_claims import pair_claims
from verifier.store import engine

MAIN = "from verifier.cli.main import main; main()"


def test_a_copy_is_whole_private_and_leaves_nothing_beside(bare: Settings, tmp_path: Path) -> None:
    decide(bare, "d0", "resolved", "seen the log book")
    copy = tmp_path / "copies" / "today.db"
    backup_store(bare, copy)
    assert [path.name for path in copy.parent.iterdir()] == ["today.db"]
    assert copy.stat().st_mode & 0o077 == 0
    other = Settings(home=tmp_path / "other")
    assert restore_store(other, copy) is None
    assert verify_audit(other) == audit_head(bare)
    assert check_store(other) == []


def test_a_copy_never_overwrites(bare: Settings, tmp_path: Path) -> None:
    target = tmp_path / "notes.txt"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="already there"):
        backup_store(bare, target)
    assert target.read_text(encoding="utf-8") == "mine"


def test_a_copy_of_what_is_not_sound_is_refused(bare: Settings, tmp_path: Path) -> None:
    decide(bare, "d0", "resolved")
    with closing(sqlite3.connect(bare.database_path)) as connection, connection:
        connection.execute("DELETE FROM standing")
    assert check_store(bare) == ["The verdict in force on d0 is not what its decisions say."]
    with pytest.raises(StoreError, match="not sound"):
        backup_store(bare, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_restoring_asks_first_and_keeps_what_was_there(bare: Settings, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup_store(bare, copy)
    decide(bare, "d1", "dismissed")
    head = audit_head(bare)
    with pytest.raises(StoreError, match="--force"):
        restore_store(bare, copy)
    assert audit_head(bare) == head
    kept = restore_store(bare, copy, force=True)
    assert kept is not None
    assert audit_head(bare).seq == 0
    close_stores()
    restore_store(bare, kept, force=True)
    assert audit_head(bare) == head


@pytest.mark.parametrize("damage", ["foreign", "empty", "torn", "text", "tampered"])
def test_what_is_no_sound_copy_is_not_restored(bare: Settings, tmp_path: Path, damage: str) -> None:
    decide(bare, "d0", "resolved", "seen the log book")
    copy = tmp_path / "copy.db"
    backup_store(bare, copy)
    raw = bytearray(copy.read_bytes())
    if damage == "foreign":
        copy.unlink()
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("CREATE TABLE notes (words TEXT)")
    elif damage == "tampered":
        with closing(sqlite3.connect(copy)) as connection, connection:
            connection.execute("DROP TRIGGER tr_decision_no_update")
            connection.execute("UPDATE decision SET verdict = 'open'")
    else:
        middle = len(raw) // 2
        torn = bytes(raw[:4096]) + os.urandom(middle) + bytes(raw[4096 + middle :])
        copy.write_bytes({"empty": b"", "text": b"not a database at all", "torn": torn}[damage])
    before = audit_head(bare)
    with pytest.raises(StoreError):
        restore_store(bare, copy, force=True)
    assert audit_head(bare) == before
    assert [path.name for path in bare.home.iterdir() if "restoring" in path.name] == []


def test_every_change_of_the_schema_is_preceded_by_a_copy(bare: Settings) -> None:
    decide(bare, "d0", "resolved")
    newest = upgrade_store(bare)
    assert not bare.backups.exists()
    downgrade_store(bare, "20261125_04")
    upgrade_store(bare)
    names = sorted(path.name.rsplit("-", 1)[0] for path in bare.backups.iterdir())
    assert names == ["before-20261125_04", f"before-{newest}"]


def test_damage_is_one_sentence(bare: Settings, tmp_path: Path) -> None:
    close_stores()
    bare.database_path.write_bytes(b"\x00" * 4096)
    for act in (
        lambda: check_store(bare),
        lambda: backup_store(bare, tmp_path / "x.db"),
        lambda: decide(bare, "d0", "open"),
    ):
        with pytest.raises(StoreError, match="not a Verifier database"):
            act()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_one_sentence(bare: Settings, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(StoreError, match="cannot be written"):
        backup_store(bare, closed / "copy.db")


def test_a_locked_database_is_busy_and_nothing_changes(bare: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_BUSY_SECONDS", 0.1)
    close_stores()
    kept_store(bare)
    with closing(sqlite3.connect(bare.database_path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="busy"):
            decide(bare, "d0", "resolved")
        holder.execute("ROLLBACK")
    assert audit_head(bare).seq == 0
    decide(bare, "d0", "resolved")


def test_ingest_and_pairing_wait_where_a_page_says_busy(
    bare: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (engine._BUSY_SECONDS, engine.PATIENT_SECONDS) == (5.0, 120.0)
    monkeypatch.setattr(engine, "_BUSY_SECONDS", 0.1)
    article = tmp_path / "fire.txt"
    article.write_text("Ten people were killed in a fire in Porto on Monday, police said.\n", encoding="utf-8")
    works = (lambda: ingest_documents(bare, [str(article)]), lambda: pair_claims(bare))
    for work in works:
        with closing(sqlite3.connect(bare.database_path, isolation_level=None, check_same_thread=False)) as holder:
            holder.execute("BEGIN IMMEDIATE")
            release = threading.Timer(0.5, holder.execute, ["ROLLBACK"])
            release.start()
            work()
            release.join()
    assert list_claims(bare)
    for module in (ingesting, pairing):
        monkeypatch.setattr(module, "PATIENT_SECONDS", 0.1)
    article.write_text("Twelve people were killed in a fire in Porto on Monday, police said.\n", encoding="utf-8")
    with closing(sqlite3.connect(bare.database_path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        for work in works:
            with pytest.raises(Busy, match="busy"):
                work()


def test_a_full_disk_is_one_sentence_and_nothing_changes(bare: Settings) -> None:
    store = kept_store(bare)
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.commit()
    event.listen(store.engine, "checkout", lambda raw, *_: raw.execute(f"PRAGMA max_page_count={pages}"))
    kept = audit_head(bare).seq

    def fill() -> None:
        nonlocal kept
        while kept < 100:
            kept = decide(bare, "d0", "resolved", "x" * 9_000).seq

    with pytest.raises(StoreError, match="disk is full"):
        fill()
    close_stores()
    assert verify_audit(bare).seq == kept
    assert check_store(bare) == []


def test_another_program_leaves_the_log_of_an_open_store_alone(bare: Settings) -> None:
    """What a desk acknowledges is there for others, whatever it and they open and close beside it."""
    kept_store(bare)
    open_store(bare).close()
    look = [sys.executable, "-c", MAIN, "--home", str(bare.home), "audit", "export"]
    assert subprocess.run(look, check=True, capture_output=True, text=True).stdout == ""
    decide(bare, "d0", "resolved", "seen the log book")
    assert "seen the log book" in subprocess.run(look, check=True, capture_output=True, text=True).stdout
