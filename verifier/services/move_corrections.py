"""What people corrected in an earlier text of a document: made again in the newest where the words still stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from verifier.config import Settings
from verifier.errors import VerifierError
from verifier.services.correct_claims import add_words, correct, reject
from verifier.services.desk_data import is_newest
from verifier.services.desk_open import open_desk
from verifier.services.slot_values import slot_values
from verifier.store.claims import load_version, own_version
from verifier.store.corrections import corrections_of, reading_in_force
from verifier.store.documents import newest_snapshot
from verifier.store.tables import claim, claim_version, correction, document, snapshot
from verifier.text.shadow import shadow_of

WHY = "from the earlier text of the document, no. {seq} by {reviewer}"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A correction that holds in an earlier text only. ``slots`` is what it set; ``here`` the claim it would go to.

    ``is_alone`` tells that its words stand exactly once in the newest text.
    """

    seq: int
    at: datetime
    reviewer: str
    claim: str
    document: str
    document_title: str
    quote: str
    told: str
    was_added: bool
    rejected: bool
    slots: dict[str, str]
    here: str | None
    is_alone: bool


def move_corrections(settings: Settings, uid: str) -> None:
    """Make the corrections of a document again in its newest text, as far as their words stand there exactly once."""
    for each in list_unplaced(settings, uid):
        if each.is_alone and (each.here is not None or each.was_added):
            try:
                _place(settings, each)
            except VerifierError:
                continue  # it stays listed as one that needs placing


def list_unplaced(settings: Settings, uid: str | None = None) -> list[Unplaced]:
    """Corrections that hold in earlier texts and not in the newest, the newest first; of one document if given."""
    with open_desk(settings) as connection:
        found = (_unplaced(connection, row) for row in _corrected_before(connection, uid))
        return sorted((each for each in found if each is not None), key=lambda each: -each.seq)


def _place(settings: Settings, each: Unplaced) -> None:
    reason = WHY.format(seq=each.seq, reviewer=each.reviewer)
    here = each.here or add_words(settings, each.document, each.quote, reason=reason).uid
    if each.rejected:
        reject(settings, here, reason=reason)
    elif each.slots:
        correct(settings, here, each.slots, reason=reason)


def _corrected_before(connection: Connection, uid: str | None) -> Iterator[Any]:
    """Claims with corrections in texts that a later one supersedes."""
    query = (
        select(claim.c.id, claim.c.uid, claim.c.exact, document.c.uid.label("document"), document.c.title,
               document.c.name, document.c.id.label("document_id"), snapshot.c.seq)
        .join(snapshot, snapshot.c.id == claim.c.snapshot_id)
        .join(document, document.c.id == snapshot.c.document_id)
        .where(claim.c.id.in_(select(correction.c.claim_id)), ~is_newest(claim.c.snapshot_id))
    )  # fmt: skip
    yield from connection.execute(query if uid is None else query.where(document.c.uid == uid)).all()


def _unplaced(connection: Connection, row: Any) -> Unplaced | None:
    entry = reading_in_force(entries := corrections_of(connection, claim_uid=row.uid))
    if entry is None or entry.version is None or _is_taken_up(connection, row):
        return None
    read, rejected = load_version(connection, row.uid, entry.version)
    was_added = any(each.kind == "added" for each in entries)
    own = own_version(connection, row.uid) or 1
    before = slot_values(load_version(connection, row.uid, own)[0].reading)
    slots = {name: said for name, said in slot_values(read.reading).items() if said != before[name]}
    newest = connection.execute(newest_snapshot(row.document)).one()
    found = select(claim.c.uid, claim.c.id).where(claim.c.snapshot_id == newest.id, claim.c.exact == row.exact)
    here = connection.execute(found).first()
    if here is not None:
        slots, is_done = _still_to_do(connection, here, slots, rejected)
        if is_done:
            return None
    return Unplaced(
        entry.seq, entry.at, entry.reviewer, row.uid, row.document, row.title or row.name, row.exact, entry.told,
        was_added, rejected, slots, here.uid if here is not None else None,
        shadow_of(newest.text).count(shadow_of(row.exact)) == 1,
    )  # fmt: skip


def _is_taken_up(connection: Connection, row: Any) -> bool:
    """Whether the same words were corrected in a later text of the same document."""
    later = (
        select(claim.c.id)
        .join(snapshot, snapshot.c.id == claim.c.snapshot_id)
        .where(snapshot.c.document_id == row.document_id, snapshot.c.seq > row.seq, claim.c.exact == row.exact)
        .where(claim.c.id.in_(select(correction.c.claim_id)))
    )
    return connection.execute(later.limit(1)).first() is not None


def _still_to_do(
    connection: Connection, here: Any, slots: dict[str, str], rejected: bool
) -> tuple[dict[str, str], bool]:
    """Of what a correction set, what the claim in the newest text does not say yet; and whether that is nothing."""
    number = connection.execute(select(func.max(claim_version.c.version_no)).where(claim_version.c.claim_id == here.id))
    now, is_rejected = load_version(connection, here.uid, int(number.scalar_one()))
    said = slot_values(now.reading)
    left = {name: value for name, value in slots.items() if said[name] != value}
    return left, is_rejected if rejected else not left
