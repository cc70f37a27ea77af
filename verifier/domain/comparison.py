"""What comparing two claims, or the parts of one document, yields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from verifier.domain.enums import FindingKind, Relation, SlotOutcome, Strength
from verifier.domain.span import Span

BY_HAND = "hand"
"""The key of a pair that a person made: it is kept and asks for a verdict whatever the rules say."""


class SlotComparison(NamedTuple):
    """One slot of two claims side by side: the outcome, both values as shown, and why in a few words."""

    slot: str
    outcome: SlotOutcome
    left: str | None
    right: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RuleTrial:
    """One rule of the ladder as it was tried on a pair."""

    rule: str
    fired: bool
    reason: str


class Comparison(NamedTuple):
    """One computed judgement of a pair of claims.

    ``aspect`` says in which respect (the differing or unknown slot, or the kind of contradiction).
    ``direction`` is "left" or "right" for the claim that is the part, the later or the denying one.
    ``would_change`` says what would change the result.
    """

    relation: Relation
    rule: str
    slots: tuple[SlotComparison, ...]
    strength: Strength | None = None
    aspect: str | None = None
    direction: str | None = None
    independent: bool = False
    would_change: str = ""
    trials: tuple[RuleTrial, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingPart:
    """A quoted part of a finding: the claim it belongs to, its span and its letters."""

    claim: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem inside one document, over one or more claims.

    ``aspects`` name what differs (number, hedge, claimant, commitment, verb, quote).
    """

    kind: FindingKind
    strength: Strength | None
    rule: str
    document: str
    parts: tuple[FindingPart, ...]
    aspects: tuple[str, ...] = ()
    explanation: str = ""
