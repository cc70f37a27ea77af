"""Compare the stored claims and keep what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.pairing.encoders import load_encoder
from verifier.pairing.explain import explain_pair
from verifier.pairing.ladder import RULESET
from verifier.pairing.pipeline import JudgedPair, PairingResult, judge
from verifier.pairing.priority import finding_priority
from verifier.services.keep_disputes import keep_disputes
from verifier.services.open_store import now, open_store
from verifier.store.claims import load_claims, version_ids
from verifier.store.corrections import hand_pairs
from verifier.store.embeddings import add_vectors, load_vectors, model_id
from verifier.store.engine import PATIENT_SECONDS, Store
from verifier.store.pairs import PairRow, save_findings, save_pairs

Vectors = Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Paired:
    """How many claims were compared, and what there is now."""

    claims: int
    pairs: int
    new: int
    queued: int
    findings: int
    disputes: int


def pair_claims(settings: Settings) -> Paired:
    """Compare all claims of the current snapshots; decisions stay as they are."""
    store = open_store(settings, PATIENT_SECONDS)
    try:
        with store.read() as connection:
            claims = load_claims(connection)
            by_hand = hand_pairs(connection)
        vectors = _stored_vectors(store, settings, claims)
        result = judge(claims, vectors=vectors, by_hand=by_hand)
        return _save(store, claims, result)
    finally:
        store.close()


def _stored_vectors(store: Store, settings: Settings, claims: Sequence[Claim]) -> Vectors:
    """The vector of every question, made only where it is not stored yet."""
    with store.read() as connection:
        stored = load_vectors(connection, settings.embedder)
        versions = version_ids(connection)
    known = {text: np.frombuffer(raw, dtype="<f4") for text, raw in stored.items()}
    missing = sorted({c.reading.question_text for c in claims} - known.keys())
    if not missing:
        return known
    encoder = load_encoder(settings.embedder)
    fresh = dict(zip(missing, encoder.encode(missing), strict=True))
    card = encoder.card
    with store.write() as connection:
        model = model_id(connection, card.name, card.version, card.sha256, card.dims)
        rows = [
            (versions[c.uid], fresh[c.reading.question_text].astype("<f4").tobytes())
            for c in claims
            if c.reading.question_text in fresh
        ]
        add_vectors(connection, model, card.dims, rows)
    return {**known, **fresh}


def _save(store: Store, claims: Sequence[Claim], result: PairingResult) -> Paired:
    by_uid = {claim.uid: claim for claim in claims}
    rows = [pair_row(pair, by_uid) for pair in result.pairs]
    moment = now()
    with store.write() as connection:
        fresh = save_pairs(connection, rows, version_ids(connection), RULESET, moment, whole=True)
        save_findings(connection, [(f, finding_priority(f)) for f in result.findings], RULESET, moment)
        keep_disputes(connection, result.disputes)
    queued = sum(pair.comparison.relation.is_queued for pair in result.pairs)
    return Paired(len(claims), len(rows), fresh, queued, len(result.findings), len(result.disputes))


def pair_row(pair: JudgedPair, claims: Mapping[str, Claim]) -> PairRow:
    """A judged pair as it is stored, with the sentence that explains it."""
    sentence = explain_pair(claims[pair.left], claims[pair.right], pair.comparison)
    return PairRow(
        pair.uid, pair.left, pair.right, pair.locus.value, pair.priority, pair.similarity, pair.keys, pair.comparison,
        sentence,
    )  # fmt: skip
