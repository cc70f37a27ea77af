"""How reliable a source is, from A to F, as an editor judges it: with the reason, and logged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, select, update

from verifier.config import Settings
from verifier.errors import InputRefused, NotFound
from verifier.services.desk_open import open_desk
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.store.audit import append_entry
from verifier.store.tables import actor, outlet
from verifier.store.tables.documents import GRADES, NO_OUTLET
from verifier.store.users import user_id

LONGEST_BASIS = 1_000
_TABLES: dict[str, Table] = {"claimants": actor, "outlets": outlet}


@dataclass(frozen=True, slots=True)
class Graded:
    """A source with its grade and what that rests on; None where nobody graded it."""

    slug: str
    name: str
    grade: str | None
    basis: str | None


def read_graded(settings: Settings, kind: str, slug: str) -> Graded:
    """One claimant or outlet. Raises NotFound."""
    with open_desk(settings) as connection:
        row = _row(connection, _TABLES[kind], slug)
        return Graded(slug, row.name, row.reliability, row.reliability_basis)


def grade_source(settings: Settings, kind: str, slug: str, grade: str, basis: str, user: str) -> None:
    """Grade a source; an empty ``grade`` takes its grade away. Raises NotFound, InputRefused."""
    table, reason = _TABLES[kind], " ".join(basis.split())
    if grade and grade not in GRADES:
        raise InputRefused("“%(grade)s” is no grade; choose %(choices)s.", grade=grade, choices=", ".join(GRADES))
    if grade and not reason:
        raise InputRefused("Say what the grade rests on.")
    if len(reason) > LONGEST_BASIS:
        raise InputRefused(
            "The reason has %(number)s characters; the limit is %(limit)s.",
            number=f"{len(reason):,}",
            limit=f"{LONGEST_BASIS:,}",
        )
    moment = now()
    with kept_store(settings).write() as connection:
        row = _row(connection, table, slug)
        after = {"reliability": grade or None, "reliability_basis": reason if grade else None}
        if after == {name: getattr(row, name) for name in after}:
            return
        connection.execute(update(table).where(table.c.id == row.id).values(after))
        target = f"{table.name}:{row.id}"
        append_entry(connection, user_id(connection, user, moment), "grade", target, {"slug": slug, **after}, moment)


def _row(connection: Any, table: Table, slug: str) -> Any:
    row = connection.execute(select(table).where(table.c.slug == slug, table.c.slug != NO_OUTLET)).first()
    if row is None:
        raise NotFound("No source called “%(slug)s” is stored.", slug=slug)
    return row
