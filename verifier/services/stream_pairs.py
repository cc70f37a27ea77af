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
"""What a row of a pair holds."""

Row = tuple[Any, ...]


def stream_pairs(settings: Settings, relation: str | None = None, queued: bool = False) -> tuple[int, Iterator[Row]]:
    """How many pairs there are at most, and the rows of those that are live, highest priority first."""
    with open_store(settings) as store, store.read() as connection:
        query = select(pair.c.id).order_by(pair.c.priority.desc(), pair.c.uid)
        if relation is not None:
            query = query.where(pair.c.relation == relation)
        if queued:
            query = query.where(pair.c.queued.is_(True))
        found = connection.execution_options(yield_per=10_000).execute(query)
        order = array("q", (key for part in found.scalars().partitions() for key in part))

    def rows() -> Iterator[Row]:
        with open_store(settings) as store, store.read() as connection:
            names = lookup(
                connection,
                select(snapshot.c.id, document.c.name).join(document, document.c.id == snapshot.c.document_id),
            )
            for start in range(0, len(order), _BATCH):
                yield from _batch(connection, order[start : start + _BATCH], names)

    return len(order), rows()


def pair_line(row: Row) -> dict[str, Any]:
    """A row as a line, its sides in objects of their own."""
    line = dict(zip(_FIELDS, row, strict=False))
    line["left"] = dict(zip(SIDE, row[_LEFT:_RIGHT], strict=True))
    line["right"] = dict(zip(SIDE, row[_RIGHT:], strict=True))
    return line


def _joined() -> Any:
    """Live pairs with both sides; one row for each reading of a claim, of which the newest counts."""
    query = select(pair.c.id).where(pair.c.live.is_(True), pair.c.id.in_(bindparam("ids", expanding=True)))
    query = query.add_columns(*(pair.c[name] for name in _FIELDS))
    versions = []
    for key in (pair.c.left_id, pair.c.right_id):
        one, version, root = claim.alias(), claim_version.alias(), attribution.alias()
        query = (
            query.join(one, one.c.id == key)
            .join(version, version.c.claim_id == one.c.id)
            .outerjoin(root, and_(root.c.claim_version_id == version.c.id, root.c.step == 0))
            .add_columns(one.c.uid, one.c.snapshot_id, one.c.exact, one.c.start, one.c.end, root.c.actor_name)
        )
        versions.append(version.c.version_no)
    return query.add_columns(*versions)


_PAIRS = _joined()
_LEFT = len(_FIELDS)
_RIGHT = _LEFT + len(SIDE)
_HOME = SIDE.index("document")


def _batch(connection: Connection, ids: Sequence[int], names: dict[int, str]) -> Iterator[Row]:
    newest: dict[int, Any] = {}
    for key, *row, left, right in connection.execute(_PAIRS, {"ids": list(ids)}):
        if key not in newest or (left, right) > newest[key][1]:
            newest[key] = row, (left, right)
    for key in ids:
        if key in newest:
            row = newest[key][0]
            for home in (_LEFT + _HOME, _RIGHT + _HOME):
                row[home] = names[row[home]]
            yield tuple(row)
