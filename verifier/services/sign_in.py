"""Who is signed in at the desk: addresses that work once, and sessions that the server can end."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from sqlalchemy import Connection, insert, select, update

from verifier.config import Settings
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.store.tables import login_token, session, user
from verifier.store.users import user_id

LOGIN_LIFE = timedelta(minutes=10)
IDLE = timedelta(hours=8)
LIFE = timedelta(days=7)
_SEEN_EVERY = timedelta(minutes=1)


def issue_login(settings: Settings, name: str | None = None) -> str:
    """A token that signs ``name`` (the local reviewer) in once, within ten minutes."""
    token = secrets.token_urlsafe(32)
    moment = now()
    with kept_store(settings).write() as connection:
        reviewer = user_id(connection, name or settings.user, moment)
        values = {"token_sha256": _digest(token), "user_id": reviewer, "expires_at": moment + LOGIN_LIFE}
        connection.execute(insert(login_token).values(values))
    return token


def use_login(settings: Settings, token: str) -> str | None:
    """Use ``token`` up and start a session; its id, or None where the token does not let in."""
    moment = now()
    with kept_store(settings).write() as connection:
        fresh = login_token.c.used_at.is_(None) & (login_token.c.expires_at > moment)
        known = login_token.c.token_sha256 == _digest(token)
        reviewer = connection.execute(select(login_token.c.user_id).where(known, fresh)).scalar()
        if reviewer is None:
            return None
        connection.execute(update(login_token).where(known).values(used_at=moment))
        identifier = secrets.token_urlsafe(32)
        values = {"id_sha256": _digest(identifier), "user_id": reviewer, "created_at": moment, "seen_at": moment}
        connection.execute(insert(session).values(values))
    return identifier


def find_session(settings: Settings, identifier: str) -> str | None:
    """The name of who a session belongs to; None where it has ended, idled too long or is unknown."""
    moment = now()
    store = kept_store(settings)
    with store.read() as connection:
        row = connection.execute(
            select(session.c.seen_at, user.c.name)
            .join(user, user.c.id == session.c.user_id)
            .where(
                session.c.id_sha256 == _digest(identifier),
                session.c.ended_at.is_(None),
                session.c.seen_at > moment - IDLE,
                session.c.created_at > moment - LIFE,
                user.c.disabled.is_(False),
            )
        ).first()
    if row is None:
        return None
    if moment - row.seen_at > _SEEN_EVERY:
        with store.write() as connection:
            _touch(connection, identifier, seen_at=moment)
    return str(row.name)


def end_session(settings: Settings, identifier: str) -> None:
    """End a session for good."""
    with kept_store(settings).write() as connection:
        _touch(connection, identifier, ended_at=now())


def _touch(connection: Connection, identifier: str, **values: object) -> None:
    connection.execute(update(session).where(session.c.id_sha256 == _digest(identifier)).values(values))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
