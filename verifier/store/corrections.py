"""What people corrected: appended in one list, taken back only by new entries."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, or_, select

from verifier.errors import NotFound
from verifier.store.audit import append_entry, correction_payload
from verifier.store.chains import end_of, in_force
from verifier.store.prepared import Prepared, among
from verifier.store.tables import claim, claim_version, correction, pair, user


@dataclass(frozen=True, slots=True)
class Entry:
    """One correction: ``kind`` is corrected, added, rejected, paired, undone or redone.

    ``claim`` or ``pair`` is its target's uid; ``version`` the number of the reading it made; ``told`` says in
    words what changed; ``cancelled`` if taken back since.
    """

    seq: int
    kind: str
    claim: str | None
    pair: str | None
    version: int | None
    reviewer: str
    at: datetime
    told: str
    reason: str
    cancels: int | None
    cancelled: bool


def append_correction(
    connection: Connection,
    kind: str,
    reviewer: int,
    now: datetime,
    *,
    claim_id: int | None = None,
    version_id: int | None = None,
    pair_id: int | None = None,
    told: str = "",
    reason: str = "",
    cancels: int | None = None,
) -> int:
    """Append one correction, and its entry to the log; its number."""
    seq = int(connection.execute(select(func.max(correction.c.seq))).scalar() or 0) + 1
    values = {
        "seq": seq, "kind": kind, "claim_id": claim_id, "version_id": version_id, "pair_id": pair_id,
        "user_id": reviewer, "made_at": now, "told": told, "reason": reason, "cancels_seq": cancels,
        "salt": secrets.token_hex(16),
    }  # fmt: skip
    connection.execute(insert(correction).values(values))
    append_entry(connection, reviewer, "correct", target_of(connection, seq), correction_payload(values), now)
    return seq


def target_of(connection: Connection, seq: int) -> str:
    """The uid of the claim or pair that a correction is about. Raises NotFound."""
    row = connection.execute(_entries().where(correction.c.seq == seq)).first()
    if row is None:
        raise NotFound("There is no correction %(no)s.", no=seq)
    return str(row.claim_uid or row.pair_uid)


def correction_links(connection: Connection) -> dict[int, int]:
    """Which entry cancels which: the number of the cancelling one by that of the cancelled."""
    query = select(correction.c.cancels_seq, correction.c.seq).where(correction.c.cancels_seq.is_not(None))
    return {row[0]: row[1] for row in connection.execute(query)}


def corrections_of(
    connection: Connection, *, claim_uid: str | None = None, pair_uid: str | None = None, reviewer: str | None = None,
    limit: int | None = None,
) -> list[Entry]:  # fmt: skip
    """Entries, the newest first: those on one claim or pair, or of one reviewer."""
    query = _entries().order_by(correction.c.seq.desc())
    if claim_uid is not None:
        query = query.where(claim.c.uid == claim_uid)
    if pair_uid is not None:
        query = query.where(pair.c.uid == pair_uid)
    if reviewer is not None:
        query = query.where(user.c.name == reviewer)
    return _entered(connection, connection.execute(query.limit(limit)).all())


def corrections_about(connection: Connection, pair_id: int | None, claim_ids: Sequence[int]) -> list[Entry]:
    """Entries on a pair and on some claims, by their rows, the newest first."""
    return _entered(connection, _ABOUT.all(connection, pair=pair_id, claims=claim_ids))


def _entered(connection: Connection, rows: Sequence[Any]) -> list[Entry]:
    links = correction_links(connection) if rows else {}
    return [
        Entry(
            row.seq, row.kind, row.claim_uid, row.pair_uid, row.version_no, row.reviewer, row.made_at, row.told,
            row.reason, row.cancels_seq, not in_force(row.seq, links),
        )
        for row in rows
    ]  # fmt: skip


def newest_correction(connection: Connection, reviewer: str, uid: str | None, *, undone: bool = False) -> Entry | None:
    """One's newest correction that stands, on the claim or pair ``uid`` if given; with ``undone`` the last undone."""
    own = [e for e in corrections_of(connection, reviewer=reviewer) if uid in (None, e.claim, e.pair)]
    links = correction_links(connection)
    if not undone:
        return next((e for e in own if e.cancels is None and not e.cancelled), None)
    latest = next((e.seq for e in own if e.cancels is None and not e.cancelled), 0)
    taken_back = [e for e in own if e.cancels is None and e.cancelled and end_of(e.seq, links) > latest]
    return max(taken_back, key=lambda e: end_of(e.seq, links), default=None)


def hand_pairs(connection: Connection) -> list[tuple[str, str]]:
    """The claims that people paired by hand, as long as nobody took it back."""
    links = correction_links(connection)
    left, right = claim.alias("left_claim"), claim.alias("right_claim")
    query = (
        select(correction.c.seq, left.c.uid, right.c.uid)
        .join(pair, pair.c.id == correction.c.pair_id)
        .join(left, left.c.id == pair.c.left_id)
        .join(right, right.c.id == pair.c.right_id)
        .where(correction.c.kind == "paired")
    )
    return sorted({(row[1], row[2]) for row in connection.execute(query) if in_force(row[0], links)})


def reading_in_force(entries: Sequence[Entry]) -> Entry | None:
    """Of the entries on one claim the one whose reading holds; None where the extractor's own does."""
    return next((e for e in entries if e.cancels is None and not e.cancelled), None)


def _entries() -> Select[Any]:
    return (
        select(
            correction, claim.c.uid.label("claim_uid"), pair.c.uid.label("pair_uid"), claim_version.c.version_no,
            user.c.name.label("reviewer"),
        )
        .join(user, user.c.id == correction.c.user_id)
        .outerjoin(claim, claim.c.id == correction.c.claim_id)
        .outerjoin(pair, pair.c.id == correction.c.pair_id)
        .outerjoin(claim_version, claim_version.c.id == correction.c.version_id)
    )  # fmt: skip


_ABOUT = Prepared(
    _entries()
    .where(or_(correction.c.pair_id == bindparam("pair"), among(correction.c.claim_id, "claims")))
    .order_by(correction.c.seq.desc())
)
