"""How likely it is that two statements of one story exclude each other, by a network trained on news statements."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from verifier.errors import ModelUnavailable
from verifier.pairing.encoders import ModelCard, multilingual_model
from verifier.pairing.exclusion.base import CONFIG, TOKENIZER, WEIGHTS, base_folder
from verifier.pairing.exclusion.pieces import Pieces

if TYPE_CHECKING:
    import torch

NAME = "mpnet"
LABELS = ("nothing", "excludes", "same")
SCALE = 2.0
"""What a trained difference of low rank counts for (Hu et al. 2021)."""
TRAINED = Path(__file__).parent / "weights.safetensors"
EXCLUDES = 1
ALIKE = 0.25
"""The cosine of the multilingual model from which two sentences are read: less alike ones speak of two matters."""
MOST = 6
"""With how many others a statement is read."""
_WORTH = 0.4
"""From where on the other order is read as well."""
_AT_ONCE = 32
_DIGITS = 2
_BEGIN, _END = 0, 2
"""The marks' places among the encoder's words."""

Statement = tuple[str, str]
"""Its words and their language."""


Asked = tuple[Statement, Statement]
"""Two statements laid side by side."""


class Network:
    """all-mpnet-base-v2 over two statements side by side, with what training changed in it, and a head over both."""

    def __init__(self) -> None:
        from safetensors.torch import load_file
        from tokenizers import Tokenizer

        folder = base_folder()
        trained = {name: tensor.float() for name, tensor in load_file(TRAINED).items()}
        base = load_file(folder / WEIGHTS)
        words = base.pop("embeddings.word_embeddings.weight").numpy()
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._pieces = Pieces(tokenizer, words, trained.pop("mapping").numpy())
        self._marks = words[[_BEGIN, _END]]
        self._head = (trained.pop("head.weight"), trained.pop("head.bias"))
        self._encoder = _encoder(folder / CONFIG, _merged(base, trained))

    def exclude(self, pairs: Sequence[Asked]) -> list[float]:
        """How likely it is of each pair that both cannot be true.

        What may exclude each other is read in both orders, and the lower answer counts.
        """
        first = self._in_order(pairs)[:, EXCLUDES]
        again = [at for at, likelihood in enumerate(first) if likelihood >= _WORTH]
        second = self._in_order([pairs[at][::-1] for at in again])[:, EXCLUDES]
        first[again] = np.minimum(first[again], second)
        return [round(likelihood, _DIGITS) for likelihood in first.tolist()]

    def _in_order(self, pairs: Sequence[Asked]) -> NDArray[np.float32]:
        """In one order; pairs of about one length are read together."""
        import torch

        inputs = [self._rows(one, other) for one, other in pairs]
        found = np.zeros((len(inputs), len(LABELS)), dtype=np.float32)
        order = sorted(range(len(inputs)), key=lambda at: len(inputs[at]))
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=halves()):
            for begin in range(0, len(order), _AT_ONCE):
                some = order[begin : begin + _AT_ONCE]
                found[some] = self._read([torch.tensor(inputs[at]) for at in some]).softmax(-1).numpy()
        return found

    def _rows(self, one: Statement, other: Statement) -> NDArray[np.float32]:
        begin, end = self._marks[:1], self._marks[1:]
        return np.concatenate([begin, self._pieces.rows(*one), end, end, self._pieces.rows(*other), end])

    def _read(self, inputs: Sequence[torch.Tensor]) -> torch.Tensor:
        import torch
        from torch.nn.functional import linear
        from torch.nn.utils.rnn import pad_sequence

        told = pad_sequence([torch.ones(len(rows)) for rows in inputs], batch_first=True)
        x = self._encoder(inputs_embeds=pad_sequence(list(inputs), batch_first=True), attention_mask=told)
        states = x.last_hidden_state.float()
        mean = (states * told[:, :, None]).sum(1) / told.sum(1)[:, None]
        with torch.autocast("cpu", enabled=False):
            return linear(torch.cat([states[:, 0], mean], -1), *self._head)


def likelihoods(pairs: Sequence[Asked]) -> list[float]:
    """How likely it is of each pair, in hundredths, that both cannot be true; 0 of those that are not read.

    A statement is read with the few others most like it; where nothing is alike, nothing is loaded. Raises
    ModelUnavailable.
    """
    found = [0.0] * len(pairs)
    read = _nearest(pairs)
    if read:
        for n, likelihood in zip(read, load_network().exclude([pairs[n] for n in read]), strict=True):
            found[n] = likelihood
    return found


def _nearest(pairs: Sequence[Asked]) -> list[int]:
    """The places of the pairs that are read: the most alike of each statement."""
    cosines = [float(_vector(one) @ _vector(other)) for (one, _), (other, _) in pairs]
    counts, chosen = Counter[Statement](), []
    for n in sorted((n for n, cosine in enumerate(cosines) if cosine >= ALIKE), key=lambda n: (-cosines[n], pairs[n])):
        if max(counts[statement] for statement in pairs[n]) < MOST:
            counts.update(pairs[n])
            chosen.append(n)
    return chosen


@lru_cache(maxsize=16_384)
def _vector(text: str) -> NDArray[np.float32]:
    return np.asarray(multilingual_model().encode(text), dtype=np.float32)


@cache
def network_card() -> ModelCard:
    """Which network this installation ships; nothing is loaded."""
    return ModelCard(NAME, "1", len(LABELS), hashlib.sha256(TRAINED.read_bytes()).hexdigest())


@lru_cache(maxsize=1)
def load_network() -> Network:
    """The network, loaded once. Raises ModelUnavailable where a file is missing or damaged."""
    try:
        return Network()
    except ModelUnavailable:
        raise
    except Exception as error:
        raise ModelUnavailable(f"The network of excluding statements cannot be loaded: {error}") from error


@cache
def halves() -> bool:
    """Whether this processor multiplies in half precision (bfloat16) itself; elsewhere that is ten times slower."""
    import torch

    return bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def _merged(base: dict[str, torch.Tensor], trained: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The base's tensors with those that were trained, each pair of ``.up`` and ``.down`` added to its matrix."""
    merged = {**base, **{name: tensor for name, tensor in trained.items() if not name.endswith((".up", ".down"))}}
    for name, up in trained.items():
        if name.endswith(".up"):
            matrix = f"{name.removesuffix('.up')}.weight"
            merged[matrix] = base[matrix] + SCALE * (up @ trained[f"{name.removesuffix('.up')}.down"])
    return merged


def _encoder(config: Path, tensors: dict[str, torch.Tensor]) -> Any:
    """The encoder without rows for words, which it is given; its matrices in half precision where that is faster."""
    import torch
    from transformers import MPNetConfig, MPNetModel

    encoder = MPNetModel(MPNetConfig.from_json_file(str(config)), add_pooling_layer=False)
    encoder.embeddings.word_embeddings = torch.nn.Embedding(2, encoder.config.hidden_size, padding_idx=1)
    missing, _ = encoder.load_state_dict(tensors, strict=False)
    if set(missing) - {"embeddings.word_embeddings.weight", "embeddings.position_ids"}:
        raise ModelUnavailable(f"The network's weights lack {', '.join(missing)}.")
    if halves():
        for layer in encoder.encoder.layer.modules():
            if isinstance(layer, torch.nn.Linear):
                layer.weight.data = layer.weight.data.bfloat16()
    encoder.train(False)
    return encoder
