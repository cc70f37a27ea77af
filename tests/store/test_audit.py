"""The log: one chain over decisions and administrative acts, whose every change is named; erasure keeps it whole."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.conftest import add_disputes
from verifier.config import Settings
from verifier.errors import NotFound, StoreError, VerifierError
from verifier.services.audit_log import audit_head, export_audit, verify_audit
from verifier.services.decide import decide
from verifier.services.desk_stores import close_stores
from verifier.services.erase_text import erase_decision, erase_user
from verifier.services.maintain_store import check_store, schema_drift
from verifier.services.manage_users import add_user
from verifier.services.migrate_store import downgrade_store, upgrade_store
from verifier.services.undo_decision import undo
from verifier.store.audit import GENESIS

PHRASE = "seven green lanterns"
Tamper = Callable[[sqlite3.Connection, random.Random], None]


def fill(settings: Settings, count: int) -> None:
    """``count`` decisions of three people, some taken back, and an administrative act."""
    add_user(settings, "anna", "reviewer", PHRASE)
    words = ("open", "resolved", "dismissed")
    for n in range(count):
        who = ("rita", "anna", "otto")[n % 3]
        decide(settings, f"d{n % 3}", words[n * 7 % 3], f"note {n} ü“🔥", who)
        if n % 4 == 3:
            undo(settings, user=who)


def test_decisions_and_acts_are_one_chain(bare: Settings) -> None:
    assert verify_audit(bare).sha256 == GENESIS
    fill(bare, 8)
    lines = list(export_audit(bare))
    assert [line["seq"] for line in lines] == list(range(1, 12))
    assert [line["action"] for line in lines].count("user_add") == 1
    decided = [line["decision_seq"] for line in lines if line["decision_seq"] is not None]
    assert decided == list(range(1, 11))
    assert [line["prev_sha256"] for line in lines[1:]] == [line["sha256"] for line in lines[:-1]]
    assert lines[1]["decision"]["note"] == "note 0 ü“🔥"
    assert verify_audit(bare, lines[4]["sha256"]).sha256 == lines[-1]["sha256"]
    assert check_store(bare) == []


def unlocked(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Without triggers and references, as somebody who owns the file could make it."""
    connection.execute("PRAGMA foreign_keys=OFF")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    return connection


def edit(table: str, column: str, value: str) -> Tamper:
    def tamper(connection: sqlite3.Connection, chance: random.Random) -> None:
        keys = [row[0] for row in connection.execute(f"SELECT rowid FROM {table} WHERE {column} IS NOT ({value})")]
        connection.execute(f"UPDATE {table} SET {column} = {value} WHERE rowid = ?", (chance.choice(keys),))

    return tamper


def remove(table: str) -> Tamper:
    def tamper(connection: sqlite3.Connection, chance: random.Random) -> None:
        keys = [row[0] for row in connection.execute(f"SELECT rowid FROM {table}")]
        connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (chance.choice(keys[:-1]),))

    return tamper


def swap(table: str, column: str) -> Tamper:
    def tamper(connection: sqlite3.Connection, chance: random.Random) -> None:
        rows = connection.execute(f"SELECT rowid, {column} FROM {table} WHERE {column} IS NOT NULL").fetchall()
        left, right = chance.sample(rows, 2)
        while left[1] == right[1]:
            left, right = chance.sample(rows, 2)
        connection.execute(f"UPDATE {table} SET {column} = -1 WHERE rowid = ?", (left[0],))
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (left[1], right[0]))
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (right[1], left[0]))

    return tamper


def cut(connection: sqlite3.Connection, chance: random.Random) -> None:
    """The end of the log with its decisions: only a head kept outside can tell."""
    last = connection.execute("SELECT max(seq) FROM audit_entry").fetchone()[0]
    kept = last - chance.randint(1, 5)
    connection.execute("DELETE FROM audit_entry WHERE seq > ?", (kept,))
    connection.execute("DELETE FROM decision WHERE seq NOT IN (SELECT decision_seq FROM audit_entry)")


def erased(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A note blanked without the act being logged."""
    keys = [row[0] for row in connection.execute("SELECT seq FROM decision WHERE note <> ''")]
    connection.execute("UPDATE decision SET note = '', salt = '' WHERE seq = ?", (chance.choice(keys),))


TAMPERINGS: dict[str, Tamper] = {
    "verdict": edit("decision", "verdict", "'open'"),
    "note": edit("decision", "note", "note || '.'"),
    "decider": edit("decision", "user_id", "1"),
    "moment": edit("decision", "decided_at", "'2020-01-01 00:00:00.000000'"),
    "shown": edit("decision", "shown", "'{}'"),
    "target": edit("decision", "dispute_id", "2"),
    "entry moment": edit("audit_entry", "at", "'2020-01-01 00:00:00.000000'"),
    "entry actor": edit("audit_entry", "user_id", "2"),
    "entry payload": edit("audit_entry", "payload", "'{}'"),
    "entry hash": edit("audit_entry", "sha256", "'00' || substr(sha256, 3)"),
    "entry link": edit("audit_entry", "prev_sha256", "'11' || substr(prev_sha256, 3)"),
    "entry action": edit("audit_entry", "target", "'d9'"),
    "entry gone": remove("audit_entry"),
    "decision gone": remove("decision"),
    "entries swapped": swap("audit_entry", "decision_seq"),
    "notes swapped": swap("decision", "note"),
    "cut": cut,
    "erased": erased,
}


def tamper_and_verify(source: Path, home: Path, name: str, seed: int, head: str) -> str:
    """What the proof says of a copy that was tampered with."""
    home.mkdir(parents=True)
    shutil.copy(source, home / "verifier.db")
    with closing(sqlite3.connect(home / "verifier.db")) as connection, connection:
        TAMPERINGS[name](unlocked(connection), random.Random(seed))
    try:
        verify_audit(Settings(home=home), head)
    except VerifierError as error:
        return str(error)
    return ""


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The file of a filled store, and the head of its log."""
    made = Settings(home=tmp_path_factory.mktemp("frozen"), user="rita")
    add_disputes(made, 3)
    fill(made, 30)
    head = audit_head(made).sha256
    close_stores()
    return made.database_path, head


@pytest.mark.parametrize("name", TAMPERINGS)
def test_every_tampering_is_named(frozen: tuple[Path, str], tmp_path: Path, name: str) -> None:
    for seed in range(2):
        said = tamper_and_verify(frozen[0], tmp_path / f"copy{seed}", name, seed, frozen[1])
        assert "ntry" in said, (name, seed, said)
        assert any(sign.isdigit() for sign in said)


def test_a_head_of_another_log_is_not_found(bare: Settings) -> None:
    fill(bare, 3)
    with pytest.raises(VerifierError, match="No entry of the log has the hash"):
        verify_audit(bare, "f" * 64)


# Nobody edits it; texts can be blanked


@pytest.mark.parametrize("table", ["audit_entry", "decision"])
def test_rows_cannot_be_changed_removed_or_replaced(bare: Settings, table: str) -> None:
    fill(bare, 4)
    close_stores()
    with closing(sqlite3.connect(bare.database_path)) as connection:
        for attempt in (
            f"UPDATE {table} SET user_id = user_id",
            f"DELETE FROM {table}",
            f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
            "UPDATE decision SET note = 'x'",
            "UPDATE decision SET note = '', salt = '', verdict = 'open'",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="cannot be changed"):
                connection.execute(attempt)


def test_a_note_is_erased_and_the_log_stays_whole(bare: Settings) -> None:
    fill(bare, 6)
    head = audit_head(bare).sha256
    erase_decision(bare, 2)
    assert verify_audit(bare, head).seq == audit_head(bare).seq
    line = next(line for line in export_audit(bare) if line["decision_seq"] == 2)
    assert (line["decision"]["note"], line["decision"]["verdict"] is None) == ("", False)
    close_stores()
    assert "note 1 ü".encode() not in bare.database_path.read_bytes()
    with pytest.raises(NotFound):
        erase_decision(bare, 99)


def test_a_person_is_erased_with_name_and_notes(bare: Settings) -> None:
    fill(bare, 9)
    done = erase_user(bare, "anna")
    assert done.decisions == 4
    close_stores()
    stored = bare.database_path.read_bytes()
    assert b"anna" not in stored
    assert "note 1 ü".encode() not in stored
    assert check_store(bare) == []
    assert {line["user"] for line in export_audit(bare)} == {"rita", "otto", "erased 2"}
    with pytest.raises(NotFound):
        erase_user(bare, "anna")


# Up and down


def rows_of(settings: Settings) -> list[str]:
    close_stores()
    with closing(sqlite3.connect(settings.database_path)) as connection:
        names = [r[0] for r in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return [f"{name}: {row}" for name in names for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY 1')]


def test_decisions_of_the_revision_before_are_taken_into_the_log(bare: Settings) -> None:
    fill(bare, 40)
    downgrade_store(bare, "20261125_04")
    old = rows_of(bare)
    assert [row for row in old if row.startswith("decision: (50,")]
    upgrade_store(bare)
    assert (schema_drift(bare), check_store(bare)) == ([], [])
    lines = list(export_audit(bare))
    assert [line["decision_seq"] for line in lines] == list(range(1, 51))
    assert lines[0]["decision"]["note"] == "note 0 ü“🔥"
    assert len({json.loads(line["payload"])["uid"] for line in lines}) == 50
    downgrade_store(bare, "20261125_04")
    assert rows_of(bare) == old


def test_a_chain_that_was_broken_before_is_not_taken_over(bare: Settings) -> None:
    fill(bare, 5)
    downgrade_store(bare, "20261125_04")
    close_stores()
    with closing(sqlite3.connect(bare.database_path)) as connection, connection:
        unlocked(connection).execute("UPDATE decision SET verdict = 'open' WHERE seq = 2")
        connection.execute("UPDATE decision SET verdict = 'resolved' WHERE seq = 3")
    before = rows_of(bare)
    with pytest.raises(StoreError, match="does not fit the chain"):
        upgrade_store(bare)
    assert rows_of(bare) == before


def test_many_disputes_do_not_disturb_each_other(bare: Settings, tmp_path: Path) -> None:
    other = Settings(home=tmp_path / "other", user="rita")
    add_disputes(other, 5)
    decide(other, "d4", "resolved")
    assert audit_head(bare).seq == 0
