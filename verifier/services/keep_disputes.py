"""Disputes that outlast a comparison: found anew, kept under the name they had."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from verifier.pairing.disputes import Dispute, continue_disputes
from verifier.store.disputes import DisputeRow, save_disputes, stored_disputes


def keep_disputes(connection: Connection, found: Sequence[Dispute]) -> None:
    """Store the disputes there are now, inside a transaction."""
    continued, merged = continue_disputes(found, stored_disputes(connection))
    save_disputes(connection, [_row(each) for each in continued], merged)


def _row(dispute: Dispute) -> DisputeRow:
    positions = []
    for position in dispute.positions:
        stance = "denies" if position.stance == "denies" else "asserts"
        positions.append((position.stance, stance, position.claims))
    return DisputeRow(dispute.uid, dispute.question, tuple(positions))
