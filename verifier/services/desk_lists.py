"""The lists of the desk: claims, documents, sources, decisions; each paged by the key of the last row shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, case, exists, func, select, tuple_

from verifier.config import Settings
from verifier.services.desk_data import (
    current_version,
    is_current,
    is_newest,
    lookup,
    open_desk,
    voice_of,
    voice_query,
    with_words,
)
from verifier.services.desk_items import Wanted, items, touched
from verifier.services.desk_model import ClaimRow, DocumentRow, Facet, Listing
from verifier.services.desk_people import Correction
from verifier.services.desk_queue import PAGE
from verifier.services.desk_work import correction_shown
from verifier.store.corrections import corrections_of
from verifier.store.tables import (
    actor,
    attribution,
    claim,
    claim_version,
    document,
    outlet,
    quantity,
    snapshot,
    standing,
)

T = TypeVar("T")
_CLAIM_ORDER = (document.c.name, document.c.uid, claim.c.start, claim.c.end, claim.c.uid)
_UNJUDGED = case((exists().where(standing.c.target_uid == claim.c.uid), 0), else_=1)
_DOCUMENT_ORDER = (document.c.name, document.c.uid)
_CONTESTED = ("waiting", "decided", "stale")


def list_claims(
    settings: Settings, wanted: Wanted, words: str, after: str | None, size: int = PAGE
) -> tuple[Listing[ClaimRow], dict[str, list[Facet]]]:
    """Claims in the order of their texts; with ``words`` those that have them all in quote or claimant.

    Of a search those that somebody judged already come first.
    """
    with open_desk(settings) as connection:
        query = _claims(wanted, words)
        order = (_UNJUDGED, *_CLAIM_ORDER) if words else _CLAIM_ORDER
        total = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
        if after:
            place = voice_query().with_only_columns(*order)
            last = connection.execute(place.where(claim.c.uid == after)).first()
            query = query.where(tuple_(*order) > tuple_(*last)) if last is not None else query
        rows = connection.execute(query.order_by(*order).limit(size + 1)).all()
        found = _claim_rows(connection, rows[:size])
        listing = Listing(tuple(found), found[-1].voice.claim if len(rows) > size else None, total)
        return listing, {name: _claim_counts(connection, wanted, words, name) for name in ("kind", "document", "lang")}


def list_documents(
    settings: Settings, after: str | None = None, size: int = PAGE, words: str = ""
) -> Listing[DocumentRow]:
    """Documents by name with their counts; with ``words`` those that have them all in their title or name."""
    with open_desk(settings) as connection:
        query = document_query().where(*with_words((document.c.title, document.c.name), words))
        total = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
        if after:
            last = connection.execute(select(*_DOCUMENT_ORDER).where(document.c.uid == after)).first()
            query = query.where(tuple_(*_DOCUMENT_ORDER) > tuple_(*last)) if last is not None else query
        rows = connection.execute(query.order_by(*_DOCUMENT_ORDER).limit(size + 1)).all()
        found = read_documents(connection, rows[:size])
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
    keys = [row.snapshot_id for row in rows]
    inside = claim.c.snapshot_id.in_(keys)
    counted = select(claim.c.snapshot_id, func.count()).select_from(claim).join(claim_version, current_version())
    counted = counted.where(inside, claim_version.c.rejected.is_(False)).group_by(claim.c.snapshot_id)
    claims = lookup(connection, counted)
    table = _in_states(("waiting",))
    number = func.count(table.c.uid.distinct())
    asked = select(claim.c.snapshot_id, number).select_from(claim).join(table, table.c.claim_id == claim.c.id)
    waiting = lookup(connection, asked.where(inside).group_by(claim.c.snapshot_id))
    return [
        DocumentRow(
            row.uid, row.name, row.title or row.name, row.outlet_name if row.slug else None, row.text_lang,
            row.published_on.date() if row.published_on else None, claims.get(row.snapshot_id, 0),
            waiting.get(row.snapshot_id, 0),
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


def _claims(wanted: Wanted, words: str) -> Select[Any]:
    query = voice_query().add_columns(claim.c.section_kind, claim_version.c.id.label("version_id"))
    query = query.outerjoin(actor, actor.c.id == attribution.c.actor_id).where(is_current())
    for column, value in (
        (claim_version.c.kind, wanted.kind),
        (document.c.uid, wanted.document),
        (actor.c.slug, wanted.claimant),
        (claim.c.lang, wanted.lang),
    ):
        if value:
            query = query.where(column == value)
    return query.where(*with_words((claim.c.exact, func.coalesce(attribution.c.actor_name, "")), words))


def _claim_rows(connection: Connection, rows: Sequence[Any]) -> list[ClaimRow]:
    table = _in_states(_CONTESTED)
    keys = [row.id for row in rows]
    counted = select(table.c.claim_id, func.count()).where(table.c.claim_id.in_(keys)).group_by(table.c.claim_id)
    competing = lookup(connection, counted)
    first = select(quantity.c.claim_version_id, quantity.c.surface).where(
        quantity.c.ordinal == 0, quantity.c.claim_version_id.in_([row.version_id for row in rows])
    )
    numbers = lookup(connection, first)
    judged = select(standing).where(standing.c.target_uid.in_([row.uid for row in rows]))
    verdicts = {(s.target_uid, s.question): s.verdict for s in connection.execute(judged)}
    return [
        ClaimRow(
            voice_of(row), row.section_kind, numbers.get(row.version_id), competing.get(row.id, 0),
            verdicts.get((row.uid, "attribution")), verdicts.get((row.uid, "content")),
        )
        for row in rows
    ]  # fmt: skip


def _claim_counts(connection: Connection, wanted: Wanted, words: str, name: str) -> list[Facet]:
    found = _claims(replace(wanted, **{name: ""}), words).subquery()
    value = found.c.document_uid if name == "document" else found.c[name]
    label = func.coalesce(found.c.title, found.c.name) if name == "document" else value
    query = select(value, label, func.count()).group_by(value, label).order_by(func.count().desc(), label)
    return [Facet(*row) for row in connection.execute(query)]


def _in_states(states: Sequence[str]) -> Any:
    """The claims that pairs and findings of some states are about."""
    table = items(Wanted())
    return touched(table, table.c.state.in_(states))
