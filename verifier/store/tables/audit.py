"""The log: one chain of hashes over every decision and every administrative act."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text, UniqueConstraint

from verifier.store.tables.base import IMMUTABLE, UtcDateTime, metadata, one_of

DECIDING = ("decide", "undo")
ACTIONS = (
    *DECIDING, "correct", "user_add", "user_role", "user_password", "user_disable", "user_enable", "token_add",
    "token_revoke", "erase_decision", "erase_user", "grade",
)  # fmt: skip

audit_entry = Table(
    "audit_entry",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("user_id", ForeignKey("user.id", ondelete="RESTRICT"), nullable=False),
    Column("action", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("decision_seq", ForeignKey("decision.seq", ondelete="RESTRICT")),
    Column("payload", Text, nullable=False),
    Column("prev_sha256", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    UniqueConstraint("decision_seq"),
    UniqueConstraint("sha256"),
    CheckConstraint("seq >= 1", name="seq"),
    CheckConstraint("(decision_seq IS NOT NULL) = (action IN ('decide', 'undo'))", name="decides"),
    one_of("action", ACTIONS),
    info=IMMUTABLE,
)
