"""What in a draft conflicts with, repeats or refines stored claims; nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.domain.enums import Relation
from verifier.pairing.encoders import load_encoder
from verifier.pairing.explain import explain_pair
from verifier.pairing.pipeline import JudgedPair, judge
from verifier.services.ask_network import asking
from verifier.services.ingest_documents import Hints, extract_claims, read_article
from verifier.services.meet_claims import stored_near
from verifier.services.open_store import open_store
from verifier.services.question_vectors import stored_vectors
from verifier.store.claims import version_ids
from verifier.store.embeddings import load_vectors

SHOWN = (
    Relation.CONTRADICTS,
    Relation.DISPUTES,
    Relation.REVISES,
    Relation.UPDATES,
    Relation.REFINES,
    Relation.CORROBORATES,
    Relation.DUPLICATE,
    Relation.DIFFERS,
    Relation.UNDETERMINED,
)


@dataclass(frozen=True, slots=True)
class DraftHit:
    """A claim of the draft beside a stored one."""

    relation: Relation
    draft: Claim
    stored: Claim
    pair: JudgedPair
    explanation: str


def check_draft(settings: Settings, raw: bytes, hints: Hints | None = None) -> tuple[list[Claim], list[DraftHit]]:
    """The claims of a draft and what they meet in the store, the most conflicting first. Raises InputRefused."""
    drafted = extract_claims(read_article(raw, "draft", hints))
    drafts = {claim.uid: claim for claim in drafted}
    vectors = _vectors(settings.embedder, drafted)
    with open_store(settings) as store:
        with store.read() as connection:
            stored = stored_near(connection, settings.embedder, drafted, vectors)
            versions = version_ids(connection, [claim.uid for claim in stored])
            vectors |= stored_vectors(load_vectors(connection, settings.embedder, sorted(versions.values())))
        known = {claim.uid: claim for claim in stored if claim.uid not in drafts}
        ask = asking(store, settings.network, lambda _: None, keep=False)
        result = judge([*known.values(), *drafted], new=set(drafts), vectors=vectors, ask=ask)
    hits = []
    for pair in result.pairs:
        one, other = (pair.left, pair.right) if pair.left in drafts else (pair.right, pair.left)
        if one not in drafts or other not in known or pair.comparison.relation not in SHOWN:
            continue
        sentence = explain_pair(drafts[one], known[other], pair.comparison)
        hits.append(DraftHit(pair.comparison.relation, drafts[one], known[other], pair, sentence))
    return drafted, sorted(hits, key=lambda hit: (SHOWN.index(hit.relation), hit.draft.span, hit.stored.uid))


def _vectors(embedder: str, claims: Sequence[Claim]) -> dict[str, NDArray[np.float32]]:
    texts = sorted({claim.reading.question_text for claim in claims})
    return dict(zip(texts, load_encoder(embedder).encode(texts), strict=True)) if texts else {}
