"""From claims to judged pairs, findings and disputes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verifier.domain.claim import Claim
from verifier.domain.comparison import BY_HAND, Comparison, Finding
from verifier.domain.enums import Locus, Relation
from verifier.domain.uids import pair_uid
from verifier.pairing.candidates import find_candidates
from verifier.pairing.disputes import Contest, Dispute, find_disputes
from verifier.pairing.findings import find_findings
from verifier.pairing.ladder import compare_claims
from verifier.pairing.priority import pair_priority

LOOK_ALIKES = 10
"""How many pairs of different scope are kept for each claim: the nearest."""
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A pair as it is stored: ``left`` is the smaller claim uid; ``keys`` tell what brought it."""

    uid: str
    left: str
    right: str
    comparison: Comparison
    locus: Locus
    priority: float
    similarity: float
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairingResult:
    """All that came of one pass."""

    pairs: tuple[JudgedPair, ...]
    findings: tuple[Finding, ...]
    disputes: tuple[Dispute, ...]


def judge(
    claims: Sequence[Claim],
    *,
    new: Collection[str] | None = None,
    vectors: Mapping[str, NDArray[np.float32]] | None = None,
    by_hand: Collection[tuple[str, str]] = (),
) -> PairingResult:
    """Compare all candidates among ``claims``; the order of the claims does not matter.

    ``new`` limits the pairs to those with one of these claim uids. ``vectors`` are unit vectors by question text.
    ``by_hand`` are pairs of claim uids that a person made: they are kept whatever they are to each other.
    """
    ordered = sorted(claims, key=lambda claim: claim.uid)
    known = vectors or {}
    candidates = find_candidates(ordered, new=new, vectors=known)
    at = {claim.uid: i for i, claim in enumerate(ordered)}
    for one, other in by_hand:
        if one in at and other in at and (new is None or one in new or other in new):
            pair = (min(at[one], at[other]), max(at[one], at[other]))
            candidates[pair] = (*candidates.get(pair, ()), BY_HAND)
    kept = with_nearest(judge_candidates(ordered, candidates, known))
    findings = find_findings(ordered, candidates)
    disputes = find_disputes(ordered, _contests(kept, queued=True), _contests(kept, queued=False))
    return PairingResult(tuple(kept), tuple(findings), tuple(disputes))


def judge_candidates(
    claims: Sequence[Claim],
    candidates: Mapping[tuple[int, int], tuple[str, ...]],
    vectors: Mapping[str, NDArray[np.float32]],
) -> list[JudgedPair]:
    """The candidates, as indices into ``claims``, that have anything to do with each other."""
    judged = []
    for (i, j), keys in candidates.items():
        comparison = compare_claims(claims[i], claims[j])
        if comparison.relation is not Relation.UNRELATED or BY_HAND in keys:
            judged.append(_pair(claims[i], claims[j], comparison, keys, vectors))
    return judged


def locus_of(left: Claim, right: Claim) -> Locus:
    """How close together two claims stand."""
    if left.document == right.document:
        return Locus.SAME_SECTION if left.passage == right.passage else Locus.SAME_DOCUMENT
    return Locus.SAME_OUTLET if left.outlet is not None and left.outlet == right.outlet else Locus.CROSS


def _pair(
    left: Claim,
    right: Claim,
    comparison: Comparison,
    keys: tuple[str, ...],
    vectors: Mapping[str, NDArray[np.float32]],
) -> JudgedPair:
    one, other = vectors.get(left.reading.question_text), vectors.get(right.reading.question_text)
    similarity = round(float(one @ other), _DIGITS) if one is not None and other is not None else 0.0
    return JudgedPair(
        pair_uid(left.uid, right.uid),
        left.uid,
        right.uid,
        comparison,
        locus_of(left, right),
        pair_priority(comparison, similarity),
        similarity,
        keys,
    )


def with_nearest(
    pairs: Sequence[JudgedPair], listed: Mapping[str, int] | None = None, stored: Collection[str] = ()
) -> list[JudgedPair]:
    """All pairs that relate, and of those of different scope the nearest few of each claim.

    ``listed`` is how many each claim has already; pairs among ``stored`` (uids) are of that number and stay.
    """
    kept = [p for p in pairs if p.comparison.relation is not Relation.DIFFERENT_SCOPE or BY_HAND in p.keys]
    counts = defaultdict(int, listed or {})
    scoped = [p for p in pairs if p.comparison.relation is Relation.DIFFERENT_SCOPE and BY_HAND not in p.keys]
    for pair in sorted(scoped, key=lambda p: (-("matter" in p.keys), -p.similarity, p.uid)):
        if pair.uid in stored:
            kept.append(pair)
        elif counts[pair.left] < LOOK_ALIKES and counts[pair.right] < LOOK_ALIKES:
            counts[pair.left] += 1
            counts[pair.right] += 1
            kept.append(pair)
    return sorted(kept, key=lambda p: (-p.priority, p.uid))


def _contests(pairs: Sequence[JudgedPair], queued: bool) -> list[Contest]:
    wanted = (Relation.CONTRADICTS, Relation.DISPUTES, Relation.REVISES) if queued else (Relation.DUPLICATE,)
    return [Contest(p.left, p.right, p.comparison.relation) for p in pairs if p.comparison.relation in wanted]
