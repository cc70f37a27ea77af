"""The queue of pairs and findings: filtered, sorted, paged by key, and walked from one item to the next."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, select

from verifier.config import Settings
from verifier.services.desk_cards import items_of_rows
from verifier.services.desk_counts import FACETS
from verifier.services.desk_facets import facets_of, states_of
from verifier.services.desk_items import Wanted
from verifier.services.desk_list_model import Facets, Listing, Neighbours
from verifier.services.desk_listed import FINDINGS
from verifier.services.desk_model import DeskItem
from verifier.services.desk_open import open_desk, worked_out
from verifier.services.desk_wanted import count_of, narrowed_by, place_in, read_nearest, read_rows, read_uids, scope_of
from verifier.store.prepared import Prepared
from verifier.store.tables import desk_item, document

PAGE = 25
_FINDING_FACETS = ("relation", "document", "assignee")
_DOCUMENTS = Prepared(select(document.c.id).limit(1))


def list_queue(
    settings: Settings, wanted: Wanted, after: str | None, size: int = PAGE
) -> tuple[Listing[DeskItem], Facets, bool]:
    """Pairs and findings of one state, the facets to narrow them by, and whether there are documents at all."""
    with open_desk(settings) as connection:
        listing = _page(connection, wanted, wanted.state, after, size)
        has_documents = bool(listing.items) or _DOCUMENTS.first(connection) is not None
        return listing, queue_facets(connection, wanted), has_documents


def queue_facets(connection: Connection, wanted: Wanted, *, whole: bool = False) -> Facets:
    """What the queue can be narrowed to, its states included; combinations counted to the end if ``whole``."""

    def work_out() -> Facets:
        told = facets_of(connection, wanted, wanted.state, FACETS, whole)
        return Facets(state=states_of(connection, wanted, whole), **told)

    return worked_out(connection, ("facets", replace(wanted, sort="priority"), whole), work_out)


def count_queue(settings: Settings, wanted: Wanted) -> tuple[int, Facets]:
    """How many items match and the facets, combinations counted to the end."""
    with open_desk(settings) as connection:
        return count_matching(connection, wanted, wanted.state, whole=True)[0], queue_facets(
            connection, wanted, whole=True
        )


def read_queue(settings: Settings, wanted: Wanted, after: str | None, size: int) -> Listing[DeskItem]:
    """A page without facets, as programs read it."""
    with open_desk(settings) as connection:
        return _page(connection, wanted, wanted.state, after, size)


def list_findings(
    settings: Settings, wanted: Wanted, after: str | None, size: int = PAGE
) -> tuple[Listing[DeskItem], Facets]:
    """All findings whatever their state."""
    wanted = replace(wanted, sort="priority")
    with open_desk(settings) as connection:
        asked = wanted if narrowed_by(wanted) else replace(wanted, kind="finding")
        listing = _page(connection, asked, FINDINGS, after, size)

        def work_out() -> Facets:
            return facets_of(connection, wanted, FINDINGS, _FINDING_FACETS)

        return listing, worked_out(connection, ("findings", wanted), work_out)


def uids_in_queue(settings: Settings, wanted: Wanted) -> list[tuple[str, str]]:
    """Kind and uid of everything that matches, in order."""
    with open_desk(settings) as connection:
        uids = read_uids(connection, scope_of(connection, wanted, wanted.state))
        findings = set(connection.execute(select(desk_item.c.uid).where(desk_item.c.kind == "finding")).scalars())
        return [("finding" if uid in findings else "pair", uid) for uid in uids]


def count_matching(connection: Connection, wanted: Wanted, state: str, *, whole: bool = False) -> tuple[int, bool]:
    """How many items match, and whether there are more than that."""

    def count() -> tuple[int, bool]:
        scope = scope_of(connection, wanted, state)
        return count_of(connection, scope, scope.number) if whole else count_of(connection, scope)

    return worked_out(connection, ("count", wanted, state, whole), count)


def neighbours_of(settings: Settings, wanted: Wanted, uid: str) -> Neighbours:
    """The items before and after one in the same filtered queue; the first one where it is no longer in it."""
    with open_desk(settings) as connection:
        scope = scope_of(connection, wanted, wanted.state)
        here = place_in(connection, wanted.sort, uid)
        before = read_nearest(connection, scope, here, back=True) if here is not None else None
        return Neighbours(before, read_nearest(connection, scope, here))


def _page(connection: Connection, wanted: Wanted, state: str, after: str | None, size: int) -> Listing[DeskItem]:
    """One page after the item ``after``; a page's token is the uid of its last item."""
    if size > PAGE:
        return _read_page(connection, wanted, state, after, size)
    key = ("page", wanted, state, after, size)
    return worked_out(connection, key, lambda: _read_page(connection, wanted, state, after, size))


def _read_page(connection: Connection, wanted: Wanted, state: str, after: str | None, size: int) -> Listing[DeskItem]:
    scope = scope_of(connection, wanted, state)
    here = place_in(connection, wanted.sort, after) if after else None
    rows = read_rows(connection, scope, here, size + 1)
    total, is_capped = count_matching(connection, wanted, state)
    following = rows[size - 1].uid if len(rows) > size else None
    return Listing(tuple(items_of_rows(rows[:size])), following, total, is_capped)
