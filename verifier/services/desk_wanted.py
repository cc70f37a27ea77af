"""Reading a list from the index: what it is narrowed to, in which order, after which item, how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, Text, bindparam, func, select, tuple_, type_coerce

from verifier.services.desk_cards import ASSIGNEE
from verifier.services.desk_counts import ANY
from verifier.services.desk_items import STATES, Wanted
from verifier.services.desk_open import worked_out
from verifier.store.prepared import Prepared, among
from verifier.store.tables import desk_entry, desk_item, desk_tally, desk_value

MOST_COUNTED = 1_000
"""Combinations of properties are counted up to this many at once; the whole count is asked for on its own."""
_MOST_SORTED = 5_000
"""Up to this many items of a value are sorted on the spot, rather than looked for along another order."""
_NARROWING = ("relation", "strength", "dispute", "claimant", "outlet", "lang", "place", "document", "assignee", "kind")
_DAYS = {4: "year", 7: "date", 10: "day"}
_COLUMNS = {"priority": ("press", "uid"), "newest": ("age", "press", "uid"), "relation": ("relation", "press", "uid")}
_PLACE = Prepared(
    select(desk_item.c.press, desk_item.c.age, desk_item.c.relation, desk_item.c.uid).where(
        desk_item.c.uid == bindparam("uid")
    )
)
_VALUE = Prepared(
    select(desk_value.c.id, desk_tally.c.state, desk_tally.c.number)
    .select_from(desk_value)
    .outerjoin(
        desk_tally,
        (desk_tally.c.beside == ANY)
        & among(desk_tally.c.state, "states")
        & (desk_tally.c.facet == desk_value.c.facet)
        & (desk_tally.c.value_id == desk_value.c.id),
    )
    .where(desk_value.c.facet == bindparam("facet"), desk_value.c.value == bindparam("value"))
)
_ALL = Prepared(
    select(desk_tally.c.number).where(
        desk_tally.c.beside == ANY,
        desk_tally.c.state == bindparam("state"),
        desk_tally.c.facet == "",
        desk_tally.c.value_id == 0,
    )
)


@dataclass(frozen=True, slots=True)
class Scope:
    """A list in the index: its state, the rows of the values it is narrowed to, the rarest first, and its order.

    ``number`` is how many items have the rarest of the values, or are in the state where there is none.
    """

    state: str
    values: tuple[int, ...]
    sort: str
    number: int

    @property
    def is_combined(self) -> bool:
        """Whether ``number`` is only a bound."""
        return len(self.values) > 1


def scope_of(connection: Connection, wanted: Wanted, state: str) -> Scope:
    """Where the index has what is wanted of one state."""
    asked = narrowed_by(wanted)
    if not asked:
        number = worked_out(connection, ("all", state), lambda: int(_ALL.scalar(connection, state=state) or 0))
        return Scope(state, (), wanted.sort, number)
    found = []
    for facet, value in asked:
        states = STATES if state in STATES else (state,)
        key, numbers = worked_out(
            connection, ("value", states, facet, value), partial(_value, connection, states, facet, value)
        )
        if key is None:
            return Scope(state, (0,), wanted.sort, 0)
        found.append((numbers.get(state, 0), key))
    return Scope(state, tuple(key for _, key in sorted(found)), wanted.sort, min(found)[0])


def _value(connection: Connection, states: Sequence[str], facet: str, value: str) -> tuple[int | None, dict[str, int]]:
    """The row of a value, None where nothing has it, and how many items of which state do."""
    rows = _VALUE.all(connection, states=states, facet=facet, value=value)
    return rows[0].id if rows else None, {row.state: row.number for row in rows}


def narrowed_by(wanted: Wanted) -> list[tuple[str, str]]:
    """The facets that are asked for with their values; a date is a year, a month or a day."""
    asked = [(name, getattr(wanted, name)) for name in _NARROWING if getattr(wanted, name)]
    return asked + ([(_DAYS.get(len(wanted.date), "date"), wanted.date)] if wanted.date else [])


def read_uids(
    connection: Connection, scope: Scope, after: Sequence[Any] | None = None, limit: int = -1, *, back: bool = False
) -> list[str]:
    """The uids of a list in its order, after a place in it; with ``back`` those before, the nearest first."""
    if not scope.number:
        return []
    query = _listed(len(scope.values), scope.sort, _is_sorted(scope), after is not None, back)
    return query.scalars(connection, **_given(scope, after, limit))


def read_rows(connection: Connection, scope: Scope, after: Sequence[Any] | None, limit: int) -> list[Any]:
    """The same as rows with what is shown of each item: its uid, its card as written, who looks after it."""
    if not scope.number:
        return []
    query = _shown(len(scope.values), scope.sort, _is_sorted(scope), after is not None)
    return query.all(connection, **_given(scope, after, limit))


def read_nearest(
    connection: Connection, scope: Scope, here: Sequence[Any] | None, *, back: bool = False
) -> tuple[str, str] | None:
    """Kind and uid of the item after a place in a list, the first without one; with ``back`` of the one before."""
    if not scope.number:
        return None
    query = _named(len(scope.values), scope.sort, _is_sorted(scope), here is not None, back)
    row = query.first(connection, **_given(scope, here, 1))
    return None if row is None else (row.kind, row.uid)


def _given(scope: Scope, after: Sequence[Any] | None, limit: int) -> dict[str, Any]:
    given = {f"value{n}": value for n, value in enumerate(scope.values)} | {"state": scope.state, "most": limit}
    return given if after is None else given | dict(zip(_COLUMNS[scope.sort], after, strict=True))


def place_in(connection: Connection, sort: str, uid: str) -> tuple[Any, ...] | None:
    """The place of an item in an order; None where it is not listed."""
    row = _PLACE.first(connection, uid=uid)
    return None if row is None else tuple(getattr(row, name) for name in _COLUMNS[sort])


def count_of(connection: Connection, scope: Scope, most: int = MOST_COUNTED) -> tuple[int, bool]:
    """How many items a list has, and whether there are more than that: only combinations are counted up to ``most``."""
    if not scope.is_combined:
        return scope.number, False
    found = len(read_uids(connection, Scope(scope.state, scope.values, "priority", scope.number), limit=most + 1))
    return min(found, most), found > most


def _is_sorted(scope: Scope) -> bool:
    return bool(scope.values) and scope.sort != "priority" and scope.number <= _MOST_SORTED


@lru_cache(maxsize=128)
def _listed(values: int, sort: str, is_sorted: bool, is_after: bool, back: bool) -> Prepared:
    """The statement of a list: along the entries of its rarest value, or along the items where it has none.

    In another order than by priority, few entries are sorted; many are looked up along the items of the state.
    """
    entries = [desk_entry.alias(f"entry{n}") for n in range(values)]
    state: BindParameter[Any] = bindparam("state")
    along = entries[0].c if entries and (sort == "priority" or is_sorted) else desk_item.c
    query = select(along.uid).where(along.state == state)
    if is_sorted:  # the unary plus, as it were: no index may take the order over
        query = select(desk_item.c.uid).where(
            desk_item.c.uid.in_(_having(query.where(along.value_id == bindparam("value0")), entries[1:], along, 1))
        )
        order = [getattr(desk_item.c, name) for name in _COLUMNS[sort]]
    else:
        if entries and sort == "priority":
            query = query.where(along.value_id == bindparam("value0"))
            query = _having(query, entries[1:], along, 1)
        else:
            query = _having(query, entries, along, 0)
        order = [getattr(along, name) for name in _COLUMNS[sort]]
    if is_after:
        here = tuple_(*(bindparam(name) for name in _COLUMNS[sort]))
        query = query.where(tuple_(*order) < here if back else tuple_(*order) > here)
    if is_sorted:
        order = [func.coalesce(column, None) for column in order]
    ordered = query.order_by(*(column.desc() if back else column for column in order))
    return Prepared(ordered.limit(bindparam("most")))


@lru_cache(maxsize=128)
def _shown(values: int, sort: str, is_sorted: bool, is_after: bool) -> Prepared:
    """The statement of the rows of a list."""
    query = _with_items(_listed(values, sort, is_sorted, is_after, back=False).query)
    return Prepared(query.add_columns(type_coerce(desk_item.c.card, Text).label("card"), ASSIGNEE.label("assignee")))


@lru_cache(maxsize=128)
def _named(values: int, sort: str, is_sorted: bool, is_after: bool, back: bool) -> Prepared:
    """The statement of what is in a list: uids and kinds."""
    return Prepared(_with_items(_listed(values, sort, is_sorted, is_after, back).query).add_columns(desk_item.c.kind))


def _with_items(query: Select[Any]) -> Select[Any]:
    """A list along its entries or its items, beside which are the columns of the items."""
    along = query.get_final_froms()[0]
    return query if along is desk_item else query.join_from(along, desk_item, desk_item.c.uid == along.c.uid)


def _having(query: Select[Any], entries: Sequence[Any], along: Any, first: int) -> Select[Any]:
    """The rows that are also entries of further values."""
    for n, entry in enumerate(entries, first):
        same = (entry.c.press == along.press) & (entry.c.uid == along.uid) & (entry.c.state == bindparam("state"))
        query = query.where(select(entry.c.uid).where(entry.c.value_id == bindparam(f"value{n}"), same).exists())
    return query
