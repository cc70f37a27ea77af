"""Who: whether two actors are one, of one party, or of different ones; and whether two claims have one root."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from verifier.domain.attribution import Actor
from verifier.domain.claim import Claim
from verifier.domain.comparison import SlotComparison
from verifier.domain.enums import Aspect, SlotOutcome
from verifier.reference import load

_HEADS = ("president", "prime-minister", "government", "spokesperson", "presidential-office", "leader")

_COUNTING = ("statistics-office", "employment-agency", "central-bank")
"""Offices of a state whose figures are those of the whole country."""


def compare_actors(slot: str, left: Actor | None, right: Actor | None) -> SlotComparison:
    """Same actor; part of one party (a state and its army); different parties; unknown where one is not told."""
    shown = (left.name if left else None, right.name if right else None)
    if left is None or right is None:
        return SlotComparison(slot, SlotOutcome.UNKNOWN, *shown, "not told on both sides")
    if left.key == right.key:
        return SlotComparison(slot, SlotOutcome.SAME, *shown)
    if _are_one_person(left, right):
        return SlotComparison(slot, SlotOutcome.SAME, *shown, "one surname")
    if left.side is not None and left.side == right.side:
        return SlotComparison(slot, SlotOutcome.PART, *shown, "of one party")
    if left.side is not None and right.side is not None:
        return SlotComparison(slot, SlotOutcome.DIFFERENT, *shown, "different parties")
    if {_becomes(left.key), _becomes(right.key)} in ({"state", "group"}, {"org", "group"}):
        return SlotComparison(slot, SlotOutcome.DIFFERENT, *shown, "a body of state and a group that speaks for itself")
    if {left.kind, right.kind} & {"anonymous", "role", None}:
        return SlotComparison(slot, SlotOutcome.UNKNOWN, *shown, "one of them is not named")
    return SlotComparison(slot, SlotOutcome.DIFFERENT, *shown, "different actors")


def _are_one_person(left: Actor, right: Actor) -> bool:
    """Whether two names that no list knows are of one person: "Ruiz", "Ana Ruiz", "Mayor Ana Ruiz"."""
    if not (left.key.startswith("~") and right.key.startswith("~")) or {left.kind, right.kind} - {"person", None}:
        return False
    short, full = sorted((left.name.split(), right.name.split()), key=len)
    return short[-1:] == full[-1:] and short[-1][:1].isupper() and short[-2:] in (full[-1:], full[-2:])


def _becomes(key: str) -> str | None:
    """The kind of actor a role stands for; of a listed body that is armed a group; None for anybody else."""
    entry = load().actor(key)
    if entry is None or entry.kind != "role":
        return "group" if entry is not None and entry.nature == "armed" else None
    return entry.becomes


@lru_cache(maxsize=4096)
def _voice_of(key: str) -> str | None:
    """The state whose voice an actor is: the state itself, its organs and its leaders; None for anybody else."""
    entry = load().actor(key)
    if entry is None:
        return None
    if entry.kind == "state":
        return entry.slug
    office = entry.office or (key if ":" in key else "")
    state, _, role = office.partition(":")
    if not role:
        return None
    if entry.kind == "person":
        return state if role in _HEADS else None
    return state if entry.kind in ("org", "state") else None


def is_same_root(left: Claim, right: Claim) -> bool:
    """Whether one root answers for both: the same actor, or a state and an organ or leader that speaks for it."""
    return is_one_root(left.root_key, right.root_key)


def is_one_root(left: str, right: str) -> bool:
    """The same of the keys of two roots."""
    if left == right:
        return True
    one, other = _voice_of(left), _voice_of(right)
    return one is not None and one == other and one in (left, right)


def root_side(claim: Claim) -> str | None:
    """The party whose root claimant a claim has; None where nobody is named."""
    return claim.reading.claimant.side if claim.reading.claimant is not None else None


def is_land_of(named: Claim, other: Claim) -> bool:
    """Whether one claim names the country for which the other's source gives its rates."""
    return named.reading.place is not None and named.reading.place.key == _land_counted(other)


def _land_counted(claim: Claim) -> str | None:
    """The country whose rates an office for the figures of the whole country gives, where the claim tells no place."""
    reading = claim.reading
    if reading.place is not None or reading.aspect not in (Aspect.SHARE, Aspect.RATE) or reading.claimant is None:
        return None
    state, _, office = reading.claimant.key.partition(":")
    return state if office in _COUNTING else None


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two claims may come from one origin: what they share, by name where it has one.

    ``kind`` is source, side, step (of their chains), agency (credited by both texts) or unnamed (one side's source).
    """

    kind: str
    name: str = ""


def is_independent(left: Claim, right: Claim) -> bool:
    """Whether two claims have different named roots, of different sides, that share no step and no agency.

    What is told soonest is asked first: every pair is asked.
    """
    one, other = left.reading.claimant, right.reading.claimant
    if one is None or other is None or one.is_anonymous or other.is_anonymous:
        return False
    if one.key == other.key or (one.side is not None and one.side == other.side):
        return False
    if left.credits and right.credits and not set(left.credits).isdisjoint(right.credits):
        return False
    chains = left.reading.chain, right.reading.chain
    if len(chains[0]) + len(chains[1]) > 2:
        names, others = ({step.actor.key for step in chain} for chain in chains)
        if names & others:
            return False
    return not is_one_root(one.key, other.key)


def tie_between(left: Claim, right: Claim) -> Tie | None:
    """What keeps two claims from counting as two origins; None where they are independent."""
    if is_independent(left, right):
        return None
    if is_same_root(left, right):
        return Tie("source", left.reading.claimant.name if left.reading.claimant is not None else "")
    side = root_side(left)
    if side is not None and side == root_side(right):
        return Tie("side", side)
    names = {step.actor.key: step.actor.name for step in left.reading.chain}
    if shared := [step.actor.key for step in right.reading.chain if step.actor.key in names]:
        return Tie("step", names[min(shared)])
    if agencies := [agency for agency in left.credits if agency in right.credits]:
        return Tie("agency", min(agencies))
    return Tie("unnamed")
