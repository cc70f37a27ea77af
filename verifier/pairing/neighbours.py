"""The nearest claims by the similarity model, among any number of them, found by looking at every one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

NEIGHBOURS = 20
LEAST_COSINE = 0.3
_BLOCK = 4096


class Neighbours:
    """Unit vectors in the order of their ids, kept at eight bits a dimension; every one is looked at."""

    def __init__(self, dims: int) -> None:
        self._ids: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._scales: NDArray[np.float32] = np.zeros(0, dtype=np.float32)
        self._vectors: NDArray[np.int8] = np.zeros((0, dims), dtype=np.int8)
        self._size = 0

    @property
    def newest(self) -> int:
        """The largest id; 0 where there is none."""
        return int(self._ids[self._size - 1]) if self._size else 0

    def add(self, ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Add vectors, shape (len(ids), dims); ids must rise and be larger than those there already."""
        first, self._size = self._size, self._size + len(ids)
        if self._size > len(self._ids):
            room = max(self._size, 5 * len(self._ids) // 4)
            self._ids, self._scales, self._vectors = (
                np.concatenate([kept, np.zeros((room - len(kept), *kept.shape[1:]), dtype=kept.dtype)])
                for kept in (self._ids, self._scales, self._vectors)
            )
        scales = np.maximum(np.abs(vectors).max(axis=1), np.finfo(np.float32).tiny) / 127
        self._ids[first : self._size], self._scales[first : self._size] = ids, scales
        self._vectors[first : self._size] = np.rint(vectors / scales[:, None])

    def nearest(self, vectors: NDArray[np.float32], before: NDArray[np.int64]) -> list[list[int]]:
        """For each row of ``vectors`` the ids of its nearest among those smaller than its entry in ``before``."""
        ends = np.searchsorted(self._ids[: self._size], before)
        best = np.full((len(vectors), NEIGHBOURS), -1.0, dtype=np.float32)
        where = np.zeros((len(vectors), NEIGHBOURS), dtype=np.int64)
        for begin in range(0, int(ends.max(initial=0)), _BLOCK):
            end = min(begin + _BLOCK, self._size)
            scores = (vectors @ self._vectors[begin:end].astype(np.float32).T) * self._scales[begin:end]
            scores[np.arange(begin, end) >= ends[:, None]] = -1.0
            _take_better(best, where, scores, begin)
        return [self._ids[places[scores >= LEAST_COSINE]].tolist() for scores, places in zip(best, where, strict=True)]


def _take_better(best: NDArray[np.float32], where: NDArray[np.int64], scores: NDArray[np.float32], begin: int) -> None:
    """Put what is nearer than the best so far in their place; the first column of ``scores`` stands at ``begin``."""
    for row in np.flatnonzero(scores.max(axis=1) > best.min(axis=1)):
        better = np.flatnonzero(scores[row] > best[row].min())
        values = np.concatenate([best[row], scores[row, better]])
        places = np.concatenate([where[row], better + begin])
        kept = np.argpartition(-values, NEIGHBOURS - 1)[:NEIGHBOURS]
        best[row], where[row] = values[kept], places[kept]
