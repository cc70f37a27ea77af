"""Contradiction, entailment or neither, if both sides speak of one event."""

from __future__ import annotations

from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.domain.enums import Polarity, Relation
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity
from verifier.pairing.alignment import Alignment
from verifier.pairing.compare.quantities import Overlap, overlap_of

_CONFLICT = (Relation.CONTRADICTS, Relation.DISPUTES, Relation.REVISES)


def label_inference(premise: Claim, hypothesis: Claim, comparison: Comparison) -> str:
    """ "contradiction", "entailment" or "neutral" for the premise and the hypothesis.

    Unlike the relation this takes for granted that both speak of one event.
    """
    if comparison.relation in _CONFLICT:
        return "contradiction"
    a = Alignment(premise, hypothesis)
    if a.fits("predicate") and a.opposite_polarity and not a.differs("thing"):
        return "contradiction"
    if a.role_map is not None and not a.opposite_polarity:
        return "contradiction"
    one, other = premise.reading.quantity, hypothesis.reading.quantity
    if one is not None and other is not None and not a.differs("thing") and not a.differs("predicate"):
        return _by_numbers(one, other, premise, hypothesis)
    if comparison.relation in (Relation.DUPLICATE, Relation.CORROBORATES) and other is None:
        return "entailment"
    return "neutral"


def _by_numbers(one: Quantity, other: Quantity, premise: Claim, hypothesis: Claim) -> str:
    overlap = overlap_of(one, other)
    if overlap is None:
        return "neutral"
    if overlap is Overlap.HARD:
        return "contradiction"
    same = premise.reading.polarity is hypothesis.reading.polarity is Polarity.POSITIVE
    return "entailment" if same and _entails(one.hard, other.hard) else "neutral"


def _entails(premise: Interval, hypothesis: Interval) -> bool:
    return hypothesis.covers(premise)
