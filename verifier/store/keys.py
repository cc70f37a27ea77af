"""The file of keys: under which blocks, days and places every current claim stands, and who stands beside it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import Connection

from verifier.store.prepared import driver_of
from verifier.store.tables.base import load_json

Row = tuple[int, int, int, bool]
"""Block, day, place, and whether the claim is open to all others there."""

_BESIDE = """
SELECT json_extract(j.value, '$[0]'), {lists}
FROM json_each(:wanted) AS j
"""
_FILED = """(SELECT json_group_array(json_array(claim_id, is_open)) FROM (
    SELECT claim_id, is_open FROM claim_key
    WHERE "key" = json_extract(j.value, '$[1]') AND day = {day} AND place = json_extract(j.value, '$[3]') {only}
    LIMIT :most))"""
_DAY = "json_extract(j.value, '$[2]')"
_BEFORE = "AND claim_id < json_extract(j.value, '$[0]') ORDER BY claim_id DESC"
_AFTER = "AND claim_id > json_extract(j.value, '$[0]') ORDER BY claim_id"
_NEXT_DAY = """(SELECT {pick}(day) FROM claim_key
    WHERE "key" = json_extract(j.value, '$[1]') AND day {than} json_extract(j.value, '$[2]'))"""
_AT = """claim_key."key" = json_extract(j.value, '$[0]')
    AND day = json_extract(j.value, '$[1]') AND place = json_extract(j.value, '$[2]')"""
_SIZE = """
SELECT (SELECT count(*) FROM (SELECT 1 FROM claim_key WHERE {at} LIMIT :most + 1)) FROM json_each(:wanted) AS j
"""
_MEMBER = """
SELECT claim_key."key", day, place, claim_id, is_open FROM json_each(:wanted) AS j CROSS JOIN claim_key ON {at}
"""
_SIZES, _MEMBERS = (query.format(at=_AT) for query in (_SIZE, _MEMBER))
_ON_DAY = _BESIDE.format(lists=", ".join(_FILED.format(day=_DAY, only=only) for only in (_BEFORE, _AFTER)))
_IN_SERIES = _BESIDE.format(
    lists=", ".join(
        _FILED.format(day=day, only="ORDER BY claim_id")
        for day in (_DAY, _NEXT_DAY.format(pick="max", than="<"), _NEXT_DAY.format(pick="min", than=">"))
    )
)

Spot = tuple[int, int, int]
"""Block, day and place."""
Wanted = tuple[int, int, int, int, bool]
"""A claim's row in the claim table, and one of its rows of keys."""
Beside = tuple[Wanted, list[list[tuple[int, bool]]]]
"""What was asked, and lists of claims by row, each with whether it is open to all others there."""


def file_keys(connection: Connection, filed: Iterable[tuple[int, Iterable[Row]]]) -> None:
    """Put claims, by row, where their keys say, and nowhere else."""
    listed = [(claim_id, tuple(rows)) for claim_id, rows in filed]
    unfile(connection, [claim_id for claim_id, _ in listed])
    rows = [(key, day, place, claim_id, is_open) for claim_id, keys in listed for key, day, place, is_open in keys]
    driver_of(connection).executemany(
        'INSERT INTO claim_key ("key", day, place, claim_id, is_open) VALUES (?, ?, ?, ?, ?)', sorted(rows)
    )


def unfile(connection: Connection, claims: Sequence[int]) -> None:
    """Take claims out of the file."""
    gone = [(claim_id,) for claim_id in claims]
    driver_of(connection).executemany("DELETE FROM claim_key WHERE claim_id = ?", gone)


def in_blocks(
    connection: Connection, spots: Collection[Spot], most: int
) -> tuple[dict[Spot, list[tuple[int, bool]]], set[Spot]]:
    """Who stands at each of some spots, and which spots hold more than ``most`` instead."""
    asked = sorted(spots)
    driver = driver_of(connection)
    counted = driver.execute(_SIZES, {"wanted": json.dumps(asked), "most": most})
    sizes = {spot: size for spot, (size,) in zip(asked, counted, strict=True)}
    found: dict[Spot, list[tuple[int, bool]]] = {spot: [] for spot, size in sizes.items() if 0 < size <= most}
    for key, day, place, claim_id, is_open in driver.execute(_MEMBERS, {"wanted": json.dumps(list(found))}):
        found[key, day, place].append((claim_id, bool(is_open)))
    return found, {spot for spot, size in sizes.items() if size > most}


def filed_around(connection: Connection, wanted: Sequence[Wanted], most: int) -> Iterator[Beside]:
    """Who stands under the same block, day and place: the last ``most`` filed before, and the first filed after."""
    return _beside(connection, _ON_DAY, wanted, most)


def in_series(connection: Connection, wanted: Sequence[Wanted], most: int) -> Iterator[Beside]:
    """Who stands under the same key that day, on the nearest day before that has anybody, and on the nearest after."""
    return _beside(connection, _IN_SERIES, wanted, most)


def _beside(connection: Connection, query: str, wanted: Sequence[Wanted], most: int) -> Iterator[Beside]:
    if wanted:
        asked = json.dumps([row[:4] for row in wanted])
        found = driver_of(connection).execute(query, {"wanted": asked, "most": most})
        for row, (_, *lists) in zip(wanted, found, strict=True):
            yield row, [load_json(beside) for beside in lists]
