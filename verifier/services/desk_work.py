"""What people do around the queue: comments, assignments, what they could undo, how far they got."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from verifier.config import Settings
from verifier.domain.uids import uid_of
from verifier.errors import InputRefused
from verifier.services.desk_open import open_desk, worked_out
from verifier.services.desk_people import Acts, Comment, Correction, LastAct, Progress, Work
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.services.submitted import checked_key
from verifier.store.chains import in_force
from verifier.store.corrections import Entry, corrections_about, newest_correction
from verifier.store.prepared import Prepared
from verifier.store.reviews import batch_of, cancellations, find_target, newest_own, target_of
from verifier.store.submissions import sent_otherwise
from verifier.store.tables import assignment, comment, decision, user
from verifier.store.tables.desk import COMMENTED
from verifier.store.users import user_id

LONGEST_COMMENT = 10_000
_HOLDER = Prepared(
    select(user.c.name)
    .join(assignment, assignment.c.user_id == user.c.id)
    .where(assignment.c.target_uid == bindparam("uid"))
)
_COMMENTS = Prepared(
    select(comment.c.uid, comment.c.made_at, comment.c.words, user.c.name.label("reviewer"))
    .join(user, user.c.id == comment.c.user_id)
    .where(comment.c.target_uid == bindparam("uid"))
    .order_by(comment.c.id)
)


def read_work(connection: Connection, uid: str, claims: Sequence[int] = (), pair: int | None = None) -> Work:
    """Assignment and comments of one item, and the corrections of it and of its ``claims``, by their rows."""
    assignee = _HOLDER.scalar(connection, uid=uid)
    rows = _COMMENTS.all(connection, uid=uid)
    comments = tuple(Comment(row.uid, row.reviewer, row.made_at, row.words) for row in rows)
    made = corrections_about(connection, pair, claims) if claims else []
    return Work(assignee, comments, tuple(correction_shown(entry) for entry in made))


def correction_shown(entry: Entry) -> Correction:
    """A correction as pages show it."""
    target, uid = ("claim", entry.claim) if entry.claim is not None else ("pair", entry.pair)
    return Correction(
        entry.seq, entry.at, entry.reviewer, entry.kind, target, uid or "", entry.told, entry.reason, entry.version,
        entry.cancels, entry.cancelled,
    )  # fmt: skip


def add_comment(settings: Settings, uid: str, words: str, reviewer: str, key: str | None = None) -> str:
    """Keep a comment on a pair, finding, claim or dispute; the comment's uid.

    Sent again with the same ``key`` it is one.

    Raises NotFound, InputRefused, Conflict.
    """
    said = words.strip()
    if not said:
        raise InputRefused("The comment has no words.")
    if len(said) > LONGEST_COMMENT:
        raise InputRefused(
            "The comment has %(number)s characters; the limit is %(limit)s.",
            number=f"{len(said):,}",
            limit=f"{LONGEST_COMMENT:,}",
        )
    moment = now()
    with kept_store(settings).write() as connection:
        target, who = find_target(connection, uid, COMMENTED), user_id(connection, reviewer, moment)
        made = uid_of("comment", who, sure) if (sure := checked_key(key)) else secrets.token_hex(8)
        sent = connection.execute(select(comment.c.target_uid, comment.c.words).where(comment.c.uid == made)).first()
        if sent is None:
            values = {"uid": made, "target_kind": target.kind, "target_uid": uid, "made_at": moment, "words": said}
            connection.execute(insert(comment).values(user_id=who, **values))
        elif tuple(sent) != (uid, said):
            raise sent_otherwise()
    return made


def assign(settings: Settings, uids: Sequence[str], reviewer: str, *, away: bool = False) -> None:
    """Take pairs, findings, claims or disputes on, or with ``away`` give them up. Raises NotFound."""
    moment = now()
    with kept_store(settings).write() as connection:
        who = user_id(connection, reviewer, moment)
        for uid in uids:
            find_target(connection, uid, COMMENTED)
            connection.execute(delete(assignment).where(assignment.c.target_uid == uid))
            if not away:
                connection.execute(insert(assignment).values(target_uid=uid, user_id=who, made_at=moment))


def acts_of(settings: Settings, reviewer: str) -> Acts:
    """What a reviewer could undo and redo now."""
    with open_desk(settings) as connection:
        return worked_out(connection, ("acts", reviewer), lambda: _acts(connection, reviewer))


def _acts(connection: Connection, reviewer: str) -> Acts:
    who = connection.execute(select(user.c.id).where(user.c.name == reviewer)).scalar()
    if who is None:
        return Acts(None, False)
    undone = newest_own(connection, int(who), None, undone=True)
    can_redo = undone is not None or newest_correction(connection, reviewer, None, undone=True) is not None
    return Acts(_last(connection, int(who), reviewer), can_redo)


def _last(connection: Connection, who: int, reviewer: str) -> LastAct | None:
    row, entry = newest_own(connection, who, None), newest_correction(connection, reviewer, None)
    if entry is not None and (row is None or entry.at > row.decided_at):
        shown = correction_shown(entry)
        return LastAct(shown.seq, "correction", shown.kind, shown.target, shown.uid, 1)
    return _given(connection, row) if row is not None else None


def _given(connection: Connection, row: Any) -> LastAct:
    about = target_of(connection, row)
    return LastAct(row.seq, "verdict", row.verdict, about.kind, about.uid, len(batch_of(connection, row)))


def progress_of(settings: Settings, reviewer: str) -> Progress:
    """How many verdicts of a reviewer stand, today (UTC) and in all."""
    today = now().date()
    with open_desk(settings) as connection:
        return worked_out(connection, ("progress", reviewer, today), lambda: _progress(connection, reviewer, today))


def _progress(connection: Connection, reviewer: str, today: date) -> Progress:
    mine = select(func.count()).select_from(decision).join(user, user.c.id == decision.c.user_id)
    mine = mine.where(user.c.name == reviewer, decision.c.cancels_seq.is_(None))
    mine = mine.where(decision.c.seq.not_in(_taken_back(connection)))
    midnight = datetime.combine(today, time(), tzinfo=UTC)
    number = connection.execute(mine.where(decision.c.decided_at >= midnight)).scalar_one()
    return Progress(number, connection.execute(mine).scalar_one())


def _taken_back(connection: Connection) -> list[int]:
    links = cancellations(connection)
    return [seq for seq in links if not in_force(seq, links)]
