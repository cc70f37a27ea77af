"""What claims tell of, apart from who says it, where, when, how many and in which words; and two such side by side.

Many claims have one gist and many pairs the same two: they are compared once and remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from verifier.domain.attribution import Actor
from verifier.domain.claim import Claim, Term
from verifier.domain.comparison import SlotComparison
from verifier.domain.enums import Aspect, ClaimKind, Modality, Polarity, SlotOutcome
from verifier.pairing.compare.actors import compare_actors
from verifier.pairing.compare.ground import HELD, TAKEN, ground_of
from verifier.pairing.compare.predicates import compare_predicates, opposition
from verifier.pairing.compare.things import compare_things, counted_by, is_harm
from verifier.pairing.lazy import lazy
from verifier.reference import load

_NO_FACTS = (Modality.QUESTION, Modality.CONDITIONAL)


@dataclass(frozen=True, eq=False)
class Gist:
    """What a claim tells of. Equal ones are one object, so that they are known by it alone; spans are left out."""

    kind: ClaimKind
    predicate: Term | None
    agent: Actor | None
    patient: Actor | None
    thing: Term | None
    aspect: Aspect | None
    modality: Modality
    polarity: Polarity
    lang: str

    @lazy
    def ground(self) -> str | None:
        """The predicate family where it tells that a place is taken, held or lost."""
        return ground_of(self.predicate)

    @property
    def states_fact(self) -> bool:
        """Whether it could compete with anything: no opinion, question or condition."""
        return self.kind is not ClaimKind.OPINION and self.modality not in _NO_FACTS

    def role(self, name: str) -> Actor | None:
        return {"agent": self.agent, "patient": self.patient}.get(name)


_Words = tuple[str, str] | None
_Party = tuple[str, str, str | None, str | None] | None
_Told = tuple[ClaimKind, _Words, _Party, _Party, _Words, Aspect | None, Modality, Polarity, str]


def gist_of(claim: Claim) -> Gist:
    """The gist of a claim."""
    told = claim.reading
    deed, agent, patient, thing = told.predicate, told.agent, told.patient, told.thing
    return _gist(
        (
            told.kind,
            None if deed is None else (deed.key, deed.name),
            None if agent is None else (agent.key, agent.name, agent.kind, agent.side),
            None if patient is None else (patient.key, patient.name, patient.kind, patient.side),
            None if thing is None else (thing.key, thing.name),
            told.aspect, told.modality, told.polarity, claim.lang,
        )
    )  # fmt: skip


@lru_cache(maxsize=65_536)
def _gist(told: _Told) -> Gist:
    kind, predicate, agent, patient, thing, aspect, modality, polarity, lang = told
    terms = [Term(*term) if term is not None else None for term in (predicate, thing)]
    actors = [Actor(*actor) if actor is not None else None for actor in (agent, patient)]
    return Gist(kind, terms[0], actors[0], actors[1], terms[1], aspect, modality, polarity, lang)


class GistPair:
    """Two gists side by side, after opposite predicates have had their roles mapped.

    ``role_map`` renames the right side's roles where the predicates are opposites. ``doings`` are the slots of what is
    done by whom to what, ``manner`` those of how it is told; ``outcomes`` are theirs by slot.
    """

    def __init__(self, left: Gist, right: Gist) -> None:
        self.left, self.right = left, right
        found = opposition(left.predicate, right.predicate)
        self.role_map: Mapping[str, str] | None = dict(found) if found is not None else None
        self.doings = (
            compare_predicates(left.predicate, right.predicate),
            compare_actors("agent", left.agent, self._right_role("agent")),
            compare_actors("patient", left.patient, self._right_role("patient")),
            self._thing(),
        )
        self.manner = (
            _plain("aspect", left.aspect, right.aspect),
            _plain("modality", left.modality, right.modality),
            _plain("polarity", left.polarity, right.polarity),
        )
        self.outcomes = {slot.slot: slot.outcome for slot in (*self.doings, *self.manner)}
        self.opposite_polarity = left.polarity is not right.polarity
        self.are_counts = left.kind is right.kind is ClaimKind.QUANTITY
        entries = [load().predicate(g.predicate.key) if g.predicate is not None else None for g in (left, right)]
        self.is_tally = all(entry is not None and entry.tally for entry in entries)
        self.is_total = Aspect.CUMULATIVE in (left.aspect, right.aspect)
        self.may_last = left.aspect is right.aspect is Aspect.STOCK and not self.is_tally
        self.is_taken_ground = {left.ground, right.ground} == {TAKEN, HELD}

    def _right_role(self, role: str) -> Actor | None:
        renamed = {new: old for old, new in self.role_map.items()} if self.role_map else {}
        return self.right.role(renamed.get(role, role))

    def _thing(self) -> SlotComparison:
        left, right = self.left.thing, self.right.thing
        acts = self.left.predicate, self.right.predicate
        harmed = all(map(is_harm, acts))
        found = compare_things(counted_by(left, acts[0]), counted_by(right, acts[1]), harmed=harmed)
        unlisted = all(term is not None and term.key.startswith("~") for term in (left, right))
        if found.outcome is SlotOutcome.DIFFERENT and unlisted and self.left.lang != self.right.lang:
            return found._replace(outcome=SlotOutcome.UNKNOWN, reason="words of two languages that no list knows")
        return found

    @lazy
    def are_comparable(self) -> bool:
        """Whether the predicates are of one family, opposites or akin."""
        return self.role_map is not None or self.fits("predicate")

    def fits(self, slot: str) -> bool:
        return self.outcomes[slot] in (SlotOutcome.SAME, SlotOutcome.PART)

    def differs(self, slot: str) -> bool:
        return self.outcomes[slot] is SlotOutcome.DIFFERENT

    @lazy
    def shares_party(self) -> bool:
        return self.fits("agent") or self.fits("patient")

    @lazy
    def may_blame(self) -> bool:
        """Whether both tell of one kind of event and of another party that brought it about."""
        told = all(g.kind is ClaimKind.EVENT and g.aspect is Aspect.EVENT_COUNT for g in (self.left, self.right))
        return told and self.role_map is None and not self.opposite_polarity and self.differs("agent")

    @lazy
    def are_rival_holders(self) -> bool:
        """Whether each says that another party holds the ground."""
        both = self.left.ground == self.right.ground == HELD and not self.opposite_polarity
        return both and compare_actors("agent", self.left.agent, self.right.agent).outcome is SlotOutcome.DIFFERENT

    @lazy
    def are_swapped(self) -> bool:
        """Whether who acts on one side undergoes the same on the other, and nobody else is told."""
        if self.role_map is not None or self.shares_party:
            return False
        crossed = ((self.left, self.right), (self.right, self.left))
        outcomes = [compare_actors("agent", one.agent, other.patient).outcome for one, other in crossed]
        return SlotOutcome.SAME in outcomes or SlotOutcome.PART in outcomes


@lru_cache(maxsize=16_384)
def compare_gists(left: Gist, right: Gist) -> GistPair:
    """Two gists side by side."""
    return GistPair(left, right)


def _plain(slot: str, left: object, right: object) -> SlotComparison:
    shown = (str(left) if left is not None else None, str(right) if right is not None else None)
    if left is None or right is None:
        return SlotComparison(slot, SlotOutcome.UNKNOWN, *shown, "not told on both sides")
    return SlotComparison(slot, SlotOutcome.SAME if left is right else SlotOutcome.DIFFERENT, *shown)
