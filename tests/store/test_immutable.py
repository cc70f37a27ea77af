"""Rows that never change: triggers refuse UPDATE, DELETE and INSERT OR REPLACE, and their loss is noticed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from verifier.config import Settings
from verifier.errors import StoreError
from verifier.services.ingest_documents import ingest_documents
from verifier.services.maintain_store import check_store, schema_drift
from verifier.services.migrate_store import downgrade_store, upgrade_store

TABLES = ("snapshot", "section", "claim", "claim_version", "quantity", "attribution")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A store that holds one short article."""
    path = tmp_path / "fire.txt"
    path.write_text("Ten people were killed in a fire in Porto on Monday, police said.\n", encoding="utf-8")
    made = Settings(home=tmp_path / "home", embedder="hash")
    assert [r.status for r in ingest_documents(made, [str(path)])] == ["new"]
    return made


@pytest.mark.parametrize("table", TABLES)
def test_a_row_cannot_be_changed_removed_or_replaced(settings: Settings, table: str) -> None:
    with closing(sqlite3.connect(settings.database_path)) as connection:
        before = connection.execute(f"SELECT * FROM {table}").fetchall()
        assert before
        column = connection.execute(f"PRAGMA table_info({table})").fetchall()[0][1]
        attempts = (
            f"UPDATE {table} SET {column} = {column}",
            f"DELETE FROM {table}",
            f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        )
        for attempt in attempts:
            with pytest.raises(sqlite3.IntegrityError, match="cannot be changed"):
                connection.execute(attempt)
        assert connection.execute(f"SELECT * FROM {table}").fetchall() == before


def test_a_lost_trigger_is_named_by_the_check(settings: Settings) -> None:
    assert schema_drift(settings) == []
    with closing(sqlite3.connect(settings.database_path)) as connection:
        connection.execute("DROP TRIGGER tr_claim_no_delete")
    assert schema_drift(settings) == ["Trigger tr_claim_no_delete is missing."]
    assert "Trigger tr_claim_no_delete is missing." in check_store(settings)


def test_every_revision_goes_down_and_up_again(tmp_path: Path) -> None:
    made = Settings(home=tmp_path / "empty")
    newest = upgrade_store(made)
    assert downgrade_store(made, "base") is None
    assert upgrade_store(made) == newest
    assert schema_drift(made) == []


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    made = Settings(home=tmp_path)
    with closing(sqlite3.connect(made.database_path)) as connection:
        connection.execute("CREATE TABLE notes (words TEXT)")
    before = made.database_path.read_bytes()
    for attempt in (upgrade_store, check_store):
        with pytest.raises(StoreError, match="another program"):
            attempt(made)
    with closing(sqlite3.connect(made.database_path)) as connection:
        assert [row[0] for row in connection.execute("SELECT name FROM sqlite_master")] == ["notes"]
    assert len(before) == made.database_path.stat().st_size
