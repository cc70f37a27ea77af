"""How many items of a state have each value, alone and beside a value that many have: kept with the index, exact."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from verifier.store.prepared import Prepared
from verifier.store.tables import desk_entry, desk_item, desk_tally, desk_value

MANY = 1_000
"""Beside a value that so many items of a state have, counts are kept; few items are counted when they are asked for."""
ANY = 0
"""Stands for the value beside which is counted, where it may be any."""
FACETS = (
    "relation", "strength", "dispute", "claimant", "outlet", "lang", "place", "date", "document", "assignee",
)  # fmt: skip
_OFFERED = frozenset((*FACETS, "kind"))
_AT_ONCE = 100
"""Values counted in one walk over their items, so that their counts fit into memory."""
_ADD = (
    "INSERT INTO desk_tally (beside, state, facet, value_id, number) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET number = number + excluded.number"
)
_DROP = "DELETE FROM desk_tally WHERE beside = ? AND state = ? AND facet = ? AND value_id = ? AND number = 0"
_NUMBER = Prepared(
    select(desk_tally.c.number).where(
        desk_tally.c.beside == ANY,
        desk_tally.c.state == bindparam("state"),
        desk_tally.c.facet == bindparam("facet"),
        desk_tally.c.value_id == bindparam("value"),
    )
)


class Tally:
    """What changes of the counts while the index is brought up to date; written at its end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._more: Counter[tuple[int, str, str, int]] = Counter()
        self._before: dict[tuple[str, str, int], int] = {}

    def move(self, state: str, facets: Mapping[str, Sequence[int]], by: int) -> None:
        """Count an item with its values by facet in a state, or no longer where ``by`` is -1."""
        self._more[ANY, state, "", 0] += by
        offered = [(facet, key) for facet, keys in facets.items() if facet in _OFFERED for key in keys]
        for facet, keys in facets.items():
            for key in keys:
                self._more[ANY, state, facet, key] += by
                if self._number_before(state, facet, key) >= MANY:
                    for other, value in offered:
                        self._more[key, state, other, value] += by

    def write(self) -> None:
        """Write the counts, once the items are written."""
        _execute_all(self._connection, _ADD, [(*key, more) for key, more in sorted(self._more.items()) if more])
        _execute_all(self._connection, _DROP, [key for key, more in self._more.items() if more < 0])
        grown: dict[str, list[int]] = defaultdict(list)
        for (state, facet, key), before in self._before.items():
            now = before + self._more[ANY, state, facet, key]
            if before < MANY <= now:
                grown[state].append(key)
            elif now < MANY <= before:
                beside = (desk_tally.c.beside == key, desk_tally.c.state == state)
                self._connection.execute(delete(desk_tally).where(*beside))
        for state, keys in grown.items():
            keys.sort()
            for start in range(0, len(keys), _AT_ONCE):
                _count_beside(self._connection, state, keys[start : start + _AT_ONCE])

    def _number_before(self, state: str, facet: str, key: int) -> int:
        asked = (state, facet, key)
        if asked not in self._before:
            found = _NUMBER.scalar(self._connection, state=state, facet=facet, value=key)
            self._before[asked] = int(found or 0)
        return self._before[asked]


def _execute_all(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, list(rows))


def _count_beside(connection: Connection, state: str, values: Sequence[int]) -> None:
    """Count beside values that many items of a state have now, in one walk over the items that have any of them."""
    having = select(desk_entry.c.uid).where(desk_entry.c.value_id.in_(values), desk_entry.c.state == state)
    counts: dict[int, Counter[int]] = {value: Counter() for value in values}
    for facets in connection.execute(select(desk_item.c.facets).where(desk_item.c.uid.in_(having))).scalars():
        offered = [key for facet, keys in facets.items() if facet in _OFFERED for key in keys]
        for keys in facets.values():
            for value in keys:
                if value in counts:
                    counts[value].update(offered)
    offers = select(desk_value.c.id, desk_value.c.facet).where(desk_value.c.facet.in_(_OFFERED))
    facet_of = {row.id: row.facet for row in connection.execute(offers)}
    for value, counted in counts.items():
        _execute_all(
            connection, _ADD, sorted((value, state, facet_of[key], key, number) for key, number in counted.items())
        )
