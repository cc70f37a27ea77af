"""What people decide: decisions with their evidence, the verdicts in force, frozen reports."""

from __future__ import annotations

from itertools import chain

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from verifier.domain.enums import (
    AttributionVerdict,
    ContentVerdict,
    DisputeStatus,
    FindingVerdict,
    PairVerdict,
    Relation,
)
from verifier.store.tables.base import IMMUTABLE, UtcDateTime, key_column, metadata, one_of, uid_column

TARGETS = ("pair", "finding", "claim", "dispute", "report")
REPORT_VERDICTS = ("draft", "published", "corrected", "withdrawn")
EVIDENCE_KINDS = ("url", "claim", "document", "file")
VERDICTS = tuple(
    dict.fromkeys(
        str(verdict)
        for verdict in chain(
            PairVerdict, FindingVerdict, AttributionVerdict, ContentVerdict, DisputeStatus, REPORT_VERDICTS
        )
    )
)

decision = Table(
    "decision",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),
    *(Column(f"{target}_id", ForeignKey(f"{target}.id", ondelete="RESTRICT")) for target in TARGETS),
    Column("question", Text, nullable=False),
    Column("user_id", ForeignKey("user.id", ondelete="RESTRICT"), nullable=False),
    Column("verdict", Text),
    Column("note", Text, nullable=False),
    Column("reason_codes", JSON, nullable=False),
    Column("corrected_relation", Text),
    Column("shown", JSON, nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
    Column("cancels_seq", ForeignKey("decision.seq", ondelete="RESTRICT"), unique=True),
    Column("salt", Text, nullable=False),
    CheckConstraint("seq >= 1", name="seq"),
    CheckConstraint(
        " + ".join(f"CASE WHEN {target}_id IS NULL THEN 0 ELSE 1 END" for target in TARGETS) + " = 1", name="target"
    ),
    CheckConstraint("(verdict IS NULL) = (cancels_seq IS NOT NULL)", name="cancels"),
    CheckConstraint("(question <> '') = (claim_id IS NOT NULL)", name="asks"),
    one_of("question", ("", "attribution", "content")),
    one_of("verdict", VERDICTS),
    one_of("corrected_relation", Relation),
    Index(None, "pair_id"),
    Index(None, "finding_id"),
    Index(None, "claim_id"),
    Index(None, "dispute_id"),
    Index(None, "user_id"),
    info=IMMUTABLE | {"erasable": ("note", "salt")},
)

evidence = Table(
    "evidence",
    metadata,
    Column("decision_seq", ForeignKey("decision.seq", ondelete="RESTRICT"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("ref", Text, nullable=False),
    Column("quote", Text),
    Column("sha256", Text),
    Column("retrieved_at", UtcDateTime),
    PrimaryKeyConstraint("decision_seq", "ordinal"),
    one_of("kind", EVIDENCE_KINDS),
    info=IMMUTABLE | {"erasable": ("ref", "quote")},
)

standing = Table(
    "standing",
    metadata,
    Column("target_uid", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("decision_seq", ForeignKey("decision.seq", ondelete="RESTRICT"), nullable=False),
    PrimaryKeyConstraint("target_uid", "question"),
)

report = Table(
    "report",
    metadata,
    key_column(),
    uid_column(),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("as_of_seq", Integer, nullable=False),
    Column("inputs", JSON, nullable=False),
    Column("body_json", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("user_id", ForeignKey("user.id", ondelete="RESTRICT"), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("supersedes_id", ForeignKey("report.id", ondelete="RESTRICT")),
    UniqueConstraint("supersedes_id"),
    one_of("kind", ("dispute", "collection")),
    info=IMMUTABLE,
)
