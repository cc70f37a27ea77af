"""Who holds a place: whether two claims about it can stand side by side, and how long what was taken stays taken."""

from __future__ import annotations

from datetime import timedelta

from verifier.domain.attribution import Actor
from verifier.domain.claim import Reading, Term
from verifier.domain.enums import SlotOutcome
from verifier.pairing.compare.actors import compare_actors
from verifier.reference import load

TAKEN, HELD, LOST = "control", "control-held", "control-lost"
_STAYS_DAYS = 3
"""How long a place that was taken still counts as held by who took it, where nothing else is told."""


def family_of_ground(reading: Reading) -> str | None:
    """Whether a claim tells that a place is taken, held or lost; None where it tells something else."""
    return ground_of(reading.predicate)


def ground_of(predicate: Term | None) -> str | None:
    """The family of a predicate of who holds a place; None for any other."""
    family = load().family_of(predicate.key) if predicate is not None else None
    return family if family in (TAKEN, HELD, LOST) else None


def fit_on_ground(left: Reading, right: Reading) -> bool:
    """Whether who took a place is who holds it, or who lost it another than holds it: no contradiction."""
    families = {family_of_ground(left): left, family_of_ground(right): right}
    held = families.get(HELD)
    if held is None:
        return False
    taken, lost = families.get(TAKEN), families.get(LOST)
    if taken is not None:
        return _outcome(taken.agent, held.agent) in (SlotOutcome.SAME, SlotOutcome.PART)
    return lost is not None and _outcome(lost.agent, held.agent) is SlotOutcome.DIFFERENT


def was_taken_before(one: Reading, other: Reading) -> bool:
    """Whether one tells that a place was taken at most some days before the other says who holds it."""
    if (family_of_ground(one), family_of_ground(other)) != (TAKEN, HELD) or one.time is None or other.time is None:
        return False
    if one.time.end is None or other.time.start is None:
        return False
    gap = other.time.start.replace(tzinfo=None) - one.time.end.replace(tzinfo=None)
    return timedelta(0) <= gap <= timedelta(days=_STAYS_DAYS)


def _outcome(one: Actor | None, other: Actor | None) -> SlotOutcome:
    return compare_actors("agent", one, other).outcome
