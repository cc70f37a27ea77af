"""What the machine computes over claims: pairs, findings, disputes."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from verifier.domain.enums import FindingKind, Locus, Relation, Strength
from verifier.store.tables.base import IMMUTABLE, UtcDateTime, key_column, metadata, one_of, uid_column

PAIR_STATES = ("new", "decided", "stale")
STANCES = ("asserts", "denies", "bounds", "context")

pair = Table(
    "pair",
    metadata,
    key_column(),
    uid_column(),
    Column("left_id", ForeignKey("claim.id", ondelete="RESTRICT"), nullable=False),
    Column("right_id", ForeignKey("claim.id", ondelete="RESTRICT"), nullable=False),
    Column("locus", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("strength", Text),
    Column("aspect", Text),
    Column("rule", Text, nullable=False),
    Column("direction", Text),
    Column("independent", Boolean, nullable=False),
    Column("queued", Boolean, nullable=False),
    Column("priority", Double, nullable=False),
    Column("probability", Double),
    Column("similarity", Double),
    Column("explanation", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("live", Boolean, nullable=False),
    UniqueConstraint("left_id", "right_id"),
    Index(None, "right_id"),
    Index(None, "priority", "uid"),
    one_of("locus", Locus),
    one_of("relation", Relation),
    one_of("strength", Strength),
    one_of("direction", ("left", "right")),
    one_of("state", PAIR_STATES),
)

comparison = Table(
    "comparison",
    metadata,
    key_column(),
    Column("pair_id", ForeignKey("pair.id", ondelete="RESTRICT"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("left_version_id", ForeignKey("claim_version.id", ondelete="RESTRICT"), nullable=False),
    Column("right_version_id", ForeignKey("claim_version.id", ondelete="RESTRICT"), nullable=False),
    Column("ruleset", Text, nullable=False),
    Column("model_version_id", ForeignKey("model_version.id", ondelete="RESTRICT")),
    Column("relation", Text, nullable=False),
    Column("strength", Text),
    Column("aspect", Text),
    Column("rule", Text, nullable=False),
    Column("direction", Text),
    Column("independent", Boolean, nullable=False),
    Column("explanation", Text, nullable=False),
    Column("would_change", Text, nullable=False),
    Column("slots", JSON, nullable=False),
    Column("features", JSON, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    UniqueConstraint("pair_id", "seq"),
    one_of("relation", Relation),
    one_of("strength", Strength),
    info=IMMUTABLE,
)

finding = Table(
    "finding",
    metadata,
    key_column(),
    uid_column(),
    Column("snapshot_id", ForeignKey("snapshot.id", ondelete="RESTRICT"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("strength", Text),
    Column("rule", Text, nullable=False),
    Column("aspects", JSON, nullable=False),
    Column("explanation", Text, nullable=False),
    Column("queued", Boolean, nullable=False),
    Column("priority", Double, nullable=False),
    Column("live", Boolean, nullable=False),
    Index(None, "priority", "uid"),
    Index(None, "snapshot_id"),
    one_of("kind", FindingKind),
    one_of("strength", Strength),
)

finding_part = Table(
    "finding_part",
    metadata,
    Column("finding_id", ForeignKey("finding.id", ondelete="RESTRICT"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("claim_id", ForeignKey("claim.id", ondelete="RESTRICT"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    PrimaryKeyConstraint("finding_id", "ordinal"),
    Index(None, "claim_id"),
    CheckConstraint('0 <= start AND start <= "end"', name="span"),
)

finding_reading = Table(
    "finding_reading",
    metadata,
    key_column(),
    Column("finding_id", ForeignKey("finding.id", ondelete="RESTRICT"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("ruleset", Text, nullable=False),
    Column("strength", Text),
    Column("rule", Text, nullable=False),
    Column("aspects", JSON, nullable=False),
    Column("explanation", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    UniqueConstraint("finding_id", "seq"),
    one_of("strength", Strength),
    info=IMMUTABLE,
)

dispute = Table(
    "dispute",
    metadata,
    key_column(),
    uid_column(),
    Column("question", Text, nullable=False),
    Column("merged_into_id", ForeignKey("dispute.id", ondelete="RESTRICT")),
    Column("live", Boolean, nullable=False),
)

dispute_claim = Table(
    "dispute_claim",
    metadata,
    Column("dispute_id", ForeignKey("dispute.id", ondelete="RESTRICT"), nullable=False),
    Column("claim_id", ForeignKey("claim.id", ondelete="RESTRICT"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("joined_after", Integer, nullable=False, server_default="0"),  # the newest decision when it joined
    PrimaryKeyConstraint("dispute_id", "claim_id"),
    Index(None, "claim_id"),
    one_of("stance", STANCES),
)

claim_key = Table(
    "claim_key",
    metadata,
    Column("key", BigInteger, nullable=False),
    Column("day", Integer, nullable=False),
    Column("place", BigInteger, nullable=False),
    Column("claim_id", ForeignKey("claim.id", ondelete="RESTRICT"), nullable=False),
    Column("is_open", Boolean, nullable=False),
    PrimaryKeyConstraint("key", "day", "place", "claim_id"),
    Index(None, "claim_id"),
    sqlite_with_rowid=False,
)
"""Where every current claim is filed, so that a new one finds those it may compete with."""

pairing = Table(
    "pairing",
    metadata,
    key_column(),
    Column("ruleset", Text, nullable=False),
    Column("embedder", Text, nullable=False),
    Column("version_upto", Integer, nullable=False),
    Column("snapshot_upto", Integer, nullable=False),
    Column("crowded", Integer, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
)
"""Each pass of pairing that came to its end: up to which reading and text it went, and how many blocks were crowded."""

exclusion = Table(
    "exclusion",
    metadata,
    Column("key", Text, nullable=False),
    Column("model_version_id", ForeignKey("model_version.id", ondelete="RESTRICT"), nullable=False),
    Column("likelihood", Double, nullable=False),
    PrimaryKeyConstraint("key", "model_version_id"),
)
"""What the network said of two statements; ``key`` is a digest of both."""
