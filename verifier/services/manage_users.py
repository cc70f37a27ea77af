"""Accounts: made, changed, disabled and listed; each change is logged and ends the sessions of whom it concerns."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from verifier.config import Settings
from verifier.domain.people import Role
from verifier.errors import Conflict, VerifierError
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.services.passwords import check_password, hash_password, is_password
from verifier.store.audit import append_entry
from verifier.store.tables import session, user
from verifier.store.users import change_user, insert_user, read_user, user_id, user_target

MAX_NAME = 80


@dataclass(frozen=True, slots=True)
class Account:
    """An account in a list; ``password`` says whether it can sign in by one."""

    name: str
    role: str
    disabled: bool
    password: bool
    created_at: datetime
    sessions: int


def add_user(settings: Settings, name: str, role: str, password: str, by: str | None = None) -> None:
    """Make an account, or give the local one its password and role. Raises VerifierError, Conflict."""
    name = _checked_name(name)
    _check_role(role)
    check_password(password, name)
    kept = hash_password(password)
    moment = now()
    with kept_store(settings).write() as connection:
        actor = user_id(connection, by or settings.user, moment)
        row = connection.execute(select(user).where(user.c.name == name)).first()
        if row is None:
            made = insert_user(connection, name, role, kept, moment)
            append_entry(connection, actor, "user_add", user_target(made), {"role": role}, moment)
        elif row.password_hash is None and not row.disabled:
            values = {"role": role, "password_hash": kept}
            change_user(connection, row, "user_add", values, actor, moment, {"role": role})
        else:
            raise Conflict("There is an account “%(name)s” already.", name=name)


def set_role(settings: Settings, name: str, role: str, by: str | None = None) -> None:
    """Change what an account may do. Raises NotFound, Conflict, VerifierError."""
    _check_role(role)
    _change(settings, name, "user_role", {"role": role}, by, {"role": role})


def set_password(settings: Settings, name: str, password: str, by: str | None = None) -> None:
    """Give an account a new password. Raises NotFound, VerifierError."""
    check_password(password, name)
    _change(settings, name, "user_password", {"password_hash": hash_password(password)}, by)


def change_own_password(settings: Settings, name: str, old: str, new: str) -> None:
    """The same for oneself, who knows the old one. Raises VerifierError."""
    with kept_store(settings).read() as connection:
        kept = read_user(connection, name).password_hash
    if kept is not None and not is_password(kept, old):
        raise VerifierError("The old password is not this one.")
    set_password(settings, name, new, name)


def disable_user(settings: Settings, name: str, disabled: bool = True, by: str | None = None) -> None:
    """Let an account in no longer, or again. Raises NotFound, Conflict."""
    _change(settings, name, "user_disable" if disabled else "user_enable", {"disabled": disabled}, by)


def list_users(settings: Settings) -> list[Account]:
    """Every account, by name."""
    living = (
        select(session.c.user_id, func.count().label("sessions"))
        .where(session.c.ended_at.is_(None))
        .group_by(session.c.user_id)
        .subquery()
    )
    query = select(user, func.coalesce(living.c.sessions, 0).label("sessions"))
    query = query.outerjoin(living, living.c.user_id == user.c.id).order_by(user.c.name)
    with kept_store(settings).read() as connection:
        rows = connection.execute(query).all()
    return [Account(r.name, r.role, r.disabled, r.password_hash is not None, r.created_at, r.sessions) for r in rows]


def has_admin(settings: Settings) -> bool:
    """Whether somebody can sign in by password and administer."""
    query = select(user.c.id).where(
        user.c.role == Role.ADMIN, user.c.disabled.is_(False), user.c.password_hash.is_not(None)
    )
    with kept_store(settings).read() as connection:
        return connection.execute(query).first() is not None


def _change(
    settings: Settings, name: str, action: str, values: Mapping[str, Any], by: str | None,
    payload: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    moment = now()
    with kept_store(settings).write() as connection:
        actor = user_id(connection, by or settings.user, moment)
        change_user(connection, read_user(connection, name), action, values, actor, moment, payload)


def _check_role(role: str) -> None:
    if role not in tuple(Role):
        raise VerifierError(f"“{role}” is no role; choose {', '.join(Role)}.")


def _checked_name(name: str) -> str:
    name = unicodedata.normalize("NFC", name.strip())
    if not 1 <= len(name) <= MAX_NAME or not name.isprintable():
        raise VerifierError(f"A name has 1 to {MAX_NAME} characters, none of them hidden.")
    return name
