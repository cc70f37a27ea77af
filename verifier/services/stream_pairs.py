"""Stored pairs one after the other, however many there are: memory holds their order and one batch."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select

from verifier.config import Settings
from verifier.services.desk_data import lookup
from verifier.services.open_store import open_store
from verifier.store.tables import attribution, claim, claim_version, document, pair, snapshot

_BATCH = 1_000
_FIELDS = (
    "uid", "relation", "strength", "aspect", "rule", "direction", "independent", "priority", "probability",
    "similarity", "queued", "state", "explanation",
)  # fmt: skip
SIDE = ("claim", "document", "quote", "start", "end", "claimant")
COLUMNS = (*_FIELDS, *(f"{side}_{name}" for side in ("left", "right") for name in SIDE))
"""The columns of a pair as one flat row."""


def stream_pairs(
    settings: Settings, relation: str | None = None, queued: bool = False
) -> tuple[int, Iterator[dict[str, Any]]]:
    """How many pairs there are at most, and the lines of those that are live, highest priority first."""
    store = open_store(settings)
    with store.read() as connection:
        query = select(pair.c.id).order_by(pair.c.priority.desc(), pair.c.uid)
        if relation is not None:
            query = query.where(pair.c.relation == relation)
        if queued:
            query = query.where(pair.c.queued.is_(True))
        found = connection.execution_options(yield_per=10_000).execute(query)
        order = array("q", (key for part in found.scalars().partitions() for key in part))

    def lines() -> Iterator[dict[str, Any]]:
        with store.read() as connection:
            names = lookup(
                connection,
                select(snapshot.c.id, document.c.name).join(document, document.c.id == snapshot.c.document_id),
            )
            for start in range(0, len(order), _BATCH):
                yield from _batch(connection, order[start : start + _BATCH], names)

    return len(order), lines()


def flat_row(line: dict[str, Any]) -> list[Any]:
    """A line as one flat row of ``COLUMNS``."""
    left, right = line["left"], line["right"]
    return [*(line[name] for name in _FIELDS), *(left[name] for name in SIDE), *(right[name] for name in SIDE)]


_PAIRS = select(pair.c.id, pair.c.left_id, pair.c.right_id, *(pair.c[name] for name in _FIELDS)).where(
    pair.c.id.in_(bindparam("ids", expanding=True)), pair.c.live.is_(True)
)
_SIDES = (
    select(claim.c.id, claim.c.uid, claim.c.snapshot_id, claim.c.exact, claim.c.start, claim.c.end,
           claim_version.c.version_no, attribution.c.actor_name)
    .select_from(claim)
    .join(claim_version, claim_version.c.claim_id == claim.c.id)
    .outerjoin(attribution, and_(attribution.c.claim_version_id == claim_version.c.id, attribution.c.step == 0))
    .where(claim.c.id.in_(bindparam("ids", expanding=True)))
)  # fmt: skip


def _batch(connection: Connection, ids: Sequence[int], names: dict[int, str]) -> Iterator[dict[str, Any]]:
    rows = {row[0]: row for row in connection.execute(_PAIRS, {"ids": list(ids)}).all()}
    wanted = {key for row in rows.values() for key in (row[1], row[2])}
    sides: dict[int, dict[str, Any]] = {}
    newest: dict[int, int] = {}
    for key, uid, home, quote, start, end, version, claimant in connection.execute(_SIDES, {"ids": list(wanted)}).all():
        if version > newest.get(key, 0):
            newest[key] = version
            told = {"claim": uid, "document": names[home], "quote": quote}
            sides[key] = {**told, "start": start, "end": end, "claimant": claimant}
    for row in (rows[key] for key in ids if key in rows):
        line = dict(zip(_FIELDS, row[3:], strict=True))
        line["left"], line["right"] = sides[row[1]], sides[row[2]]
        yield line
