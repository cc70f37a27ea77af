"""Claims filed under the same keys, brought together without comparing everything with everything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verifier.pairing.keys import WHOLE, WORDS, KeyRow

LARGEST_BLOCK = 60
"""A block with more claims pairs only those of one day whose places do not exclude each other."""
NEAREST_FILED = 60
"""Where even those are more, a claim meets that many of those filed before it."""

Rows = NDArray[np.int64]
"""Rows of keys, shape (n, 5): block, day, place, number of the claim, whether it is open to all others there."""


@dataclass(frozen=True, slots=True)
class Met:
    """Pairs of claim numbers, shape (n, 2), smaller first, each once; bit k of ``kinds`` says that a key of kind k
    brought the pair. ``crowded`` is how many blocks of one day and place were too large even so."""

    pairs: NDArray[np.int64]
    kinds: NDArray[np.uint8]
    crowded: int


def meet_in_blocks(rows: Rows) -> Met:
    """All pairs that the blocks of matters, deeds and words bring together."""
    rows = rows[(rows[:, 0] & 7) <= WORDS]
    whole, fine = rows[rows[:, 1] == WHOLE], rows[rows[:, 1] != WHOLE]
    small, large = _by_size(whole)
    fine = fine[np.isin(fine[:, 0], large)]
    fine = fine[np.lexsort((fine[:, 3], fine[:, 2], fine[:, 1], fine[:, 0]))]
    group = _groups(fine[:, :3])
    crowded = int((np.bincount(group, minlength=1) > NEAREST_FILED).sum()) if len(fine) else 0
    found = [
        _followers(small, _groups(small[:, :1]), LARGEST_BLOCK),
        _followers(fine, group, NEAREST_FILED),
    ]
    pairs, kinds = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return Met(*_each_once(pairs, kinds), crowded)


def rows_of(filed: Iterable[tuple[int, Iterable[KeyRow]]]) -> Rows:
    """An array of the rows of keys of numbered claims."""
    rows = [(key, day, place, number, is_open) for number, keys in filed for key, day, place, is_open in keys]
    return np.array(rows, dtype=np.int64).reshape(-1, 5)


def _by_size(whole: Rows) -> tuple[Rows, NDArray[np.int64]]:
    """The rows of blocks that are compared whole, in order, and the keys of those that are not."""
    keys, counts = np.unique(whole[:, 0], return_counts=True)
    large = keys[counts > LARGEST_BLOCK]
    small = whole[~np.isin(whole[:, 0], large)]
    return small[np.lexsort((small[:, 3], small[:, 0]))], large


def _groups(columns: Rows) -> NDArray[np.int64]:
    """A number for each run of equal rows."""
    changes = (columns[1:] != columns[:-1]).any(axis=1)
    return np.concatenate([np.zeros(min(1, len(columns)), dtype=np.int64), np.cumsum(changes)])


def _followers(rows: Rows, group: NDArray[np.int64], most: int) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Each row with its first, second, … follower in the group; one of the two must be open to all."""
    member, is_open, bit = rows[:, 3], rows[:, 4] != 0, (1 << (rows[:, 0] & 7)).astype(np.uint8)
    pairs, kinds = [np.zeros((0, 2), dtype=np.int64)], [np.zeros(0, dtype=np.uint8)]
    at = np.arange(len(rows))
    for step in range(1, most + 1):
        at = at[at + step < len(rows)]
        at = at[group[at] == group[at + step]]
        if not len(at):
            break
        meets = at[(is_open[at] | is_open[at + step]) & (member[at] != member[at + step])]
        pairs.append(np.stack([member[meets], member[meets + step]], axis=1))
        kinds.append(bit[meets])
    return np.concatenate(pairs), np.concatenate(kinds)


def near_order(rows: Rows, pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """An order of pairs in which those whose claims are filed close together come close together."""
    filed = rows[np.lexsort((rows[:, 3], rows[:, 2], rows[:, 1], rows[:, 0]))]
    places = np.zeros(int(max(rows[:, 3].max(initial=0), pairs.max(initial=0))) + 1, dtype=np.int64)
    days = np.flatnonzero(filed[:, 1] != WHOLE)[::-1]
    places[filed[days, 3]] = days
    return np.argsort(places[pairs].min(axis=1), kind="stable")


def join(*met: Met) -> Met:
    """All pairs of several ways of meeting, each once."""
    pairs, kinds = _each_once(np.concatenate([m.pairs for m in met]), np.concatenate([m.kinds for m in met]))
    return Met(pairs, kinds, sum(m.crowded for m in met))


def met_by(kind: int, pairs: Iterable[tuple[int, int]], crowded: int = 0) -> Met:
    """Pairs of claim numbers, in any order, that keys of one kind brought together."""
    found = np.sort(np.array(list(pairs), dtype=np.int64).reshape(-1, 2), axis=1)
    found = found[found[:, 0] != found[:, 1]]
    return Met(*_each_once(found, np.full(len(found), 1 << kind, dtype=np.uint8)), crowded)


def _each_once(pairs: NDArray[np.int64], kinds: NDArray[np.uint8]) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    if not len(pairs):
        return pairs, kinds
    code = pairs[:, 0] << 32 | pairs[:, 1]
    order = np.argsort(code, kind="stable")
    code, kinds = code[order], kinds[order]
    first = np.flatnonzero(np.concatenate([[True], code[1:] != code[:-1]]))
    code = code[first]
    return np.stack([code >> 32, code & 0xFFFFFFFF], axis=1), np.bitwise_or.reduceat(kinds, first)
