"""Soft leases: a reviewer shows that they look at an item; nobody is kept from deciding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, insert, select

from verifier.config import Settings
from verifier.errors import Conflict
from verifier.services.desk_open import open_desk
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.store.prepared import Prepared
from verifier.store.reviews import find_target
from verifier.store.tables import lease, user
from verifier.store.users import user_id

LASTS = timedelta(minutes=10)
_LIVING = Prepared(
    select(user.c.name, lease.c.until)
    .join(user, user.c.id == lease.c.user_id)
    .where(lease.c.target_uid == bindparam("uid"), lease.c.until > bindparam("moment"))
)


@dataclass(frozen=True, slots=True)
class Lease:
    """Who is on an item, and until when."""

    reviewer: str
    until: datetime


def find_lease(settings: Settings, uid: str) -> Lease | None:
    """The living lease on an item."""
    with open_desk(settings) as connection:
        return _living(connection, uid)


def take_lease(settings: Settings, uid: str, reviewer: str) -> None:
    """Take an item for ten minutes, or for ten more. Raises NotFound, Conflict where somebody else is on it."""
    moment = now()
    with kept_store(settings).write() as connection:
        find_target(connection, uid)
        found = _living(connection, uid)
        if found is not None and found.reviewer != reviewer:
            raise Conflict(
                "%(name)s is looking at this until %(until)s UTC.", name=found.reviewer, until=f"{found.until:%H:%M}"
            )
        end_lease(connection, uid)
        values = {"target_uid": uid, "user_id": user_id(connection, reviewer, moment), "until": moment + LASTS}
        connection.execute(insert(lease).values(values))


def give_back(settings: Settings, uid: str, reviewer: str) -> None:
    """Let go of an item; nothing happens where one has it not."""
    with kept_store(settings).write() as connection:
        found = _living(connection, uid)
        if found is not None and found.reviewer == reviewer:
            end_lease(connection, uid)


def end_lease(connection: Connection, uid: str) -> None:
    """Whoever was on it is done."""
    connection.execute(delete(lease).where(lease.c.target_uid == uid))


def _living(connection: Connection, uid: str) -> Lease | None:
    row = _LIVING.first(connection, uid=uid, moment=now())
    return None if row is None else Lease(row.name, row.until)
