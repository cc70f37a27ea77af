"""Pairs and findings as pages show them: their states, the claims they are about, whatever the queue leaves."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
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
    true,
    type_coerce,
    union,
    union_all,
)

from verifier.errors import NotFound, Word
from verifier.services.desk_cards import ASSIGNEE, Card, items_from, items_of_rows, read_cards
from verifier.services.desk_data import current_version, is_newest, read_voices
from verifier.services.desk_model import DeskItem
from verifier.store.prepared import Prepared, among
from verifier.store.tables import (
    actor,
    assignment,
    attribution,
    claim,
    claim_version,
    desk_item,
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
RESEMBLING = ("DIFFERENT_SCOPE", "REFINES")
"""Relations of claims that do not compete."""

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
    cards = read_cards(connection, uids)
    if past := [uid for uid in uids if uid not in cards]:
        cards |= _past_cards(connection, past)
    return items_from(connection, [cards[uid] for uid in uids if uid in cards])


def read_item(connection: Connection, kind: str, uid: str) -> DeskItem:
    """One pair or finding, past ones included. Raises NotFound."""
    found = items_of_rows(rows) if (rows := _ROW.all(connection, uid=uid)) else read_items(connection, [uid])
    found = [item for item in found if item.kind == kind]
    if not found:
        raise NotFound("No %(kind)s with the uid “%(uid)s” is stored.", kind=Word(kind), uid=uid)
    return found[0]


def items_of(connection: Connection, claim_ids: Collection[int], states: tuple[str, ...]) -> list[DeskItem]:
    """Live pairs and findings of some claims in some states, the most pressing first."""
    return items_from(connection, _ITEMS.scalars(connection, claims=list(claim_ids), states=states))


def competing_items(connection: Connection, claim_id: int) -> list[DeskItem]:
    """Live pairs and findings of one claim, the most pressing first, without those of claims that resemble it."""
    return items_from(connection, _COMPETING.scalars(connection, claim=claim_id))


def look_alike_cards(connection: Connection, claim_id: int, most: int) -> list[Card]:
    """Cards of live pairs of one claim with those that resemble it and do not compete, at most so many."""
    return _RESEMBLING.scalars(connection, claim=claim_id, most=most)


def contested(connection: Connection, claim_ids: Collection[int]) -> dict[int, int]:
    """How many pairs and findings somebody has to decide on, or has, by claim."""
    return Counter(_CONTESTS.scalars(connection, claims=list(claim_ids)))


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
)
_SIDES = (
    ("pair", pair.c.id, pair.c.left_id),
    ("pair", pair.c.id, pair.c.right_id),
    ("finding", finding_part.c.finding_id, finding_part.c.claim_id),
)
"""Where the claims of pairs and findings are told: kind, row of the item, row of the claim."""


def _is_side(side: Any) -> Any:
    return among(side, "claims")


def _is_one(side: Any) -> Any:
    return side == bindparam("claim")


def _cards(is_about: Callable[[Any], Any]) -> Select[Any]:
    """The cards of live pairs and findings one of whose claims ``is_about``, the most pressing first."""
    about = [select(literal(kind).label("kind"), row.label("id")).where(is_about(side)) for kind, row, side in _SIDES]
    near = union(*about).subquery("near")
    query = select(desk_item.c.card).join(near, _is_listed(near.c.kind, near.c.id))
    return query.order_by(desk_item.c.press, desk_item.c.uid)


def _resembles(relation: Any) -> Any:
    return or_(*(relation == each for each in RESEMBLING))


def _is_listed(kind: Any, row: Any) -> Any:
    return and_(desk_item.c.kind == kind, desk_item.c.target_id == row)


def _contests(kind: str, row: Any, side: Any) -> Any:
    """A row for each claim of each listed item of a kind that asks for a verdict, or has one."""
    asks = or_(pair.c.queued.is_(True), pair.c.state != "new") if kind == "pair" else true()
    return select(side).where(_is_side(side), asks, select(desk_item.c.kind).where(_is_listed(kind, row)).exists())


_ROW = Prepared(
    select(desk_item.c.uid, type_coerce(desk_item.c.card, Text), ASSIGNEE).where(
        desk_item.c.uid == bindparam("uid"), desk_item.c.kind != "claim"
    )
)
_ITEMS = Prepared(_cards(_is_side).where(among(desk_item.c.state, "states")))
_COMPETING = Prepared(_cards(_is_one).where(~_resembles(desk_item.c.relation)))
_RESEMBLING = Prepared(
    select(desk_item.c.card)
    .where(
        desk_item.c.kind == "pair",
        desk_item.c.target_id.in_(
            union_all(*(select(row).where(_is_one(side)) for kind, row, side in _SIDES if kind == "pair"))
        ),
        _resembles(desk_item.c.relation),
    )
    .order_by(desk_item.c.press, desk_item.c.uid)
    .limit(bindparam("most"))
)
_CONTESTS = Prepared(union_all(*(_contests(*each) for each in _SIDES)))


def _past_cards(connection: Connection, uids: Sequence[str]) -> dict[str, Card]:
    """Cards of pairs and findings that are not listed any more."""
    rows = _PAIRS_BY_UID.all(connection, uids=uids)
    rows += _FINDINGS_BY_UID.all(connection, uids=uids)
    return {card[1]: card for card in cards_of(connection, rows)}


def cards_of(connection: Connection, rows: Sequence[Any]) -> list[Card]:
    """The cards of rows of ``live_pairs`` and ``live_findings``, in their order."""
    parts: dict[int, list[int]] = defaultdict(list)
    findings = [row.id for row in rows if row.kind == "finding"]
    for part in _PARTS.all(connection, findings=findings) if findings else ():
        parts[part.finding_id].append(part.claim_id)
    sides = {key for row in rows for key in (row.left_id, row.right_id) if key is not None}
    told = read_voices(connection, sides.union(*parts.values()))
    cards = []
    for row in rows:
        aspect, about = row.aspect, [row.left_id, row.right_id]
        if row.kind == "finding":
            aspect, about = ", ".join(json.loads(aspect)) or None, parts[row.id]
        cards.append(
            [
                row.kind, row.uid, row.relation, row.strength, aspect, row.rule, row.priority, row.state, row.verdict,
                row.explanation, [told[key] for key in about],
            ]
        )  # fmt: skip
    return cards
