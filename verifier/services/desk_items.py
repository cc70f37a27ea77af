"""Pairs and findings as one queue: their states, filters and order, asked of the database."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    Subquery,
    Text,
    and_,
    case,
    false,
    func,
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
    assignment,
    attribution,
    claim,
    claim_version,
    dispute,
    dispute_claim,
    document,
    finding,
    finding_part,
    outlet,
    pair,
    place,
    snapshot,
    standing,
    user,
)

STATES = ("waiting", "undetermined", "differs", "decided", "stale", "listed")


SORTS = ("priority", "newest", "relation")
NOBODY_YET = "-"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to, and its order; empty words narrow nothing.

    ``claimant``, ``outlet`` and ``place`` are slugs, ``document`` and ``dispute`` uids, ``date`` a year, month or
    day of publication, ``assignee`` the name of a user, or NOBODY_YET for what nobody took on.
    """

    state: str = "waiting"
    relation: str = ""
    strength: str = ""
    dispute: str = ""
    claimant: str = ""
    outlet: str = ""
    lang: str = ""
    place: str = ""
    date: str = ""
    document: str = ""
    assignee: str = ""
    kind: str = ""
    sort: str = "priority"


_PAIR_STATE = case(
    (pair.c.state != "new", pair.c.state),
    (pair.c.queued.is_(True), "waiting"),
    (pair.c.relation == "UNDETERMINED", "undetermined"),
    (pair.c.relation == "DIFFERS", "differs"),
    else_="listed",
)
_LEFT, _RIGHT = claim.alias("left_claim"), claim.alias("right_claim")


@lru_cache(maxsize=256)  # building the statement costs more than running it
def items(wanted: Wanted, *, live: bool = True) -> Subquery:
    """Pairs and findings that ``wanted`` leaves, whatever its state, as one table; ``live`` leaves out past ones."""
    pairs, findings = _pairs(wanted), _findings(wanted)
    if live:
        pairs = pairs.where(pair.c.live.is_(True), is_newest(_LEFT.c.snapshot_id), is_newest(_RIGHT.c.snapshot_id))
        findings = findings.where(finding.c.live.is_(True), is_newest(finding.c.snapshot_id))
    return union_all(pairs, findings).subquery("item")


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
            row.explanation, tuple(told[key] for key in parts[row.kind, row.id]), row.assignee,
        )
        for row in found
    ]  # fmt: skip


def read_item(connection: Connection, kind: str, uid: str) -> DeskItem:
    """One pair or finding, past ones included. Raises NotFound."""
    table = items(Wanted(), live=False)
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
    """The rows of claims that document, outlet, claimant, language, place or date narrow to; None where none does."""
    conditions = [
        column == value
        for column, value in (
            (document.c.uid, wanted.document),
            (outlet.c.slug, wanted.outlet),
            (actor.c.slug, wanted.claimant),
            (claim.c.lang, wanted.lang),
            (place.c.slug, wanted.place),
        )
        if value
    ]
    if wanted.date:
        conditions.append(func.substr(snapshot.c.published_on.cast(Text), 1, len(wanted.date)) == wanted.date)
    return claim_places().with_only_columns(claim.c.id).where(*conditions) if conditions else None


@lru_cache(maxsize=1)
def claim_places() -> Select[Any]:
    """Claims in their current reading with what lists narrow them by."""
    first = and_(attribution.c.claim_version_id == claim_version.c.id, attribution.c.step == 0)
    return (
        select(
            claim.c.id,
            claim.c.lang,
            actor.c.slug.label("claimant"),
            actor.c.name.label("claimant_name"),
            outlet.c.slug.label("outlet"),
            outlet.c.name.label("outlet_name"),
            place.c.slug.label("place"),
            place.c.name.label("place_name"),
            document.c.uid.label("document"),
            func.coalesce(document.c.title, document.c.name).label("document_name"),
            func.substr(snapshot.c.published_on.cast(Text), 1, 7).label("date"),
        )
        .select_from(claim)
        .join(snapshot, snapshot.c.id == claim.c.snapshot_id)
        .join(document, document.c.id == snapshot.c.document_id)
        .join(outlet, outlet.c.id == document.c.outlet_id)
        .join(claim_version, current_version())
        .outerjoin(attribution, first)
        .outerjoin(actor, actor.c.id == attribution.c.actor_id)
        .outerjoin(place, place.c.id == claim_version.c.place_id)
    )


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
            pair.c.left_id, pair.c.right_id, user.c.name.label("assignee"), _pair_day(wanted).label("day"),
        )
        .join(_LEFT, _LEFT.c.id == pair.c.left_id)
        .join(_RIGHT, _RIGHT.c.id == pair.c.right_id)
        .outerjoin(standing, and_(standing.c.target_uid == pair.c.uid, standing.c.question == ""))
        .outerjoin(assignment, assignment.c.target_uid == pair.c.uid)
        .outerjoin(user, user.c.id == assignment.c.user_id)
    )  # fmt: skip
    if wanted.relation:
        query = query.where(pair.c.relation == wanted.relation)
    if wanted.strength:
        query = query.where(pair.c.strength == wanted.strength)
    if wanted.dispute:
        members = select(dispute_claim.c.claim_id).join(dispute).where(dispute.c.uid == wanted.dispute)
        query = query.where(pair.c.left_id.in_(members), pair.c.right_id.in_(members))
    if (inside := claims_of(wanted)) is not None:
        query = query.where(or_(pair.c.left_id.in_(inside), pair.c.right_id.in_(inside)))
    return _of_assignee(query, wanted)


def _findings(wanted: Wanted) -> Select[Any]:
    query = (
        select(
            literal("finding").label("kind"), finding.c.id, finding.c.uid, finding.c.kind.label("relation"),
            finding.c.strength, type_coerce(finding.c.aspects, Text).label("aspect"), finding.c.rule,
            finding.c.priority, case((standing.c.verdict.is_not(None), "decided"), else_="waiting").label("state"),
            standing.c.verdict, finding.c.explanation, null().label("left_id"), null().label("right_id"),
            user.c.name.label("assignee"), _finding_day(wanted).label("day"),
        )
        .outerjoin(standing, and_(standing.c.target_uid == finding.c.uid, standing.c.question == ""))
        .outerjoin(assignment, assignment.c.target_uid == finding.c.uid)
        .outerjoin(user, user.c.id == assignment.c.user_id)
    )  # fmt: skip
    if wanted.relation:
        query = query.where(finding.c.kind == wanted.relation)
    if wanted.strength:
        query = query.where(finding.c.strength == wanted.strength)
    if (inside := claims_of(wanted)) is not None:
        parts = select(finding_part.c.finding_id).where(finding_part.c.claim_id.in_(inside))
        query = query.where(finding.c.id.in_(parts))
    if wanted.dispute:
        query = query.where(false())
    return _of_assignee(query, wanted)


def _of_assignee(query: Select[Any], wanted: Wanted) -> Select[Any]:
    if wanted.assignee == NOBODY_YET:
        return query.where(user.c.id.is_(None))
    return query.where(user.c.name == wanted.assignee) if wanted.assignee else query


def _pair_day(wanted: Wanted) -> Any:
    """When the newer of a pair's two texts was published; asked only where the order needs it."""
    if wanted.sort != "newest":
        return null()
    texts = snapshot.c.id.in_((_LEFT.c.snapshot_id, _RIGHT.c.snapshot_id))
    return select(func.coalesce(func.max(snapshot.c.published_on.cast(Text)), "")).where(texts).scalar_subquery()


def _finding_day(wanted: Wanted) -> Any:
    if wanted.sort != "newest":
        return null()
    text = snapshot.c.id == finding.c.snapshot_id
    return select(func.coalesce(func.max(snapshot.c.published_on.cast(Text)), "")).where(text).scalar_subquery()


def _parts(connection: Connection, finding_ids: list[int]) -> dict[tuple[str, int], list[int]]:
    parts: dict[tuple[str, int], list[int]] = defaultdict(list)
    query = select(finding_part).where(finding_part.c.finding_id.in_(finding_ids)).order_by(finding_part.c.ordinal)
    for part in connection.execute(query) if finding_ids else ():
        parts["finding", part.finding_id].append(part.claim_id)
    return parts


def _aspect(row: Any) -> str | None:
    return ", ".join(json.loads(row.aspect)) or None if row.kind == "finding" else row.aspect
