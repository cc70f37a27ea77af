"""Tokens that let programs in: shown once, kept hashed, scoped, expiring, revocable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert, select, update

from verifier.config import Settings
from verifier.domain.people import Scope
from verifier.errors import NotFound, VerifierError
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.services.secrets_made import digest_of, new_secret
from verifier.store.audit import append_entry
from verifier.store.tables import api_token, user
from verifier.store.users import read_user, user_id, user_target

LONGEST_DAYS = 366
PREFIX = "vrf_"
"""Begins every token, so that one found in a text is known for what it is."""


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token in a list; its secret is nowhere."""

    id: int
    owner: str
    name: str
    scope: str
    created_at: datetime
    expires_at: datetime
    revoked: bool


def add_token(settings: Settings, owner: str, name: str, scope: str, days: int, by: str | None = None) -> str:
    """Make a token that acts as ``owner``; its secret, which is kept nowhere. Raises NotFound, VerifierError."""
    if scope not in tuple(Scope):
        raise VerifierError(f"“{scope}” is no scope; choose {', '.join(Scope)}.")
    if not 1 <= days <= LONGEST_DAYS:
        raise VerifierError(f"A token lives 1 to {LONGEST_DAYS} days.")
    secret, moment = PREFIX + new_secret(), now()
    with kept_store(settings).write() as connection:
        actor = user_id(connection, by or settings.user, moment)
        row = read_user(connection, owner)
        values = {"user_id": row.id, "name": name[:80], "token_sha256": digest_of(secret), "scope": scope}
        lives = {"created_at": moment, "expires_at": moment + timedelta(days=days)}
        connection.execute(insert(api_token).values(**values, **lives))
        append_entry(connection, actor, "token_add", user_target(row.id), {"scope": scope, "days": days}, moment)
    return secret


def revoke_token(settings: Settings, token_id: int, by: str | None = None, owner: str | None = None) -> None:
    """End a token for good; only one of ``owner`` where that is given. Raises NotFound."""
    moment = now()
    with kept_store(settings).write() as connection:
        query = select(api_token.c.user_id).join(user, user.c.id == api_token.c.user_id)
        query = query.where(api_token.c.id == token_id, api_token.c.revoked_at.is_(None))
        whose = connection.execute(query if owner is None else query.where(user.c.name == owner)).scalar()
        if whose is None:
            raise NotFound("There is no living token %(no)s.", no=token_id)
        actor = user_id(connection, by or settings.user, moment)
        connection.execute(update(api_token).where(api_token.c.id == token_id).values(revoked_at=moment))
        append_entry(connection, actor, "token_revoke", user_target(whose), {"token": token_id}, moment)


def list_tokens(settings: Settings, owner: str | None = None) -> list[TokenRow]:
    """Every token, of one account where it is named, the newest first."""
    query = select(api_token, user.c.name.label("owner")).join(user, user.c.id == api_token.c.user_id)
    if owner is not None:
        query = query.where(user.c.name == owner)
    with kept_store(settings).read() as connection:
        rows = connection.execute(query.order_by(api_token.c.id.desc())).all()
    return [
        TokenRow(r.id, r.owner, r.name, r.scope, r.created_at, r.expires_at, r.revoked_at is not None) for r in rows
    ]
