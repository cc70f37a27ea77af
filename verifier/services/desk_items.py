"""Pairs and findings as pages show them: their states, the claims they are about, whatever the queue leaves."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    Text,
    and_,
    bindparam,
    case,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)

from verifier.errors import NotFound, Word
from verifier.services.desk_data import current_version, is_newest, voices
from verifier.services.desk_model import DeskItem
from verifier.store.prepared import Prepared, among
from verifier.store.tables import (
    actor,
    assignment,
    attribution,
    claim,
    claim_version,
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
CONTESTED = ("waiting", "decided", "stale")

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


def live_pairs() -> Select[Any]:
    """Pairs that are compared now, of texts that nothing supersedes."""
    pairs = _PAIRS.join(_LEFT, _LEFT.c.id == pair.c.left_id).join(_RIGHT, _RIGHT.c.id == pair.c.right_id)
    return pairs.where(pair.c.live.is_(True), is_newest(_LEFT.c.snapshot_id), is_newest(_RIGHT.c.snapshot_id))


def live_findings() -> Select[Any]:
    """Findings that are there now, in texts that nothing supersedes."""
    return _FINDINGS.where(finding.c.live.is_(True), is_newest(finding.c.snapshot_id))


def read_items(connection: Connection, uids: Sequence[str]) -> list[DeskItem]:
    """Pairs and findings, past ones included, in the order of ``uids``; unknown ones are left out."""
    found = {row.uid: row for row in _PAIRS_BY_UID.all(connection, uids=uids)}
    rest = [uid for uid in uids if uid not in found]
    if rest:
        found |= {row.uid: row for row in _FINDINGS_BY_UID.all(connection, uids=rest)}
    return _with_voices(connection, [found[uid] for uid in uids if uid in found])


def read_item(connection: Connection, kind: str, uid: str) -> DeskItem:
    """One pair or finding, past ones included. Raises NotFound."""
    found = [item for item in read_items(connection, [uid]) if item.kind == kind]
    if not found:
        raise NotFound("No %(kind)s with the uid “%(uid)s” is stored.", kind=Word(kind), uid=uid)
    return found[0]


def items_of(
    connection: Connection,
    claim_ids: Collection[int],
    *,
    states: tuple[str, ...] = STATES,
    relations: tuple[str, ...] = (),
    but: tuple[str, ...] = (),
    most: int | None = None,
) -> list[DeskItem]:
    """Live pairs and findings of some claims, the most pressing first: of ``relations`` if given, none in ``but``."""
    given = {"claims": list(claim_ids), "states": states, "relations": relations, "but": but}
    rows = _items_of(bool(relations)).all(connection, most=-1 if most is None else most, **given)
    return _with_voices(connection, rows)


def contested(connection: Connection, claim_ids: Collection[int]) -> dict[int, int]:
    """How many pairs and findings somebody has to decide on, or has, by claim."""
    counts: dict[int, int] = defaultdict(int)
    for key in _CONTESTS.scalars(connection, claims=list(claim_ids)):
        counts[key] += 1
    return counts


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
            snapshot.c.published_on,
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


_PAIRS = (
    select(
        literal("pair").label("kind"), pair.c.id, pair.c.uid, pair.c.relation, pair.c.strength, pair.c.aspect,
        pair.c.rule, pair.c.priority, _PAIR_STATE.label("state"), standing.c.verdict, pair.c.explanation,
        pair.c.left_id, pair.c.right_id, user.c.name.label("assignee"),
    )
    .outerjoin(standing, and_(standing.c.target_uid == pair.c.uid, standing.c.question == ""))
    .outerjoin(assignment, assignment.c.target_uid == pair.c.uid)
    .outerjoin(user, user.c.id == assignment.c.user_id)
)  # fmt: skip
_FINDINGS = (
    select(
        literal("finding").label("kind"), finding.c.id, finding.c.uid, finding.c.kind.label("relation"),
        finding.c.strength, type_coerce(finding.c.aspects, Text).label("aspect"), finding.c.rule,
        finding.c.priority, case((standing.c.verdict.is_not(None), "decided"), else_="waiting").label("state"),
        standing.c.verdict, finding.c.explanation, null().label("left_id"), null().label("right_id"),
        user.c.name.label("assignee"),
    )
    .outerjoin(standing, and_(standing.c.target_uid == finding.c.uid, standing.c.question == ""))
    .outerjoin(assignment, assignment.c.target_uid == finding.c.uid)
    .outerjoin(user, user.c.id == assignment.c.user_id)
)  # fmt: skip
_PAIRS_BY_UID = Prepared(_PAIRS.where(among(pair.c.uid, "uids")))
_FINDINGS_BY_UID = Prepared(_FINDINGS.where(among(finding.c.uid, "uids")))
_PARTS = Prepared(
    select(finding_part.c.finding_id, finding_part.c.claim_id)
    .where(among(finding_part.c.finding_id, "findings"))
    .order_by(finding_part.c.finding_id, finding_part.c.ordinal)
)  # fmt: skip


@lru_cache(maxsize=2)
def _items_of(is_narrowed: bool) -> Prepared:
    """The statement of ``items_of``; ``is_narrowed`` if there are relations to be looked for."""
    sides = or_(among(pair.c.left_id, "claims"), among(pair.c.right_id, "claims"))
    parts = select(finding_part.c.finding_id).where(among(finding_part.c.claim_id, "claims"))
    table = union_all(live_pairs().where(sides), live_findings().where(finding.c.id.in_(parts))).subquery("item")
    query = select(table).where(among(table.c.state, "states"), ~among(table.c.relation, "but"))
    if is_narrowed:
        query = query.where(among(table.c.relation, "relations"))
    return Prepared(query.order_by(table.c.priority.desc(), table.c.uid).limit(bindparam("most")))


def _contests() -> Any:
    """A row for each claim of each contested pair or finding."""
    pairs = live_pairs().where(or_(pair.c.queued.is_(True), pair.c.state != "new"))
    sides = [
        pairs.with_only_columns(side.label("claim_id")).where(among(side, "claims"))
        for side in (pair.c.left_id, pair.c.right_id)
    ]
    part = live_findings().join(finding_part, finding_part.c.finding_id == finding.c.id)
    parts = part.with_only_columns(finding_part.c.claim_id).where(among(finding_part.c.claim_id, "claims"))
    return union_all(*sides, parts)


_CONTESTS = Prepared(_contests())


def _with_voices(connection: Connection, rows: Sequence[Any]) -> list[DeskItem]:
    parts: dict[int, list[int]] = defaultdict(list)
    findings = [row.id for row in rows if row.kind == "finding"]
    for part in _PARTS.all(connection, findings=findings) if findings else ():
        parts[part.finding_id].append(part.claim_id)
    sides = {key for *_, left, right, _ in rows for key in (left, right) if key is not None}
    told = voices(connection, sides.union(*parts.values()))
    items = []
    for row in rows:
        kind, key, uid, relation, strength, aspect, rule, priority, state, verdict, why, left, right, assignee = row
        if kind == "finding":
            aspect, about = ", ".join(json.loads(aspect)) or None, tuple(told[part] for part in parts[key])
        else:
            about = (told[left], told[right])
        items.append(
            DeskItem(kind, uid, relation, strength, aspect, rule, priority, state, verdict, why, about, assignee)
        )
    return items
