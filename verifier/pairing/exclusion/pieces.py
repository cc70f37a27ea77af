"""Words of both languages as an English encoder sees words: German pieces are mapped to its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verifier.pairing.encoders import multilingual_model

Rows = NDArray[np.float32]
LONGEST = 64
"""How many pieces of a text are read."""
DIMS = 512
"""Width of the multilingual model's rows."""
_WORD_BEGINS = "▁"
_RIDGE = 10


class Pieces:
    """Cuts texts into pieces and gives each its row, shape (pieces, width).

    English is cut as the encoder's own tokenizer does. German is cut as the multilingual model does, which lays
    translations side by side: a piece that is a word of the encoder takes that word's row, any other its own row there,
    mapped by ``mapping`` (DIMS + 1, width), which was fitted on the words both have.
    """

    def __init__(self, tokenizer: Any, words: Rows, mapping: Rows) -> None:
        model = multilingual_model()
        self._tokenizer, self._words, self._mapping = tokenizer, words, mapping
        self._cut, self._backend = model._tokenizer, model._model
        self._row_of = shared_rows(tokenizer)

    def rows(self, text: str, lang: str) -> Rows:
        """The rows of a text in ``en`` or ``de``."""
        if lang != "de":
            found: Rows = self._words[self._tokenizer.encode(text, add_special_tokens=False).ids[:LONGEST]]
            return found
        pieces = list(self._cut.encode(text, out_type=int)[:LONGEST])
        mapped = multilingual_rows(self._backend, pieces) @ self._mapping[:-1] + self._mapping[-1]
        for at, piece in enumerate(pieces):
            if self._row_of[piece] >= 0:
                mapped[at] = self._words[self._row_of[piece]]
        return np.asarray(mapped, dtype=np.float32)


def multilingual_rows(backend: Any, pieces: Sequence[int]) -> Rows:
    """The rows of pieces in the multilingual model, shape (pieces, DIMS)."""
    numbers = np.asarray(pieces, dtype=np.int64)
    chunks = numbers % len(backend.scale)
    raw = backend.table[numbers] * backend.scale[chunks, None] + backend.lo[chunks, None]
    return np.asarray(raw, dtype=np.float32)


def shared_rows(tokenizer: Any) -> list[int]:
    """For each piece of the multilingual model the encoder's row of the same word; -1 where it is none there."""
    known = tokenizer.get_vocab()
    return [known.get(_as_word(piece), -1) for piece in multilingual_model()._tokenizer._pieces]


def _as_word(piece: str) -> str:
    if piece.startswith(_WORD_BEGINS):
        return piece[1:].lower()
    return piece if len(piece) == 1 else ""


def fit_mapping(tokenizer: Any, words: Rows) -> Rows:
    """The linear map from the multilingual rows to the encoder's, by ridge regression over the words both have."""
    model = multilingual_model()
    shared = [
        (piece, row)
        for piece, row in enumerate(shared_rows(tokenizer))
        if row >= 0 and len(model._tokenizer._pieces[piece]) > 2
    ]
    rows = multilingual_rows(model._model, [piece for piece, _ in shared])
    rows = np.hstack([rows, np.ones((len(rows), 1), dtype=np.float32)])
    wanted = words[[row for _, row in shared]]
    found = np.linalg.solve(rows.T @ rows + _RIDGE * np.eye(DIMS + 1), rows.T @ wanted)
    return np.asarray(found, dtype=np.float32)
