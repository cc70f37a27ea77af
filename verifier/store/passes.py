"""Passes of pairing: what has been read or replaced since the last one, and the record of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from verifier.store.rows import in_parts
from verifier.store.tables import claim, claim_version, document, pairing, snapshot


@dataclass(frozen=True, slots=True)
class Changes:
    """Texts by the row of each, with the rows of those of their claims that are to be compared.

    ``whole`` if these are all claims there are; ``size`` is how many claims have ever been stored; the pass goes up to
    the reading ``version`` and the text ``snapshot``.
    """

    claims: dict[int, list[int]]
    whole: bool
    size: int
    version: int
    snapshot: int


def last_ruleset(connection: Connection) -> str | None:
    """The ruleset of the last pass; None before the first."""
    found: str | None = connection.execute(select(pairing.c.ruleset).order_by(pairing.c.id.desc()).limit(1)).scalar()
    return found


def changes_since_last(connection: Connection, ruleset: str, embedder: str, full: bool) -> Changes:
    """What the next pass has to compare: all with ``full``, or where rules or model are not those of the last one."""
    last = connection.execute(select(pairing).order_by(pairing.c.id.desc()).limit(1)).first()
    tops = [int(connection.execute(select(func.max(t.c.id))).scalar() or 0) for t in (claim, claim_version, snapshot)]
    owned = select(claim.c.snapshot_id, claim.c.id).order_by(claim.c.snapshot_id, claim.c.id)
    whole = full or last is None or (last.ruleset, last.embedder) != (ruleset, embedder)
    if last is None or whole:
        rows = list(connection.execute(owned))
    else:
        read = select(claim_version.c.claim_id).where(claim_version.c.id > last.version_upto).scalar_subquery()
        replaced = select(snapshot.c.supersedes_id).where(snapshot.c.id > last.snapshot_upto).scalar_subquery()
        rows = list(connection.execute(owned.where(claim.c.id.in_(read))))
        rows += connection.execute(owned.where(claim.c.snapshot_id.in_(replaced)))
    found: dict[int, list[int]] = {}
    for text, claim_id in dict.fromkeys((row[0], row[1]) for row in rows):
        found.setdefault(text, []).append(claim_id)
    return Changes(found, whole, *tops)


def record_pass(
    connection: Connection, changes: Changes, ruleset: str, embedder: str, crowded: int, now: datetime
) -> None:
    """Record a pass that came to its end."""
    values = {
        "ruleset": ruleset, "embedder": embedder, "version_upto": changes.version, "snapshot_upto": changes.snapshot,
        "crowded": crowded, "made_at": now,
    }  # fmt: skip
    connection.execute(insert(pairing).values(values))


def claims_of_texts(connection: Connection, texts: list[int]) -> list[int]:
    """The rows of all claims of texts, given by row."""
    return [row[0] for row in in_parts(connection, select(claim.c.id), claim.c.snapshot_id, texts)]


def claims_of_documents(connection: Connection, documents: Iterable[str]) -> list[int]:
    """The rows of all claims of documents, given by uid."""
    texts = select(claim.c.id).join(snapshot, snapshot.c.id == claim.c.snapshot_id).join(document)
    return [row[0] for row in in_parts(connection, texts, document.c.uid, sorted(documents))]


def size_of_store(connection: Connection) -> int:
    """How many claims have ever been stored."""
    return int(connection.execute(select(func.max(claim.c.id))).scalar() or 0)
