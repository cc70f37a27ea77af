"""Keeping the index of the desk's lists: what every item is listed under, counted, and the full text of claims."""

# ruff: noqa: S608 - statements are made of our own names only

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from verifier.services.desk_counts import Tally
from verifier.services.desk_listed import Listed, Told, lists_of, read_claims, read_findings, read_pairs, read_texts
from verifier.store.prepared import Prepared
from verifier.store.tables import (
    claim_words,
    desk_change,
    desk_entry,
    desk_item,
    desk_stale,
    desk_value,
    document_words,
)

_BATCH = 1_000
_STAGED = "desk_staged"
_FULL_TEXT = {"claim": claim_words, "document": document_words}


@dataclass(frozen=True, slots=True)
class Behind:
    """How the index stands: the number of its last change, and whether something changed since."""

    number: int
    is_behind: bool


_HOW_IT_STANDS = Prepared(select(desk_change.c.number, select(desk_stale.c.kind).exists()))


def how_it_stands(connection: Connection) -> Behind:
    """The number of the last change of what lists show, and whether they have to be read anew."""
    number, is_behind = _HOW_IT_STANDS.first(connection)
    return Behind(number, bool(is_behind))


def refresh(connection: Connection) -> None:
    """Read anew what changed since the index was written, in a transaction that writes."""
    connection.execute(text(f"CREATE TEMP TABLE IF NOT EXISTS {_STAGED} (value_id, state, press, uid)"))
    values, tally = _Values(connection), Tally(connection)
    readers: dict[str, Callable[[Connection, Collection[int]], list[Listed]]] = {
        "pair": read_pairs, "finding": read_findings, "claim": read_claims,
    }  # fmt: skip
    for kind in ("document", *readers):
        while ids := _some_stale(connection, kind):
            if kind in _FULL_TEXT:
                _read_words(connection, kind, ids)
            if kind in readers:
                _forget(connection, kind, ids, tally)
                _enter(connection, readers[kind](connection, ids), values, tally)
            done = desk_stale.c.target_id.in_(bindparam("ids", expanding=True))
            connection.execute(delete(desk_stale).where(desk_stale.c.kind == kind, done), {"ids": ids})
    # in the order of the table, so that many rows do not jump about in it
    order = "ORDER BY value_id, state, press, uid"
    connection.execute(text(f"INSERT INTO desk_entry SELECT * FROM {_STAGED} {order}"))
    connection.execute(text(f"DELETE FROM {_STAGED}"))
    tally.write()
    connection.execute(update(desk_change).values(number=desk_change.c.number + 1))


def forget_all(connection: Connection) -> None:
    """Empty the index and note everything stored as not yet in it."""
    for name in ("desk_entry", "desk_tally", "desk_value", "desk_item", "desk_stale", *_names(_FULL_TEXT.values())):
        connection.execute(text(f"DELETE FROM {name}"))
    for kind in ("pair", "finding", "claim", "document"):
        connection.execute(text(f"INSERT INTO desk_stale SELECT '{kind}', id FROM {kind}"))


def _names(tables: Iterable[Any]) -> list[str]:
    return [str(table.name) for table in tables]


def _some_stale(connection: Connection, kind: str) -> Sequence[int]:
    query = select(desk_stale.c.target_id).where(desk_stale.c.kind == kind).order_by(desk_stale.c.target_id)
    return connection.execute(query.limit(_BATCH)).scalars().all()


class _Values:
    """Rows of desk_value, found or made once; a label that has changed is told anew."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[Told, int] = {}

    def id_of(self, told: Told) -> int:
        found = self._known.get(told)
        if found is None:
            facet, value, label = told
            made = upsert(desk_value).values(facet=facet, value=value, label=label)
            made = made.on_conflict_do_update(index_elements=("facet", "value"), set_={"label": label})
            found = self._connection.execute(made.returning(desk_value.c.id)).scalar_one()
            self._known[told] = found
        return found


def _forget(connection: Connection, kind: str, ids: Sequence[int], tally: Tally) -> None:
    """Take items out of the index."""
    columns = (desk_item.c.kind, desk_item.c.uid, desk_item.c.state, desk_item.c.press, desk_item.c.facets)
    query = select(*columns).where(desk_item.c.kind == kind, desk_item.c.target_id.in_(ids))
    rows = connection.execute(query).all()
    if not rows:
        return
    gone = []
    for row in rows:
        for state in lists_of(row.kind, row.state):
            tally.move(state, row.facets, -1)
            for key in chain.from_iterable(row.facets.values()):
                gone.append({"v": key, "s": state, "p": row.press, "u": row.uid})
    _execute_all(connection, _ENTRY_GONE, gone)
    connection.execute(delete(desk_item).where(desk_item.c.uid.in_([row.uid for row in rows])))


_ENTRY_GONE = delete(desk_entry).where(
    desk_entry.c.value_id == bindparam("v"), desk_entry.c.state == bindparam("s"),
    desk_entry.c.press == bindparam("p"), desk_entry.c.uid == bindparam("u"),
)  # fmt: skip


def _enter(connection: Connection, found: Sequence[Listed], values: _Values, tally: Tally) -> None:
    """Put items into the index."""
    rows, entries = [], []
    for each in found:
        facets: dict[str, list[int]] = defaultdict(list)
        for told in each.facets:
            facets[told[0]].append(values.id_of(told))
        for state in lists_of(each.kind, each.state):
            tally.move(state, facets, 1)
            entries += [(key, state, each.press, each.uid) for key in chain.from_iterable(facets.values())]
        rows.append(
            {"uid": each.uid, "kind": each.kind, "target_id": each.id, "state": each.state,
             "relation": each.relation, "press": each.press, "age": each.age, "facets": facets, "card": each.card}
        )  # fmt: skip
    _execute_all(connection, insert(desk_item), rows)
    if entries:
        connection.exec_driver_sql(f"INSERT INTO {_STAGED} VALUES (?, ?, ?, ?)", entries)


def _execute_all(connection: Connection, statement: Any, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)


def _read_words(connection: Connection, kind: str, ids: Sequence[int]) -> None:
    """Take the words of claims or documents into the full text anew."""
    words: Table | Any = _FULL_TEXT[kind]
    connection.execute(delete(words).where(words.c.rowid.in_(ids)))
    _execute_all(connection, insert(words), read_texts(connection, kind, ids))
