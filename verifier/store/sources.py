"""Rows of actors, outlets and places, made when a claim or document first needs them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Table, select, update

from verifier.domain.attribution import Actor
from verifier.domain.claim import Place, Reading
from verifier.reference import load
from verifier.reference.words import normalise
from verifier.store.prepared import Prepared, among
from verifier.store.rows import insert_numbered, insert_rows
from verifier.store.tables import actor, actor_alias, actor_side, outlet, place
from verifier.store.tables.documents import NO_OUTLET, OUTLET_KINDS

_NAMED = {
    table: Prepared(select(table.c.slug, table.c.id, table.c.name).where(among(table.c.slug, "slugs")))
    for table in (actor, outlet, place)
}
"""What of these tables has one of some slugs: slug, row and name."""


class Directory:
    """Finds or makes the rows of one transaction, each slug once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], int] = {}
        self._names: dict[str, str] = {}

    def look_up(self, readings: Sequence[Reading]) -> None:
        """Find what is stored of the actors and places of readings, all at once."""
        actors = {
            who.key
            for r in readings
            for who in (r.agent, r.patient, *(step.actor for step in r.chain))
            if who is not None
        }
        places = {r.place.key for r in readings if r.place is not None}
        for table, slugs in ((actor, actors), (place, places)):
            for slug, row, name in _NAMED[table].rows(self._connection, slugs=list(slugs)):
                self._known[table.name, slug] = row
                if table is actor:
                    self._names[slug] = name

    def actor_id(self, who: Actor | None) -> int | None:
        """The row of an actor, with its alias and side as far as they are known."""
        if who is None:
            return None
        found = self._find(actor, who.key)
        name = _name_of(who)
        if found is not None and name > self._name(who.key, found):
            self._rename(who.key, found, name)
        if found is None:
            self._names[who.key] = name
            values = {"slug": who.key, "name": name, "kind": who.kind}
            found = self._make(actor, who.key, values)
            words = {"actor_id": found, "alias": who.name, "alias_norm": normalise(who.name), "lang": "en"}
            insert_rows(self._connection, actor_alias, [words])
            if who.side is not None:
                basis = "reference data" if load().side_of(who.key) is not None else "the text"
                insert_rows(self._connection, actor_side, [{"actor_id": found, "side": who.side, "basis": basis}])
        return found

    def _name(self, slug: str, row: int) -> str:
        """How an actor is called."""
        if slug not in self._names:
            self._names[slug] = str(
                self._connection.execute(select(actor.c.name).where(actor.c.id == row)).scalar_one()
            )
        return self._names[slug]

    def _rename(self, slug: str, row: int, name: str) -> None:
        """Of the ways to write one name keep the last in order, in whatever order the texts come."""
        self._names[slug] = name
        self._connection.execute(update(actor).where(actor.c.id == row).values(name=name))

    def outlet_id(self, slug: str | None) -> int:
        """The row of an outlet, or of the sentinel for documents without one."""
        key = slug or NO_OUTLET
        found = self._find(outlet, key)
        if found is not None:
            return found
        entry = load().outlet(key) if key else None
        kind = entry.kind if entry is not None and entry.kind in OUTLET_KINDS else "unknown"
        name = entry.name if entry is not None else key or "Unknown outlet"
        return self._make(
            outlet, key, {"slug": key, "name": name, "kind": kind, "country": entry.country if entry else None}
        )

    def place_id(self, where: Place | None) -> int | None:
        """The row of a place."""
        if where is None:
            return None
        return self._find(place, where.key) or self._make(place, where.key, {"slug": where.key, "name": where.name})

    def _find(self, table: Table, slug: str) -> int | None:
        key = (table.name, slug)
        if key not in self._known:
            for _, row, _ in _NAMED[table].rows(self._connection, slugs=[slug]):
                self._known[key] = row
        return self._known.get(key)

    def _make(self, table: Table, slug: str, values: Mapping[str, object]) -> int:
        made = self._known[table.name, slug] = insert_numbered(self._connection, table, [values])[0]
        return made


def _name_of(who: Actor) -> str:
    """The name of the reference data; an actor it does not know is called as the text calls it."""
    entry = load().actor(who.key)
    return entry.name if entry is not None else who.name
