"""What a report is about: one dispute, all, a selection, one document or one source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from verifier.domain.enums import DisputeStatus, Relation, Strength
from verifier.errors import InputRefused, NotFound, Word
from verifier.services.desk_items import STATES, Wanted
from verifier.services.report_items import items, touched
from verifier.store.disputes import REOPENED, dispute_status, with_standing
from verifier.store.tables import actor, attribution, dispute, dispute_claim, document

REVIEWERS = ("role", "name")
FILTERS = ("status", *(each.name for each in fields(Wanted) if each.name != "sort"))
_KNOWN = {
    "state": STATES, "status": (*DisputeStatus, REOPENED), "relation": tuple(Relation), "strength": tuple(Strength),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """``uid`` names the dispute, document or source (a claimant's slug); ``filter`` narrows a selection."""

    kind: str = "collection"
    uid: str = ""
    filter: Mapping[str, str] = field(default_factory=dict)
    reviewers: str = "role"

    def as_dict(self) -> dict[str, Any]:
        """The subject as a report keeps it."""
        return {"kind": self.kind, "uid": self.uid, "filter": dict(self.filter), "reviewers": self.reviewers}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a subject comes to in a store: disputes with their status, and uids of findings. ``name`` is its own."""

    subject: Subject
    name: str
    disputes: tuple[Any, ...]
    findings: frozenset[str]


def choose(connection: Connection, subject: Subject) -> Chosen:
    """The disputes and findings a subject covers. Raises NotFound, InputRefused."""
    if subject.reviewers not in REVIEWERS:
        raise InputRefused(
            "Reviewers are told by one of %(known)s, not by “%(asked)s”.",
            known=", ".join(REVIEWERS),
            asked=subject.reviewers,
        )
    query = select(dispute, dispute_status().label("status")).select_from(with_standing())
    query = query.where(dispute.c.live.is_(True)).order_by(dispute.c.uid)
    if subject.kind == "dispute":
        rows = connection.execute(query.where(dispute.c.uid == subject.uid)).all()
        if not rows:
            raise NotFound("No dispute with the uid “%(uid)s” is stored.", uid=subject.uid)
        return Chosen(subject, rows[0].question, tuple(rows), frozenset())
    if subject.kind in ("document", "source"):
        uid, name = (_document if subject.kind == "document" else _source)(connection, subject.uid)
        subject = Subject(subject.kind, uid, {}, subject.reviewers)
        wanted = Wanted(**{"document" if subject.kind == "document" else "claimant": uid})
    else:
        wanted, name = _wanted(subject.filter), ""
        if status := subject.filter.get("status"):
            query = query.where(dispute_status() == status)
    table = items(wanted)
    state = subject.filter.get("state")
    in_state = table.c.state == state if state else table.c.uid.is_not(None)
    narrowed = subject.kind in ("document", "source") or any(key != "status" for key in subject.filter)
    if narrowed:
        contest = or_(table.c.relation.in_(("CONTRADICTS", "DISPUTES", "REVISES")), table.c.state == "decided")
        hit = touched(table, and_(table.c.kind == "pair", contest, in_state))
        inside = select(dispute_claim.c.dispute_id).join(hit, hit.c.claim_id == dispute_claim.c.claim_id)
        query = query.where(dispute.c.id.in_(inside))
    found = select(table.c.uid).where(table.c.kind == "finding", in_state)
    findings = frozenset(connection.execute(found).scalars()) if "status" not in subject.filter else frozenset()
    return Chosen(subject, name, tuple(connection.execute(query)), findings)


def _wanted(asked: Mapping[str, str]) -> Wanted:
    unknown = sorted(set(asked) - set(FILTERS))
    if unknown:
        raise InputRefused(
            "A selection cannot be made by “%(name)s”; choose %(known)s.", name=unknown[0], known=", ".join(FILTERS)
        )
    for key, known in _KNOWN.items():
        if key in asked and asked[key] not in known:
            raise InputRefused(
                "There is no %(kind)s “%(value)s”; choose %(known)s.",
                kind=Word(key),
                value=asked[key],
                known=", ".join(known),
            )
    return Wanted(**{key: value for key, value in asked.items() if key != "status"})


def _document(connection: Connection, wanted: str) -> tuple[str, str]:
    """A document by its uid or by the name it was taken in under."""
    query = select(document.c.uid, document.c.name).where(or_(document.c.uid == wanted, document.c.name == wanted))
    rows = connection.execute(query.order_by(document.c.uid)).all()
    if not rows:
        raise NotFound("No document is stored under the uid or name “%(name)s”.", name=wanted)
    if len(rows) > 1:
        raise InputRefused(
            "%(number)s documents are named “%(name)s”; say one by its uid: %(uid)s is the first.",
            number=len(rows),
            name=wanted,
            uid=rows[0].uid,
        )
    return str(rows[0].uid), str(rows[0].name)


def _source(connection: Connection, wanted: str) -> tuple[str, str]:
    """A claimant by slug or, in whatever case, by name: the one it is kept under, or one that a text gives it."""
    query = select(actor.c.slug, actor.c.name).distinct().order_by(actor.c.slug)
    told = query.join(attribution, attribution.c.actor_id == actor.c.id)
    asked = (
        query.where(actor.c.slug == wanted),
        query.where(func.lower(actor.c.name) == wanted.lower()),
        told.where(func.lower(attribution.c.actor_name) == wanted.lower()),
    )
    rows = next((found for each in asked if (found := connection.execute(each).all())), [])
    if len(rows) == 1:
        return str(rows[0].slug), _name_told(connection, rows[0].slug)
    if len(rows) > 1:
        named = ", ".join(sorted(row.slug for row in rows))
        raise InputRefused(
            "%(number)s sources are named “%(name)s”; say which: %(known)s.", number=len(rows), name=wanted, known=named
        )
    raise NotFound("No source is stored under the name “%(name)s”.", name=wanted)


def _name_told(connection: Connection, slug: str) -> str:
    """How texts name an actor most often: the stored name hangs on which text came first."""
    told = (
        select(attribution.c.actor_name, func.count())
        .join(actor, actor.c.id == attribution.c.actor_id)
        .where(actor.c.slug == slug)
        .group_by(attribution.c.actor_name)
        .order_by(func.count().desc(), attribution.c.actor_name)
    )
    row = connection.execute(told).first()
    return str(row.actor_name) if row is not None else slug
