"""What people add at the desk: corrections, comments, assignments, contacts, saved views."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from verifier.store.tables.base import IMMUTABLE, UtcDateTime, key_column, metadata, one_of, uid_column

CORRECTIONS = ("corrected", "added", "rejected", "paired", "undone", "redone")
COMMENTED = ("pair", "finding", "claim", "dispute")
SECOND_LOOKS = ("asked", "differ", "done")

correction = Table(
    "correction",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("claim_id", ForeignKey("claim.id", ondelete="RESTRICT")),
    Column("pair_id", ForeignKey("pair.id", ondelete="RESTRICT")),
    Column("version_id", ForeignKey("claim_version.id", ondelete="RESTRICT")),
    Column("user_id", ForeignKey("user.id", ondelete="RESTRICT"), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("told", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("salt", Text, nullable=False),
    Column("cancels_seq", ForeignKey("correction.seq", ondelete="RESTRICT"), unique=True),
    CheckConstraint("(claim_id IS NULL) = (pair_id IS NOT NULL)", name="target"),
    CheckConstraint("(claim_id IS NULL) = (version_id IS NULL)", name="version"),
    CheckConstraint("(cancels_seq IS NOT NULL) = (kind IN ('undone', 'redone'))", name="cancels"),
    one_of("kind", CORRECTIONS),
    Index(None, "claim_id"),
    Index(None, "pair_id"),
    Index(None, "user_id"),
    info=IMMUTABLE | {"erasable": ("reason", "salt")},
)

decision_batch = Table(
    "decision_batch",
    metadata,
    Column("decision_seq", ForeignKey("decision.seq", ondelete="RESTRICT"), nullable=False),
    Column("batch", Text, nullable=False),
    PrimaryKeyConstraint("decision_seq"),
    Index(None, "batch"),
    info=IMMUTABLE,
)

claim_check = Table(
    "claim_check",
    metadata,
    Column("decision_seq", ForeignKey("decision.seq", ondelete="RESTRICT"), nullable=False),
    Column("true_as_of", Date),
    Column("recheck_on", Date),
    PrimaryKeyConstraint("decision_seq"),
    info=IMMUTABLE,
)

comment = Table(
    "comment",
    metadata,
    key_column(),
    uid_column(),
    Column("target_kind", Text, nullable=False),
    Column("target_uid", Text, nullable=False),
    Column("user_id", ForeignKey("user.id", ondelete="RESTRICT"), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("words", Text, nullable=False),
    one_of("target_kind", COMMENTED),
    Index(None, "target_uid"),
    info=IMMUTABLE | {"erasable": ("words",)},
)

contact = Table(
    "contact",
    metadata,
    key_column(),
    Column("claim_id", ForeignKey("claim.id", ondelete="RESTRICT"), nullable=False),
    Column("user_id", ForeignKey("user.id", ondelete="RESTRICT"), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("contacted_on", Date, nullable=False),
    Column("outcome", Text, nullable=False),
    Index(None, "claim_id"),
    info=IMMUTABLE | {"erasable": ("who", "outcome")},
)

assignment = Table(
    "assignment",
    metadata,
    Column("target_uid", Text, primary_key=True),
    Column("user_id", ForeignKey("user.id", ondelete="RESTRICT"), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Index(None, "user_id"),
)

second_look = Table(
    "second_look",
    metadata,
    Column("target_uid", Text, primary_key=True),
    Column("target_kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    one_of("target_kind", ("pair", "finding")),
    one_of("state", SECOND_LOOKS),
    Index(None, "state", "made_at"),
)

saved_view = Table(
    "saved_view",
    metadata,
    key_column(),
    Column("user_id", ForeignKey("user.id", ondelete="RESTRICT"), nullable=False),
    Column("name", Text, nullable=False),
    Column("filters", JSON, nullable=False),
    UniqueConstraint("user_id", "name"),
)
