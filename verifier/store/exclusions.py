"""What the network said of pairs of statements, so that it is asked once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, insert, select

from verifier.store.rows import in_parts
from verifier.store.tables import exclusion, model_version


def load_likelihoods(connection: Connection, sha256: str, keys: Sequence[str]) -> dict[str, float]:
    """The stored answers of the network with those weights, by the digest of the two statements."""
    query = (
        select(exclusion.c.key, exclusion.c.likelihood)
        .join(model_version, model_version.c.id == exclusion.c.model_version_id)
        .where(model_version.c.sha256 == sha256)
    )
    return {row.key: row.likelihood for row in in_parts(connection, query, exclusion.c.key, keys)}


def add_likelihoods(connection: Connection, model: int, fresh: Mapping[str, float]) -> None:
    """Store answers, those that are there already left alone."""
    there = select(exclusion.c.key).where(exclusion.c.model_version_id == model)
    known = {row.key for row in in_parts(connection, there, exclusion.c.key, list(fresh))}
    rows = [
        {"key": key, "model_version_id": model, "likelihood": likelihood}
        for key, likelihood in fresh.items()
        if key not in known
    ]
    if rows:
        connection.execute(insert(exclusion), rows)
