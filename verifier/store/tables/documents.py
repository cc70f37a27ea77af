"""Publications and their captured texts."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from verifier.domain.enums import Precision, SectionKind
from verifier.store.tables.base import IMMUTABLE, UtcDateTime, key_column, metadata, one_of, uid_column

OUTLET_KINDS = ("agency", "newspaper", "broadcaster", "state_media", "government", "ngo", "platform", "unknown")
GRADES = ("A", "B", "C", "D", "E", "F")
NO_OUTLET = ""
"""Slug of the sentinel row for documents whose outlet is unknown."""

outlet = Table(
    "outlet",
    metadata,
    key_column(),
    Column("slug", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("reliability", Text),
    Column("reliability_basis", Text),
    one_of("kind", OUTLET_KINDS),
    one_of("reliability", GRADES),
)

document = Table(
    "document",
    metadata,
    key_column(),
    uid_column(),
    Column("outlet_id", ForeignKey("outlet.id", ondelete="RESTRICT"), nullable=False),
    Column("canonical_url", Text),
    Column("name", Text, nullable=False),
    Column("title", Text),
    Column("lang", Text),
    Index(None, "name"),
)

snapshot = Table(
    "snapshot",
    metadata,
    key_column(),
    uid_column(),
    Column("document_id", ForeignKey("document.id", ondelete="RESTRICT"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("title", Text),
    Column("lang", Text),
    Column("published_on", UtcDateTime),
    Column("updated_on", UtcDateTime),
    Column("date_precision", Text, nullable=False),
    Column("credits", JSON, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("raw_sha256", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("taken_at", UtcDateTime, nullable=False),
    Column("supersedes_id", ForeignKey("snapshot.id", ondelete="RESTRICT")),
    UniqueConstraint("document_id", "seq"),
    UniqueConstraint("supersedes_id"),
    CheckConstraint("seq >= 1", name="seq"),
    one_of("date_precision", Precision),
    info=IMMUTABLE,
)

section = Table(
    "section",
    metadata,
    key_column(),
    Column("snapshot_id", ForeignKey("snapshot.id", ondelete="RESTRICT"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("dated_on", Date),
    UniqueConstraint("snapshot_id", "ordinal"),
    CheckConstraint('0 <= start AND start <= "end"', name="span"),
    one_of("kind", SectionKind),
    info=IMMUTABLE,
)
