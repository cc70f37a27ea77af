"""Rows by the thousand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from verifier.store.prepared import among

_PART = 500
"""How many values one query names."""


def insert_numbered(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Insert rows that all name the same columns, inside a write transaction; their ids, in the same order.

    They are numbered here: nobody else writes in the meantime, and a driver that need not tell ids is much quicker.
    It gets the rows as it wants them, which spares it a detour for every value.
    """
    if not rows:
        return []
    first = int(connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1
    made = insert(table).compile(dialect=connection.dialect, column_keys=["id", *rows[0]])
    columns = [(name, table.c[name].type.dialect_impl(connection.dialect)) for name in made.positiontup or ()]
    prepared = [(name, kind.bind_processor(connection.dialect)) for name, kind in columns]
    values = [
        tuple(prepare(row[name]) if prepare is not None else row[name] for name, prepare in prepared)
        for row in ({"id": number, **row} for number, row in enumerate(rows, first))
    ]
    connection.exec_driver_sql(str(made), values)
    return list(range(first, first + len(rows)))


def in_parts(connection: Connection, query: Any, column: Any, values: Sequence[Any]) -> Iterator[Any]:
    """The rows of a query where ``column`` holds one of any number of values."""
    statement = _among(query, column)
    for i in range(0, len(values), _PART):
        yield from connection.execute(statement, {"among": [*values[i : i + _PART]]}).all()


@lru_cache(maxsize=64)
def _among(query: Any, column: Any) -> Any:
    """The query over some values of a column, made once for a query that is kept."""
    return query.where(among(column, "among"))
