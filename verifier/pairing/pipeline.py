"""From claims to judged pairs, findings and disputes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from verifier.domain.claim import Claim
from verifier.domain.comparison import BY_HAND, Comparison, Finding
from verifier.domain.enums import Locus, Relation
from verifier.domain.uids import pair_uid
from verifier.pairing.candidates import Pair, find_candidates
from verifier.pairing.disputes import Contest, Dispute, find_disputes
from verifier.pairing.exclusion.asking import Judged, Likelihoods, second_opinion
from verifier.pairing.findings import find_findings
from verifier.pairing.ladder import compare_sides
from verifier.pairing.prejudge import are_of_other_times
from verifier.pairing.priority import pair_priority
from verifier.pairing.sides import Side

LOOK_ALIKES = 10
"""How many pairs of different scope are kept for each claim: the nearest."""
_DIGITS = 4


class JudgedPair(NamedTuple):
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
    ask: Likelihoods | None = None,
) -> PairingResult:
    """Compare all candidates among ``claims``; the order of the claims does not matter.

    ``new`` limits the pairs to those with one of these claim uids. ``vectors`` are unit vectors by question text.
    ``by_hand`` are pairs of claim uids that a person made: they are kept whatever they are to each other.
    ``ask`` is asked about pairs that the rules leave aside.
    """
    ordered = sorted(claims, key=lambda claim: claim.uid)
    known = vectors or {}
    candidates = find_candidates(ordered, new=new, vectors=known)
    at = {claim.uid: i for i, claim in enumerate(ordered)}
    for one, other in by_hand:
        if one in at and other in at and (new is None or one in new or other in new):
            pair = (min(at[one], at[other]), max(at[one], at[other]))
            candidates[pair] = (*candidates.get(pair, ()), BY_HAND)
    kept = judge_candidates(ordered, candidates, known, ask=ask)
    findings = find_findings(ordered, candidates)
    disputes = find_disputes(ordered, _contests(kept, queued=True), _contests(kept, queued=False))
    return PairingResult(tuple(kept), tuple(findings), tuple(disputes))


def judge_candidates(
    claims: Sequence[Claim],
    candidates: Mapping[Pair, tuple[str, ...]],
    vectors: Mapping[str, NDArray[np.float32]],
    listed: Mapping[str, int] | None = None,
    stored: Collection[str] = (),
    ask: Likelihoods | None = None,
) -> list[JudgedPair]:
    """The candidates that have anything to do with each other, most pressing first.

    Candidates are indices into ``claims``, which come in the order of their uids, the smaller first.
    Of pairs of different scope the nearest few of each claim are kept; only they are laid side by side where the times
    alone tell that it is one. ``listed`` is how many each claim has already; pairs among ``stored`` (uids) are of that
    number and stay.
    """
    kept, scoped = list[JudgedPair](), list[_LookAlike]()
    sides = [Side(claim) for claim in claims]
    apart = are_of_other_times(claims, np.array(list(candidates), dtype=np.int64).reshape(-1, 2)).tolist()
    judged = {
        (i, j): compare_sides(sides[i], sides[j])
        for ((i, j), keys), is_apart in zip(candidates.items(), apart, strict=True)
        if not is_apart or BY_HAND in keys
    }
    if ask is not None:
        laid = [Judged(sides[i], sides[j], comparison) for (i, j), comparison in judged.items()]
        judged = dict(zip(judged, second_opinion(laid, ask), strict=True))
    for pair, keys in candidates.items():
        (i, j), by_hand = pair, BY_HAND in keys
        similarity = _similarity(claims[i], claims[j], vectors) if vectors else 0.0
        comparison = judged.get(pair)
        if comparison is None or (comparison.relation is Relation.DIFFERENT_SCOPE and not by_hand):
            scoped.append(_LookAlike(("matter" not in keys, -similarity, i, j), keys, comparison))
        elif comparison.relation is not Relation.UNRELATED or by_hand:
            kept.append(_pair(claims[i], claims[j], comparison, keys, similarity))
    kept += _nearest(sides, scoped, Counter(listed or {}), stored)
    kept.sort(key=attrgetter("uid"))
    return sorted(kept, key=attrgetter("priority"), reverse=True)


class _LookAlike(NamedTuple):
    """A pair of different scope, or one not yet laid side by side that can be nothing else; the nearest rank first."""

    rank: tuple[bool, float, int, int]
    keys: tuple[str, ...]
    comparison: Comparison | None


def _nearest(
    sides: Sequence[Side], scoped: Sequence[_LookAlike], counts: Counter[str], stored: Collection[str]
) -> Iterator[JudgedPair]:
    """The look-alikes that are kept."""
    for each in sorted(scoped, key=lambda each: each.rank):
        _, similarity, i, j = each.rank
        left, right = sides[i].claim, sides[j].claim
        known = bool(stored) and pair_uid(left.uid, right.uid) in stored
        if not known and max(counts[left.uid], counts[right.uid]) >= LOOK_ALIKES:
            continue
        comparison = each.comparison or compare_sides(sides[i], sides[j])
        if comparison.relation is Relation.UNRELATED:
            continue
        if not known:
            counts.update((left.uid, right.uid))
        yield _pair(left, right, comparison, each.keys, -similarity)


def locus_of(left: Claim, right: Claim) -> Locus:
    """How close together two claims stand."""
    if left.document == right.document:
        return Locus.SAME_SECTION if left.passage == right.passage else Locus.SAME_DOCUMENT
    return Locus.SAME_OUTLET if left.outlet is not None and left.outlet == right.outlet else Locus.CROSS


def _similarity(left: Claim, right: Claim, vectors: Mapping[str, NDArray[np.float32]]) -> float:
    """The cosine of their questions; 0 where a vector is not at hand."""
    one, other = vectors.get(left.reading.question_text), vectors.get(right.reading.question_text)
    return round(float(one @ other), _DIGITS) if one is not None and other is not None else 0.0


def _pair(left: Claim, right: Claim, comparison: Comparison, keys: tuple[str, ...], similarity: float) -> JudgedPair:
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


def _contests(pairs: Sequence[JudgedPair], queued: bool) -> list[Contest]:
    wanted = (Relation.CONTRADICTS, Relation.DISPUTES, Relation.REVISES) if queued else (Relation.DUPLICATE,)
    return [Contest(p.left, p.right, p.comparison.relation) for p in pairs if p.comparison.relation in wanted]
