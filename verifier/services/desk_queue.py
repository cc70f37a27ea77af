"""The queue of pairs and findings: filtered, sorted, paged by key, and walked from one item to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Subquery, and_, func, or_, select

from verifier.config import Settings
from verifier.services.desk_data import open_desk
from verifier.services.desk_facets import item_facets
from verifier.services.desk_items import Wanted, items, read_items
from verifier.services.desk_model import DeskItem, Facet, Listing, Neighbours
from verifier.store.tables import document

PAGE = 25
MOST_COUNTED = 10_000
_FINDING_FACETS = ("relation", "document", "assignee")
_ORDERS: dict[str, tuple[tuple[str, bool], ...]] = {
    "priority": (("priority", True), ("uid", False)),
    "newest": (("day", True), ("priority", True), ("uid", False)),
    "relation": (("relation", False), ("priority", True), ("uid", False)),
}
"""Columns of each order, and whether they run downwards."""


def list_queue(
    settings: Settings, wanted: Wanted, after: str | None, size: int = PAGE
) -> tuple[Listing[DeskItem], dict[str, list[Facet]], int]:
    """Pairs and findings of one state, the facets to narrow them by, and how many documents there are."""
    with open_desk(settings) as connection:
        table = items(wanted)
        listing = _page(connection, table, wanted, after, size, [table.c.state == wanted.state])
        documents = connection.execute(select(func.count()).select_from(document)).scalar_one()
        return listing, item_facets(connection, wanted), documents


def read_queue(settings: Settings, wanted: Wanted, after: str | None, size: int) -> Listing[DeskItem]:
    """The same without facets, as programs read it."""
    with open_desk(settings) as connection:
        table = items(wanted)
        return _page(connection, table, wanted, after, size, [table.c.state == wanted.state])


def uids_in_queue(settings: Settings, wanted: Wanted) -> list[tuple[str, str]]:
    """Kind and uid of everything that matches, in order."""
    with open_desk(settings) as connection:
        table = items(wanted)
        query = select(table.c.kind, table.c.uid).where(table.c.state == wanted.state)
        return [(row.kind, row.uid) for row in connection.execute(query.order_by(*_order(table, wanted)))]


def count_matching(connection: Connection, wanted: Wanted) -> int:
    """How many items match, counted up to MOST_COUNTED."""
    table = items(wanted)
    return _counted(connection, table, [table.c.state == wanted.state])


def list_findings(
    settings: Settings, wanted: Wanted, after: str | None, size: int = PAGE
) -> tuple[Listing[DeskItem], dict[str, list[Facet]]]:
    """All findings whatever their state."""
    with open_desk(settings) as connection:
        table = items(wanted)
        listing = _page(connection, table, wanted, after, size, [table.c.kind == "finding"])
        return listing, item_facets(connection, wanted, names=_FINDING_FACETS, only="finding")


def neighbours_of(settings: Settings, wanted: Wanted, uid: str) -> Neighbours:
    """The items before and after one in the same filtered queue; the first one where it is no longer in it."""
    with open_desk(settings) as connection:
        table = items(wanted)
        here = _position(connection, wanted, uid)
        of_state = table.c.state == wanted.state
        forward = select(table.c.kind, table.c.uid).where(of_state).order_by(*_order(table, wanted))
        if here is None:
            first = connection.execute(forward.limit(1)).first()
            return Neighbours(None, tuple(first) if first else None)
        back = select(table.c.kind, table.c.uid).where(of_state).order_by(*_order(table, wanted, back=True))
        following = connection.execute(forward.where(_beyond(table, wanted, here)).limit(1)).first()
        earlier = connection.execute(back.where(_beyond(table, wanted, here, back=True)).limit(1)).first()
        return Neighbours(tuple(earlier) if earlier else None, tuple(following) if following else None)


def _page(
    connection: Connection, table: Subquery, wanted: Wanted, after: str | None, size: int, conditions: Sequence[Any]
) -> Listing[DeskItem]:
    """One page after the item ``after``; a page's token is the uid of its last item."""
    total = _counted(connection, table, conditions)
    query = select(table).where(*conditions).order_by(*_order(table, wanted))
    if after and (here := _position(connection, wanted, after)) is not None:
        query = query.where(_beyond(table, wanted, here))
    rows = connection.execute(query.limit(size + 1)).all()
    part = read_items(connection, rows[:size])
    following = part[-1].uid if len(rows) > size else None
    return Listing(tuple(part), following, min(total, MOST_COUNTED), total > MOST_COUNTED)


def _counted(connection: Connection, table: Subquery, conditions: Sequence[Any]) -> int:
    few = select(table.c.uid).where(*conditions).limit(MOST_COUNTED + 1).subquery()
    return connection.execute(select(func.count()).select_from(few)).scalar_one()


def _position(connection: Connection, wanted: Wanted, uid: str) -> Any:
    """The values an item is ordered by, whether or not the filters leave it; None where there is no such item."""
    table = items(Wanted(sort=wanted.sort), live=False)
    columns = [table.c[name] for name, _ in _ORDERS[wanted.sort]]
    return connection.execute(select(*columns).where(table.c.uid == uid)).first()


def _order(table: Subquery, wanted: Wanted, back: bool = False) -> list[Any]:
    return [table.c[name].desc() if down is not back else table.c[name] for name, down in _ORDERS[wanted.sort]]


def _beyond(table: Subquery, wanted: Wanted, here: Any, back: bool = False) -> Any:
    """Whether a row comes after the place ``here``, or before it: the first column that differs decides."""
    tests: list[Any] = []
    same: list[Any] = []
    for (name, down), value in zip(_ORDERS[wanted.sort], here, strict=True):
        column = table.c[name]
        tests.append(and_(*same, column < value if down is not back else column > value))
        same.append(column == value)
    return or_(*tests)
