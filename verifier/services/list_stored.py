"""What is stored, as lines: claims, pairs, findings, disputes."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, select

from verifier.config import Settings
from verifier.errors import NotFound
from verifier.services.lines import claim_line
from verifier.services.open_store import open_store
from verifier.services.stream_pairs import pair_line, stream_pairs
from verifier.store.claims import load_claims
from verifier.store.disputes import dispute_status, with_standing
from verifier.store.reviews import last_seq
from verifier.store.tables import claim, dispute, dispute_claim, document, finding, finding_part, snapshot


def list_claims(settings: Settings, document_name: str | None = None) -> list[dict[str, Any]]:
    """The current claims, of one document where it is named. Raises NotFound for a name nobody ingested."""
    with open_store(settings) as store, store.read() as connection:
        if document_name is not None:
            known = select(document.c.id).where(document.c.name == document_name)
            if connection.execute(known).first() is None:
                raise NotFound(f"No document was ingested under the name “{document_name}”.")
        claims = load_claims(connection)
    return [claim_line(c) for c in claims if document_name in (None, c.document_name)]


def list_pairs(settings: Settings, relation: str | None = None, queued: bool = False) -> list[dict[str, Any]]:
    """The live pairs, highest priority first."""
    return [pair_line(row) for row in stream_pairs(settings, relation, queued)[1]]


def list_findings(settings: Settings) -> list[dict[str, Any]]:
    """The live findings, highest priority first."""
    with open_store(settings) as store, store.read() as connection:
        return finding_lines(connection)


def finding_lines(connection: Connection) -> list[dict[str, Any]]:
    """The lines of all live findings."""
    parts: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for part in connection.execute(select(finding_part).order_by(finding_part.c.finding_id, finding_part.c.ordinal)):
        parts[part.finding_id].append({"quote": part.quote, "start": part.start, "end": part.end})
    query = (
        select(finding, document.c.name)
        .join(snapshot, snapshot.c.id == finding.c.snapshot_id)
        .join(document, document.c.id == snapshot.c.document_id)
        .where(finding.c.live.is_(True))
        .order_by(finding.c.priority.desc(), finding.c.uid)
    )
    return [
        {
            "uid": row.uid,
            "finding": f"{row.kind}({', '.join(row.aspects)})" if row.aspects else row.kind,
            "queued": row.queued,
            "strength": row.strength,
            "document": row.name,
            "quotes": parts[row.id],
            "explanation": row.explanation,
            "rule": row.rule,
        }
        for row in connection.execute(query)
    ]


def list_disputes(settings: Settings) -> list[dict[str, Any]]:
    """The live disputes with their positions and status."""
    with open_store(settings) as store, store.read() as connection:
        as_of = last_seq(connection)
        members: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        query = (
            select(dispute_claim, claim.c.uid)
            .join(claim, claim.c.id == dispute_claim.c.claim_id)
            .order_by(dispute_claim.c.dispute_id, dispute_claim.c.position, claim.c.uid)
        )
        for row in connection.execute(query):
            members[row.dispute_id][row.label].append(row.uid)
        stored = select(dispute, dispute_status().label("status")).select_from(with_standing())
        rows = connection.execute(stored.where(dispute.c.live.is_(True)).order_by(dispute.c.uid)).all()
    return [
        {
            "uid": row.uid,
            "question": row.question,
            "status": row.status,
            "claims": sorted(uid for uids in members[row.id].values() for uid in uids),
            "positions": [{"stance": label, "claims": uids} for label, uids in members[row.id].items()],
            "as_of": as_of,
        }
        for row in rows
    ]
