"""Contradiction, entailment or neither, if premise and hypothesis speak of one event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from verifier.pairing.encoders import Encoder
from verifier.pairing.entail.evidence import Features, weigh
from verifier.pairing.entail.standing import Standing
from verifier.pairing.entail.statement import Statement
from verifier.pairing.entail.weights import load_weights
from verifier.pairing.entail.wording import judge_wording

SAME_MATTER = 0.7
"""How much of the matter two statements must share before what excludes one another in them is a contradiction."""
_BY_WORDING = {
    Standing.FOLLOWS: ("entailment", 0.02),
    Standing.OPEN: ("neutral", 0.2),
    Standing.EXCLUDED: ("contradiction", 0.98),
}
_EXCLUDED = 0.5
"""Least probability of conflict where a part excludes another; it rises to 1 with the matter that is shared."""
_UNSUPPORTED = 0.4
"""Probability of conflict of a hypothesis that nothing supports and nothing excludes."""


@dataclass(frozen=True, slots=True)
class Inference:
    """The label, and the probability from 0 to 1 that both cannot be true of one event."""

    label: str
    probability: float


def infer(premise: Statement, hypothesis: Statement, load_encoder: Callable[[str], Encoder]) -> Inference:
    """How ``hypothesis`` stands to ``premise``: by their wording where it is one, else by the weight of the evidence.

    ``load_encoder`` is asked for a similarity model only where the wording leaves it open.
    """
    if not (premise.items and hypothesis.items):
        return Inference("neutral", 0.0)
    standing = judge_wording(premise, hypothesis)
    if standing is not None:
        return Inference(*_BY_WORDING[standing])
    weights = load_weights()
    evidence = weigh(premise, hypothesis, load_encoder(weights.encoder))
    entailment = weights.entailment(evidence.features)
    if not evidence.has_conflict:
        return Inference(_plain(entailment), _UNSUPPORTED * (1 - entailment))
    matter = _shared_matter(evidence.features)
    conflict = _EXCLUDED + (1 - _EXCLUDED) * matter
    if matter >= SAME_MATTER:
        return Inference("contradiction", conflict)
    label = _plain(entailment)
    return Inference(label, conflict * (1 - entailment) if label == "entailment" else conflict)


def _plain(entailment: float) -> str:
    return "entailment" if entailment >= 0.5 else "neutral"


def _shared_matter(features: Features) -> float:
    """From 0 to 1: alike as a whole and in the words of the hypothesis."""
    return max(0.0, features.similarity) * features.supported
