"""Decisions of people: appended and logged, taken back only by new ones."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from verifier.errors import NotFound
from verifier.store.audit import append_entry, decision_payload
from verifier.store.chains import in_force
from verifier.store.prepared import Prepared
from verifier.store.second_looks import settle_second_look
from verifier.store.tables import (
    claim,
    decision,
    decision_batch,
    dispute,
    evidence,
    finding,
    pair,
    report,
    standing,
)
from verifier.store.tables.base import dump_json

TABLES = {"pair": pair, "finding": finding, "claim": claim, "dispute": dispute, "report": report}
_IDS = {kind: Prepared(select(table.c.id).where(table.c.uid == bindparam("uid"))) for kind, table in TABLES.items()}
_CANCELLATIONS = Prepared(select(decision.c.cancels_seq, decision.c.seq).where(decision.c.cancels_seq.is_not(None)))


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
        found = _IDS[kind].scalar(connection, uid=uid)
        if found is not None:
            return Target(kind, int(found), uid)
    raise unknown(uid)


def newest_decision(kind: str) -> Any:
    """The number of the newest decision on a target of this kind, beside the columns of its row."""
    newest = select(func.max(decision.c.seq)).where(decision.c[f"{kind}_id"] == TABLES[kind].c.id)
    return newest.scalar_subquery()


def unknown(uid: str) -> NotFound:
    """The refusal of a uid that nothing has."""
    return NotFound("Nothing with the uid “%(uid)s” is stored.", uid=uid)


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
    settle_second_look(connection, target.kind, target.id, target.uid, now)
    return seq


def newest_own(connection: Connection, reviewer: int, target: Target | None, *, undone: bool = False) -> Any:
    """One's newest verdict that stands, on ``target`` if given; None where there is none.

    With ``undone`` the one taken back last, unless a verdict was given since: what a redo brings back.
    """
    links = cancellations(connection)
    query = select(decision).where(decision.c.user_id == reviewer).order_by(decision.c.seq.desc())
    if target is not None:
        query = query.where(decision.c[f"{target.kind}_id"] == target.id)
    if not undone:
        given = connection.execute(query.where(decision.c.cancels_seq.is_(None)))
        return next((row for row in given if in_force(row.seq, links)), None)
    starts = {cancelling: cancelled for cancelled, cancelling in links.items()}
    for row in connection.execute(query):
        if row.cancels_seq is None and in_force(row.seq, links):
            return None
        if (
            row.cancels_seq is not None
            and row.seq not in links
            and not in_force(first := _start(row.seq, starts), links)
        ):
            return connection.execute(select(decision).where(decision.c.seq == first)).one()
    return None


def cancellations(connection: Connection) -> dict[int, int]:
    """Which decision cancels which: the number of the cancelling one by that of the cancelled."""
    return dict(_CANCELLATIONS.all(connection))


def batch_of(connection: Connection, row: Any) -> list[Any]:
    """A decision with all that were recorded in one bulk with it, in their order."""
    batch = connection.execute(select(decision_batch.c.batch).where(decision_batch.c.decision_seq == row.seq)).scalar()
    if batch is None:
        return [row]
    query = select(decision).join(decision_batch, decision_batch.c.decision_seq == decision.c.seq)
    return list(connection.execute(query.where(decision_batch.c.batch == batch).order_by(decision.c.seq)))


def mark_batch(connection: Connection, seqs: Sequence[int], batch: str) -> None:
    """Note that decisions were recorded in one bulk."""
    connection.execute(insert(decision_batch), [{"decision_seq": seq, "batch": batch} for seq in seqs])


def _start(seq: int, cancelled_by: Mapping[int, int]) -> int:
    while seq in cancelled_by:
        seq = cancelled_by[seq]
    return seq


def target_of(connection: Connection, row: Any) -> Target:
    """What a stored decision is about."""
    for kind, table in TABLES.items():
        key = getattr(row, f"{kind}_id")
        if key is not None:
            uid = connection.execute(select(table.c.uid).where(table.c.id == key)).scalar_one()
            return Target(kind, int(key), uid, row.question)
    raise NotFound("Decision %(no)s has no target.", no=row.seq)


def verdicts(connection: Connection) -> dict[tuple[str, str], str]:
    """The verdicts in force by target uid and question."""
    return {(row.target_uid, row.question): row.verdict for row in connection.execute(select(standing))}


def _set_standing(connection: Connection, target: Target) -> None:
    """Compute anew which verdict on a target stands: the newest that is not taken back."""
    rows = connection.execute(
        select(decision.c.seq, decision.c.verdict, decision.c.cancels_seq)
        .where(decision.c[f"{target.kind}_id"] == target.id, decision.c.question == target.question)
        .order_by(decision.c.seq.desc())
    ).all()
    links = {row.cancels_seq: row.seq for row in rows if row.cancels_seq is not None}
    newest = next((row for row in rows if row.cancels_seq is None and in_force(row.seq, links)), None)
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
    links = cancellations(connection)
    about = func.coalesce(*(table.c.uid for table in TABLES.values())).label("about")
    query = select(about, decision.c.question, decision.c.seq, decision.c.verdict)
    query = query.where(decision.c.cancels_seq.is_(None)).order_by(decision.c.seq)
    for kind, table in TABLES.items():
        query = query.outerjoin(table, table.c.id == decision.c[f"{kind}_id"])
    given = (r for r in connection.execute(query) if in_force(r.seq, links))
    expected = {(r.about, r.question): (r.seq, r.verdict) for r in given}  # the newest stays
    found = {(r.target_uid, r.question): (r.decision_seq, r.verdict) for r in connection.execute(select(standing))}
    wrong = sorted(key[0] for key in expected.keys() | found.keys() if expected.get(key) != found.get(key))
    return [f"The verdict in force on {uid} is not what its decisions say." for uid in wrong]


def last_seq(connection: Connection) -> int:
    """The number of the newest decision; 0 where there is none."""
    return int(connection.execute(select(func.max(decision.c.seq))).scalar() or 0)


def _evidence(seq: int, ordinal: int, ref: str) -> dict[str, Any]:
    kind = "url" if ref.startswith(("http://", "https://")) else "claim" if len(ref) == 16 and ref.isalnum() else "file"
    return {"decision_seq": seq, "ordinal": ordinal, "kind": kind, "ref": ref}
