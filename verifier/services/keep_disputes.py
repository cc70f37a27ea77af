"""Disputes that outlast a comparison: found anew, kept under the name they had."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from verifier.domain.uids import dispute_uid
from verifier.pairing.disputes import Dispute, continue_disputes
from verifier.store.disputes import DisputeRow, live_disputes, save_disputes, stored_disputes


def keep_disputes(connection: Connection, found: Sequence[Dispute], among: Collection[int] | None = None) -> None:
    """Store the disputes there are now over the claims ``among`` (by row; all where None), inside a transaction."""
    stored = stored_disputes(connection, among)
    names = {dispute_uid([uid]) for each in found for uid in each.claims}
    continued, merged = continue_disputes(found, stored, live_disputes(connection, names) - stored.keys())
    save_disputes(connection, [_row(each) for each in continued], merged, among)


def _row(dispute: Dispute) -> DisputeRow:
    positions = []
    for position in dispute.positions:
        stance = "denies" if position.stance == "denies" else "asserts"
        positions.append((position.stance, stance, position.claims))
    return DisputeRow(dispute.uid, dispute.question, tuple(positions))
