"""Disputes, documents and sources that a report can be about, for a form."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, func, select

from verifier.config import Settings
from verifier.services.open_store import open_store
from verifier.store.tables import actor, attribution, claim, claim_version, dispute, dispute_claim, document, snapshot

_MOST = 300


@dataclass(frozen=True, slots=True)
class Choices:
    """Disputes by uid with their question, documents by name with title and uid, claimants by slug with their name."""

    disputes: tuple[tuple[str, str], ...]
    documents: tuple[tuple[str, str, str], ...]
    sources: tuple[tuple[str, str], ...]

    def named(self, key: str, value: str) -> str:
        """What a filter's value is called, where it is a uid or slug that is known here."""
        known = {
            "document": {uid: title for _, title, uid in self.documents},
            "dispute": dict(self.disputes),
            "claimant": dict(self.sources),
        }
        return known.get(key, {}).get(value, value)


def list_choices(settings: Settings) -> Choices:
    """What any dispute takes in, of each the first few hundred."""
    told = (
        select(document.c.name, func.coalesce(document.c.title, document.c.name), document.c.uid)
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
    asks = select(dispute.c.uid, dispute.c.question).where(dispute.c.live.is_(True)).order_by(dispute.c.question)
    with open_store(settings) as store, store.read() as connection:
        disputes, documents, sources = (
            tuple(tuple(row) for row in connection.execute(each.distinct().limit(_MOST))) for each in (asks, told, said)
        )
    return Choices(disputes, documents, sources)
