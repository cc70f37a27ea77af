"""Disputes in the store: they keep their name, what became of them, and since when each claim belongs to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    and_,
    bindparam,
    case,
    exists,
    func,
    insert,
    select,
    update,
)

from verifier.domain.enums import DisputeStatus
from verifier.store.claims import claim_ids
from verifier.store.reviews import last_seq
from verifier.store.rows import in_parts, insert_numbered
from verifier.store.tables import claim, dispute, dispute_claim, standing

REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute ready to be stored: positions are labels and stances with claim uids."""

    uid: str
    question: str
    positions: tuple[tuple[str, str, tuple[str, ...]], ...]


def stored_disputes(connection: Connection, among: Collection[int] | None = None) -> dict[str, list[str]]:
    """The claims of each live dispute by uid, the oldest first; of those over some claims (by row) or all."""
    query = (
        select(dispute.c.uid, claim.c.uid.label("claim"))
        .join(dispute_claim, dispute_claim.c.dispute_id == dispute.c.id)
        .join(claim, claim.c.id == dispute_claim.c.claim_id)
        .where(dispute.c.live.is_(True))
        .order_by(dispute.c.id, claim.c.uid)
    )
    rows: Any = connection.execute(query)
    if among is not None:
        rows = in_parts(connection, query, dispute.c.id, _disputes_over(connection, among))
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[row.uid].append(row.claim)
    return found


def live_disputes(connection: Connection, uids: Collection[str]) -> set[str]:
    """Those of some uids that are names of live disputes."""
    return {
        row[0]
        for row in in_parts(
            connection, select(dispute.c.uid).where(dispute.c.live.is_(True)), dispute.c.uid, sorted(uids)
        )
    }


def disputed_with(connection: Connection, claims: Sequence[int]) -> set[int]:
    """The claims that share a stored dispute with these, all by row."""
    other = dispute_claim.alias("other")
    query = select(other.c.claim_id).join(dispute_claim, dispute_claim.c.dispute_id == other.c.dispute_id)
    return {row[0] for row in in_parts(connection, query, dispute_claim.c.claim_id, claims)}


def save_disputes(
    connection: Connection,
    rows: Sequence[DisputeRow],
    merged: Mapping[str, str],
    among: Collection[int] | None = None,
) -> None:
    """Store the disputes there are now over the claims ``among`` (by row; all where None).

    Those ``merged`` point to the one they went into, decisions stay. A claim that was not in its dispute before joins
    it after the newest decision, which is what reopens it.
    """
    joined, newest = _take_apart(connection, among), last_seq(connection)
    ids = claim_ids(connection, {uid for row in rows for _, _, uids in row.positions for uid in uids})
    uids = sorted({row.uid for row in rows} | merged.keys() | set(merged.values()))
    known = {row.uid: row.id for row in in_parts(connection, select(dispute.c.uid, dispute.c.id), dispute.c.uid, uids)}
    again = [{"key": known[row.uid], "asked": row.question} for row in rows if row.uid in known]
    if again:
        renewed = {"question": bindparam("asked"), "live": True, "merged_into_id": None}
        connection.execute(update(dispute).where(dispute.c.id == bindparam("key")).values(renewed), again)
    fresh = [row for row in rows if row.uid not in known]
    values = [{"uid": row.uid, "question": row.question, "live": True, "merged_into_id": None} for row in fresh]
    known |= zip((row.uid for row in fresh), insert_numbered(connection, dispute, values), strict=True)
    members = [
        {
            "dispute_id": known[row.uid], "claim_id": ids[uid], "position": n, "label": label, "stance": stance,
            "joined_after": joined.get((known[row.uid], ids[uid]), newest),
        }
        for row in rows
        for n, (label, stance, uids) in enumerate(row.positions)
        for uid in uids
    ]  # fmt: skip
    if members:
        connection.execute(insert(dispute_claim), members)
    for uid, into in merged.items():
        connection.execute(update(dispute).where(dispute.c.uid == uid).values(merged_into_id=known[into]))


def _take_apart(connection: Connection, among: Collection[int] | None) -> dict[tuple[int, int], int]:
    """End the disputes over claims, or all: after which decision each claim had joined, by dispute and claim."""
    held = select(dispute_claim)
    if among is None:
        rows = list(connection.execute(held))
        connection.execute(update(dispute).values(live=False))
        connection.execute(dispute_claim.delete())
    else:
        old = _disputes_over(connection, among)
        rows = list(in_parts(connection, held, dispute_claim.c.dispute_id, old))
        for part in (update(dispute).where(dispute.c.id == bindparam("gone")).values(live=False),
                     dispute_claim.delete().where(dispute_claim.c.dispute_id == bindparam("gone"))):  # fmt: skip
            if old:
                connection.execute(part, [{"gone": key} for key in old])
    return {(row.dispute_id, row.claim_id): row.joined_after for row in rows}


def _disputes_over(connection: Connection, claims: Collection[int]) -> list[int]:
    """The rows of the disputes that hold some claims."""
    query = select(dispute_claim.c.dispute_id)
    return sorted({row[0] for row in in_parts(connection, query, dispute_claim.c.claim_id, sorted(claims))})


def dispute_status() -> ColumnElement[str]:
    """What stands on a dispute, over ``with_standing``: ``reopened`` where a claim joined after it was closed."""
    later = exists().where(
        dispute_claim.c.dispute_id == dispute.c.id, dispute_claim.c.joined_after >= standing.c.decision_seq
    )
    closed = standing.c.verdict.in_((DisputeStatus.RESOLVED.value, DisputeStatus.DISMISSED.value))
    return case((and_(closed, later), REOPENED), else_=func.coalesce(standing.c.verdict, DisputeStatus.OPEN.value))


def with_standing() -> FromClause:
    """Disputes with the decision in force on each, where there is one."""
    return dispute.outerjoin(standing, and_(standing.c.target_uid == dispute.c.uid, standing.c.question == ""))
