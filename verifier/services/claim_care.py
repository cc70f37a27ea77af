"""What goes with checking a claim: days that matter, who was contacted, what is to be looked at again."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, func, insert, or_, select

from verifier.config import Settings
from verifier.domain.enums import Relation, SectionKind
from verifier.errors import InputRefused
from verifier.services.desk_data import is_current, voice_of, voice_query
from verifier.services.desk_list_model import Listing, Recheck
from verifier.services.desk_model import Voice
from verifier.services.desk_open import open_desk
from verifier.services.desk_people import Contact
from verifier.services.desk_queue import PAGE
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.store.claims import MADE_BY
from verifier.store.prepared import Prepared
from verifier.store.reviews import find_target, newest_decision, unknown
from verifier.store.tables import (
    actor,
    attribution,
    claim,
    claim_check,
    contact,
    document,
    embedding,
    outlet,
    pair,
    quantity,
    snapshot,
    standing,
    user,
)
from verifier.store.tables import claim_version as version
from verifier.store.users import user_id

LONGEST = 2_000
MOST_ALONE = 1_000
_HEADLINES = [kind.value for kind in SectionKind if kind.is_headline]
_CONTACTS = Prepared(
    select(contact, user.c.name.label("reviewer"))
    .join(user, user.c.id == contact.c.user_id)
    .join(claim, claim.c.id == contact.c.claim_id)
    .where(claim.c.uid == bindparam("uid"))
    .order_by(contact.c.contacted_on.desc(), contact.c.id.desc())
)
_CHECK = Prepared(
    select(claim_check.c.true_as_of, claim_check.c.recheck_on)
    .join(standing, standing.c.decision_seq == claim_check.c.decision_seq)
    .where(standing.c.target_uid == bindparam("uid"), standing.c.question == "content")
)
_SEEN = Prepared(
    select(version.c.made_by, exists().where(embedding.c.claim_version_id == version.c.id).label("is_seen"))
    .join(claim, claim.c.id == version.c.claim_id)
    .where(claim.c.uid == bindparam("uid"))
    .order_by(version.c.version_no.desc())
    .limit(1)
)
_ABOUT = Prepared(
    select(newest_decision("claim"), version.c.version_no, func.coalesce(actor.c.reliability, outlet.c.reliability))
    .select_from(claim)
    .join(snapshot, snapshot.c.id == claim.c.snapshot_id)
    .join(document, document.c.id == snapshot.c.document_id)
    .join(outlet, outlet.c.id == document.c.outlet_id)
    .join(version, version.c.claim_id == claim.c.id)
    .outerjoin(attribution, and_(attribution.c.claim_version_id == version.c.id, attribution.c.step == 0))
    .outerjoin(actor, actor.c.id == attribution.c.actor_id)
    .where(claim.c.uid == bindparam("uid"))
    .order_by(version.c.version_no.desc())
    .limit(1)
)
_COMPANY = [r.value for r in Relation if r not in (Relation.DIFFERENT_SCOPE, Relation.UNRELATED, Relation.DUPLICATE)]


def add_contact(settings: Settings, uid: str, who: str, contacted_on: date, outcome: str, reviewer: str) -> None:
    """Note who was asked about a claim, when, and what came of it. Raises NotFound, InputRefused."""
    name, result = who.strip(), outcome.strip()
    if not name or max(len(name), len(result)) > LONGEST:
        raise InputRefused("Say who was contacted, in at most %(limit)s characters.", limit=f"{LONGEST:,}")
    moment = now()
    with kept_store(settings).write() as connection:
        values = {"claim_id": find_target(connection, uid, ("claim",)).id, "made_at": moment, "who": name}
        values |= {"user_id": user_id(connection, reviewer, moment), "contacted_on": contacted_on, "outcome": result}
        connection.execute(insert(contact).values(values))


def read_contacts(connection: Connection, uid: str) -> tuple[Contact, ...]:
    """Who was contacted about a claim, the latest first."""
    rows = _CONTACTS.all(connection, uid=uid)
    return tuple(Contact(row.who, row.contacted_on, row.outcome, row.reviewer, row.made_at) for row in rows)


def read_check(connection: Connection, uid: str) -> tuple[date | None, date | None]:
    """The day for which a claim's content verdict holds and the day to look again, as far as they were given."""
    row = _CHECK.first(connection, uid=uid)
    return (row.true_as_of, row.recheck_on) if row is not None else (None, None)


def read_about(connection: Connection, uid: str) -> tuple[int | None, int, str | None]:
    """The newest decision on a claim, its newest reading, and the reliability (A to F) of who said it.

    That is of its root claimant, else of its outlet, where somebody graded them. Raises NotFound.
    """
    row: tuple[int | None, int, str | None] | None = _ABOUT.first(connection, uid=uid)
    if row is None:
        raise unknown(uid)
    return row


def lacks_vector(settings: Settings, uid: str) -> bool:
    """Whether a person made the current reading of a claim and the similarity model has not seen it yet."""
    with open_desk(settings) as connection:
        row = _SEEN.first(connection, uid=uid)
        return bool(row.made_by.startswith(MADE_BY) and not row.is_seen)


def list_rechecks(settings: Settings, after: str | None = None, size: int = PAGE) -> Listing[Recheck]:
    """Claims whose verdict is to be looked at again, the earliest day first."""
    with open_desk(settings) as connection:
        query = (
            voice_query()
            .add_columns(claim_check.c.recheck_on, claim_check.c.true_as_of, standing.c.verdict)
            .join(standing, and_(standing.c.target_uid == claim.c.uid, standing.c.question == "content"))
            .join(claim_check, claim_check.c.decision_seq == standing.c.decision_seq)
            .where(claim_check.c.recheck_on.is_not(None))
            .order_by(claim_check.c.recheck_on, claim.c.uid)
        )
        last = connection.execute(query.where(claim.c.uid == after)).first() if after else None
        if last is not None:
            later = and_(claim_check.c.recheck_on == last.recheck_on, claim.c.uid > last.uid)
            query = query.where(or_(claim_check.c.recheck_on > last.recheck_on, later))
        rows = connection.execute(query.limit(size + 1)).all()
        today = now().date()
        found = tuple(
            Recheck(voice_of(row), row.verdict, row.recheck_on, row.true_as_of, row.recheck_on <= today)
            for row in rows[:size]
        )
        return Listing(found, found[-1].voice.claim if len(rows) > size else None)


def list_alone(settings: Settings, after: str | None = None, size: int = PAGE) -> Listing[Voice]:
    """Weighty claims without company: figures, superlatives and headlines that nothing supports or contests.

    Headlines come first, then the largest figures.
    """
    with open_desk(settings) as connection:
        rows = connection.execute(_alone()).all()
        voices = [voice_of(row) for row in rows]
        start = next((n + 1 for n, each in enumerate(voices) if each.claim == after), 0) if after else 0
        part = tuple(voices[start : start + size])
        more = start + size < len(voices)
        return Listing(part, part[-1].claim if part and more else None, len(voices))


def _alone() -> Any:
    company = pair.c.live.is_(True) & pair.c.relation.in_(_COMPANY)
    met = select(pair.c.left_id).where(company).union(select(pair.c.right_id).where(company))
    largest = select(func.max(quantity.c.hard_lo)).where(quantity.c.claim_version_id == version.c.id)
    weighty = or_(version.c.kind.in_(("quantity", "superlative")), claim.c.section_kind.in_(_HEADLINES))
    return (
        voice_query()
        .where(is_current(), weighty, version.c.kind != "opinion", claim.c.id.not_in(met))
        .order_by(
            claim.c.section_kind.in_(_HEADLINES).desc(),
            func.coalesce(largest.scalar_subquery(), 0.0).desc(),
            claim.c.uid,
        )
        .limit(MOST_ALONE)
    )
