"""Disputes: the list, and one question with the answers to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.domain.enums import DisputeStatus, Relation
from verifier.errors import NotFound
from verifier.export.told_again import repetitions
from verifier.pairing.origins import count_origins
from verifier.services.desk_data import read_history, voices
from verifier.services.desk_dispute_model import DisputePage, DisputeRow, Position, Speaker
from verifier.services.desk_items import CONTESTED, items_of
from verifier.services.desk_list_model import Facet, Listing
from verifier.services.desk_model import ClaimView, DeskItem
from verifier.services.desk_open import open_desk
from verifier.services.desk_queue import PAGE
from verifier.services.desk_views import claim_view, read_placed
from verifier.services.desk_work import read_work
from verifier.store.disputes import REOPENED, dispute_status, with_standing
from verifier.store.placed_claims import PlacedClaim
from verifier.store.tables import claim, comparison, dispute, dispute_claim, pair, report, standing

STATUSES = (*DisputeStatus, REOPENED)
_ASKED = ("place", "time", "stated_on")


def list_disputes(
    settings: Settings, status: str, after: str | None, size: int = PAGE
) -> tuple[Listing[DisputeRow], list[Facet]]:
    """Disputes of one status (of any where it is empty), the most pressing first, and how many have which."""
    with open_desk(settings) as connection:
        table = _ranked().subquery()
        counted = select(table.c.status, func.count()).group_by(table.c.status)
        counts = {row[0]: row[1] for row in connection.execute(counted)}
        query = select(table).order_by(table.c.rank.desc(), table.c.uid)
        if status:
            query = query.where(table.c.status == status)
        if after and (last := connection.execute(select(table).where(table.c.uid == after)).first()) is not None:
            same = and_(table.c.rank == last.rank, table.c.uid > last.uid)
            query = query.where(or_(table.c.rank < last.rank, same))
        rows = connection.execute(query.limit(size + 1)).all()
        found = tuple(_row(connection, row, _members(connection, row.id)) for row in rows[:size])
        total = counts.get(status, 0) if status else sum(counts.values())
        facets = [Facet(each, each.capitalize(), counts.get(each, 0)) for each in STATUSES]
        return Listing(found, found[-1].uid if len(rows) > size else None, total), facets


def dispute_page(settings: Settings, uid: str) -> tuple[DisputePage, list[Claim]]:
    """A dispute with its positions, and its claims without what only repeats them. Raises NotFound."""
    with open_desk(settings) as connection:
        table = _ranked().subquery()
        row = connection.execute(select(table).where(table.c.uid == uid)).first()
        if row is None:
            raise NotFound("No dispute with the uid “%(uid)s” is stored.", uid=uid)
        members = _members(connection, row.id)
        ids = sorted({key for keys in members.values() for key in keys})
        named = select(claim.c.id, claim.c.uid).where(claim.c.id.in_(ids))
        uids = {row[0]: row[1] for row in connection.execute(named)}
        claims = {each.claim.uid: each for each in read_placed(connection, sorted(uids.values()))}
        later = {uids[key] for key in _joined_later(connection, row.id)} if row.status == REOPENED else set()
        stands_for = _repetitions(connection, ids, claims)
        positions = tuple(
            _position(stance, label, [claims[uids[key]] for key in keys], later, stands_for)
            for (label, stance), keys in members.items()
        )
        page = DisputePage(
            row=_row(connection, row, members),
            positions=positions,
            speakers=_speakers(positions),
            unknown=_unknown(positions),
            pairs=_contests(connection, ids),
            reports=_reports(connection, uid),
            history=tuple(
                entry for each in _names(connection, row.id) for entry in read_history(connection, "dispute", each)
            ),
            work=read_work(connection, uid),
        )
        return page, [claims[key].claim for key in sorted(claims) if key not in stands_for]


def current_dispute(settings: Settings, uid: str) -> str:
    """The uid under which a question is kept now: another one where the dispute went into an older one."""
    with open_desk(settings) as connection:
        into = dispute.alias("into")
        query = select(into.c.uid).join(dispute, dispute.c.merged_into_id == into.c.id)
        while (found := connection.execute(query.where(dispute.c.uid == uid)).scalar()) is not None:
            uid = found
        return uid


def _position(
    stance: str, label: str, placed: Sequence[PlacedClaim], later: Collection[str], stands_for: Mapping[str, str]
) -> Position:
    claims = [each.claim for each in placed]
    days = [day for each in claims if (day := each.reading.stated_on or each.published_on) is not None]
    views = {each.claim.uid: claim_view(each) for each in placed}
    again: dict[str, tuple[ClaimView, ...]] = {}
    for uid in [uid for uid in views if stands_for.get(uid) in views]:
        again[stands_for[uid]] = (*again.get(stands_for[uid], ()), views.pop(uid))
    return Position(
        stance, label, tuple(views.values()), count_origins(claims),
        min(days, default=None), tuple(each.uid for each in claims if each.uid in later), again,
    )  # fmt: skip


def _repetitions(connection: Connection, ids: Sequence[int], claims: Mapping[str, PlacedClaim]) -> dict[str, str]:
    """Which of the claims only repeats which other one in its own document."""
    left, right = claim.alias("left_claim"), claim.alias("right_claim")
    query = (
        select(left.c.uid, right.c.uid)
        .select_from(pair.join(left, pair.c.left_id == left.c.id).join(right, pair.c.right_id == right.c.id))
        .where(pair.c.live.is_(True), pair.c.relation == Relation.DUPLICATE)
        .where(pair.c.left_id.in_(ids), pair.c.right_id.in_(ids))
    )
    told = {uid: (each.claim.document, each.claim.quote) for uid, each in claims.items()}
    return repetitions([(one, other) for one, other in connection.execute(query)], told)


def _joined_later(connection: Connection, dispute_id: int) -> Sequence[int]:
    """Rows of the claims that joined after the dispute was closed."""
    query = select(dispute_claim.c.claim_id).select_from(with_standing().join(dispute_claim))
    after = dispute_claim.c.joined_after >= standing.c.decision_seq
    return connection.execute(query.where(dispute.c.id == dispute_id, after)).scalars().all()


def _names(connection: Connection, dispute_id: int) -> Sequence[str]:
    """The uid of a dispute and of those that went into it."""
    own = or_(dispute.c.id == dispute_id, dispute.c.merged_into_id == dispute_id)
    return (
        connection.execute(select(dispute.c.uid).where(own).order_by(dispute.c.live.desc(), dispute.c.id))
        .scalars()
        .all()
    )


def _speakers(positions: Sequence[Position]) -> tuple[Speaker, ...]:
    """Who says what: everybody with the claims they make for each position."""
    names = {(c.claimant, c.side): None for p in positions for c in p.claims}
    return tuple(
        Speaker(
            name, side, tuple(tuple(c for c in p.claims if (c.claimant, c.side) == (name, side)) for p in positions)
        )
        for name, side in names
    )


def _unknown(positions: Sequence[Position]) -> tuple[tuple[ClaimView, tuple[str, ...]], ...]:
    """The claims whose place, event time or day of statement no text tells."""
    asked = [(c, tuple(name for name in _ASKED if not c.values[name])) for p in positions for c in p.claims]
    return tuple((each, names) for each, names in asked if names)


def _ranked() -> Select[Any]:
    """Live disputes with their status, the priority of their most pressing pair and when that was last read."""
    left, right = dispute_claim.alias("left_member"), dispute_claim.alias("right_member")
    rank = (
        select(func.max(pair.c.priority))
        .join(left, left.c.claim_id == pair.c.left_id)
        .join(right, and_(right.c.claim_id == pair.c.right_id, right.c.dispute_id == left.c.dispute_id))
        .where(left.c.dispute_id == dispute.c.id, pair.c.live.is_(True), _is_contest())
    )
    read = (
        select(func.max(comparison.c.made_at))
        .join(pair, pair.c.id == comparison.c.pair_id)
        .join(left, left.c.claim_id == pair.c.left_id)
        .join(right, and_(right.c.claim_id == pair.c.right_id, right.c.dispute_id == left.c.dispute_id))
        .where(left.c.dispute_id == dispute.c.id)
    )
    return (
        select(
            dispute.c.id,
            dispute.c.uid,
            dispute.c.question,
            dispute_status().label("status"),
            func.coalesce(rank.scalar_subquery(), 0.0).label("rank"),
            read.scalar_subquery().label("read_at"),
        )
        .select_from(with_standing())
        .where(dispute.c.live.is_(True))
    )


def _is_contest() -> Any:
    return or_(pair.c.queued.is_(True), pair.c.state != "new")


def _members(connection: Connection, dispute_id: int) -> dict[tuple[str, str], list[int]]:
    """Rows of claims by position label and stance."""
    query = select(dispute_claim).where(dispute_claim.c.dispute_id == dispute_id)
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in connection.execute(query.order_by(dispute_claim.c.position, dispute_claim.c.claim_id)):
        found[row.label, row.stance].append(row.claim_id)
    return found


def _row(connection: Connection, row: Any, members: Mapping[tuple[str, str], Sequence[int]]) -> DisputeRow:
    ids = sorted({key for keys in members.values() for key in keys})
    top = next(iter(_contests(connection, ids)), None)
    told = voices(connection, [keys[0] for keys in members.values()])
    return DisputeRow(
        row.uid, row.question, row.status, top.strength if top else None, top.relation if top else "", len(ids),
        tuple(told[keys[0]] for keys in members.values()), _moment(row.read_at),
    )  # fmt: skip


def _contests(connection: Connection, ids: Sequence[int]) -> tuple[DeskItem, ...]:
    """The contested pairs whose two claims are both among ``ids``."""
    uids = set(connection.execute(select(claim.c.uid).where(claim.c.id.in_(ids))).scalars())
    found = items_of(connection, ids, CONTESTED)
    return tuple(item for item in found if item.kind == "pair" and {voice.claim for voice in item.voices} <= uids)


def _reports(connection: Connection, uid: str) -> tuple[tuple[str, str], ...]:
    made = connection.execute(select(report.c.uid, report.c.title, report.c.inputs).order_by(report.c.id.desc()))
    about = {"kind": "dispute", "uid": uid}
    return tuple((each.uid, each.title) for each in made if about.items() <= each.inputs.get("subject", {}).items())


def _moment(value: Any) -> datetime | None:
    return value if isinstance(value, datetime) else None
