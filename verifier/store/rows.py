"""Rows by the thousand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, func, insert, select

from verifier.store.prepared import among

_PART = 500
"""How many values one query names."""


def insert_numbered(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Insert rows that all name the same columns, inside a write transaction; their ids, in the same order.

    They are numbered here: nobody else writes in the meantime, and a driver that need not tell ids is much quicker.
    """
    if not rows:
        return []
    first = int(connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1
    insert_rows(connection, table, [{"id": number, **row} for number, row in enumerate(rows, first)])
    return list(range(first, first + len(rows)))


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns; the driver gets them as it wants them."""
    if rows:
        said, columns = _insertion(table, tuple(rows[0]), connection.dialect)
        values = [
            tuple([prepare(row[name]) if prepare is not None else row[name] for name, prepare in columns])
            for row in rows
        ]
        connection.exec_driver_sql(said, values)


@lru_cache(maxsize=64)
def _insertion(table: Table, names: tuple[str, ...], dialect: Dialect) -> tuple[str, list[tuple[str, Any]]]:
    """The statement that inserts such rows, made once, and its columns in order with what prepares their values."""
    made = insert(table).compile(dialect=dialect, column_keys=list(names))
    kinds = [(name, table.c[name].type.dialect_impl(dialect)) for name in made.positiontup or ()]
    return str(made), [(name, kind.bind_processor(dialect)) for name, kind in kinds]


def in_parts(connection: Connection, query: Any, column: Any, values: Sequence[Any]) -> Iterator[Any]:
    """The rows of a query where ``column`` holds one of any number of values."""
    statement = _among(query, column)
    for i in range(0, len(values), _PART):
        yield from connection.execute(statement, {"among": [*values[i : i + _PART]]}).all()


@lru_cache(maxsize=64)
def _among(query: Any, column: Any) -> Any:
    """The query over some values of a column, made once for a query that is kept."""
    return query.where(among(column, "among"))
