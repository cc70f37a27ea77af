"""What a queue can be narrowed to, with counts: read once for all facets, from at most a few thousand items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select

from verifier.services.desk_data import lookup
from verifier.services.desk_items import NOBODY_YET, STATES, Wanted, claim_places, items
from verifier.services.desk_model import Facet
from verifier.store.tables import dispute, dispute_claim, finding_part

STATE_LABELS = ("Waiting", "A slot is missing", "Rival descriptions", "Decided", "Read anew", "No conflict")
FACETS = (
    "relation", "strength", "dispute", "claimant", "outlet", "lang", "place", "date", "document", "assignee",
)  # fmt: skip
MOST_READ = 2_000
"""Counts are exact up to this many items; beyond it they are those of the most pressing ones."""
MOST_VALUES = 60
_OF_ITEM = ("relation", "strength", "assignee")

Counts = dict[str, tuple[str, int]]


def item_facets(
    connection: Connection, wanted: Wanted, names: Sequence[str] = FACETS, only: str = ""
) -> dict[str, list[Facet]]:
    """Every facet with its values and their counts under all other filters, the commonest first; states too."""
    found = {} if only else {"state": _states(connection, wanted)}
    shared = _Read(connection, wanted, only)
    for name in names:
        read = _Read(connection, replace(wanted, **{name: ""}), only) if getattr(wanted, name) else shared
        found[name] = read.facet(name)
    return found


class _Read:
    """The items that some filters leave, and their claims, each read at most once."""

    def __init__(self, connection: Connection, wanted: Wanted, only: str) -> None:
        self.connection = connection
        table = items(wanted)
        kept = table.c.kind == only if only else table.c.state == wanted.state
        columns = (table.c.kind, table.c.id, table.c.uid, table.c.left_id, table.c.right_id)
        query = select(*columns, *(table.c[name] for name in _OF_ITEM)).where(kept)
        rows = connection.execute(query.order_by(table.c.priority.desc(), table.c.uid).limit(MOST_READ + 1)).all()
        self.is_capped, self.rows = len(rows) > MOST_READ, rows[:MOST_READ]
        self._claims: Mapping[int, Any] | None = None
        self._parts: dict[int, list[int]] = defaultdict(list)

    def facet(self, name: str) -> list[Facet]:
        """The values of one facet with their counts."""
        if name == "assignee":
            values = [[(row.assignee or NOBODY_YET, row.assignee or "Nobody yet")] for row in self.rows]
        elif name in _OF_ITEM:
            told = [getattr(row, name) for row in self.rows]
            values = [[(value, value.replace("_", " ").capitalize() if value else None)] for value in told]
        elif name == "dispute":
            values = self._disputes()
        else:
            values = [self._of_claims(row, name) for row in self.rows]
        return self._ranked(values)

    def _of_claims(self, row: Any, name: str) -> list[tuple[str | None, str | None]]:
        if self._claims is None:
            self._claims = self._read_claims()
        keys = [row.left_id, row.right_id] if row.kind == "pair" else self._parts[row.id]
        found = [self._claims[key] for key in keys if key in self._claims]
        label = name if name in ("lang", "date") else f"{name}_name"
        return [(getattr(each, name), getattr(each, label)) for each in found]

    def _read_claims(self) -> Mapping[int, Any]:
        findings = [row.id for row in self.rows if row.kind == "finding"]
        for part in self.connection.execute(select(finding_part).where(finding_part.c.finding_id.in_(findings))):
            self._parts[part.finding_id].append(part.claim_id)
        keys = {key for row in self.rows for key in (row.left_id, row.right_id) if key is not None}
        keys |= {key for part in self._parts.values() for key in part}
        query = claim_places()
        return {row.id: row for row in self.connection.execute(query.where(query.selected_columns.id.in_(keys)))}

    def _disputes(self) -> list[list[tuple[str | None, str | None]]]:
        query = select(dispute_claim.c.claim_id, dispute.c.uid, dispute.c.question).join(dispute)
        of_claim = {row.claim_id: (row.uid, row.question) for row in self.connection.execute(query)}
        pairs = [row for row in self.rows if row.kind == "pair"]
        both = [(of_claim.get(row.left_id), of_claim.get(row.right_id)) for row in pairs]
        return [[one] for one, other in both if one is not None and one == other]

    def _ranked(self, values: Sequence[Collection[tuple[str | None, str | None]]]) -> list[Facet]:
        counts: dict[str, int] = defaultdict(int)
        labels: dict[str, str] = {}
        for each in values:
            for value, label in {value: label for value, label in each if value}.items():
                counts[str(value)] += 1
                labels[str(value)] = str(label or value)
        ranked = sorted(counts, key=lambda value: (-counts[value], labels[value]))[:MOST_VALUES]
        return [Facet(value, labels[value], counts[value], self.is_capped) for value in ranked]


def _states(connection: Connection, wanted: Wanted) -> list[Facet]:
    table = items(replace(wanted, state=""))
    counts = lookup(connection, select(table.c.state, func.count()).group_by(table.c.state))
    labels = zip(STATES, STATE_LABELS, strict=True)
    return [Facet(state, label, counts.get(state, 0)) for state, label in labels]
