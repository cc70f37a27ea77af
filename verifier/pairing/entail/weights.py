"""The weights that turn comparators into a probability of entailment; where they come from stands in their file."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from verifier.pairing.entail.evidence import Features

_FILE = Path(__file__).parent / "weights.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression: one coefficient a comparator, for the vectors of ``encoder``."""

    encoder: str
    intercept: float
    coefficients: Sequence[float]

    def entailment(self, features: Features) -> float:
        """The probability that the hypothesis follows."""
        pairs = zip(self.coefficients, features.values(), strict=True)
        return 1 / (1 + math.exp(-self.intercept - sum(weight * value for weight, value in pairs)))


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights this installation ships."""
    record = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    coefficients = [record["coefficients"][field.name] for field in fields(Features)]
    return Weights(record["encoder"], record["intercept"], coefficients)
