"""Who acts and speaks, and where things happen."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table, Text, UniqueConstraint

from verifier.store.tables.base import key_column, metadata, one_of
from verifier.store.tables.documents import GRADES

ACTOR_KINDS = ("person", "org", "state", "group", "role", "anonymous")

actor = Table(
    "actor",
    metadata,
    key_column(),
    Column("slug", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text),
    Column("parent_id", ForeignKey("actor.id", ondelete="RESTRICT")),
    Column("reliability", Text),
    Column("reliability_basis", Text),
    one_of("kind", ACTOR_KINDS),
    one_of("reliability", GRADES),
)

actor_alias = Table(
    "actor_alias",
    metadata,
    key_column(),
    Column("actor_id", ForeignKey("actor.id", ondelete="RESTRICT"), nullable=False),
    Column("alias", Text, nullable=False),
    Column("alias_norm", Text, nullable=False),
    Column("lang", Text, nullable=False),
    UniqueConstraint("actor_id", "alias", "lang"),
    Index(None, "alias_norm"),
)

actor_side = Table(
    "actor_side",
    metadata,
    key_column(),
    Column("actor_id", ForeignKey("actor.id", ondelete="RESTRICT"), nullable=False),
    Column("side", Text, nullable=False),
    Column("basis", Text, nullable=False),
    UniqueConstraint("actor_id", "side"),
)

place = Table(
    "place",
    metadata,
    key_column(),
    Column("slug", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
)
