"""What a reviewer should see first: the prior of a relation, how much is known, and how alike the words are."""

from __future__ import annotations

from operator import attrgetter

from verifier.domain.comparison import Comparison, Finding
from verifier.domain.enums import FindingKind, Relation, SlotOutcome, Strength
from verifier.pairing.exclusion.asking import RULE

_PRIORS: dict[tuple[Relation, Strength | None], float] = {
    (Relation.CONTRADICTS, Strength.HARD): 0.9,
    (Relation.CONTRADICTS, Strength.SOFT): 0.7,
    (Relation.DISPUTES, Strength.HARD): 0.85,
    (Relation.DISPUTES, Strength.SOFT): 0.5,
    (Relation.REVISES, Strength.HARD): 0.5,
    (Relation.REVISES, Strength.SOFT): 0.5,
}
_OF_NETWORK = 0.45
"""Of what the network holds exclusive: it gives no reasons and errs more often than the rules."""
_PLAIN = {Relation.UNDETERMINED: 0.3, Relation.UPDATES: 0.2, Relation.DIFFERS: 0.2}
_FINDINGS = {FindingKind.PART_EXCEEDS_WHOLE: (0.9, 0.6), FindingKind.SUM_MISMATCH: (0.9, 0.6)}
_WEIGHTY = {"number", "claimant"}
_DIGITS = 4
_OUTCOME = attrgetter("outcome")


def pair_priority(comparison: Comparison, similarity: float) -> float:
    """Prior × completeness of the slots × (0.5 + 0.5 cosine), from 0 to 1."""
    prior = _PRIORS.get((comparison.relation, comparison.strength), _PLAIN.get(comparison.relation, 0.1))
    if comparison.rule == RULE:
        prior = _OF_NETWORK
    slots = comparison.slots
    if slots and slots[-1].slot == "quantity" and not (slots[-1].left or slots[-1].right):
        slots = slots[:-1]
    outcomes = [*map(_OUTCOME, slots)]
    told = len(outcomes) - outcomes.count(SlotOutcome.UNKNOWN)
    completeness = 0.5 + 0.5 * told / max(1, len(outcomes))
    return round(prior * completeness * (0.5 + 0.5 * max(0.0, similarity)), _DIGITS)


def finding_priority(finding: Finding) -> float:
    """The prior of a finding."""
    if finding.kind in _FINDINGS:
        hard, soft = _FINDINGS[finding.kind]
        return hard if finding.strength is Strength.HARD else soft
    if finding.kind is FindingKind.COPY_CHANGED:
        return 0.65
    return 0.65 if _WEIGHTY & set(finding.aspects) else 0.35
