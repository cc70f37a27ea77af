"""Who is quoted and who publishes, with the record of what they said."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer, and_, case, exists, func, or_, select, tuple_, type_coerce

from verifier.config import Settings
from verifier.services.desk_data import is_current, voice_query
from verifier.services.desk_list_model import Listing, SourceRow
from verifier.services.desk_open import open_desk
from verifier.services.desk_queue import PAGE
from verifier.store.tables import actor, attribution, claim, dispute, dispute_claim, document, outlet, pair, standing

KINDS = ("claimants", "outlets")


def list_sources(
    settings: Settings, after: str | None = None, size: int = PAGE, kind: str = "claimants"
) -> Listing[SourceRow]:
    """Every claimant (or outlet) with the record of its claims, those quoted most first."""
    with open_desk(settings) as connection:
        table = _records(kind).subquery()
        total = connection.execute(select(func.count()).select_from(table)).scalar_one()
        query = select(table).order_by(table.c.claims.desc(), table.c.name, table.c.slug)
        if after and (last := connection.execute(select(table).where(table.c.slug == after)).first()) is not None:
            same = tuple_(table.c.name, table.c.slug) > tuple_(last.name, last.slug)
            query = query.where(or_(table.c.claims < last.claims, and_(table.c.claims == last.claims, same)))
        rows = connection.execute(query.limit(size + 1)).all()
        found = [SourceRow(*row) for row in rows[:size]]
        return Listing(tuple(found), found[-1].slug if len(rows) > size else None, total)


def source_name(settings: Settings, slug: str) -> str | None:
    """The name of an actor; None where there is no such actor."""
    with open_desk(settings) as connection:
        return connection.execute(select(actor.c.name).where(actor.c.slug == slug)).scalar()


def _records(kind: str) -> Any:
    """Claimants or outlets with how many of their claims compete, are disputed, verified, refuted or revised."""
    sides = or_(pair.c.left_id == claim.c.id, pair.c.right_id == claim.c.id)
    contested = pair.c.queued.is_(True) | (pair.c.state != "new")
    tallies = (
        func.count().label("claims"),
        _tally(exists().where(sides, pair.c.live.is_(True), contested)).label("competing"),
        _tally(
            exists().where(dispute_claim.c.claim_id == claim.c.id, dispute.c.id == dispute_claim.c.dispute_id,
                           dispute.c.live.is_(True))
        ).label("disputed"),
        _tally(_judged("verified", "mostly_true")).label("verified"),
        _tally(_judged("refuted")).label("refuted"),
        _tally(exists().where(sides, pair.c.live.is_(True), pair.c.relation == "REVISES")).label("revised"),
    )  # fmt: skip
    query = voice_query().where(is_current())
    if kind == "outlets":
        source = (outlet.c.slug, outlet.c.name, outlet.c.country.label("side"), outlet.c.kind, outlet.c.reliability)
        query = query.join(outlet, outlet.c.id == document.c.outlet_id).where(outlet.c.slug != "")
        return query.with_only_columns(*source, *tallies).group_by(outlet.c.id)
    side = func.max(attribution.c.actor_side).label("side")
    query = query.join(actor, actor.c.id == attribution.c.actor_id)
    return query.with_only_columns(
        actor.c.slug, actor.c.name, side, actor.c.kind, actor.c.reliability, *tallies
    ).group_by(actor.c.id)


def _tally(condition: Any) -> Any:
    return type_coerce(func.sum(case((condition, 1), else_=0)), Integer)


def _judged(*verdicts: str) -> Any:
    about = and_(standing.c.target_uid == claim.c.uid, standing.c.question == "content")
    return exists().where(about, standing.c.verdict.in_(verdicts))
