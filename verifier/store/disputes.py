"""Disputes in the store: they keep their name, what became of them, and since when each claim belongs to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, and_, case, exists, func, insert, select, update

from verifier.domain.enums import DisputeStatus
from verifier.store.pairs import claim_ids
from verifier.store.reviews import last_seq
from verifier.store.tables import claim, dispute, dispute_claim, standing

REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute ready to be stored: positions are labels and stances with claim uids."""

    uid: str
    question: str
    positions: tuple[tuple[str, str, tuple[str, ...]], ...]


def stored_disputes(connection: Connection) -> dict[str, list[str]]:
    """The claims of each live dispute by uid, the oldest dispute first."""
    query = (
        select(dispute.c.uid, claim.c.uid.label("claim"))
        .join(dispute_claim, dispute_claim.c.dispute_id == dispute.c.id)
        .join(claim, claim.c.id == dispute_claim.c.claim_id)
        .where(dispute.c.live.is_(True))
        .order_by(dispute.c.id, claim.c.uid)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.uid].append(row.claim)
    return found


def save_disputes(connection: Connection, rows: Sequence[DisputeRow], merged: Mapping[str, str]) -> None:
    """Store the disputes there are now; those ``merged`` point to the one they went into, decisions stay.

    A claim that was not in its dispute before joins it after the newest decision, which is what reopens it.
    """
    ids, newest = claim_ids(connection), last_seq(connection)
    joined = {(row.dispute_id, row.claim_id): row.joined_after for row in connection.execute(select(dispute_claim))}
    connection.execute(update(dispute).values(live=False))
    connection.execute(dispute_claim.delete())
    known = {row.uid: row.id for row in connection.execute(select(dispute.c.uid, dispute.c.id))}
    members: list[dict[str, Any]] = []
    for row in rows:
        values = {"question": row.question, "live": True, "merged_into_id": None}
        if row.uid in known:
            connection.execute(update(dispute).where(dispute.c.uid == row.uid).values(values))
        else:
            made = connection.execute(insert(dispute).values(uid=row.uid, **values)).inserted_primary_key
            known[row.uid] = int(made[0]) if made else 0
        home = known[row.uid]
        members += (
            {
                "dispute_id": home, "claim_id": ids[uid], "position": n, "label": label, "stance": stance,
                "joined_after": joined.get((home, ids[uid]), newest),
            }
            for n, (label, stance, uids) in enumerate(row.positions)
            for uid in uids
        )  # fmt: skip
    if members:
        connection.execute(insert(dispute_claim), members)
    for uid, into in merged.items():
        connection.execute(update(dispute).where(dispute.c.uid == uid).values(merged_into_id=known[into]))


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
