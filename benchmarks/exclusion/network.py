"""The encoder of two statements side by side: BERT (Devlin et al. 2019) in numpy, forward only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
_HEADS = 12
_FAR = np.float32(-1e9)
_EPSILON = 1e-12


class Network:
    """Transformer layers over rows of pieces, and a layer that names one of three labels.

    ``weights`` are the tensors of a BERT model by their usual names, with ``head.weight`` (labels, 2 x width) and
    ``head.bias`` on top of the first row and the mean of all.
    """

    def __init__(self, weights: Mapping[str, Array]) -> None:
        self._weights = weights
        self._layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))

    def label(self, inputs: Sequence[Array], seconds: Sequence[int]) -> Array:
        """Probabilities, shape (inputs, labels), of inputs (pieces, width) the second statement from ``seconds`` on."""
        longest = max(len(rows) for rows in inputs)
        x = np.zeros((len(inputs), longest, inputs[0].shape[1]), dtype=np.float32)
        kinds, told = (
            np.zeros((len(inputs), longest), dtype=np.int64),
            np.zeros((len(inputs), longest), dtype=np.float32),
        )
        for at, (rows, second) in enumerate(zip(inputs, seconds, strict=True)):
            x[at, : len(rows)], told[at, : len(rows)], kinds[at, second : len(rows)] = rows, 1, 1
        x += self._weights["embeddings.position_embeddings.weight"][:longest]
        x += self._weights["embeddings.token_type_embeddings.weight"][kinds]
        x = self._normed(x, "embeddings.LayerNorm")
        hidden = np.where(told[:, None, None, :] > 0, np.float32(0), _FAR)
        for layer in range(self._layers):
            x = self._layer(x, hidden, f"encoder.layer.{layer}")
        mean = (x * told[:, :, None]).sum(axis=1) / told.sum(axis=1)[:, None]
        return _softmax(self._linear(np.concatenate([x[:, 0], mean], axis=1), "head"))

    def _layer(self, x: Array, hidden: Array, name: str) -> Array:
        attended = self._linear(self._attend(x, hidden, f"{name}.attention.self"), f"{name}.attention.output.dense")
        x = self._normed(x + attended, f"{name}.attention.output.LayerNorm")
        wide = _gelu(self._linear(x, f"{name}.intermediate.dense"))
        return self._normed(x + self._linear(wide, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _attend(self, x: Array, hidden: Array, name: str) -> Array:
        count, length, width = x.shape
        query, key, value = (
            self._linear(x, f"{name}.{part}").reshape(count, length, _HEADS, width // _HEADS).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        share = _softmax(query @ key.transpose(0, 1, 3, 2) / np.float32(sqrt(width // _HEADS)) + hidden)
        return np.ascontiguousarray((share @ value).transpose(0, 2, 1, 3)).reshape(count, length, width)

    def _linear(self, x: Array, name: str) -> Array:
        flat = x.reshape(-1, x.shape[-1]) @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return flat.reshape(*x.shape[:-1], -1)

    def _normed(self, x: Array, name: str) -> Array:
        x = x - x.mean(axis=-1, keepdims=True)
        x /= np.sqrt(np.square(x).mean(axis=-1, keepdims=True) + _EPSILON)
        return x * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def _softmax(x: Array) -> Array:
    x = np.exp(x - x.max(axis=-1, keepdims=True))
    x /= x.sum(axis=-1, keepdims=True)
    return x


def _gelu(x: Array) -> Array:
    """Hendrycks and Gimpel 2016, by tanh: within 0.001 of the exact one."""
    inner = x * x
    inner *= x
    inner *= np.float32(0.044715)
    inner += x
    inner *= np.float32(0.7978845608)
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner
