"""The index the desk's lists are read from: made from the other tables, and noted there when it falls behind."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    column,
    table,
)

from verifier.store.tables.base import key_column, metadata, one_of

LISTED = ("pair", "finding", "claim")

desk_item = Table(
    "desk_item",
    metadata,
    Column("uid", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("target_id", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("press", Double, nullable=False),
    Column("age", Double, nullable=False),
    Column("facets", JSON, nullable=False),
    Column("card", JSON, nullable=False),
    Index(None, "kind", "target_id", unique=True),
    Index(None, "state", "press", "uid"),
    Index(None, "state", "age", "press", "uid"),
    Index(None, "state", "relation", "press", "uid"),
    one_of("kind", LISTED),
)
"""What a list shows, the smallest ``press`` first; ``facets`` are the rows of desk_value, by facet.

``card`` has what is shown of it as far as a change of it is noted in desk_stale.
"""

desk_value = Table(
    "desk_value",
    metadata,
    key_column(),
    Column("facet", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("label", Text, nullable=False),
    Index(None, "facet", "value", unique=True),
)

desk_entry = Table(
    "desk_entry",
    metadata,
    Column("value_id", ForeignKey("desk_value.id", ondelete="RESTRICT"), nullable=False),
    Column("state", Text, nullable=False),
    Column("press", Double, nullable=False),
    Column("uid", Text, nullable=False),
    PrimaryKeyConstraint("value_id", "state", "press", "uid"),
    sqlite_with_rowid=False,
)
"""The items of each value, in the order of the list."""

desk_tally = Table(
    "desk_tally",
    metadata,
    Column("beside", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("facet", Text, nullable=False),
    Column("value_id", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    PrimaryKeyConstraint("beside", "state", "facet", "value_id"),
    Index(None, "beside", "state", "facet", "number"),
    sqlite_with_rowid=False,
)
"""How many items of a state have a value; ``value_id`` is 0 where all of the state are meant.

``beside`` is the row of a value that many items of the state have, where only those are counted, and else 0.
"""

desk_change = Table(
    "desk_change",
    metadata,
    key_column(),
    Column("number", Integer, nullable=False),
)
"""One row, whose number grows with every change of what lists show."""

desk_stale = Table(
    "desk_stale",
    metadata,
    Column("kind", Text, nullable=False),
    Column("target_id", Integer, nullable=False),
    PrimaryKeyConstraint("kind", "target_id"),
    one_of("kind", (*LISTED, "document")),
    sqlite_with_rowid=False,
)
"""What changed since the index was written; triggers note it."""

claim_words = table("claim_words", column("rowid"), column("words"), column("claimant"), column("mark"))
document_words = table("document_words", column("rowid"), column("title"), column("body"))
FULL_TEXT = {"claim_words": ("words", "claimant", "mark"), "document_words": ("title", "body")}
"""Tables of the full text and their columns; the engine keeps tables of its own behind each."""
