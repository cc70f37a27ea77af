"""Proof of the log: its chain of hashes, and each logged decision against the row that is stored."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Text, func, select, type_coerce

from verifier.store.audit import GENESIS, correction_payload, decision_payload, entry_hash
from verifier.store.reviews import TABLES
from verifier.store.tables import audit_entry, correction, decision, evidence
from verifier.store.tables.base import dump_json
from verifier.store.users import user_target

ERASING = "erase_decision"
ERASING_USER = "erase_user"
CORRECTING = "correct"
_BATCH = 2000
Refs = Mapping[int, list[tuple[str, str, str | None]]]


@dataclass(frozen=True, slots=True)
class _Erased:
    """What the log says was blanked: uids of decisions, numbers of corrections, and people."""

    decisions: frozenset[str]
    corrections: frozenset[int]
    people: frozenset[str]


def first_fault(connection: Connection) -> str | None:
    """What is wrong with the first entry that does not fit, in one sentence; None where the log is whole."""
    refs = _evidence(connection)
    erased = _erasures(connection)
    corrections = {row.seq: row._asdict() for row in connection.execute(select(correction))}
    seq, digest = 0, GENESIS
    for row in logged_rows(connection):
        seq += 1
        if row.seq != seq:
            return f"Entry {seq} is missing from the log."
        if row.prev_sha256 != digest:
            return f"Entry {seq} of the log does not follow the one before it."
        entry = row._asdict()
        if entry_hash(entry) != row.sha256:
            return f"Entry {seq} of the log has been changed."
        if row.decision_seq is not None and not _as_logged(row, entry, refs, erased.decisions):
            return f"Entry {seq} of the log: decision {row.decision_seq} is not what was logged."
        if row.action == CORRECTING and not _corrected_as_logged(row, corrections, erased):
            return f"Entry {seq} of the log: the correction is not what was logged."
        digest = row.sha256
    logged = select(audit_entry.c.decision_seq).where(audit_entry.c.decision_seq.is_not(None))
    stray = connection.execute(select(func.min(decision.c.seq)).where(decision.c.seq.not_in(logged))).scalar()
    return None if stray is None else f"Entry {seq + 1} is missing from the log: decision {stray} has none."


def logged_rows(connection: Connection) -> Iterator[Row[Any]]:
    """Every entry in order, with the decision it logs and the uid that one is about (``about``)."""
    names = ("uid", "question", "verdict", "note", "reason_codes", "corrected_relation", "cancels_seq", "salt")
    about = [table.c.uid for table in TABLES.values()]
    query = select(
        audit_entry,
        decision.c.user_id.label("reviewer"),
        decision.c.decided_at,
        *(decision.c[name] for name in names),
        type_coerce(decision.c.shown, Text).label("shown"),  # as it was written, which costs least to compare
        func.coalesce(*about).label("about"),
    ).outerjoin(decision, decision.c.seq == audit_entry.c.decision_seq)
    for kind, table in TABLES.items():
        query = query.outerjoin(table, table.c.id == decision.c[f"{kind}_id"])
    streaming = connection.execution_options(yield_per=_BATCH)
    return iter(streaming.execute(query.order_by(audit_entry.c.seq)))


def _as_logged(row: Row[Any], entry: Mapping[str, Any], refs: Refs, erased: frozenset[str]) -> bool:
    if row.uid is None or (row.decided_at, row.reviewer, row.about) != (row.at, row.user_id, row.target):
        return False
    found = decision_payload(entry, refs.get(row.decision_seq, ()))
    if dump_json(found) == row.payload:
        return True
    blank = not (row.note or row.salt or any(ref or quote for _, ref, quote in refs.get(row.decision_seq, ())))
    return row.uid in erased and blank and _without_texts(found) == _without_texts(json.loads(row.payload))


def _corrected_as_logged(row: Row[Any], corrections: Mapping[int, Mapping[str, Any]], erased: _Erased) -> bool:
    """Whether a correction is what was logged; one whose texts were erased is compared without them."""
    logged = json.loads(row.payload)
    stored = corrections.get(logged["correction"])
    if stored is None or (stored["made_at"], stored["user_id"]) != (row.at, row.user_id):
        return False
    found = correction_payload(stored)
    lawful = stored["seq"] in erased.corrections or user_target(stored["user_id"]) in erased.people
    if lawful and not (stored["salt"] or stored["reason"]):
        found, logged = ({**each, "told": None, "reason": None} for each in (found, logged))
    return dump_json(found) == dump_json(logged)


def _erasures(connection: Connection) -> _Erased:
    query = select(audit_entry.c.action, audit_entry.c.target, audit_entry.c.payload)
    rows = connection.execute(query.where(audit_entry.c.action.in_((ERASING, ERASING_USER)))).all()
    about = [(row.target, json.loads(row.payload)) for row in rows if row.action == ERASING]
    return _Erased(
        frozenset(target for target, payload in about if "decision" in payload),
        frozenset(payload["correction"] for _, payload in about if "correction" in payload),
        frozenset(row.target for row in rows if row.action == ERASING_USER),
    )


def _without_texts(payload: Mapping[str, Any]) -> dict[str, Any]:
    return {**payload, "note": None, "evidence": [each[0] for each in payload["evidence"]]}


def _evidence(connection: Connection) -> Refs:
    refs: dict[int, list[tuple[str, str, str | None]]] = defaultdict(list)
    columns = (evidence.c.decision_seq, evidence.c.kind, evidence.c.ref, evidence.c.quote)
    query = select(*columns)
    for seq, kind, ref, quote in connection.execute(query.order_by(evidence.c.decision_seq, evidence.c.ordinal)):
        refs[seq].append((kind, ref, quote))
    return refs
