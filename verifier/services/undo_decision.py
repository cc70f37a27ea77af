"""Take one's own decisions and corrections back, and bring them forth again; nothing is ever erased."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, select

from verifier.config import Settings
from verifier.errors import Conflict, NotFound
from verifier.services.correct_claims import take_back
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.services.pair_by_hand import take_back_pair
from verifier.store.chains import end_of, in_force
from verifier.store.corrections import Entry, correction_links, newest_correction
from verifier.store.reviews import (
    append_decision,
    batch_of,
    cancellations,
    find_target,
    newest_own,
    target_of,
)
from verifier.store.tables import correction, decision
from verifier.store.users import user_id

_NOTHING = {False: "There is no decision of yours to take back.", True: "There is nothing of yours to bring back."}
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Expected:
    """The act that is to be the newest: the number of a decision or of a correction, and which of them it is."""

    seq: int
    what: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was taken back or brought forth: ``what`` is verdict or correction, ``count`` how many (of a bulk)."""

    seq: int
    what: str
    target: str
    uid: str
    count: int = 1


def undo(
    settings: Settings, uid: str | None = None, user: str | None = None, expected: Expected | None = None
) -> TakenBack:
    """Take back one's own newest decision or correction that stands, on ``uid`` if given; a bulk as a whole.

    Raises NotFound where there is none, Conflict where it is not the ``expected`` one.
    """
    return _newest(settings, uid, user or settings.user, expected, redo=False)


def redo(
    settings: Settings, uid: str | None = None, user: str | None = None, expected: Expected | None = None
) -> TakenBack:
    """Bring back what one took back last, unless one decided something since. Raises NotFound, Conflict."""
    return _newest(settings, uid, user or settings.user, expected, redo=True)


def undo_decision(settings: Settings, seq: int, user: str) -> TakenBack:
    """Take back the decision no. ``seq`` of ``user``, a bulk as a whole. Raises NotFound."""
    with kept_store(settings).write() as connection:
        mine = (decision.c.seq == seq) & (decision.c.user_id == user_id(connection, user, now()))
        row = connection.execute(select(decision).where(mine, decision.c.cancels_seq.is_(None))).first()
        if row is None or not in_force(seq, cancellations(connection)):
            raise NotFound(_NOTHING[False])
        return _cancel(connection, row, redo=False)


def _newest(settings: Settings, uid: str | None, user: str, expected: Expected | None, *, redo: bool) -> TakenBack:
    with kept_store(settings).write() as connection:
        target = find_target(connection, uid) if uid is not None else None
        reviewer = user_id(connection, user, now())
        row = newest_own(connection, reviewer, target, undone=redo)
        entry = newest_correction(connection, user, uid, undone=redo)
        given = _moment(connection, decision, row.seq if row is not None else None, redo)
        corrected = _moment(connection, correction, entry.seq if entry is not None else None, redo)
        if max(given, corrected) <= (_newest_standing(connection, reviewer, user) if redo else _NEVER):
            raise NotFound(_NOTHING[redo])
        is_verdict = given >= corrected
        newest: Any = row if is_verdict else entry
        if expected not in (None, Expected(newest.seq, "verdict" if is_verdict else "correction")):
            raise Conflict("Your newest act is another one; nothing was done.")
        if is_verdict:
            return _cancel(connection, row, redo=redo)
    return _correct_back(settings, entry, user, redo)


def _moment(connection: Connection, table: Table, seq: int | None, redo: bool) -> datetime:
    """When an entry was made, or with ``redo`` taken back; the beginning of time where there is none."""
    if seq is None:
        return _NEVER
    at = table.c.decided_at if table is decision else table.c.made_at
    links = cancellations(connection) if table is decision else correction_links(connection)
    last = end_of(seq, links) if redo else seq
    moment: datetime = connection.execute(select(at).where(table.c.seq == last)).scalar_one()
    return moment


def _newest_standing(connection: Connection, reviewer: int, user: str) -> datetime:
    row, entry = newest_own(connection, reviewer, None), newest_correction(connection, user, None)
    return max(row.decided_at if row is not None else _NEVER, entry.at if entry is not None else _NEVER)


def _correct_back(settings: Settings, entry: Entry | None, user: str, redo: bool) -> TakenBack:
    if entry is None:
        raise NotFound(_NOTHING[redo])
    act = take_back_pair if entry.pair is not None else take_back
    made = act(settings, entry, user=user, redo=redo)
    return TakenBack(made.seq, "correction", made.target, made.uid)


def _cancel(connection: Connection, row: Any, *, redo: bool) -> TakenBack:
    """Append a decision that cancels ``row``, or its undo; one for each of its bulk in the same state."""
    moment, links = now(), cancellations(connection)
    rows: Sequence[Any] = [each for each in batch_of(connection, row) if in_force(each.seq, links) is not redo]
    seq = 0
    for each in rows:
        about = target_of(connection, each)
        last = end_of(each.seq, links)
        seq = append_decision(connection, about, row.user_id, None, cancels=last, now=moment)
    about = target_of(connection, row)
    return TakenBack(seq, "verdict", about.kind, about.uid, len(rows))
