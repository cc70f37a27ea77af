"""What an evaluation yields: measures with their floors, and every case that went wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Share:
    """A measure as ``right`` out of ``total``."""

    right: int
    total: int

    @property
    def value(self) -> float:
        return round(self.right / self.total, _DIGITS) if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Failure:
    """One case that went wrong: what was expected, what came, and in which words."""

    set: str
    kind: str
    case: str
    expected: str
    got: str

    def as_json(self) -> dict[str, Any]:
        return {"set": self.set, "kind": self.kind, "case": self.case, "expected": self.expected, "got": self.got}


@dataclass(frozen=True, slots=True)
class SetScore:
    """The measures of one set, and its failures."""

    name: str
    measures: Mapping[str, Share]
    failures: Sequence[Failure] = ()


@dataclass(slots=True)
class Tally:
    """Counts of what was expected, what was read and what was read right."""

    right: int = 0
    expected: int = 0
    read: int = 0
    failures: list[Failure] = field(default_factory=list)

    def score(self, name: str) -> SetScore:
        """Precision, recall and their harmonic mean."""
        shares = {
            "precision": Share(self.right, self.read),
            "recall": Share(self.right, self.expected),
            "f1": Share(2 * self.right, self.read + self.expected),
        }
        return SetScore(name, shares, self.failures)


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure beside its floor; without a floor it is only told."""

    set: str
    name: str
    share: Share
    floor: float | None

    @property
    def is_missed(self) -> bool:
        return self.floor is not None and self.share.value < self.floor

    def as_json(self) -> dict[str, Any]:
        """The line of ``eval --format jsonl``."""
        return {
            "set": self.set,
            "measure": self.name,
            "value": self.share.value,
            "right": self.share.right,
            "of": self.share.total,
            "floor": self.floor,
            "missed": self.is_missed,
        }


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All measures and failures of the sets that were scored."""

    measures: tuple[Measure, ...]
    failures: tuple[Failure, ...]

    @property
    def missed(self) -> tuple[Measure, ...]:
        """The measures below their floor."""
        return tuple(m for m in self.measures if m.is_missed)


def evaluation_of(scores: Sequence[SetScore], floors: Mapping[str, Mapping[str, float]]) -> Evaluation:
    """Set scores joined with their floors."""
    measures = tuple(
        Measure(score.name, name, share, floors.get(score.name, {}).get(name))
        for score in scores
        for name, share in score.measures.items()
    )
    return Evaluation(measures, tuple(f for score in scores for f in score.failures))
