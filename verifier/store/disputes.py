"""Disputes as they stand: positions with the claims that take them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, insert, select, update

from verifier.store.claims import claim_ids
from verifier.store.rows import in_parts, insert_numbered
from verifier.store.tables import dispute, dispute_claim


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute ready to be stored: positions are stance labels with claim uids."""

    uid: str
    question: str
    positions: tuple[tuple[str, str, tuple[str, ...]], ...]


def save_disputes(connection: Connection, rows: Sequence[DisputeRow], among: Collection[int] | None = None) -> None:
    """Store the disputes there are now over the claims ``among`` (by row; all where None).

    Earlier ones of these claims that have gone stop being live, their decisions stay.
    """
    _clear_disputes(connection, among)
    ids = claim_ids(connection, {uid for row in rows for _, _, uids in row.positions for uid in uids})
    stored = select(dispute.c.uid, dispute.c.id)
    known = {row.uid: row.id for row in in_parts(connection, stored, dispute.c.uid, [row.uid for row in rows])}
    again = [{"key": known[row.uid], "asked": row.question} for row in rows if row.uid in known]
    if again:
        renewed = {"question": bindparam("asked"), "live": True}
        connection.execute(update(dispute).where(dispute.c.id == bindparam("key")).values(renewed), again)
    fresh = [row for row in rows if row.uid not in known]
    values = [{"uid": row.uid, "question": row.question, "merged_into_id": None, "live": True} for row in fresh]
    known |= zip((row.uid for row in fresh), insert_numbered(connection, dispute, values), strict=True)
    members = [
        {"dispute_id": known[row.uid], "claim_id": ids[uid], "position": n, "label": label, "stance": stance}
        for row in rows
        for n, (label, stance, uids) in enumerate(row.positions)
        for uid in uids
    ]
    if members:
        connection.execute(insert(dispute_claim), members)


def disputed_with(connection: Connection, claims: Sequence[int]) -> set[int]:
    """The claims that share a stored dispute with these, all by row."""
    other = dispute_claim.alias("other")
    query = select(other.c.claim_id).join(dispute_claim, dispute_claim.c.dispute_id == other.c.dispute_id)
    return {row[0] for row in in_parts(connection, query, dispute_claim.c.claim_id, claims)}


def _clear_disputes(connection: Connection, among: Collection[int] | None) -> None:
    """Take the disputes over claims, or all, apart; they stop being live."""
    if among is None:
        connection.execute(update(dispute).values(live=False))
        connection.execute(dispute_claim.delete())
        return
    holding = select(dispute_claim.c.dispute_id)
    old = {row[0] for row in in_parts(connection, holding, dispute_claim.c.claim_id, sorted(among))}
    if old:
        keys = [{"gone": key} for key in sorted(old)]
        connection.execute(update(dispute).where(dispute.c.id == bindparam("gone")).values(live=False), keys)
        connection.execute(dispute_claim.delete().where(dispute_claim.c.dispute_id == bindparam("gone")), keys)
