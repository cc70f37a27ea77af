"""The queue of pairs and findings: filtered, counted, paged by key, and walked from one item to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Subquery, and_, func, or_, select

from verifier.config import Settings
from verifier.services.desk_data import lookup, open_desk
from verifier.services.desk_items import STATES, Wanted, items, read_items, touched
from verifier.services.desk_model import DeskItem, Facet, Listing, Neighbours
from verifier.store.tables import claim, document, snapshot

PAGE = 25
_STATE_LABELS = ("Waiting", "A slot is missing", "Rival descriptions", "Decided", "Read anew", "No conflict")


def list_queue(
    settings: Settings, wanted: Wanted, after: str | None, size: int = PAGE
) -> tuple[Listing[DeskItem], dict[str, list[Facet]], int]:
    """Pairs and findings of one state, the facets to narrow them by, and how many documents there are."""
    with open_desk(settings) as connection:
        table = items(wanted)
        of_state = table.c.state == wanted.state
        listing = _page(connection, table, after, size, [of_state])
        documents = connection.execute(select(func.count()).select_from(document)).scalar_one()
        return listing, _facets(connection, wanted), documents


def list_findings(
    settings: Settings, wanted: Wanted, after: str | None, size: int = PAGE
) -> tuple[Listing[DeskItem], dict[str, list[Facet]]]:
    """All findings whatever their state."""
    with open_desk(settings) as connection:
        table = items(wanted)
        listing = _page(connection, table, after, size, [table.c.kind == "finding"])
        names = ("relation", "document")
        counts = {name: _counts(connection, replace(wanted, **{name: ""}), name, only="finding") for name in names}
        return listing, counts


def neighbours_of(settings: Settings, wanted: Wanted, uid: str) -> Neighbours:
    """The items before and after one in the same filtered queue; the first one where it is no longer in it."""
    with open_desk(settings) as connection:
        table = items(wanted)
        here = _position(connection, uid)
        of_state = table.c.state == wanted.state
        forward = select(table.c.kind, table.c.uid).where(of_state).order_by(table.c.priority.desc(), table.c.uid)
        if here is None:
            first = connection.execute(forward.limit(1)).first()
            return Neighbours(None, tuple(first) if first else None)
        back = select(table.c.kind, table.c.uid).where(of_state).order_by(table.c.priority, table.c.uid.desc())
        following = connection.execute(forward.where(_beyond(table, here)).limit(1)).first()
        earlier = connection.execute(back.where(_before(table, here)).limit(1)).first()
        return Neighbours(tuple(earlier) if earlier else None, tuple(following) if following else None)


def _page(
    connection: Connection, table: Subquery, after: str | None, size: int, conditions: Sequence[Any]
) -> Listing[DeskItem]:
    """One page after the item ``after``; a page's token is the uid of its last item."""
    total = connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one()
    query = select(table).where(*conditions).order_by(table.c.priority.desc(), table.c.uid)
    if after and (here := _position(connection, after)) is not None:
        query = query.where(_beyond(table, here))
    rows = connection.execute(query.limit(size + 1)).all()
    part = read_items(connection, rows[:size])
    return Listing(tuple(part), part[-1].uid if len(rows) > size else None, total)


def _position(connection: Connection, uid: str) -> tuple[float, str] | None:
    table = items(Wanted())
    found = connection.execute(select(table.c.priority, table.c.uid).where(table.c.uid == uid)).first()
    return (found.priority, found.uid) if found is not None else None


def _beyond(table: Subquery, here: tuple[float, str]) -> Any:
    priority, uid = here
    return and_(table.c.priority <= priority, or_(table.c.priority < priority, table.c.uid > uid))


def _before(table: Subquery, here: tuple[float, str]) -> Any:
    priority, uid = here
    return and_(table.c.priority >= priority, or_(table.c.priority > priority, table.c.uid < uid))


def _facets(connection: Connection, wanted: Wanted) -> dict[str, list[Facet]]:
    table = items(replace(wanted, state=""))
    counts = lookup(connection, select(table.c.state, func.count()).group_by(table.c.state))
    labels = zip(STATES, _STATE_LABELS, strict=True)
    found = {"state": [Facet(state, label, counts.get(state, 0)) for state, label in labels]}
    for name in ("relation", "strength", "document"):
        found[name] = _counts(connection, replace(wanted, **{name: ""}), name)
    return found


def _counts(connection: Connection, wanted: Wanted, name: str, only: str = "") -> list[Facet]:
    """How many items each value of a facet has, with every other filter on."""
    table = items(wanted)
    kept = table.c.kind == only if only else table.c.state == wanted.state
    if name == "document":
        return _document_counts(connection, table, kept)
    column = table.c[name]
    query = select(column, func.count().label("n")).where(kept, column.is_not(None)).group_by(column)
    rows = connection.execute(query.order_by(func.count().desc(), column)).all()
    return [Facet(row[0], row[0].replace("_", " ").lower().capitalize(), row.n) for row in rows]


def _document_counts(connection: Connection, table: Subquery, kept: Any) -> list[Facet]:
    """Items by document; one that spans two documents counts in both."""
    inside = touched(table, kept)
    number = func.count(inside.c.uid.distinct())
    query = (
        select(document.c.uid, document.c.title, document.c.name, number.label("n"))
        .select_from(document)
        .join(snapshot, snapshot.c.document_id == document.c.id)
        .join(claim, claim.c.snapshot_id == snapshot.c.id)
        .join(inside, inside.c.claim_id == claim.c.id)
        .group_by(document.c.uid, document.c.title, document.c.name)
        .order_by(number.desc(), document.c.name)
    )
    return [Facet(row.uid, row.title or row.name, row.n) for row in connection.execute(query)]
