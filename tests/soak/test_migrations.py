"""From each revision with documents, pairs and decisions: up one and down one, every row is as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from alembic.script import ScriptDirectory

from tests.soak.conftest import Say, size
from tests.soak.desk_load import add_targets
from tests.soak.killing import write_articles
from verifier.config import Settings
from verifier.services.decide import decide
from verifier.services.desk_stores import close_stores
from verifier.services.ingest_documents import ingest_documents
from verifier.services.pair_claims import pair_claims
from verifier.store import schema
from verifier.store.engine import connect
from verifier.store.triggers import immutable_tables

BASE = "20261125_01"


def test_every_revision_goes_up_and_down_with_its_rows(home: Settings, tmp_path: Path, say: Say) -> None:
    decisions = size(20, 1_000)
    write_articles(tmp_path / "articles", size(2, 10), seed=5)
    ingest_documents(home, [str(tmp_path / "articles")])
    pair_claims(home)
    targets = add_targets(home, 7)
    for number in range(decisions):
        decide(home, targets[number % 7].uid, ("open", "resolved", "dismissed")[number % 3], f"note {number} ü“🔥")
    revisions = [each.revision for each in ScriptDirectory.from_config(schema._config()).walk_revisions()]
    store = connect(home.url)
    close_stores()
    told = []
    for newer, older in pairwise(revisions):
        schema.downgrade(store, older)
        before = _rows(home)
        schema.upgrade(store, newer)
        assert _triggers_lacking(home) == [], newer
        schema.downgrade(store, older)
        assert _triggers_lacking(home) == [], older
        assert _rows(home) == before, older
        told.append(f"{older}: {len(before)}")
    assert older == BASE
    store.close()
    say(f"migrations: up one, down one with {decisions} decisions: rows equal, triggers there ({'; '.join(told)} rows)")


def _rows(settings: Settings) -> list[str]:
    with closing(sqlite3.connect(settings.database_path)) as connection:
        names = [r[0] for r in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return sorted(f"{name}: {row}" for name in names for row in connection.execute(f'SELECT * FROM "{name}"'))


def _triggers_lacking(settings: Settings) -> list[str]:
    """Immutable tables that are there without one of their three triggers."""
    with closing(sqlite3.connect(settings.database_path)) as connection:
        present = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    return [
        f"tr_{table.name}_{kind}"
        for table in immutable_tables()
        for kind in ("no_update", "no_delete", "no_replace")
        if table.name in present and f"tr_{table.name}_{kind}" not in present
    ]
