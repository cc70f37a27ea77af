"""Vectors of the similarity model, one for each claim reading and model."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from verifier.store.tables import claim_version, embedding, model_version


def model_id(connection: Connection, name: str, version: str, sha256: str, dims: int) -> int:
    """The row of a similarity model."""
    key = {"kind": "embedder", "name": name, "version": version, "sha256": sha256}
    conditions = [model_version.c[column] == value for column, value in key.items()]
    found = connection.execute(select(model_version.c.id).where(*conditions)).scalar()
    if found is not None:
        return int(found)
    values = {**key, "params": {"dims": dims}, "metrics": {}, "active": True}
    made = connection.execute(insert(model_version).values(values)).inserted_primary_key
    return int(made[0]) if made else 0


def load_vectors(connection: Connection, name: str) -> dict[str, bytes]:
    """Stored vectors of a model as float32 bytes, by question text."""
    query = (
        select(claim_version.c.question_text, embedding.c.vector)
        .join(embedding, embedding.c.claim_version_id == claim_version.c.id)
        .join(model_version, model_version.c.id == embedding.c.model_version_id)
        .where(model_version.c.name == name)
    )
    return {row.question_text: row.vector for row in connection.execute(query)}


def add_vectors(connection: Connection, model: int, dims: int, rows: Sequence[tuple[int, bytes]]) -> None:
    """Store vectors by the id of the claim version, those that are there already left alone."""
    known = set(
        connection.execute(select(embedding.c.claim_version_id).where(embedding.c.model_version_id == model)).scalars()
    )
    values = [
        {"claim_version_id": version, "model_version_id": model, "dim": dims, "vector": vector}
        for version, vector in rows
        if version not in known
    ]
    if values:
        connection.execute(insert(embedding), values)
