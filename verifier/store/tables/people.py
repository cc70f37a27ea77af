"""Who reviews, how they are signed in, and what they are just doing."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from verifier.domain.people import Role, Scope
from verifier.store.tables.base import UtcDateTime, key_column, metadata, one_of

user = Table(
    "user",
    metadata,
    key_column(),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("password_hash", Text),
    Column("disabled", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    one_of("role", Role),
)

login_token = Table(
    "login_token",
    metadata,
    Column("token_sha256", Text, primary_key=True),
    Column("user_id", ForeignKey("user.id", ondelete="RESTRICT"), nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
)

session = Table(
    "session",
    metadata,
    Column("id_sha256", Text, primary_key=True),
    Column("user_id", ForeignKey("user.id", ondelete="RESTRICT"), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
)

api_token = Table(
    "api_token",
    metadata,
    key_column(),
    Column("user_id", ForeignKey("user.id", ondelete="RESTRICT"), nullable=False),
    Column("name", Text, nullable=False),
    Column("token_sha256", Text, nullable=False, unique=True),
    Column("scope", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),
    Index(None, "user_id"),
    one_of("scope", Scope),
)

throttle = Table(
    "throttle",
    metadata,
    Column("key", Text, primary_key=True),
    Column("began_at", UtcDateTime, nullable=False),
    Column("hits", Integer, nullable=False),
)

submission = Table(
    "submission",
    metadata,
    Column("user_id", ForeignKey("user.id", ondelete="RESTRICT"), nullable=False),
    Column("key", Text, nullable=False),
    Column("content_sha256", Text, nullable=False),
    Column("first_seq", ForeignKey("decision.seq", ondelete="RESTRICT"), nullable=False),
    Column("last_seq", ForeignKey("decision.seq", ondelete="RESTRICT"), nullable=False),
    PrimaryKeyConstraint("user_id", "key"),
)

lease = Table(
    "lease",
    metadata,
    Column("target_uid", Text, primary_key=True),
    Column("user_id", ForeignKey("user.id", ondelete="RESTRICT"), nullable=False),
    Column("until", UtcDateTime, nullable=False),
)
