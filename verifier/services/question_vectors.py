"""Vectors of the questions that claims answer: made once, then read from the store."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from verifier.domain.claim import Claim
from verifier.pairing.encoders import load_encoder
from verifier.store.embeddings import add_vectors, load_vectors, model_id
from verifier.store.engine import Store

Vectors = Mapping[str, NDArray[np.float32]]
"""Unit vectors by question text."""


def stored_vectors(raw: Mapping[str, bytes]) -> Vectors:
    """Vectors as they were stored."""
    return {text: np.frombuffer(vector, dtype="<f4") for text, vector in raw.items()}


def question_vectors(store: Store, embedder: str, claims: Mapping[int, Claim]) -> Vectors:
    """The vectors of claims, given by the row of their readings; they are made only where they are not stored yet."""
    with store.read() as connection:
        known = stored_vectors(load_vectors(connection, embedder, sorted(claims)))
    missing = sorted({claim.reading.question_text for claim in claims.values()} - known.keys())
    if not missing:
        return known
    encoder = load_encoder(embedder)
    fresh = dict(zip(missing, encoder.encode(missing), strict=True))
    card = encoder.card
    with store.write() as connection:
        model = model_id(connection, card.name, card.version, card.sha256, card.dims)
        rows = [
            (version, fresh[claim.reading.question_text].astype("<f4").tobytes())
            for version, claim in claims.items()
            if claim.reading.question_text in fresh
        ]
        add_vectors(connection, model, card.dims, rows)
    return {**known, **fresh}
