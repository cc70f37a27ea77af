"""Documents and sources that a report can be about, for a form."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, func, select

from verifier.config import Settings
from verifier.services.open_store import open_store
from verifier.store.tables import actor, attribution, claim, claim_version, dispute_claim, document, snapshot

_MOST = 300


@dataclass(frozen=True, slots=True)
class Choices:
    """Documents by name with their title, claimants by slug with their name."""

    documents: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]


def list_choices(settings: Settings) -> Choices:
    """What any dispute takes in, of each the first few hundred."""
    told = (
        select(document.c.name, func.coalesce(document.c.title, document.c.name))
        .join(snapshot, snapshot.c.document_id == document.c.id)
        .join(claim, claim.c.snapshot_id == snapshot.c.id)
        .join(dispute_claim, dispute_claim.c.claim_id == claim.c.id)
        .order_by(document.c.name)
    )
    said = (
        select(actor.c.slug, actor.c.name)
        .join(attribution, and_(attribution.c.actor_id == actor.c.id, attribution.c.step == 0))
        .join(claim_version, claim_version.c.id == attribution.c.claim_version_id)
        .join(dispute_claim, dispute_claim.c.claim_id == claim_version.c.claim_id)
        .order_by(actor.c.name)
    )
    with open_store(settings) as store, store.read() as connection:
        documents, sources = (connection.execute(each.distinct().limit(_MOST)).all() for each in (told, said))
    return Choices(tuple((r[0], r[1]) for r in documents), tuple((r[0], r[1]) for r in sources))
