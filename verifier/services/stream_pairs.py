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


def _joined() -> Any:
    """Live pairs with both sides; one row for each reading of a claim, of which the newest counts."""
    query = select(pair.c.id, *(pair.c[name] for name in _FIELDS)).where(pair.c.live.is_(True))
    query = query.where(pair.c.id.in_(bindparam("ids", expanding=True)))
    for key in (pair.c.left_id, pair.c.right_id):
        one, version, root = claim.alias(), claim_version.alias(), attribution.alias()
        query = (
            query.join(one, one.c.id == key)
            .join(version, version.c.claim_id == one.c.id)
            .outerjoin(root, and_(root.c.claim_version_id == version.c.id, root.c.step == 0))
            .add_columns(
                one.c.uid, one.c.snapshot_id, one.c.exact, one.c.start, one.c.end, root.c.actor_name,
                version.c.version_no,
            )
        )  # fmt: skip
    return query


_PAIRS = _joined()
_LEFT = 1 + len(_FIELDS)
_RIGHT = _LEFT + len(SIDE) + 1


def _batch(connection: Connection, ids: Sequence[int], names: dict[int, str]) -> Iterator[dict[str, Any]]:
    newest: dict[int, Any] = {}
    for row in connection.execute(_PAIRS, {"ids": list(ids)}).all():
        known = newest.get(row[0])
        if known is None or (row[_RIGHT - 1], row[-1]) > (known[_RIGHT - 1], known[-1]):
            newest[row[0]] = row
    for row in (newest[key] for key in ids if key in newest):
        line = dict(zip(_FIELDS, row[1:_LEFT], strict=True))
        for side, first in (("left", _LEFT), ("right", _RIGHT)):
            uid, home, quote, start, end, claimant = row[first : first + len(SIDE)]
            told = {"claim": uid, "document": names[home], "quote": quote}
            line[side] = {**told, "start": start, "end": end, "claimant": claimant}
        yield line
