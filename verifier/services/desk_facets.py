"""What a list can be narrowed to, with counts.

Under no other filter, and under one that many items match, the counts are kept with the index and exact. Under others
they are counted from the first items that match, and to the end when that is asked for.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from operator import attrgetter

from sqlalchemy import Connection, Text, bindparam, func, select, type_coerce

from verifier.services.desk_counts import ANY, FACETS, MANY
from verifier.services.desk_items import STATES, Wanted
from verifier.services.desk_list_model import Facet, Facets, KeptFacet
from verifier.services.desk_open import worked_out
from verifier.services.desk_wanted import MOST_COUNTED, Scope, count_of, read_uids, scope_of
from verifier.store.prepared import Prepared, among
from verifier.store.tables import desk_item, desk_tally, desk_value

STATE_LABELS = ("Waiting", "A slot is missing", "Rival descriptions", "Decided", "Read anew", "No conflict")
MOST_VALUES = 60
_KEPT = Prepared(
    select(desk_value.c.value, desk_value.c.label, desk_tally.c.number)
    .select_from(desk_tally)
    .join(desk_value, desk_value.c.id == desk_tally.c.value_id)
    .where(
        desk_tally.c.beside == bindparam("beside"),
        desk_tally.c.state == bindparam("state"),
        desk_tally.c.facet == bindparam("facet"),
    )
    .order_by(desk_tally.c.number.desc(), desk_tally.c.value_id)
    .limit(MOST_VALUES)
)
_LABELS = Prepared(select(desk_value.c.id, desk_value.c.value, desk_value.c.label).where(among(desk_value.c.id, "ids")))
_FACET_OF = Prepared(
    select(func.json_extract(desk_item.c.facets, bindparam("path"), type_=Text)).where(among(desk_item.c.uid, "uids"))
)
_FACETS_OF = Prepared(select(type_coerce(desk_item.c.facets, Text)).where(among(desk_item.c.uid, "uids")))


def facets_of(
    connection: Connection, wanted: Wanted, state: str, names: Sequence[str] = FACETS, whole: bool = False
) -> Facets:
    """Every facet with its values and their counts under all other filters, the commonest first."""
    every = replace(wanted, sort="priority")
    under: dict[Wanted, list[str]] = defaultdict(list)
    for name in names:
        under[replace(every, **{name: ""}) if getattr(every, name) else every].append(name)
    told: dict[str, list[Facet]] = {}
    found: dict[str, tuple[list[tuple[int, int]], bool]] = {}
    for others, asked in under.items():
        scope = scope_of(connection, others, state)
        if not scope.values:
            told |= {name: _kept(connection, state, name) for name in asked}
            continue
        if not scope.is_combined and scope.number >= MANY:
            told |= {name: _beside(connection, scope.values[0], state, name) for name in asked}
            continue
        counts, is_capped = _count(connection, scope, asked, whole)
        found |= {name: (counts[name].most_common(MOST_VALUES), is_capped) for name in asked}
    told |= _told(connection, found)
    return Facets((name, told[name]) for name in names)


def _kept(connection: Connection, state: str, name: str) -> KeptFacet:
    """The values of a facet under no other filter."""
    return worked_out(connection, ("kept", state, name), lambda: KeptFacet(_beside(connection, ANY, state, name)))


def _beside(connection: Connection, beside: int, state: str, name: str) -> list[Facet]:
    """The values of a facet under one filter that many items match, or under any."""
    rows = _KEPT.rows(connection, beside=beside, state=state, facet=name)
    return _ranked([Facet(*row) for row in rows])


def states_of(connection: Connection, wanted: Wanted, whole: bool = False) -> list[Facet]:
    """How many items each state has under the filters."""
    facets = []
    for state, label in zip(STATES, STATE_LABELS, strict=True):
        scope = scope_of(connection, wanted, state)
        number, is_capped = count_of(connection, scope, scope.number if whole else MOST_COUNTED)
        facets.append(Facet(state, label, number, is_capped))
    return facets


def _count(
    connection: Connection, scope: Scope, names: Collection[str], whole: bool
) -> tuple[dict[str, Counter[int]], bool]:
    """The values of a list's items by facet, counted; and whether there are more items than were read."""
    uids = read_uids(connection, scope, limit=-1 if whole else MOST_COUNTED + 1)
    is_capped = not whole and len(uids) > MOST_COUNTED
    keys: dict[str, list[int]] = {name: [] for name in names}
    for facets in _facets_of(connection, uids[:MOST_COUNTED] if is_capped else uids, names):
        for name, values in facets.items():
            if name in keys:
                keys[name] += values
    return {name: Counter(values) for name, values in keys.items()}, is_capped


def _facets_of(connection: Connection, uids: Sequence[str], names: Collection[str]) -> Sequence[dict[str, list[int]]]:
    """The values of items by facet, at least those of ``names``; parsed all at once, which takes half as long."""
    if len(names) == 1:
        (name,) = names
        told = [each for each in _FACET_OF.scalars(connection, uids=uids, path=f"$.{name}") if each]
        return [{name: [key for values in json.loads(f"[{','.join(told)}]") for key in values]}]
    found: list[dict[str, list[int]]] = json.loads(f"[{','.join(_FACETS_OF.scalars(connection, uids=uids))}]")
    return found


def _told(connection: Connection, found: dict[str, tuple[list[tuple[int, int]], bool]]) -> dict[str, list[Facet]]:
    """Counts by the rows of values as facets with their words."""
    ids = {key for ranked, _ in found.values() for key, _ in ranked}
    known = {row[0]: row[1:] for row in _LABELS.all(connection, ids=list(ids))} if ids else {}
    told = {}
    for name, (ranked, is_capped) in found.items():
        told[name] = _ranked([Facet(known[key][0], known[key][1], number, is_capped) for key, number in ranked])
    return told


def _ranked(facets: list[Facet]) -> list[Facet]:
    facets.sort(key=attrgetter("label"))
    facets.sort(key=attrgetter("count"), reverse=True)
    return facets
