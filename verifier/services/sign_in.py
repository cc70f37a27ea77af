"""Who is signed in at the desk: addresses that work once, passwords, tokens, sessions that the server can end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from verifier.config import Settings
from verifier.domain.people import Role, Scope
from verifier.errors import Word
from verifier.services.desk_open import open_desk
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.services.passwords import is_password
from verifier.services.secrets_made import digest_of, new_secret
from verifier.services.throttle import QUARTER, count_hit, forget_hits
from verifier.store.prepared import Prepared
from verifier.store.tables import api_token, login_token, session, user
from verifier.store.users import end_sessions, read_user, user_id

LOGIN_LIFE = timedelta(minutes=10)
IDLE = timedelta(hours=8)
LIFE = timedelta(days=7)
_SEEN_EVERY = timedelta(minutes=1)
_LEEWAY = timedelta(minutes=2)
"""How far the clock may step back before what was made under the later one lets nobody in any more."""
_SESSION = Prepared(
    select(session.c.seen_at, session.c.created_at, user.c.name, user.c.role)
    .join(user, user.c.id == session.c.user_id)
    .where(session.c.id_sha256 == bindparam("digest"), session.c.ended_at.is_(None), user.c.disabled.is_(False))
)


@dataclass(frozen=True, slots=True)
class Person:
    """Who sends a request: the account, what it may do, and the scope of the token if a program sends it."""

    name: str
    role: Role
    scope: Scope | None = None


def issue_login(settings: Settings, name: str | None = None) -> str:
    """A token that signs ``name`` (the local reviewer) in once, within ten minutes."""
    token = new_secret()
    moment = now()
    with kept_store(settings).write() as connection:
        reviewer = user_id(connection, name or settings.user, moment)
        connection.execute(delete(login_token).where(login_token.c.expires_at < moment - LIFE))
        values = {"token_sha256": digest_of(token), "user_id": reviewer, "expires_at": moment + LOGIN_LIFE}
        connection.execute(insert(login_token).values(values))
    return token


def use_login(settings: Settings, token: str, address: str = "") -> str | None:
    """Use ``token`` up and start a session; its id, or None where the token does not let in. Raises Throttled."""
    _count_attempt(settings, address)
    moment = now()
    with kept_store(settings).write() as connection:
        living = login_token.c.expires_at.between(moment, moment + LOGIN_LIFE + _LEEWAY)
        known = (login_token.c.token_sha256 == digest_of(token)) & login_token.c.used_at.is_(None)
        reviewer = connection.execute(select(login_token.c.user_id).where(known, living)).scalar()
        if reviewer is None:
            return None
        connection.execute(update(login_token).where(known).values(used_at=moment))
        return _start_session(connection, reviewer)


def use_password(settings: Settings, name: str, password: str, address: str) -> str | None:
    """Start a session of ``name``; its id, or None where name and password do not belong together.

    Raises Throttled after too many attempts, Busy where too many sign in at once.
    """
    own = f"login:{name.casefold()[:200]}"
    _count_attempt(settings, address)
    count_hit(settings, own, settings.login_limit, QUARTER, Word("attempts to sign in"))
    with kept_store(settings).read() as connection:
        query = select(user.c.password_hash).where(user.c.name == name, user.c.disabled.is_(False))
        kept = connection.execute(query).scalar()
    if not is_password(kept, password):
        return None
    with kept_store(settings).write() as connection:
        same = (user.c.name == name) & (user.c.password_hash == kept) & user.c.disabled.is_(False)
        reviewer = connection.execute(select(user.c.id).where(same)).scalar()
        if reviewer is None:
            return None
        forget_hits(connection, own)
        return _start_session(connection, reviewer)


def find_session(settings: Settings, identifier: str) -> Person | None:
    """Who a session belongs to; None where it has ended, idled too long or is unknown."""
    moment = now()
    with open_desk(settings) as connection:
        row = _SESSION.first(connection, digest=digest_of(identifier))
    if row is None or moment - row.seen_at >= IDLE or not moment - LIFE <= row.created_at <= moment + _LEEWAY:
        return None
    if moment - row.seen_at > _SEEN_EVERY:
        with kept_store(settings).write() as connection:
            _touch(connection, identifier, seen_at=moment)
    return Person(row.name, Role(row.role))


def find_token(settings: Settings, secret: str) -> Person | None:
    """Whom a program with this token acts for; None where the token is unknown, revoked or too old."""
    query = (
        select(user.c.name, user.c.role, api_token.c.scope)
        .join(user, user.c.id == api_token.c.user_id)
        .where(
            api_token.c.token_sha256 == digest_of(secret),
            api_token.c.revoked_at.is_(None),
            api_token.c.expires_at > now(),
            user.c.disabled.is_(False),
        )
    )
    with kept_store(settings).read() as connection:
        row = connection.execute(query).first()
    return None if row is None else Person(row.name, Role(row.role), Scope(row.scope))


def end_session(settings: Settings, identifier: str) -> None:
    """End a session for good."""
    with kept_store(settings).write() as connection:
        _touch(connection, identifier, ended_at=now())


def end_all_sessions(settings: Settings, name: str) -> None:
    """Sign an account out everywhere. Raises NotFound."""
    with kept_store(settings).write() as connection:
        end_sessions(connection, read_user(connection, name).id, now())


def _count_attempt(settings: Settings, address: str) -> None:
    count_hit(settings, f"login-from:{address}", settings.address_limit, QUARTER, Word("attempts from your address"))


def _start_session(connection: Connection, reviewer: int) -> str:
    identifier, moment = new_secret(), now()
    values = {"id_sha256": digest_of(identifier), "user_id": reviewer, "created_at": moment, "seen_at": moment}
    connection.execute(insert(session).values(values))
    return identifier


def _touch(connection: Connection, identifier: str, **values: object) -> None:
    connection.execute(update(session).where(session.c.id_sha256 == digest_of(identifier)).values(values))
