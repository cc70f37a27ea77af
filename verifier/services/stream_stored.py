"""What is stored, as lines, however much it is: claims, findings, disputes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from verifier.config import Settings
from verifier.errors import NotFound
from verifier.services.lines import claim_line
from verifier.services.open_store import open_store
from verifier.services.streaming import in_batches
from verifier.store.claims import live_claims, load_current
from verifier.store.disputes import dispute_status, with_standing
from verifier.store.reviews import last_seq
from verifier.store.rows import in_parts
from verifier.store.tables import claim, dispute, dispute_claim, document, finding, finding_part, snapshot

Line = dict[str, Any]
LIVE_FINDINGS = (
    select(finding.c.id).where(finding.c.live.is_(True)).order_by(finding.c.priority.desc(), finding.c.uid)
)  # fmt: skip
"""The rows of all live findings, highest priority first."""


def stream_claims(settings: Settings, document_name: str | None = None) -> tuple[int, Iterator[Line]]:
    """How many current claims there are, and their lines in the order of their texts.

    Only those of one document where it is named. Raises NotFound for a name nobody ingested.
    """
    query = live_claims()
    if document_name is not None:
        known = select(document.c.id).where(document.c.name == document_name)
        with open_store(settings) as store, store.read() as connection:
            if connection.execute(known).first() is None:
                raise NotFound(f"No document was ingested under the name “{document_name}”.")
        query = query.where(document.c.name == document_name)
    return in_batches(settings, query, _claim_lines)


def stream_findings(settings: Settings) -> tuple[int, Iterator[Line]]:
    """How many live findings there are, and their lines, highest priority first."""
    return in_batches(settings, LIVE_FINDINGS, finding_lines)


def stream_disputes(settings: Settings) -> tuple[int, Iterator[Line]]:
    """How many live disputes there are, and their lines with positions and status."""
    query = select(dispute.c.id).where(dispute.c.live.is_(True)).order_by(dispute.c.uid)
    return in_batches(settings, query, _dispute_lines)


def _claim_lines(connection: Connection, ids: Sequence[int]) -> Iterator[Line]:
    found = load_current(connection, ids)
    return (claim_line(found[key][0]) for key in ids if key in found)


def finding_lines(connection: Connection, ids: Sequence[int]) -> Iterator[Line]:
    """The lines of findings by their rows, in that order."""
    parts: dict[int, list[Line]] = defaultdict(list)
    for part in in_parts(connection, select(finding_part), finding_part.c.finding_id, ids):
        parts[part.finding_id].append({"quote": part.quote, "start": part.start, "end": part.end, "no": part.ordinal})
    query = (
        select(finding, document.c.name)
        .join(snapshot, snapshot.c.id == finding.c.snapshot_id)
        .join(document, document.c.id == snapshot.c.document_id)
    )
    rows = {row.id: row for row in in_parts(connection, query, finding.c.id, ids)}
    for row in (rows[key] for key in ids if key in rows):
        quotes = sorted(parts[row.id], key=lambda part: int(part.pop("no")))
        yield {
            "uid": row.uid,
            "finding": f"{row.kind}({', '.join(row.aspects)})" if row.aspects else row.kind,
            "queued": row.queued,
            "strength": row.strength,
            "document": row.name,
            "quotes": quotes,
            "explanation": row.explanation,
            "rule": row.rule,
        }


def _dispute_lines(connection: Connection, ids: Sequence[int]) -> Iterator[Line]:
    as_of = last_seq(connection)
    members: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    query = (
        select(dispute_claim, claim.c.uid)
        .join(claim, claim.c.id == dispute_claim.c.claim_id)
        .order_by(dispute_claim.c.dispute_id, dispute_claim.c.position, claim.c.uid)
    )
    for row in in_parts(connection, query, dispute_claim.c.dispute_id, ids):
        members[row.dispute_id][row.label].append(row.uid)
    stored = select(dispute, dispute_status().label("status")).select_from(with_standing())
    rows = {row.id: row for row in in_parts(connection, stored, dispute.c.id, ids)}
    for row in (rows[key] for key in ids if key in rows):
        positions = members[row.id]
        yield {
            "uid": row.uid,
            "question": row.question,
            "status": row.status,
            "claims": sorted(uid for uids in positions.values() for uid in uids),
            "positions": [{"stance": label, "claims": uids} for label, uids in positions.items()],
            "as_of": as_of,
        }
