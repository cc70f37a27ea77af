"""Caring for the store: schema and proofs of integrity."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from verifier.config import Settings
from verifier.services.desk_index import forget_all, refresh
from verifier.services.open_store import open_store
from verifier.store import schema
from verifier.store.audit_proof import first_fault
from verifier.store.engine import PATIENT_SECONDS, Store, connect
from verifier.store.reviews import standing_faults
from verifier.store.tables import claim, desk_item, section, snapshot


def current_revision(settings: Settings) -> str | None:
    """The revision the database is at."""
    with connect(settings.url) as store:
        return schema.current(store)


def schema_drift(settings: Settings) -> list[str]:
    """What differs between database and schema."""
    with connect(settings.url) as store:
        return schema.drift(store)


def check_store(settings: Settings) -> list[str]:
    """Everything that is wrong with what is stored, one sentence each; nothing where all is well."""
    with open_store(settings) as store:
        return problems_of(store)


def reindex_store(settings: Settings) -> int:
    """Make the index of the desk's lists and the full text anew; how many items they hold."""
    with open_store(settings, PATIENT_SECONDS) as store, store.write() as connection:
        forget_all(connection)
        refresh(connection)
        return int(connection.execute(select(func.count()).select_from(desk_item)).scalar_one())


def problems_of(store: Store) -> list[str]:
    """The same of an open store."""
    with store.read() as connection:
        damage = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        problems = [f"The file is damaged: {words}." for words in damage]
        problems += [f"A row of {row[0]} refers to a row that is not there." for row in orphans]
        if not problems:
            problems += _broken_quotes(connection)
            fault = first_fault(connection)
            problems += [fault] if fault is not None else []
            problems += standing_faults(connection)
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
