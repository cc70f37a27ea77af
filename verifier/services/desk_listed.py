"""Pairs, findings and claims as the desk lists know them: state, place in the order, facets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from verifier.services.desk_cards import Card
from verifier.services.desk_data import is_current, is_newest, voice_fields, voice_query
from verifier.services.desk_items import NOBODY_YET, cards_of, claim_places, live_findings, live_pairs
from verifier.store.prepared import Prepared, among
from verifier.store.tables import (
    claim,
    claim_version,
    dispute,
    dispute_claim,
    document,
    finding,
    finding_part,
    pair,
    quantity,
    snapshot,
    standing,
)

CLAIMS, FINDINGS = "claim", "finding"
"""The one state of claims, and the list of all findings, whatever their state."""
JUDGED = "judged"
"""Marks in the full text the claims somebody gave a verdict on."""
_UNDATED = 1e15
_DAYS = ((4, "year"), (7, "date"), (10, "day"))
_OF_CLAIMS = ("lang", "claimant", "document")
_NUMBERS = Prepared(
    select(quantity.c.claim_version_id, quantity.c.surface).where(
        quantity.c.ordinal == 0, among(quantity.c.claim_version_id, "versions")
    )
)
"""The number a reading is about."""

Told = tuple[str, str, str]
"""A facet, a value and the words for it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list shows: the smaller ``press`` is, the earlier; the smaller ``age``, the newer its text."""

    kind: str
    id: int
    uid: str
    state: str
    relation: str
    press: float
    age: float
    facets: frozenset[Told]
    card: Card


def lists_of(kind: str, state: str) -> tuple[str, ...]:
    """The lists an item of a state stands in."""
    return (state, FINDINGS) if kind == "finding" else (state,)


def read_pairs(connection: Connection, ids: Collection[int]) -> list[Listed]:
    """The pairs among ``ids`` that are compared now."""
    return _read_items(connection, "pair", ids)


def read_findings(connection: Connection, ids: Collection[int]) -> list[Listed]:
    """The findings among ``ids`` that are there now."""
    return _read_items(connection, "finding", ids)


def read_claims(connection: Connection, ids: Collection[int]) -> list[Listed]:
    """The claims among ``ids`` that stand in a newest text, in the order they were taken in."""
    places = _places(connection, ids)
    query = voice_query().add_columns(claim.c.section_kind, claim_version.c.id.label("version_id"))
    rows = connection.execute(query.where(is_current(), claim.c.id.in_(ids))).all()
    numbers = dict(_NUMBERS.all(connection, versions=[row.version_id for row in rows]))
    found = []
    for row in rows:
        place = places[row.id]
        facets = {told for told in _told(place) if told[0] in _OF_CLAIMS} | {("kind", row.kind, row.kind)}
        card = [voice_fields(row), row.section_kind, numbers.get(row.version_id)]
        press, age = float(row.id), _age([place])
        found.append(Listed("claim", row.id, row.uid, CLAIMS, "", press, age, frozenset(facets), card))
    return found


def read_texts(connection: Connection, kind: str, ids: Collection[int]) -> list[dict[str, Any]]:
    """Rows of the full text: of claims their words and claimant, of documents title and newest text."""
    if kind == "document":
        texts = (
            select(document.c.id.label("rowid"), func.coalesce(document.c.title, document.c.name).label("title"),
                   snapshot.c.text.label("body"))
            .join(snapshot, snapshot.c.document_id == document.c.id)
            .where(is_newest(snapshot.c.id), document.c.id.in_(ids))
        )  # fmt: skip
        return [dict(row) for row in connection.execute(texts).mappings()]
    rows = connection.execute(voice_query().where(is_current(), claim.c.id.in_(ids))).all()
    judged = select(standing.c.target_uid).where(standing.c.target_uid.in_([row.uid for row in rows]))
    marked = set(connection.execute(judged).scalars())
    return [
        {"rowid": row.id, "words": row.exact, "claimant": row.actor_name or "", "mark": JUDGED * (row.uid in marked)}
        for row in rows
    ]


def _read_items(connection: Connection, kind: str, ids: Collection[int]) -> list[Listed]:
    query = live_pairs().where(pair.c.id.in_(ids)) if kind == "pair" else live_findings().where(finding.c.id.in_(ids))
    rows = connection.execute(query).all()
    parts = _parts(connection, kind, rows)
    claims = {key for keys in parts.values() for key in keys}
    places, disputes = _places(connection, claims), _disputes(connection, claims)
    told = {key: _told(place) for key, place in places.items()}
    found = []
    for row, card in zip(rows, cards_of(connection, rows), strict=True):
        about = [key for key in parts[row.id] if key in told]
        facets = {("assignee", row.assignee or NOBODY_YET, row.assignee or "Nobody yet")}.union(
            *(told[key] for key in about)
        )
        facets |= {
            (name, value, _plain(value))
            for name, value in (("relation", row.relation), ("strength", row.strength))
            if value
        }
        if kind == "pair":
            left, right = (disputes[key] for key in parts[row.id])
            facets |= left & right
        else:
            facets.add(("kind", kind, kind))
        age = _age([places[key] for key in about])
        found.append(
            Listed(kind, row.id, row.uid, row.state, row.relation, -row.priority, age, frozenset(facets), card)
        )
    return found


def _parts(connection: Connection, kind: str, rows: Collection[Any]) -> dict[int, list[int]]:
    """The claims each item is about."""
    if kind == "pair":
        return {row.id: [row.left_id, row.right_id] for row in rows}
    parts: dict[int, list[int]] = defaultdict(list)
    query = select(finding_part.c.finding_id, finding_part.c.claim_id)
    for part in connection.execute(query.where(finding_part.c.finding_id.in_([row.id for row in rows]))):
        parts[part.finding_id].append(part.claim_id)
    return parts


def _places(connection: Connection, ids: Collection[int]) -> dict[int, Any]:
    return {row.id: row for row in connection.execute(claim_places().where(claim.c.id.in_(ids)))}


def _disputes(connection: Connection, ids: Collection[int]) -> dict[int, set[Told]]:
    query = select(dispute_claim.c.claim_id, dispute.c.uid, dispute.c.question).join(dispute)
    found: dict[int, set[Told]] = defaultdict(set)
    for row in connection.execute(query.where(dispute_claim.c.claim_id.in_(ids))):
        found[row.claim_id].add(("dispute", row.uid, row.question))
    return found


def _told(place: Any) -> list[Told]:
    """What a claim is listed under for who said it, where and when."""
    named = (
        ("claimant", place.claimant, place.claimant_name),
        ("outlet", place.outlet, place.outlet_name),
        ("place", place.place, place.place_name),
        ("document", place.document, place.document_name),
        ("lang", place.lang, place.lang),
    )
    told = [each for each in named if each[1]]
    if place.published_on is not None:
        day = place.published_on.date().isoformat()
        told += [(name, day[:length], day[:length]) for length, name in _DAYS]
    return told


def _plain(value: str) -> str:
    return value.replace("_", " ").capitalize()


def _age(places: Collection[Any]) -> float:
    moments: list[datetime] = [place.published_on for place in places if place.published_on is not None]
    return -max(moments).timestamp() if moments else _UNDATED
