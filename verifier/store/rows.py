"""Rows by the thousand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from verifier.store.prepared import DIALECT, Prepared, Processors, among, bind_processors, driver_of, processed

_PART = 500
"""How many values one query names."""


def insert_numbered(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Insert rows that all name the same columns, inside a write transaction; their ids, in the same order.

    They are numbered here: nobody else writes in the meantime, and a driver that need not tell ids is much quicker.
    """
    if not rows:
        return []
    first = (_last(table).scalar(connection) or 0) + 1
    insert_rows(connection, table, [{"id": number, **row} for number, row in enumerate(rows, first)])
    return list(range(first, first + len(rows)))


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns; the driver gets them as it wants them."""
    if rows:
        said, values_of, processors = _insertion(table, tuple(rows[0]))
        driver_of(connection).executemany(said, [processed(values_of(row), processors) for row in rows])


@lru_cache(maxsize=64)
def _last(table: Table) -> Prepared:
    """The highest number of a table."""
    return Prepared(select(func.max(table.c.id)))


@lru_cache(maxsize=64)
def _insertion(table: Table, names: tuple[str, ...]) -> tuple[str, itemgetter[Any], Processors]:
    """The statement that inserts such rows, made once; what takes their values in its order; what prepares these."""
    made = insert(table).compile(dialect=DIALECT, column_keys=list(names))
    order = list(made.positiontup or ())
    return str(made), itemgetter(*order), bind_processors(table.c[name].type for name in order)


def in_parts(connection: Connection, query: Any, column: Any, values: Sequence[Any]) -> Iterator[Any]:
    """The rows of a query where ``column`` holds one of any number of values."""
    statement = _among(query, column)
    for i in range(0, len(values), _PART):
        yield from connection.execute(statement, {"among": [*values[i : i + _PART]]}).all()


@lru_cache(maxsize=64)
def _among(query: Any, column: Any) -> Any:
    """The query over some values of a column, made once for a query that is kept."""
    return query.where(among(column, "among"))
