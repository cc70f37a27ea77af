"""Items that wait for a second reviewer, and those that are back with both because their verdicts differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select, tuple_

from verifier.config import Settings
from verifier.errors import Conflict
from verifier.services.desk_items import read_item
from verifier.services.desk_list_model import Listing
from verifier.services.desk_model import DeskItem
from verifier.services.desk_open import open_desk
from verifier.services.desk_queue import PAGE
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.store.prepared import Prepared
from verifier.store.reviews import find_target
from verifier.store.second_looks import KINDS, current_verdicts, put_second_look
from verifier.store.tables import second_look

OPEN = ("differ", "asked")
_ORDER = (second_look.c.made_at, second_look.c.target_uid)
_ONE = Prepared(select(second_look).where(second_look.c.target_uid == bindparam("uid")))
_COUNTS = Prepared(
    select(second_look.c.state, func.count())
    .where(or_(*(second_look.c.state == state for state in OPEN)))
    .group_by(second_look.c.state)
)


@dataclass(frozen=True, slots=True)
class SecondLook:
    """Where an item stands between its reviewers: ``state`` is asked, differ or done, ``told`` who said what."""

    state: str
    since: datetime
    told: dict[str, str]
    item: DeskItem | None = None


def list_second_looks(
    settings: Settings, state: str, after: str | None = None, size: int = PAGE
) -> Listing[SecondLook]:
    """Items of one state, those that wait longest first."""
    with open_desk(settings) as connection:
        query = select(second_look).where(second_look.c.state == state)
        last = connection.execute(query.where(second_look.c.target_uid == after)).first() if after else None
        if last is not None:
            query = query.where(tuple_(*_ORDER) > tuple_(last.made_at, last.target_uid))
        rows = connection.execute(query.order_by(*_ORDER).limit(size + 1)).all()
        found = [_told(connection, row, read_item(connection, row.target_kind, row.target_uid)) for row in rows[:size]]
        return Listing(tuple(found), rows[size - 1].target_uid if len(rows) > size else None)


def count_second_looks(settings: Settings) -> dict[str, int]:
    """How many items there are of each state that asks for somebody."""
    with open_desk(settings) as connection:
        return dict.fromkeys(OPEN, 0) | dict(_COUNTS.all(connection))


def find_second_look(settings: Settings, uid: str) -> SecondLook | None:
    """Where one item stands; None where nobody asked for a second look at it."""
    with open_desk(settings) as connection:
        row = _ONE.first(connection, uid=uid)
        return _told(connection, row) if row is not None else None


def ask_second_look(settings: Settings, uid: str) -> None:
    """Ask for another reviewer's verdict on a pair or finding that has one. Raises NotFound, Conflict."""
    with kept_store(settings).write() as connection:
        target = find_target(connection, uid, KINDS)
        told = current_verdicts(connection, target.kind, target.id)
        if not told:
            raise Conflict("Nobody has decided on this yet, so there is nothing to look at a second time.")
        if len(told) > 1:
            raise Conflict("Two reviewers have decided on this already.")
        put_second_look(connection, target.kind, uid, "asked", now())


def _told(connection: Connection, row: Any, item: DeskItem | None = None) -> SecondLook:
    target = find_target(connection, row.target_uid, (row.target_kind,))
    return SecondLook(row.state, row.made_at, current_verdicts(connection, target.kind, target.id), item)
