"""The lists of the desk: claims, documents, sources, decisions; each paged by the key of the last row shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, or_, select, tuple_

from verifier.config import Settings
from verifier.services.desk_cards import read_cards
from verifier.services.desk_counts import ANY
from verifier.services.desk_data import is_newest
from verifier.services.desk_facets import facets_of
from verifier.services.desk_items import Wanted, contested
from verifier.services.desk_list_model import ClaimRow, DocumentRow, Facets, Listing
from verifier.services.desk_listed import CLAIMS
from verifier.services.desk_model import Voice
from verifier.services.desk_open import open_desk, worked_out
from verifier.services.desk_people import Correction
from verifier.services.desk_queue import PAGE, count_matching
from verifier.services.desk_wanted import place_in, read_uids, scope_of
from verifier.services.desk_work import correction_shown
from verifier.store.corrections import corrections_of
from verifier.store.prepared import Prepared, among
from verifier.store.tables import (
    desk_item,
    desk_tally,
    desk_value,
    document,
    outlet,
    snapshot,
    standing,
)

T = TypeVar("T")
CLAIM_FILTERS = ("kind", "document", "claimant", "lang")
_CLAIM_FACETS = ("kind", "document", "lang")
_DOCUMENT_ORDER = (document.c.name, document.c.uid)
_KEYS = Prepared(select(desk_item.c.uid, desk_item.c.target_id).where(among(desk_item.c.uid, "uids")))
_JUDGED = Prepared(
    select(standing.c.target_uid, standing.c.question, standing.c.verdict).where(among(standing.c.target_uid, "uids"))
)
_OF_DOCUMENTS = Prepared(
    select(desk_value.c.value, desk_tally.c.state, desk_tally.c.number)
    .join(desk_value, desk_value.c.id == desk_tally.c.value_id)
    .where(
        desk_tally.c.beside == ANY,
        or_(desk_tally.c.state == CLAIMS, desk_tally.c.state == "waiting"),
        desk_tally.c.facet == "document",
        # by a list of its own, or SQLite reads the counts of all documents
        desk_tally.c.value_id.in_(
            select(desk_value.c.id).where(desk_value.c.facet == "document", among(desk_value.c.value, "uids"))
        ),
    )
)


def list_claims(
    settings: Settings, wanted: Wanted, after: str | None, size: int = PAGE
) -> tuple[Listing[ClaimRow], Facets]:
    """Claims in the order they were taken in, and the facets to narrow them by."""
    wanted = Wanted(**{name: getattr(wanted, name) for name in CLAIM_FILTERS})
    with open_desk(settings) as connection:
        facets = worked_out(
            connection, ("claims", wanted), lambda: facets_of(connection, wanted, CLAIMS, _CLAIM_FACETS)
        )
        if size > PAGE:
            return _claims_page(connection, wanted, after, size), facets
        key = ("claims page", wanted, after, size)
        return worked_out(connection, key, lambda: _claims_page(connection, wanted, after, size)), facets


def _claims_page(connection: Connection, wanted: Wanted, after: str | None, size: int) -> Listing[ClaimRow]:
    scope = scope_of(connection, wanted, CLAIMS)
    here = place_in(connection, "priority", after) if after else None
    uids = read_uids(connection, scope, here, size + 1)
    found = read_claim_rows(connection, uids[:size])
    total, is_capped = count_matching(connection, wanted, CLAIMS)
    return Listing(tuple(found), uids[size - 1] if len(uids) > size else None, total, is_capped)


def list_documents(settings: Settings, after: str | None = None, size: int = PAGE) -> Listing[DocumentRow]:
    """Documents by name with their counts."""
    with open_desk(settings) as connection:
        query = document_query()
        if after:
            last = connection.execute(select(*_DOCUMENT_ORDER).where(document.c.uid == after)).first()
            query = query.where(tuple_(*_DOCUMENT_ORDER) > tuple_(*last)) if last is not None else query
        rows = connection.execute(query.order_by(*_DOCUMENT_ORDER).limit(size + 1)).all()
        found = read_documents(connection, rows[:size])
        total = connection.execute(select(func.count()).select_from(document)).scalar_one()
        return Listing(tuple(found), found[-1].uid if len(rows) > size else None, total)


def document_query() -> Select[Any]:
    """Documents with their newest snapshot, without its text."""
    return (
        select(
            document, snapshot.c.id.label("snapshot_id"), snapshot.c.published_on, snapshot.c.text_sha256,
            snapshot.c.lang.label("text_lang"), outlet.c.name.label("outlet_name"), outlet.c.slug,
        )
        .select_from(document)
        .join(snapshot, snapshot.c.document_id == document.c.id)
        .join(outlet, outlet.c.id == document.c.outlet_id)
        .where(is_newest(snapshot.c.id))
    )  # fmt: skip


def read_documents(connection: Connection, rows: Sequence[Any]) -> list[DocumentRow]:
    """Rows of ``document_query`` with their counts."""
    counted = _OF_DOCUMENTS.all(connection, uids=[row.uid for row in rows])
    counts = {(row.value, row.state): row.number for row in counted}
    return [
        DocumentRow(
            row.uid, row.name, row.title or row.name, row.outlet_name if row.slug else None, row.text_lang,
            row.published_on.date() if row.published_on else None, counts.get((row.uid, CLAIMS), 0),
            counts.get((row.uid, "waiting"), 0),
        )
        for row in rows
    ]  # fmt: skip


def list_corrections(settings: Settings, after: str | None, size: int = PAGE) -> Listing[Correction]:
    """Everything people corrected, the newest first."""
    with open_desk(settings) as connection:
        rows = [correction_shown(entry) for entry in corrections_of(connection)]
        return paged(rows, after, lambda row: str(row.seq), size)


def paged(rows: Sequence[T], after: str | None, key: Callable[[T], str], size: int = PAGE) -> Listing[T]:
    """The rows after the one whose key is ``after``, for lists that are short by nature."""
    start = next((n + 1 for n, row in enumerate(rows) if key(row) == after), 0) if after else 0
    part = tuple(rows[start : start + size])
    return Listing(part, key(part[-1]) if part and start + size < len(rows) else None, len(rows))


def read_claim_rows(connection: Connection, uids: Sequence[str]) -> list[ClaimRow]:
    """Listed claims as lists show them, in the order of ``uids``."""
    cards, keys = read_cards(connection, uids), dict(_KEYS.all(connection, uids=uids))
    competing = contested(connection, keys.values())
    verdicts = {(s.target_uid, s.question): s.verdict for s in _JUDGED.all(connection, uids=uids)}
    found = []
    for uid in uids:
        if uid in cards:
            voice, section, number = cards[uid]
            judged = verdicts.get((uid, "attribution")), verdicts.get((uid, "content"))
            found.append(ClaimRow(Voice(*voice), section, number, competing.get(keys[uid], 0), *judged))
    return found
