"""Whether an item waits for a second reviewer, and whether its reviewers differ."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from verifier.domain.people import Role
from verifier.store.chains import in_force
from verifier.store.tables import decision, second_look, user

KINDS = ("pair", "finding")
_SHARE = "1a"
"""Items whose uid ends below these two hexadecimal digits (one in ten) are judged twice."""


def settle_second_look(connection: Connection, kind: str, row_id: int, uid: str, moment: datetime) -> None:
    """Compute anew from the verdicts on an item whether it waits for a second look, is back with both, or neither."""
    if kind not in KINDS:
        return
    own = second_look.c.target_uid == uid
    before = connection.execute(select(second_look.c.state).where(own)).scalar()
    given = _verdicts(connection, kind, row_id)
    state = _state(given)
    if before is None:
        is_wanted = state == "asked" and _is_drawn(uid) and _has_company(connection)
        state = state if state == "differ" or is_wanted else None
    else:
        state = state or "done"
    if state != before:
        put_second_look(connection, kind, uid, state, moment)


def put_second_look(connection: Connection, kind: str, uid: str, state: str | None, moment: datetime) -> None:
    """Note the state of an item (asked, differ, done); None forgets it."""
    connection.execute(delete(second_look).where(second_look.c.target_uid == uid))
    if state is not None:
        values = {"target_uid": uid, "target_kind": kind, "state": state, "made_at": moment}
        connection.execute(insert(second_look).values(values))


def current_verdicts(connection: Connection, kind: str, row_id: int) -> dict[str, str]:
    """The newest verdict of each reviewer of an item by the reviewer's name, in their order."""
    return {row.name: row.verdict for row in _verdicts(connection, kind, row_id)}


def _verdicts(connection: Connection, kind: str, row_id: int) -> list[Any]:
    """The verdicts in force on the newest reading of an item, the oldest first."""
    query = select(
        decision.c.seq, decision.c.verdict, decision.c.cancels_seq, decision.c.shown, decision.c.user_id,
        user.c.name, user.c.role,
    ).join(user, user.c.id == decision.c.user_id)  # fmt: skip
    rows = connection.execute(query.where(decision.c[f"{kind}_id"] == row_id).order_by(decision.c.seq)).all()
    links = {row.cancels_seq: row.seq for row in rows if row.cancels_seq is not None}
    given = [row for row in rows if row.cancels_seq is None and in_force(row.seq, links)]
    return [row for row in given if row.shown.get("readings") == given[-1].shown.get("readings")]


def _state(given: Iterable[Any]) -> str | None:
    """Asked where one reviewer judged, differ where several do, done where they agree or an editor has settled it."""
    told: dict[int, str] = {}
    is_settled = False
    for row in given:
        differed = len(set(told.values())) > 1
        if differed and row.user_id not in told and Role(row.role).covers(Role.EDITOR):
            told, is_settled = {}, True
        told[row.user_id] = row.verdict
    if not told:
        return None
    if len(set(told.values())) > 1:
        return "differ"
    return "done" if len(told) > 1 or is_settled else "asked"


def _is_drawn(uid: str) -> bool:
    return uid[-2:] < _SHARE


def _has_company(connection: Connection) -> bool:
    """Whether more than one account may decide."""
    deciding = [role for role in Role if role.covers(Role.REVIEWER)]
    query = select(func.count()).where(user.c.role.in_(deciding), user.c.disabled.is_(False))
    return int(connection.execute(query).scalar_one()) > 1
