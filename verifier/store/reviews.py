"""Decisions of people: appended and logged, taken back only by new ones."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from verifier.errors import NotFound
from verifier.store.audit import append_entry, decision_payload
from verifier.store.tables import claim, decision, dispute, evidence, finding, pair, report, standing
from verifier.store.tables.base import dump_json

TABLES = {"pair": pair, "finding": finding, "claim": claim, "dispute": dispute, "report": report}


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about: its kind, its row and its uid; ``question`` is asked of claims only."""

    kind: str
    id: int
    uid: str
    question: str = ""


def find_target(connection: Connection, uid: str, kinds: Sequence[str] = tuple(TABLES)) -> Target:
    """The pair, finding, claim, dispute or report with ``uid``. Raises NotFound."""
    for kind in kinds:
        found = connection.execute(select(TABLES[kind].c.id).where(TABLES[kind].c.uid == uid)).scalar()
        if found is not None:
            return Target(kind, int(found), uid)
    raise NotFound(f"Nothing with the uid “{uid}” is stored.")


def append_decision(
    connection: Connection,
    target: Target,
    reviewer: int,
    verdict: str | None,
    *,
    note: str = "",
    evidence_refs: Sequence[str] = (),
    shown: Mapping[str, Any] | None = None,
    cancels: int | None = None,
    now: datetime,
) -> int:
    """Append one decision, and its entry to the log; its number. ``verdict`` is None for one that cancels another."""
    seq = last_seq(connection) + 1
    values: dict[str, Any] = {
        "uid": secrets.token_hex(8),
        f"{target.kind}_id": target.id,
        "question": target.question,
        "user_id": reviewer,
        "verdict": verdict,
        "note": note,
        "reason_codes": [],
        "corrected_relation": None,
        "shown": dict(shown or {}),
        "decided_at": now,
        "cancels_seq": cancels,
        "salt": secrets.token_hex(16),
    }
    connection.execute(insert(decision).values(seq=seq, **values))
    rows = [_evidence(seq, n, ref) for n, ref in enumerate(evidence_refs)]
    if rows:
        connection.execute(insert(evidence), rows)
    kept = {**values, "shown": dump_json(values["shown"])}
    payload = decision_payload(kept, [(row["kind"], row["ref"], None) for row in rows])
    action = "decide" if cancels is None else "undo"
    append_entry(connection, reviewer, action, target.uid, payload, now, decision_seq=seq)
    _set_standing(connection, target)
    return seq


def newest_own(connection: Connection, reviewer: int, target: Target | None) -> Any:
    """One's newest decision that still stands, on ``target`` if given; None where there is none."""
    cancelled = select(decision.c.cancels_seq).where(decision.c.cancels_seq.is_not(None))
    query = select(decision).where(
        decision.c.user_id == reviewer, decision.c.cancels_seq.is_(None), decision.c.seq.not_in(cancelled)
    )
    if target is not None:
        query = query.where(decision.c[f"{target.kind}_id"] == target.id)
    return connection.execute(query.order_by(decision.c.seq.desc()).limit(1)).first()


def target_of(connection: Connection, row: Any) -> Target:
    """What a stored decision is about."""
    for kind, table in TABLES.items():
        key = getattr(row, f"{kind}_id")
        if key is not None:
            uid = connection.execute(select(table.c.uid).where(table.c.id == key)).scalar_one()
            return Target(kind, int(key), uid, row.question)
    raise NotFound(f"Decision {row.seq} has no target.")


def verdicts(connection: Connection) -> dict[tuple[str, str], str]:
    """The verdicts in force by target uid and question."""
    return {(row.target_uid, row.question): row.verdict for row in connection.execute(select(standing))}


def _set_standing(connection: Connection, target: Target) -> None:
    """Compute anew which verdict on a target stands: the newest that nobody cancelled."""
    cancelled = select(decision.c.cancels_seq).where(decision.c.cancels_seq.is_not(None))
    newest = connection.execute(
        select(decision.c.seq, decision.c.verdict)
        .where(
            decision.c[f"{target.kind}_id"] == target.id,
            decision.c.question == target.question,
            decision.c.cancels_seq.is_(None),
            decision.c.seq.not_in(cancelled),
        )
        .order_by(decision.c.seq.desc())
        .limit(1)
    ).first()
    key = (standing.c.target_uid == target.uid) & (standing.c.question == target.question)
    connection.execute(delete(standing).where(key))
    if newest is not None:
        values = {"target_uid": target.uid, "question": target.question}
        connection.execute(insert(standing).values(verdict=newest.verdict, decision_seq=newest.seq, **values))
    if target.kind == "pair":
        state = "decided" if newest is not None else "new"
        connection.execute(update(pair).where(pair.c.id == target.id).values(state=state))


def standing_faults(connection: Connection) -> list[str]:
    """Targets whose verdict in force is not what their decisions say, one sentence each."""
    cancelled = select(decision.c.cancels_seq).where(decision.c.cancels_seq.is_not(None))
    about = func.coalesce(*(table.c.uid for table in TABLES.values())).label("about")
    query = select(about, decision.c.question, decision.c.seq, decision.c.verdict)
    query = query.where(decision.c.cancels_seq.is_(None), decision.c.seq.not_in(cancelled)).order_by(decision.c.seq)
    for kind, table in TABLES.items():
        query = query.outerjoin(table, table.c.id == decision.c[f"{kind}_id"])
    expected = {(r.about, r.question): (r.seq, r.verdict) for r in connection.execute(query)}  # the newest stays
    found = {(r.target_uid, r.question): (r.decision_seq, r.verdict) for r in connection.execute(select(standing))}
    wrong = sorted(key[0] for key in expected.keys() | found.keys() if expected.get(key) != found.get(key))
    return [f"The verdict in force on {uid} is not what its decisions say." for uid in wrong]


def last_seq(connection: Connection) -> int:
    """The number of the newest decision; 0 where there is none."""
    return int(connection.execute(select(func.max(decision.c.seq))).scalar() or 0)


def _evidence(seq: int, ordinal: int, ref: str) -> dict[str, Any]:
    kind = "url" if ref.startswith(("http://", "https://")) else "claim" if len(ref) == 16 and ref.isalnum() else "file"
    return {"decision_seq": seq, "ordinal": ordinal, "kind": kind, "ref": ref}
