"""Blocks of keys: who meets in small ones, in large ones and in crowded ones; and neighbours among vectors."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest

from verifier.pairing.blocks import LARGEST_BLOCK, NEAREST_FILED, meet_in_blocks, rows_of
from verifier.pairing.keys import MATTER, NOWHERE, SERIES, SKETCH, WHOLE, WORDS, KeyRow
from verifier.pairing.neighbours import NEIGHBOURS, Neighbours

BLOCK, SECOND = 8 + MATTER, 16 + MATTER
MONDAY, TUESDAY = 739_000, 739_001
TOWN, OTHER_TOWN, LAND = 101, 102, 103


def _met(filed: dict[int, Iterable[KeyRow]]) -> set[tuple[int, int]]:
    return {(a, b) for a, b in meet_in_blocks(rows_of(filed.items())).pairs.tolist()}


def _many(first: int) -> dict[int, list[KeyRow]]:
    """Claims without a day that make the block a large one."""
    return {first + n: [KeyRow(BLOCK, WHOLE, NOWHERE)] for n in range(LARGEST_BLOCK)}


def _told(day: int, place: int, *holding: int) -> list[KeyRow]:
    fine = [KeyRow(BLOCK, day, place), *(KeyRow(BLOCK, day, each, is_open=False) for each in holding)]
    return [KeyRow(BLOCK, WHOLE, NOWHERE), *fine]


def test_all_meet_in_a_small_block_and_nobody_across_blocks() -> None:
    filed = {1: [KeyRow(BLOCK, WHOLE, NOWHERE)], 2: _told(MONDAY, TOWN), 3: [KeyRow(SECOND, WHOLE, NOWHERE)]}
    assert _met(filed) == {(1, 2)}


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (_told(MONDAY, TOWN), _told(MONDAY, TOWN), True),
        (_told(MONDAY, TOWN), _told(TUESDAY, TOWN), False),
        (_told(MONDAY, TOWN, LAND), _told(MONDAY, OTHER_TOWN, LAND), False),
        (_told(MONDAY, TOWN, LAND), _told(MONDAY, LAND), True),
        (_told(MONDAY, NOWHERE), _told(MONDAY, NOWHERE), True),
        (_told(MONDAY, NOWHERE), _told(MONDAY, TOWN), False),
        (_told(MONDAY, TOWN), [KeyRow(BLOCK, WHOLE, NOWHERE)], False),
    ],
)
def test_a_large_block_asks_for_one_day_and_places_that_fit(one: list[KeyRow], other: list[KeyRow], meet: bool) -> None:
    assert _met({1: one, 2: other, **_many(10)}) == ({(1, 2)} if meet else set())


def test_in_a_crowded_block_each_meets_the_nearest_before_it() -> None:
    crowd = {n: _told(MONDAY, TOWN) for n in range(1, 3 * NEAREST_FILED)}
    met = meet_in_blocks(rows_of(crowd.items()))
    assert met.crowded == 1
    assert {b - a for a, b in met.pairs.tolist()} == set(range(1, NEAREST_FILED + 1))


@pytest.mark.parametrize(("members", "all_meet"), [(LARGEST_BLOCK, True), (LARGEST_BLOCK + 1, False)])
def test_a_block_is_compared_whole_up_to_its_limit(members: int, all_meet: bool) -> None:
    met = _met({n: [KeyRow(BLOCK, WHOLE, NOWHERE)] for n in range(members)})
    assert len(met) == (members * (members - 1) // 2 if all_meet else 0)


@pytest.mark.parametrize(("members", "crowded"), [(NEAREST_FILED + 1, 0), (NEAREST_FILED + 2, 1)])
def test_a_spot_is_told_to_be_crowded_where_pairs_are_left_out(members: int, crowded: int) -> None:
    others = {1_000 + n: [KeyRow(BLOCK, WHOLE, NOWHERE)] for n in range(LARGEST_BLOCK)}
    met = meet_in_blocks(rows_of({**others, **{n: _told(MONDAY, TOWN) for n in range(members)}}.items()))
    left_out = members * (members - 1) // 2 - len(met.pairs)
    assert (met.crowded, left_out > 0) == (crowded, bool(crowded))


@pytest.mark.parametrize(("shared", "meet"), [(1, False), (2, True), (SKETCH, True)])
def test_words_bring_together_who_shares_more_than_one_run_of_them(shared: int, meet: bool) -> None:
    runs = [KeyRow(8 * n + WORDS, WHOLE, NOWHERE) for n in range(1, 2 * SKETCH)]
    assert _met({1: runs[:SKETCH], 2: runs[SKETCH - shared : 2 * SKETCH - shared]}) == ({(1, 2)} if meet else set())


def test_members_of_a_series_do_not_meet_by_blocks() -> None:
    row = [KeyRow(8 + SERIES, MONDAY, NOWHERE)]
    assert not _met({1: row, 2: row})


def test_neighbours_are_the_nearest_of_those_stored_before() -> None:
    vectors = np.random.default_rng(1).standard_normal((9_000, 24)).astype(np.float32) + 1
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    index = Neighbours(24)
    for begin in range(0, 9_000, 1_000):
        index.add(np.arange(begin, begin + 1_000) * 2 + 1, vectors[begin : begin + 1_000])
    asked = np.array([30, 4_500, 8_999])
    for row, found in zip(asked, index.nearest(vectors[asked], asked * 2 + 1), strict=True):
        scores = vectors[:row] @ vectors[row]
        best = {int(n) * 2 + 1 for n in np.argsort(-scores)[:NEIGHBOURS] if scores[n] >= 0.3}
        assert len(best & set(found)) >= len(best) - 1
        assert all(each < row * 2 + 1 for each in found)
