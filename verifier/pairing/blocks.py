"""Claims filed under the same keys, brought together without comparing everything with everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verifier.pairing.keys import KEY_BITS, WHOLE, WORDS, KeyRow

LARGEST_BLOCK = 60
"""A block with more claims pairs only those of one day whose places do not exclude each other."""
NEAREST_FILED = 60
"""Where even those are more, a claim meets that many of those filed before it."""

# Rows are taken by ``take`` and ``compress``: plain indexing needs three times as long for them.

_MIXERS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)

_PART_BITS = 16
"""So many rows are worked on at once, as a power of two: what is made of them fits the cache of a core."""
_BITS = 28
"""How many bits hold the number of a claim."""

Codes = NDArray[np.uint64]
"""Pairs with their kinds: the smaller number, the other, and eight bits of kinds."""
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
    if np.any(rows[1:, 3] < rows[:-1, 3]):
        rows = rows.take(np.argsort(rows[:, 3], kind="stable"), axis=0)
    met = [_meet_part(part) for part in _parts(rows)]
    runs = _repeated(np.concatenate([words for _, words, _ in met]))
    codes = np.concatenate([runs, *(found for found, _, _ in met)])
    return Met(*_each_once(codes), sum(crowded for _, _, crowded in met))


def _parts(rows: Rows) -> Iterator[Rows]:
    """All rows, some blocks at a time, so that what is made of them stays in the cache; claims keep their order."""
    bits = (len(rows) >> _PART_BITS).bit_length()
    spread = (rows[:, 0] >> (KEY_BITS - bits)).astype(np.uint16)
    order = np.argsort(spread, kind="stable")
    for part in np.split(order, np.cumsum(np.bincount(spread))[:-1]):
        yield rows.take(part, axis=0)


def _meet_part(rows: Rows) -> tuple[Codes, Codes, int]:
    """Pairs by matters and deeds, pairs by each run of words, and how many spots of these blocks are crowded."""
    structured, once = (rows[:, 0] & 7) <= WORDS, rows[:, 1] == WHOLE
    whole, fine = rows.compress(structured & once, axis=0), rows.compress(structured & ~once, axis=0)
    small, large = _by_size(whole)
    fine = fine.compress(_is_among(fine[:, 0], large), axis=0)
    spots = _spots(fine)
    order = np.argsort(spots, kind="stable")
    fine, group = fine.take(order, axis=0), _groups(spots[order])
    crowded = int((np.bincount(group, minlength=1) > NEAREST_FILED + 1).sum()) if len(fine) else 0
    is_words = (small[:, 0] & 7) == WORDS
    words, small = small.compress(is_words, axis=0), small.compress(~is_words, axis=0)
    found = (_followers(small, _groups(small[:, 0]), LARGEST_BLOCK), _followers(fine, group, NEAREST_FILED))
    return np.concatenate(found), _followers(words, _groups(words[:, 0]), LARGEST_BLOCK), crowded


def rows_of(filed: Iterable[tuple[int, Iterable[KeyRow]]]) -> Rows:
    """An array of the rows of keys of numbered claims."""
    rows = [(key, day, place, number, is_open) for number, keys in filed for key, day, place, is_open in keys]
    return np.array(rows, dtype=np.int64).reshape(-1, 5)


def _by_size(whole: Rows) -> tuple[Rows, NDArray[np.int64]]:
    """The rows of blocks that are compared whole, block by block, and the keys, in order, of those that are not."""
    keys = whole[:, 0].copy()
    order = np.argsort(keys)
    keys = keys[order]
    first = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else order
    counts = np.diff(np.append(first, len(keys)))
    is_small = counts <= LARGEST_BLOCK
    return whole.take(order[np.repeat(is_small, counts)], axis=0), keys[first[~is_small]]


def _is_among(values: NDArray[np.int64], ordered: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which values are among others that are in order."""
    if not len(ordered):
        return np.zeros(len(values), dtype=np.bool_)
    places = np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)
    return np.asarray(ordered[places] == values)


def _spots(rows: Rows) -> NDArray[np.uint64]:
    """One number for block, day and place together, so that one sort brings those of one spot together."""
    key, day, place = (np.ascontiguousarray(rows[:, n]).astype(np.uint64) for n in range(3))
    return np.asarray((key * _MIXERS[0]) ^ (day * _MIXERS[1]) ^ (place * _MIXERS[2]))


def _groups(values: NDArray[Any]) -> NDArray[np.int64]:
    """A number for each run of equal values."""
    return np.concatenate([np.zeros(min(1, len(values)), dtype=np.int64), np.cumsum(values[1:] != values[:-1])])


def _followers(rows: Rows, group: NDArray[np.int64], most: int) -> Codes:
    """Each row with its first, second, … follower in the group; one of the two must be open to all."""
    member, is_open, kinds = rows[:, 3].copy(), rows[:, 4] != 0, (1 << (rows[:, 0] & 7)).astype(np.uint8)
    found = [np.zeros(0, dtype=np.uint64)]
    at = np.arange(len(rows))
    for step in range(1, most + 1):
        at = at[: np.searchsorted(at, len(rows) - step)]
        at = at[group[at] == group[at + step]]
        if not len(at):
            break
        meets = at[(is_open[at] | is_open[at + step]) & (member[at] != member[at + step])]
        one, other = member[meets], member[meets + step]
        found.append(_coded(np.minimum(one, other), np.maximum(one, other), kinds[meets]))
    return np.concatenate(found)


def _repeated(codes: Codes) -> Codes:
    """Those that are there more than once; the codes are used up."""
    codes.sort()
    return np.asarray(codes[1:][codes[1:] == codes[:-1]])


def near_order(rows: Rows, pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """An order of pairs in which those whose claims are filed close together come close together."""
    filed = rows[np.lexsort((rows[:, 3], rows[:, 2], rows[:, 1], rows[:, 0]))]
    places = np.zeros(int(max(rows[:, 3].max(initial=0), pairs.max(initial=0))) + 1, dtype=np.int64)
    days = np.flatnonzero(filed[:, 1] != WHOLE)[::-1]
    places[filed[days, 3]] = days
    return np.argsort(places[pairs].min(axis=1), kind="stable")


def join(*met: Met) -> Met:
    """All pairs of several ways of meeting, each once."""
    codes = [_coded(m.pairs[:, 0], m.pairs[:, 1], m.kinds) for m in met]
    return Met(*_each_once(np.concatenate(codes)), sum(m.crowded for m in met))


def met_by(kind: int, pairs: Iterable[tuple[int, int]], crowded: int = 0) -> Met:
    """Pairs of claim numbers, in any order, that keys of one kind brought together."""
    found = np.sort(np.array(list(pairs), dtype=np.int64).reshape(-1, 2), axis=1)
    found = found[found[:, 0] != found[:, 1]]
    kinds = np.full(len(found), 1 << kind, dtype=np.uint8)
    return Met(*_each_once(_coded(found[:, 0], found[:, 1], kinds)), crowded)


def _coded(first: NDArray[np.int64], second: NDArray[np.int64], kinds: NDArray[np.uint8]) -> Codes:
    """Pairs with their kinds, each as one number: large stores make a great many."""
    codes = first.astype(np.uint64)
    codes <<= np.uint64(_BITS)
    codes |= second.astype(np.uint64)
    codes <<= np.uint64(8)
    codes |= kinds
    return codes


def _each_once(codes: Codes) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Equal pairs become one that has the kinds of all; the codes are used up."""
    if not len(codes):
        return np.zeros((0, 2), dtype=np.int64), np.zeros(0, dtype=np.uint8)
    codes.sort()
    kinds = codes.astype(np.uint8)
    codes >>= np.uint64(8)
    first = np.flatnonzero(np.concatenate([[True], codes[1:] != codes[:-1]]))
    both = codes[first].view(np.int64)
    pairs = np.empty((len(first), 2), dtype=np.int64)
    np.right_shift(both, _BITS, out=pairs[:, 0])
    np.bitwise_and(both, (1 << _BITS) - 1, out=pairs[:, 1])
    return pairs, np.bitwise_or.reduceat(kinds, first)
