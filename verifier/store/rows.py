"""Rows by the thousand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Insert rows and give their ids, in the same order."""
    if not rows:
        return []
    made = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return list(connection.execute(made, rows).scalars())
