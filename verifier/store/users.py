"""People with an account: rows by name, roles, and what ends with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from verifier.domain.people import Role
from verifier.errors import Conflict, NotFound, VerifierError
from verifier.store.audit import append_entry
from verifier.store.tables import session, user

LOCAL_ROLE = Role.EDITOR
"""What whoever works at this machine may do until an account says otherwise."""


def user_id(connection: Connection, name: str, now: datetime) -> int:
    """The row of a local user, made where it is new. Raises VerifierError where the account is disabled."""
    found = connection.execute(select(user.c.id, user.c.disabled).where(user.c.name == name)).first()
    if found is None:
        return insert_user(connection, name, LOCAL_ROLE, None, now)
    if found.disabled:
        raise VerifierError(f"The account “{name}” is disabled.")
    return int(found.id)


def insert_user(connection: Connection, name: str, role: str, password_hash: str | None, now: datetime) -> int:
    """A new row; its id."""
    values = {"name": name, "role": role, "password_hash": password_hash, "disabled": False, "created_at": now}
    made = connection.execute(insert(user).values(values)).inserted_primary_key
    return int(made[0]) if made else 0


def read_user(connection: Connection, name: str) -> Row[Any]:
    """The account of this name. Raises NotFound."""
    row = connection.execute(select(user).where(user.c.name == name)).first()
    if row is None:
        raise NotFound("There is no account “%(name)s”.", name=name)
    return row


def change_user(
    connection: Connection,
    row: Row[Any],
    action: str,
    values: Mapping[str, Any],
    actor: int,
    now: datetime,
    payload: Mapping[str, Any] | None = None,
) -> None:
    """Change an account, end its sessions, and log the act. Raises Conflict where no admin would be left."""
    after = {"role": row.role, "disabled": row.disabled, **values}
    governs = (Role.ADMIN, False)
    if (row.role, row.disabled) == governs and (after["role"], after["disabled"]) != governs:
        others = select(func.count()).where(user.c.role == Role.ADMIN, user.c.disabled.is_(False), user.c.id != row.id)
        if not connection.execute(others).scalar():
            raise Conflict("“%(name)s” is the last admin; make another one first.", name=row.name)
    connection.execute(update(user).where(user.c.id == row.id).values(values))
    end_sessions(connection, row.id, now)
    append_entry(connection, actor, action, user_target(row.id), payload or {}, now)


def end_sessions(connection: Connection, user_id: int, now: datetime) -> None:
    """End every session of an account."""
    open_ones = (session.c.user_id == user_id) & session.c.ended_at.is_(None)
    connection.execute(update(session).where(open_ones).values(ended_at=now))


def user_target(user_id: int) -> str:
    """How the log names an account: by its number, since names may be erased."""
    return f"user:{user_id}"
