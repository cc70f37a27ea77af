"""What reading stored texts anew needs to know: how their claims read, and which of them people have dealt with."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, select, union

from verifier.domain.claim import Claim, Reading
from verifier.store.claims import claims_of_rows, current_versions
from verifier.store.corrections import corrections_of, reading_in_force
from verifier.store.tables import (
    claim,
    claim_version,
    comment,
    contact,
    correction,
    decision,
    dispute_claim,
    document,
    finding_part,
    pair,
    snapshot,
)


@dataclass(frozen=True, slots=True)
class Stored:
    """A claim as it reads now: its row, the number of its reading, and whether that says it is none."""

    row: int
    claim: Claim
    version: int
    rejected: bool


def stored_documents(connection: Connection) -> list[tuple[str, str]]:
    """Uid and name of every document, in the order they were first taken in."""
    query = select(document.c.uid, document.c.name).order_by(document.c.id)
    return [(row.uid, row.name) for row in connection.execute(query)]


def snapshot_row(connection: Connection, uid: str) -> int:
    """The row of a text."""
    return int(connection.execute(select(snapshot.c.id).where(snapshot.c.uid == uid)).scalar_one())


def readings_of(connection: Connection, text: str) -> dict[str, Stored]:
    """The claims of a text, given by its uid, as they read now, by their uids."""
    query = current_versions().add_columns(claim_version.c.version_no).where(snapshot.c.uid == text)
    rows = connection.execute(query).all()
    claims = claims_of_rows(connection, [row[:-1] for row in rows])
    read = zip(rows, claims, strict=True)
    return {each.uid: Stored(row.claim_id, each, row.version_no, bool(row.rejected)) for row, each in read}


def as_stored(reading: Reading) -> Reading:
    """A reading as it comes back from the store: its times in UTC, without what only reading itself makes use of."""
    time = reading.time
    if time is not None:
        time = replace(time, start=_in_utc(time.start), end=_in_utc(time.end))
    quantities = tuple(replace(each, figure=None, noun=None) for each in reading.quantities)
    return replace(reading, time=time, quantities=quantities)


def _in_utc(moment: datetime | None) -> datetime | None:
    return moment if moment is None or moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def corrected_claims(connection: Connection, uids: Iterable[str]) -> set[str]:
    """Which of some claims read as a person said."""
    touched = set(
        connection.execute(select(claim.c.uid).join(correction, correction.c.claim_id == claim.c.id)).scalars()
    )
    return {
        u for u in touched.intersection(uids) if reading_in_force(corrections_of(connection, claim_uid=u)) is not None
    }


def claims_dealt_with(connection: Connection, rows: Collection[int]) -> set[int]:
    """Which of some claims, by row, people decided on, paired by hand, commented on or asked somebody about.

    What was decided on a pair, finding or dispute was decided on each claim of it.
    """
    if not rows:
        return set()
    return set(connection.execute(union(*_dealt_with())).scalars()).intersection(rows)


def _dealt_with() -> list[Select[Any]]:
    by_hand = select(correction.c.pair_id).where(correction.c.pair_id.is_not(None))
    judged = select(decision.c.pair_id).where(decision.c.pair_id.is_not(None))
    met = pair.c.id.in_(union(by_hand, judged)) | pair.c.uid.in_(select(comment.c.target_uid))
    findings = select(decision.c.finding_id).where(decision.c.finding_id.is_not(None))
    disputes = select(decision.c.dispute_id).where(decision.c.dispute_id.is_not(None))
    return [
        select(decision.c.claim_id).where(decision.c.claim_id.is_not(None)),
        select(pair.c.left_id).where(met),
        select(pair.c.right_id).where(met),
        select(finding_part.c.claim_id).where(finding_part.c.finding_id.in_(findings)),
        select(dispute_claim.c.claim_id).where(dispute_claim.c.dispute_id.in_(disputes)),
        select(claim.c.id).where(claim.c.uid.in_(select(comment.c.target_uid))),
        select(contact.c.claim_id),
    ]
