"""The pairs and findings a report covers, chosen from the tables themselves: what it freezes lags behind nothing."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, Subquery, Text, and_, false, func, or_, select, union, union_all

from verifier.services.desk_items import NOBODY_YET, Wanted, claim_places, live_findings, live_pairs
from verifier.store.tables import (
    actor,
    claim,
    dispute,
    dispute_claim,
    document,
    finding,
    finding_part,
    outlet,
    pair,
    place,
    snapshot,
    user,
)


def items(wanted: Wanted) -> Subquery:
    """Pairs and findings that ``wanted`` leaves, whatever its state, as one table."""
    pairs, findings = live_pairs(), live_findings()
    if wanted.relation:
        pairs, findings = (
            pairs.where(pair.c.relation == wanted.relation),
            findings.where(finding.c.kind == wanted.relation),
        )
    if wanted.strength:
        pairs = pairs.where(pair.c.strength == wanted.strength)
        findings = findings.where(finding.c.strength == wanted.strength)
    if wanted.dispute:
        members = select(dispute_claim.c.claim_id).join(dispute).where(dispute.c.uid == wanted.dispute)
        pairs = pairs.where(pair.c.left_id.in_(members), pair.c.right_id.in_(members))
        findings = findings.where(false())
    if (inside := _claims_of(wanted)) is not None:
        parts = select(finding_part.c.finding_id).where(finding_part.c.claim_id.in_(inside))
        pairs = pairs.where(or_(pair.c.left_id.in_(inside), pair.c.right_id.in_(inside)))
        findings = findings.where(finding.c.id.in_(parts))
    return union_all(_of_assignee(pairs, wanted), _of_assignee(findings, wanted)).subquery("item")


def touched(table: Subquery, kept: Any) -> Subquery:
    """The claims that the items ``kept`` holds for are about: uid of the item, row of the claim."""
    sides = [select(table.c.uid, side.label("claim_id")).where(kept) for side in (table.c.left_id, table.c.right_id)]
    part = and_(table.c.kind == "finding", finding_part.c.finding_id == table.c.id)
    parts = select(table.c.uid, finding_part.c.claim_id).join(finding_part, part).where(kept)
    return union(*sides, parts).subquery("touched")


def _claims_of(wanted: Wanted) -> Select[Any] | None:
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


def _of_assignee(query: Select[Any], wanted: Wanted) -> Select[Any]:
    if wanted.assignee == NOBODY_YET:
        return query.where(user.c.id.is_(None))
    return query.where(user.c.name == wanted.assignee) if wanted.assignee else query
