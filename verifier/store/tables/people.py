"""Who reviews, and how they are signed in."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Table, Text

from verifier.store.tables.base import UtcDateTime, key_column, metadata, one_of

ROLES = ("viewer", "reviewer", "editor", "admin")

user = Table(
    "user",
    metadata,
    key_column(),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("password_hash", Text),
    Column("disabled", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    one_of("role", ROLES),
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
