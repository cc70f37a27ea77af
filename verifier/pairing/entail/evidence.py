"""What speaks for and against a hypothesis in words of its own."""

from __future__ import annotations

from dataclasses import astuple, dataclass

import numpy as np

from verifier.domain.quantity import Quantity
from verifier.pairing.encoders import Encoder
from verifier.pairing.entail import numbers
from verifier.pairing.entail.standing import Standing
from verifier.pairing.entail.statement import Statement
from verifier.pairing.entail.support import share_found, stand_to_all, telling_words

_MARGIN = 2
"""How many words longer than the hypothesis a stretch of the premise is."""
_MOST_MISSING = 2


@dataclass(frozen=True, slots=True)
class Features:
    """Comparators of two statements, each from 0 to 1 but the last, which counts up to 2.

    ``similarity``: cosine of both; ``nearest``: of the hypothesis and the stretch of the premise that is most
    like it; ``supported``: share of the hypothesis's words found in the premise; ``taken_up``: share of the
    premise's words found in the hypothesis; ``numbers_given``: share of the hypothesis's quantities that follow
    (½ where it has none); ``numbers_missing``: how many do not. Between two languages the similarity stands for
    the shares of words.
    """

    similarity: float
    nearest: float
    supported: float
    taken_up: float
    numbers_given: float
    numbers_missing: float

    def values(self) -> tuple[float, ...]:
        """The comparators in order."""
        return astuple(self)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The comparators, and whether a quantity, a word or a negation of the hypothesis excludes the premise's."""

    features: Features
    has_conflict: bool


def weigh(premise: Statement, hypothesis: Statement, encoder: Encoder) -> Evidence:
    """The evidence for and against ``hypothesis``."""
    given, asked = telling_words(premise), telling_words(hypothesis)
    answers = [numbers.answer(premise.quantities, q) for q in hypothesis.quantities if not _is_plain_one(q)]
    is_one_language = premise.lang == hypothesis.lang
    followed = sum(a is Standing.FOLLOWS for a in answers)
    similarity, nearest = _similarities(premise, hypothesis, encoder)
    features = Features(
        similarity,
        nearest,
        share_found(asked, given, premise.lang) if is_one_language else max(0.0, similarity),
        share_found(given, asked, premise.lang) if is_one_language else max(0.0, similarity),
        followed / len(answers) if answers else 0.5,
        min(_MOST_MISSING, len(answers) - followed),
    )
    opposed = any(stand_to_all(item, given, premise.lang) is Standing.EXCLUDED for item in asked)
    turned = premise.is_negated != hypothesis.is_negated
    return Evidence(features, Standing.EXCLUDED in answers or opposed or turned)


def _is_plain_one(quantity: Quantity) -> bool:
    """ "one guard" counts nothing that a premise would have to give."""
    return quantity.point == 1 and quantity.unit is None


def _similarities(premise: Statement, hypothesis: Statement, encoder: Encoder) -> tuple[float, float]:
    """Cosine of the hypothesis with the whole premise, and with its most similar stretch."""
    texts = [premise.text, *_stretches(premise.text, len(hypothesis.text.split()))]
    vectors = encoder.encode([hypothesis.text, *texts])
    cosines = vectors[1:] @ vectors[0]
    return float(cosines[0]), float(np.max(cosines))


def _stretches(text: str, length: int) -> list[str]:
    """Overlapping stretches of ``text`` about as long as ``length`` words."""
    parts = text.split()
    step = max(1, length // 2)
    return [" ".join(parts[at : at + length + _MARGIN]) for at in range(0, max(1, len(parts) - length), step)]
