"""Claims and their current readings, in and out of the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import Connection, Select, exists, func, select

from verifier.domain.claim import Claim, Reading
from verifier.domain.enums import SectionKind
from verifier.domain.span import Span
from verifier.store.prepared import Prepared, among
from verifier.store.readings import (
    QUANTITY,
    READING,
    STEP,
    members,
    quantity_values,
    reading_of,
    step_values,
    version_values,
)
from verifier.store.rows import in_parts, insert_numbered, insert_rows
from verifier.store.sources import Directory
from verifier.store.tables import (
    actor,
    attribution,
    claim,
    claim_version,
    document,
    outlet,
    quantity,
    section,
    snapshot,
)

EXTRACTOR = "extractor@1"
MADE_BY = "user:"
"""Before the number of the person who corrected a reading, where its maker is named."""
_CONTEXT = 32
_SECTION_KINDS = members(SectionKind)


def add_claims(connection: Connection, snapshot_id: int, text: str, claims: Sequence[Claim], now: datetime) -> None:
    """Store the claims of a snapshot with their first readings."""
    ids = insert_numbered(connection, claim, [_claim_values(snapshot_id, text, each) for each in claims])
    readings = [each.reading for each in claims]
    add_versions(connection, list(zip(ids, readings, strict=True)), 1, EXTRACTOR, now)


def add_claim(connection: Connection, snapshot_id: int, text: str, each: Claim) -> int:
    """Store a claim without a reading; its row."""
    return insert_numbered(connection, claim, [_claim_values(snapshot_id, text, each)])[0]


def add_versions(
    connection: Connection,
    readings: Sequence[tuple[int, Reading]],
    number: int,
    made_by: str,
    now: datetime,
    *,
    rejected: bool = False,
) -> list[int]:
    """Store one reading each for claims, by the row of the claim; their rows.

    A ``rejected`` one says that the words make no claim.
    """
    directory = Directory(connection)
    directory.look_up([reading for _, reading in readings])
    made = {"version_no": number, "made_by": made_by, "made_at": now, "reason": None, "rejected": rejected}
    rows = [version_values(reading, directory) | made | {"claim_id": claim_id} for claim_id, reading in readings]
    ids = insert_numbered(connection, claim_version, rows)
    numbered = [(version_id, reading) for version_id, (_, reading) in zip(ids, readings, strict=True)]
    steps = [(version_id, step_values(reading.chain, directory)) for version_id, reading in numbered]
    numbers = [(version_id, quantity_values(reading.quantities)) for version_id, reading in numbered]
    for table, details in ((attribution, steps), (quantity, numbers)):
        parts = [{"claim_version_id": version_id, **row} for version_id, rows in details for row in rows]
        insert_rows(connection, table, parts)
    return ids


def load_claims(connection: Connection, uids: Collection[str] | None = None, live: bool = True) -> list[Claim]:
    """Claims with their current readings, in the order of their texts.

    ``live`` leaves out those of superseded snapshots and those that people rejected.
    """
    if uids is None:
        return claims_of_rows(connection, connection.execute(_live_versions() if live else current_versions()).all())
    return claims_of_rows(connection, (_LIVE if live else _CURRENT).rows(connection, uids=list(uids)))


def live_claims() -> Select[tuple[int]]:
    """The rows of all live claims, in the order of their texts."""
    return cast("Select[tuple[int]]", _live_versions().with_only_columns(claim.c.id).order_by(claim.c.id))


def load_current(connection: Connection, ids: Collection[int]) -> dict[int, tuple[Claim, int]]:
    """Live claims by their row, each with the row of its current reading."""
    rows = _LIVE_BY_ROW.rows(connection, ids=list(ids))
    return {row[1]: (each, row[0]) for row, each in zip(rows, claims_of_rows(connection, rows), strict=True)}


def claim_ids(connection: Connection, uids: Collection[str]) -> dict[str, int]:
    """The row of each claim by uid."""
    return {row.uid: row.id for row in in_parts(connection, select(claim.c.uid, claim.c.id), claim.c.uid, list(uids))}


def version_ids(connection: Connection, uids: Collection[str] | None = None) -> dict[str, int]:
    """The id of the current version of claims (all where None), by claim uid."""
    query = current_versions().order_by(None).with_only_columns(claim.c.uid, claim_version.c.id)
    rows: Any = connection.execute(query) if uids is None else in_parts(connection, query, claim.c.uid, sorted(uids))
    return {row[0]: int(row[1]) for row in rows}


def claims_of_versions(connection: Connection, versions: Collection[int]) -> dict[int, int]:
    """The row of the claim of each reading, by the reading's row."""
    query = select(claim_version.c.id, claim_version.c.claim_id)
    return {row[0]: row[1] for row in in_parts(connection, query, claim_version.c.id, sorted(versions))}


def own_version(connection: Connection, uid: str) -> int | None:
    """The number of the newest reading of a claim that no person made; None where a person added it."""
    own = select(func.max(claim_version.c.version_no)).join(claim, claim.c.id == claim_version.c.claim_id)
    return connection.execute(own.where(claim.c.uid == uid, claim_version.c.made_by == EXTRACTOR)).scalar()


def load_version(connection: Connection, uid: str, number: int) -> tuple[Claim, bool]:
    """A claim with its reading no. ``number``, and whether that one rejects it."""
    rows = connection.execute(_with_places().where(claim.c.uid == uid, claim_version.c.version_no == number)).all()
    return claims_of_rows(connection, rows)[0], bool(rows[0].rejected)


@lru_cache(maxsize=1)
def current_versions() -> Any:
    """The newest readings with their claims and documents, of superseded texts too: rows for ``claims_of_rows``."""
    newer = claim_version.alias("newer")
    superseded = (newer.c.claim_id == claim_version.c.claim_id) & (newer.c.version_no > claim_version.c.version_no)
    return _with_places().where(~exists().where(superseded).correlate(claim_version))


@lru_cache(maxsize=1)
def _live_versions() -> Any:
    newer = snapshot.alias("newer_text")
    superseded = exists().where(newer.c.supersedes_id == snapshot.c.id).correlate(snapshot)
    return current_versions().where(~superseded, claim_version.c.rejected.is_(False))


def _with_places() -> Any:
    """Readings with their claims and the documents these stand in."""
    return (
        select(
            claim_version.c.id,
            claim_version.c.claim_id,
            claim_version.c.rejected,
            claim.c.uid,
            document.c.uid,
            document.c.name,
            claim.c.start,
            claim.c.end,
            claim.c.exact,
            claim.c.section,
            claim.c.section_kind,
            claim.c.passage,
            claim.c.lang,
            outlet.c.slug,
            section.c.dated_on,
            snapshot.c.published_on,
            snapshot.c.credits,
            claim.c.context,
            *READING,
        )
        .join(claim, claim.c.id == claim_version.c.claim_id)
        .join(snapshot, snapshot.c.id == claim.c.snapshot_id)
        .join(section, (section.c.snapshot_id == claim.c.snapshot_id) & (section.c.ordinal == claim.c.section))
        .join(document, document.c.id == snapshot.c.document_id)
        .join(outlet, outlet.c.id == document.c.outlet_id)
        .order_by(document.c.name, document.c.uid, claim.c.start, claim.c.end)
    )


def claims_of_rows(connection: Connection, rows: Sequence[Sequence[Any]]) -> list[Claim]:
    """The claims of rows of ``_with_places``; rows are taken apart by position, which is much quicker than by name."""
    ids = [row[0] for row in rows]
    steps, quantities = _grouped(connection, _STEPS, ids), _grouped(connection, _QUANTITIES, ids)
    found = []
    for row in rows:
        (
            version, _, _, uid, document_uid, name, start, end, exact, section, section_kind, passage, lang, slug,
            dated_on, published_on, credited, context, *reading,
        ) = row  # fmt: skip
        published = dated_on or (published_on.date() if published_on is not None else None)
        read = reading_of(reading, steps.get(version, ()), quantities.get(version, ()))
        found.append(
            Claim(
                uid, document_uid, name, Span(start, end), exact, section, _SECTION_KINDS[section_kind], passage, lang,
                read, slug or None, published, tuple(credited), context,
            )
        )  # fmt: skip
    return found


_CURRENT = Prepared(current_versions().where(among(claim.c.uid, "uids")))
_LIVE = Prepared(_live_versions().where(among(claim.c.uid, "uids")))
_LIVE_BY_ROW = Prepared(_live_versions().where(among(claim.c.id, "ids")))
_STEPS = Prepared(
    select(attribution.c.claim_version_id, *STEP)
    .join(actor)
    .where(among(attribution.c.claim_version_id, "ids"))
    .order_by(attribution.c.step)
)
_QUANTITIES = Prepared(
    select(quantity.c.claim_version_id, *QUANTITY)
    .where(among(quantity.c.claim_version_id, "ids"))
    .order_by(quantity.c.ordinal)
)


def _grouped(connection: Connection, query: Prepared, ids: Sequence[int]) -> dict[int, list[Sequence[Any]]]:
    """Rows of a detail table by the version they belong to, in their order."""
    found: dict[int, list[Sequence[Any]]] = defaultdict(list)
    for version, *row in query.rows(connection, ids=ids):
        found[version].append(row)
    return found


def _claim_values(snapshot_id: int, text: str, each: Claim) -> dict[str, Any]:
    start, end = each.span.start, each.span.end
    return {
        "uid": each.uid,
        "snapshot_id": snapshot_id,
        "section": each.section,
        "section_kind": each.section_kind.value,
        "passage": each.passage,
        "lang": each.lang,
        "start": start,
        "end": end,
        "exact": each.quote,
        "prefix": text[max(0, start - _CONTEXT) : start],
        "suffix": text[end : end + _CONTEXT],
        "context": each.context,
    }
