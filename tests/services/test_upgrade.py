"""Making and migrating the database: one transaction, one at a time, nothing of other programs."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from verifier.config import Settings
from verifier.errors import StoreError
from verifier.services.maintain_store import current_revision, schema_drift
from verifier.services.migrate_store import downgrade_store, upgrade_store
from verifier.store import schema


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home")


def test_whoever_opens_a_fresh_home_at_the_same_time_finds_it_current(settings: Settings) -> None:
    command = [sys.executable, "-m", "verifier", "--home", str(settings.home), "claims"]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    assert [(each.communicate(timeout=120)[1], each.returncode) for each in running] == [("", 0)] * 4
    assert schema_drift(settings) == []


def test_a_migration_that_fails_leaves_the_database_as_it_was(settings: Settings) -> None:
    upgrade_store(settings)
    with closing(sqlite3.connect(settings.database_path)) as database:
        database.execute("CREATE TABLE child (id INTEGER, parent INTEGER REFERENCES document(id))")
        database.execute("INSERT INTO child VALUES (1, 99)")
        database.commit()
    with pytest.raises(StoreError, match="break 1 references"):
        downgrade_store(settings, "base")
    assert current_revision(settings) == schema.head()


def test_a_foreign_database_is_neither_upgraded_nor_downgraded(settings: Settings) -> None:
    settings.home.mkdir()
    with closing(sqlite3.connect(settings.database_path)) as database:
        database.execute("CREATE TABLE recipe (name TEXT)")
        database.commit()
    for change in (upgrade_store, lambda s: downgrade_store(s, "base")):
        with pytest.raises(StoreError, match="another program"):
            change(settings)
    with closing(sqlite3.connect(settings.database_path)) as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("recipe",)]


def test_down_and_up_again_gives_the_same_schema(settings: Settings) -> None:
    upgrade_store(settings)
    assert downgrade_store(settings, "base") is None
    assert upgrade_store(settings) == schema.head()
    assert schema_drift(settings) == []
