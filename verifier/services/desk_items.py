"""Pairs and findings as one queue: their states, filters and order, asked of the database."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    Subquery,
    Text,
    and_,
    case,
    literal,
    null,
    or_,
    select,
    type_coerce,
    union,
    union_all,
)

from verifier.errors import NotFound
from verifier.services.desk_data import current_version, is_newest, voices
from verifier.services.desk_model import DeskItem
from verifier.store.tables import (
    actor,
    attribution,
    claim,
    claim_version,
    document,
    finding,
    finding_part,
    pair,
    snapshot,
    standing,
)

STATES = ("waiting", "undetermined", "differs", "decided", "stale", "listed")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; empty words narrow nothing. ``claimant`` is the slug of an actor."""

    state: str = "waiting"
    relation: str = ""
    strength: str = ""
    document: str = ""
    kind: str = ""
    claimant: str = ""
    lang: str = ""


_PAIR_STATE = case(
    (pair.c.state != "new", pair.c.state),
    (pair.c.queued.is_(True), "waiting"),
    (pair.c.relation == "UNDETERMINED", "undetermined"),
    (pair.c.relation == "DIFFERS", "differs"),
    else_="listed",
)
_LEFT, _RIGHT = claim.alias("left_claim"), claim.alias("right_claim")


def items(wanted: Wanted) -> Subquery:
    """Live pairs and findings that ``wanted`` leaves, whatever its state, as one table."""
    return union_all(_pairs(wanted), _findings(wanted)).subquery("item")


def read_items(connection: Connection, rows: Iterable[Any]) -> list[DeskItem]:
    """Rows of ``items`` with the voices of their claims."""
    found = list(rows)
    parts = _parts(connection, [row.id for row in found if row.kind == "finding"])
    for row in found:
        if row.kind == "pair":
            parts["pair", row.id] = [row.left_id, row.right_id]
    told = voices(connection, {key for keys in parts.values() for key in keys})
    return [
        DeskItem(
            row.kind, row.uid, row.relation, row.strength, _aspect(row), row.rule, row.priority, row.state, row.verdict,
            row.explanation, tuple(told[key] for key in parts[row.kind, row.id]),
        )
        for row in found
    ]  # fmt: skip


def read_item(connection: Connection, kind: str, uid: str) -> DeskItem:
    """One live pair or finding. Raises NotFound."""
    table = items(Wanted())
    rows = connection.execute(select(table).where(table.c.kind == kind, table.c.uid == uid)).all()
    if not rows:
        raise NotFound(f"No {kind} with the uid “{uid}” is stored.")
    return read_items(connection, rows)[0]


def items_of(connection: Connection, claim_ids: Any, *conditions: Any) -> list[DeskItem]:
    """Pairs and findings of some claims, the most pressing first. ``claim_ids`` may be a query."""
    table = items(Wanted())
    parts = select(finding_part.c.finding_id).where(finding_part.c.claim_id.in_(claim_ids))
    of_pair = and_(table.c.kind == "pair", or_(table.c.left_id.in_(claim_ids), table.c.right_id.in_(claim_ids)))
    of_finding = and_(table.c.kind == "finding", table.c.id.in_(parts))
    query = select(table).where(or_(of_pair, of_finding), *(condition(table) for condition in conditions))
    return read_items(connection, connection.execute(query.order_by(table.c.priority.desc(), table.c.uid)).all())


def claims_of(wanted: Wanted) -> Select[Any] | None:
    """The rows of claims that a document or claimant narrows to; None where nothing does."""
    if not wanted.document and not wanted.claimant:
        return None
    query = select(claim.c.id).join(snapshot, snapshot.c.id == claim.c.snapshot_id)
    if wanted.document:
        query = query.join(document, document.c.id == snapshot.c.document_id).where(document.c.uid == wanted.document)
    if wanted.claimant:
        query = (
            query.join(claim_version, current_version())
            .join(attribution, and_(attribution.c.claim_version_id == claim_version.c.id, attribution.c.step == 0))
            .join(actor, actor.c.id == attribution.c.actor_id)
            .where(actor.c.slug == wanted.claimant)
        )
    return query


def touched(table: Subquery, kept: Any) -> Subquery:
    """The claims that the items ``kept`` holds for are about: uid of the item, row of the claim."""
    sides = [select(table.c.uid, side.label("claim_id")).where(kept) for side in (table.c.left_id, table.c.right_id)]
    part = and_(table.c.kind == "finding", finding_part.c.finding_id == table.c.id)
    parts = select(table.c.uid, finding_part.c.claim_id).join(finding_part, part).where(kept)
    return union(*sides, parts).subquery("touched")


def _pairs(wanted: Wanted) -> Select[Any]:
    query = (
        select(
            literal("pair").label("kind"), pair.c.id, pair.c.uid, pair.c.relation, pair.c.strength, pair.c.aspect,
            pair.c.rule, pair.c.priority, _PAIR_STATE.label("state"), standing.c.verdict, pair.c.explanation,
            pair.c.left_id, pair.c.right_id,
        )
        .join(_LEFT, _LEFT.c.id == pair.c.left_id)
        .join(_RIGHT, _RIGHT.c.id == pair.c.right_id)
        .outerjoin(standing, and_(standing.c.target_uid == pair.c.uid, standing.c.question == ""))
        .where(pair.c.live.is_(True), is_newest(_LEFT.c.snapshot_id), is_newest(_RIGHT.c.snapshot_id))
    )  # fmt: skip
    if wanted.relation:
        query = query.where(pair.c.relation == wanted.relation)
    if wanted.strength:
        query = query.where(pair.c.strength == wanted.strength)
    if (inside := claims_of(wanted)) is not None:
        query = query.where(or_(pair.c.left_id.in_(inside), pair.c.right_id.in_(inside)))
    return query


def _findings(wanted: Wanted) -> Select[Any]:
    query = (
        select(
            literal("finding").label("kind"), finding.c.id, finding.c.uid, finding.c.kind.label("relation"),
            finding.c.strength, type_coerce(finding.c.aspects, Text).label("aspect"), finding.c.rule,
            finding.c.priority, case((standing.c.verdict.is_not(None), "decided"), else_="waiting").label("state"),
            standing.c.verdict, finding.c.explanation, null().label("left_id"), null().label("right_id"),
        )
        .outerjoin(standing, and_(standing.c.target_uid == finding.c.uid, standing.c.question == ""))
        .where(finding.c.live.is_(True), is_newest(finding.c.snapshot_id))
    )  # fmt: skip
    if wanted.relation:
        query = query.where(finding.c.kind == wanted.relation)
    if wanted.strength:
        query = query.where(finding.c.strength == wanted.strength)
    if (inside := claims_of(wanted)) is not None:
        parts = select(finding_part.c.finding_id).where(finding_part.c.claim_id.in_(inside))
        query = query.where(finding.c.id.in_(parts))
    return query


def _parts(connection: Connection, finding_ids: list[int]) -> dict[tuple[str, int], list[int]]:
    parts: dict[tuple[str, int], list[int]] = defaultdict(list)
    query = select(finding_part).where(finding_part.c.finding_id.in_(finding_ids)).order_by(finding_part.c.ordinal)
    for part in connection.execute(query) if finding_ids else ():
        parts["finding", part.finding_id].append(part.claim_id)
    return parts


def _aspect(row: Any) -> str | None:
    return ", ".join(json.loads(row.aspect)) or None if row.kind == "finding" else row.aspect
