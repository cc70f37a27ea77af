"""Caring for the store: schema, proofs of integrity, copies."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, select

from verifier.config import Settings
from verifier.errors import StoreError
from verifier.services.open_store import now, open_store
from verifier.store import schema
from verifier.store.audit_proof import first_fault
from verifier.store.engine import Store, connect
from verifier.store.tables import claim, section, snapshot


def upgrade_store(settings: Settings) -> str:
    """Bring the database to the newest revision, after a copy where there is something to lose."""
    store = connect(settings.url)
    before = schema.current(store)
    if before not in (None, schema.head()):
        backup_store(settings, settings.backups / f"before-{schema.head()}-{now():%Y%m%dT%H%M%S}.db", check=False)
    schema.upgrade(store)
    return schema.current(store) or ""


def downgrade_store(settings: Settings, revision: str) -> str | None:
    """Take the database back to ``revision``."""
    store = connect(settings.url)
    schema.downgrade(store, revision)
    return schema.current(store)


def current_revision(settings: Settings) -> str | None:
    """The revision the database is at."""
    return schema.current(connect(settings.url))


def schema_drift(settings: Settings) -> list[str]:
    """What differs between database and schema."""
    return schema.drift(connect(settings.url))


def check_store(settings: Settings) -> list[str]:
    """Everything that is wrong with what is stored, one sentence each; nothing where all is well."""
    store = open_store(settings)
    return _problems(store)


def _problems(store: Store) -> list[str]:
    with store.read() as connection:
        damage = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        problems = [f"The file is damaged: {words}." for words in damage]
        problems += [f"A row of {row[0]} refers to a row that is not there." for row in orphans]
        if not problems:
            problems += _broken_quotes(connection)
            fault = first_fault(connection)
            problems += [fault] if fault is not None else []
    return problems + schema.drift(store)


def _broken_quotes(connection: Connection) -> list[str]:
    """Claims and sections that are not where they say."""
    problems = []
    for row in connection.execute(select(snapshot.c.id, snapshot.c.uid, snapshot.c.text)):
        claims = connection.execute(select(claim).where(claim.c.snapshot_id == row.id)).all()
        problems += [f"Claim {c.uid} does not quote its text." for c in claims if row.text[c.start : c.end] != c.exact]
        ends = connection.execute(select(section.c.end).where(section.c.snapshot_id == row.id)).scalars().all()
        if not ends or max(ends) > len(row.text):
            problems.append(f"Snapshot {row.uid} is not whole.")
    return problems


def backup_store(settings: Settings, target: Path, check: bool = True) -> None:
    """Copy the database while it is in use and verify the copy. Raises StoreError."""
    if target.exists():
        raise StoreError(f"{target} is already there; choose another name.")
    store = open_store(settings) if check else connect(settings.url)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(store.path)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"The copy {target} cannot be written: {error}.") from error
    target.chmod(0o600)
    if check:
        _verify(target)


def restore_store(settings: Settings, source: Path, force: bool = False) -> None:
    """Put a verified copy in the place of the database. Raises StoreError where one is there already."""
    if not source.exists():
        raise StoreError(f"{source} does not exist.")
    _verify(source)
    target = settings.database_path
    if target.exists() and not force:
        raise StoreError(f"{target} is already there; add --force to replace it.")
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = target.with_suffix(".restoring")
    shutil.copyfile(source, fresh)
    fresh.chmod(0o600)
    for suffix in ("-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    fresh.replace(target)


def _verify(path: Path) -> None:
    problems = _problems(connect(f"sqlite:///{path.resolve()}"))
    if problems:
        raise StoreError(f"{path} is not sound: {problems[0]}")
