"""The log for readers: exported, proved, and shown entry by entry."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from verifier.config import Settings
from verifier.errors import VerifierError
from verifier.services.desk_list_model import Listing
from verifier.services.desk_stores import kept_store
from verifier.store.audit import Head, head, knows_head
from verifier.store.audit_proof import first_fault, logged_rows
from verifier.store.rows import in_parts
from verifier.store.tables import audit_entry, evidence, user

PAGE = 50
_BATCH = 1_000


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One act in the list: who did what to what, and the hash that chains it."""

    seq: int
    at: datetime
    user: str
    action: str
    target: str
    details: dict[str, Any]
    sha256: str


def export_audit(settings: Settings) -> Iterator[dict[str, Any]]:
    """Every entry in order; a decision with its verdict, note and evidence, exactly once."""
    with kept_store(settings).read() as connection:
        names = {row.id: row.name for row in connection.execute(select(user.c.id, user.c.name))}
        for row, refs in _with_evidence(connection):
            line: dict[str, Any] = {
                "seq": row.seq,
                "at": row.at.isoformat(),
                "user": names[row.user_id],
                "user_id": row.user_id,
                "action": row.action,
                "target": row.target,
                "decision_seq": row.decision_seq,
                "payload": row.payload,
                "prev_sha256": row.prev_sha256,
                "sha256": row.sha256,
            }
            if row.decision_seq is not None:
                line["decision"] = {
                    "question": row.question,
                    "verdict": row.verdict,
                    "note": row.note,
                    "salt": row.salt,
                    "evidence": refs,
                    "shown": json.loads(row.shown),
                    "cancels": row.cancels_seq,
                }
            yield line


def _with_evidence(connection: Connection) -> Iterator[tuple[Any, list[str]]]:
    """Every entry with what backs the decision it logs."""
    rows = logged_rows(connection)
    query = select(evidence.c.decision_seq, evidence.c.ref).order_by(evidence.c.decision_seq, evidence.c.ordinal)
    while part := list(islice(rows, _BATCH)):
        refs: dict[int, list[str]] = defaultdict(list)
        decided = [row.decision_seq for row in part if row.decision_seq is not None]
        for number, ref in in_parts(connection, query, evidence.c.decision_seq, decided):
            refs[number].append(ref)
        yield from ((row, refs[row.decision_seq] if row.decision_seq is not None else []) for row in part)


def verify_audit(settings: Settings, expected: str | None = None) -> Head:
    """The head of the log, proved whole. Raises VerifierError naming the first bad entry, or the head that is gone."""
    with kept_store(settings).read() as connection:
        fault = first_fault(connection)
        if fault is not None:
            raise VerifierError(fault)
        found = head(connection)
        if expected is not None and not knows_head(connection, expected):
            raise VerifierError(
                f"No entry of the log has the hash {expected}: it was cut off or rewritten since, or is another log. "
                f"It ends with entry {found.seq}."
            )
        return found


def audit_head(settings: Settings) -> Head:
    """The newest entry of the log, as it is."""
    with kept_store(settings).read() as connection:
        return head(connection)


def list_log(settings: Settings, after: str | None, size: int = PAGE) -> Listing[LogEntry]:
    """The entries, the newest first."""
    query = select(audit_entry, user.c.name).join(user, user.c.id == audit_entry.c.user_id)
    if after and after.isdecimal() and len(after) < 16:
        query = query.where(audit_entry.c.seq < int(after))
    with kept_store(settings).read() as connection:
        rows = connection.execute(query.order_by(audit_entry.c.seq.desc()).limit(size + 1)).all()
        total = head(connection).seq
    found = tuple(
        LogEntry(r.seq, r.at, r.name, r.action, r.target, json.loads(r.payload), r.sha256) for r in rows[:size]
    )
    return Listing(found, str(found[-1].seq) if len(rows) > size else None, total)
