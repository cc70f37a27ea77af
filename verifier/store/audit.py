"""The log: every decision and administrative act in one chain of hashes that anyone can prove whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from verifier.store.tables import audit_entry
from verifier.store.tables.base import dump_json

GENESIS = "0" * 64
"""The hash before the first entry."""


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry of the log: its number and hash; 0 and zeros where there is none."""

    seq: int
    sha256: str


def append_entry(
    connection: Connection,
    actor: int,
    action: str,
    target: str,
    payload: Mapping[str, Any],
    now: datetime,
    decision_seq: int | None = None,
) -> Head:
    """Append one act of ``actor`` to the log. The payload holds no personal text, only hashes of it."""
    last = head(connection)
    entry = {
        "seq": last.seq + 1,
        "at": now,
        "user_id": actor,
        "action": action,
        "target": target,
        "decision_seq": decision_seq,
        "payload": dump_json(payload),
        "prev_sha256": last.sha256,
    }
    digest = entry_hash(entry)
    connection.execute(insert(audit_entry).values(sha256=digest, **entry))
    return Head(last.seq + 1, digest)


def entry_hash(entry: Mapping[str, Any]) -> str:
    """The hash of an entry: SHA-256 over canonical JSON of all of it and the hash before it."""
    content = {
        "seq": entry["seq"],
        "at": entry["at"].astimezone(UTC).isoformat(),
        "user": entry["user_id"],
        "action": entry["action"],
        "target": entry["target"],
        "decision": entry["decision_seq"],
        "payload": entry["payload"],
        "prev": entry["prev_sha256"],
    }
    return hashlib.sha256(dump_json(content).encode()).hexdigest()


def decision_payload(row: Mapping[str, Any], evidence_refs: Iterable[tuple[str, str, str | None]]) -> dict[str, Any]:
    """What the log keeps of a decision: its facts, and the hash of every text a person wrote, salted.

    ``shown`` of the row is the text of its JSON.
    """
    return {
        "uid": row["uid"],
        "question": row["question"],
        "verdict": row["verdict"],
        "note": _text_hash(row["salt"], row["note"]),
        "evidence": [[kind, _text_hash(row["salt"], ref), _text_hash(row["salt"], quote)]
                     for kind, ref, quote in evidence_refs],
        "shown": hashlib.sha256(row["shown"].encode()).hexdigest(),
        "reasons": row["reason_codes"],
        "relation": row["corrected_relation"],
        "cancels": row["cancels_seq"],
    }  # fmt: skip


def correction_payload(row: Mapping[str, Any]) -> dict[str, Any]:
    """What the log keeps of a correction: its facts, and the salted hashes of what it told and why."""
    return {
        "correction": row["seq"],
        "kind": row["kind"],
        "version": row["version_id"],
        "told": _text_hash(row["salt"], row["told"]),
        "reason": _text_hash(row["salt"], row["reason"]),
        "cancels": row["cancels_seq"],
    }


def head(connection: Connection) -> Head:
    """The newest entry."""
    query = select(audit_entry.c.seq, audit_entry.c.sha256).order_by(audit_entry.c.seq.desc()).limit(1)
    last = connection.execute(query).first()
    return Head(last.seq, last.sha256) if last is not None else Head(0, GENESIS)


def hash_of_decision(connection: Connection, seq: int) -> str | None:
    """The hash of the entry that logs decision ``seq``: the head of the log as it was then."""
    return connection.execute(select(audit_entry.c.sha256).where(audit_entry.c.decision_seq == seq)).scalar()


def knows_head(connection: Connection, sha256: str) -> bool:
    """Whether the log contains an entry of this hash, or this is where every log begins."""
    known = select(audit_entry.c.seq).where(audit_entry.c.sha256 == sha256)
    return sha256 == GENESIS or connection.execute(known).first() is not None


def _text_hash(salt: str, text: str | None) -> str | None:
    return hashlib.sha256(f"{salt}{text}".encode()).hexdigest() if text else None
