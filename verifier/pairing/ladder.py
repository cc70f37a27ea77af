"""The ladder: ordered rules, the first that applies decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison, RuleTrial
from verifier.domain.enums import Relation
from verifier.pairing import concerns, rules, scope_rules
from verifier.pairing.alignment import Alignment
from verifier.pairing.compare.actors import is_independent
from verifier.pairing.decision import Condition, Decision
from verifier.pairing.exclusion import asking
from verifier.pairing.gists import GistPair
from verifier.pairing.sides import Side

RULESET = "2026-11l"
"""The name of this table of rules, stored with every comparison."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rung: what it is about, in a sentence, its condition, and which claims of two texts it can decide at all.

    ``concerns`` may say yes to more of them, never to less: rules that do not concern two claims are not asked.
    """

    id: str
    meaning: str
    condition: Condition
    concerns: concerns.Concern = concerns.any_pair


LADDER = (
    Rule(
        "R1", "An opinion, a question or a condition claims nothing that could compete.", rules.no_facts,
        concerns.none_or_unlike_facts,
    ),
    Rule(
        "R2", "The same utterance again: one claimant, fitting numbers, or a near-copy of the words.", rules.duplicate
    ),
    Rule(
        "R3", "The parties or their roles differ: what one side did is not what the other did.", scope_rules.other_role,
        concerns.other_parties,
    ),
    Rule(
        "R4", "One is told as a fact, the other as a goal, a forecast or a possibility.", scope_rules.other_modality,
        concerns.other_modality,
    ),
    Rule("R5", "The text itself makes one number a part of the other.", rules.part_of_whole, concerns.no_pair),
    Rule(
        "R6",
        "They speak of different times; in one running series the later figure updates or revises.",
        scope_rules.other_time,
    ),
    Rule("R7", "They speak of different places.", scope_rules.other_place),
    Rule(
        "R8", "Of one event one side says what the other denies, or the opposite.", rules.contradiction,
        concerns.opposed,
    ),
    Rule(
        "R9", "Opposed claimants characterise one subject in rival ways.", rules.rival_characterisation,
        concerns.characterisations,
    ),
    Rule("R10", "They count different things, or tell of different acts.", scope_rules.other_matter),
    Rule(
        "R11", "One counts a single event, the other a total, a rate or a share.", scope_rules.other_aspect,
        concerns.other_aspect,
    ),
    Rule("R12", "A slot on which the answer depends is not told.", rules.slot_unknown),
    Rule("R13", "One is part of the other in place, time or kind.", rules.part_relation),
    Rule("R14", "Both fit together.", rules.fitting),
    Rule("R15", "One claimant gives another number for the same question.", rules.own_revision),
    Rule("R16", "Different claimants give numbers for one question that do not fit.", rules.dispute),
    Rule("R17", "None of the rules above decides.", rules.otherwise),
)  # fmt: skip
MEANINGS = {**{rule.id: rule.meaning for rule in LADDER}, asking.RULE: asking.MEANING}


@lru_cache(maxsize=16_384)
def rules_across(gists: GistPair) -> tuple[Rule, ...]:
    """The rules that can decide two claims of two texts."""
    return tuple(rule for rule in LADDER if rule.concerns(gists))


def compare_claims(left: Claim, right: Claim, *, trace: bool = False) -> Comparison:
    """Judge a pair: the first rule of the ladder that applies. ``trace`` keeps every rule tried with its reason.

    The result is the same whichever claim is left, but for ``direction`` and the order of the values.
    """
    if left.uid > right.uid:
        return _turned(compare_sides(Side(right), Side(left), trace=trace))
    return compare_sides(Side(left), Side(right), trace=trace)


def compare_sides(left: Side, right: Side, *, trace: bool = False) -> Comparison:
    """The same of two sides that are in order already: the smaller uid is left."""
    alignment = Alignment(left, right)
    rule, decision = LADDER[-1], Decision(Relation.UNRELATED)
    for rule in LADDER if alignment.same_document else rules_across(alignment.gists):
        outcome = rule.condition(alignment)
        if not isinstance(outcome, str):
            decision = outcome
            break
    relation, strength, aspect, direction, would_change = decision
    independent = is_independent(left.claim, right.claim)
    trials = tuple(_tried(alignment, rule)) if trace else ()
    return Comparison(
        relation, rule.id, alignment.slots, strength, aspect, direction, independent, would_change, trials
    )


def _tried(alignment: Alignment, fired: Rule) -> Iterator[RuleTrial]:
    """What every rule would say; the one that decided is marked."""
    for rule in LADDER:
        outcome = rule.condition(alignment)
        said = f"it would say {outcome.relation.value}" if isinstance(outcome, Decision) else outcome
        yield RuleTrial(rule.id, rule is fired, said)


def _turned(comparison: Comparison) -> Comparison:
    """The comparison seen from the other side."""
    sides = {"left": "right", "right": "left"}
    slots = tuple(s._replace(left=s.right, right=s.left) for s in comparison.slots)
    direction = sides.get(comparison.direction) if comparison.direction else None
    return comparison._replace(slots=slots, direction=direction)
