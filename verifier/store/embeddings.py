"""Vectors of the similarity model, one for each claim reading and model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, insert, select

from verifier.store.rows import in_parts
from verifier.store.tables import claim_key, claim_version, embedding, model_version

_SOME = 10_000


def model_id(connection: Connection, name: str, version: str, sha256: str, dims: int, kind: str = "embedder") -> int:
    """The row of a model."""
    key = {"kind": kind, "name": name, "version": version, "sha256": sha256}
    conditions = [model_version.c[column] == value for column, value in key.items()]
    found = connection.execute(select(model_version.c.id).where(*conditions)).scalar()
    if found is not None:
        return int(found)
    values = {**key, "params": {"dims": dims}, "metrics": {}, "active": True}
    made = connection.execute(insert(model_version).values(values)).inserted_primary_key
    return int(made[0]) if made else 0


def load_vectors(connection: Connection, name: str, versions: Sequence[int] | None = None) -> dict[str, bytes]:
    """Stored vectors of a model as float32 bytes, by question text; all, or those of claim versions."""
    query = (
        select(claim_version.c.question_text, embedding.c.vector)
        .join(embedding, embedding.c.claim_version_id == claim_version.c.id)
        .join(model_version, model_version.c.id == embedding.c.model_version_id)
        .where(model_version.c.name == name)
    )
    if versions is None:
        return {row.question_text: row.vector for row in connection.execute(query)}
    return {row.question_text: row.vector for row in in_parts(connection, query, claim_version.c.id, versions)}


def vectors_since(connection: Connection, name: str, key: int, version: int) -> Iterator[tuple[list[int], list[bytes]]]:
    """Vectors of a model made after a version, as float32 bytes, of the claims filed under a key, some at a time."""
    query = (
        select(embedding.c.claim_version_id, embedding.c.vector)
        .join(model_version, model_version.c.id == embedding.c.model_version_id)
        .join(claim_version, claim_version.c.id == embedding.c.claim_version_id)
        .join(claim_key, claim_key.c.claim_id == claim_version.c.claim_id)
        .where(model_version.c.name == name, claim_key.c.key == key, embedding.c.claim_version_id > version)
        .order_by(embedding.c.claim_version_id)
    )
    for rows in connection.execute(query).partitions(_SOME):
        yield [row[0] for row in rows], [row[1] for row in rows]


def add_vectors(connection: Connection, model: int, dims: int, rows: Sequence[tuple[int, bytes]]) -> None:
    """Store vectors by the id of the claim version, those that are there already left alone."""
    there = select(embedding.c.claim_version_id).where(embedding.c.model_version_id == model)
    known = {row[0] for row in in_parts(connection, there, embedding.c.claim_version_id, [row[0] for row in rows])}
    values = [
        {"claim_version_id": version, "model_version_id": model, "dim": dims, "vector": vector}
        for version, vector in rows
        if version not in known
    ]
    if values:
        connection.execute(insert(embedding), values)
