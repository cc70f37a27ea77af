"""Stored pairs as rows, however many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select

from verifier.config import Settings
from verifier.services.streaming import in_batches
from verifier.store.rows import in_parts
from verifier.store.tables import attribution, claim, claim_version, document, pair, snapshot

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
    query = select(pair.c.id).order_by(pair.c.priority.desc(), pair.c.uid)
    if relation is not None:
        query = query.where(pair.c.relation == relation)
    if queued:
        query = query.where(pair.c.queued.is_(True))
    return in_batches(settings, query, _batch)


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
_HOMES = tuple(side + SIDE.index("document") for side in (_LEFT, _RIGHT))
_NAMES = select(snapshot.c.id, document.c.name).join(document, document.c.id == snapshot.c.document_id)


def _batch(connection: Connection, ids: Sequence[int]) -> Iterator[Row]:
    newest: dict[int, Any] = {}
    for key, *row, left, right in connection.execute(_PAIRS, {"ids": list(ids)}):
        if key not in newest or (left, right) > newest[key][1]:
            newest[key] = row, (left, right)
    homes = {row[home] for row, _ in newest.values() for home in _HOMES}
    names = dict(tuple(found) for found in in_parts(connection, _NAMES, snapshot.c.id, sorted(homes)))
    for key in ids:
        if key in newest:
            row = newest[key][0]
            for home in _HOMES:
                row[home] = names[row[home]]
            yield tuple(row)
