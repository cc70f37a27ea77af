"""Which pairs of claims the network is asked about, and when its answer counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison, RuleTrial
from verifier.domain.enums import ClaimKind, Relation, Strength
from verifier.pairing.alignment import Alignment
from verifier.pairing.exclusion.network import Asked, Statement
from verifier.pairing.sides import Side

RULE = "R18"
MEANING = "A network trained on news statements holds that both cannot be true."
Likelihoods = Callable[[Sequence[Asked]], Sequence[float]]
"""How likely it is of each pair of statements that they exclude each other."""

LEAST = 0.8
"""From where on the answer about two sentences counts."""
LEAST_OWN = 0.2
"""What the claims' own words must tell of it: a sentence may hold other claims that bring the answer about."""
_WOULD_CHANGE = "a different event, place or time for one side"


@dataclass(frozen=True, slots=True)
class Judged:
    """Two claims and what the rules say of them."""

    left: Side
    right: Side
    comparison: Comparison


def second_opinion(judged: Sequence[Judged], ask: Likelihoods) -> list[Comparison]:
    """What the rules say, but for pairs they leave aside and the network holds exclusive: these contradict, softly."""
    asked = [n for n, pair in enumerate(judged) if _is_aside(pair.comparison) and _may_ask(pair)]
    sentences = ask([(_context(judged[n].left), _context(judged[n].right)) for n in asked])
    likely = [n for n, likelihood in zip(asked, sentences, strict=True) if likelihood >= LEAST]
    own = ask([(_own_words(judged[n].left), _own_words(judged[n].right)) for n in likely])
    found = [pair.comparison for pair in judged]
    for n, likelihood in zip(likely, own, strict=True):
        if likelihood >= LEAST_OWN:
            found[n] = _contradiction(found[n])
    return found


def _contradiction(comparison: Comparison) -> Comparison:
    trials = tuple(replace(trial, fired=False) for trial in comparison.trials)
    trials += (RuleTrial(RULE, True, "it would say CONTRADICTS"),) if trials else ()
    return comparison._replace(
        relation=Relation.CONTRADICTS, rule=RULE, strength=Strength.SOFT, aspect="network", direction=None,
        would_change=_WOULD_CHANGE, trials=trials,
    )  # fmt: skip


def _is_aside(comparison: Comparison) -> bool:
    """Whether nothing is decided but that the rules see no question that both claims answer."""
    if comparison.relation is Relation.UNRELATED:
        return comparison.aspect != "opinion"
    if comparison.relation is Relation.DIFFERENT_SCOPE:
        return comparison.aspect in ("predicate", "thing", "aspect")
    return comparison.relation is Relation.UNDETERMINED


def _may_ask(pair: Judged) -> bool:
    """Whether both state facts of one story in sentences of their own, one text's own only of two voices."""
    one, other = pair.left.claim, pair.right.claim
    if not (_states_a_fact(one) and _states_a_fact(other)) or one.context == other.context:
        return False
    a = Alignment(pair.left, pair.right)
    return (a.one_story or (a.same_passage and not a.same_root)) and not a.near_copy


def _states_a_fact(claim: Claim) -> bool:
    return bool(claim.context) and not claim.is_tabular and claim.reading.kind is not ClaimKind.OPINION


def _context(side: Side) -> Statement:
    return side.claim.context, side.claim.lang


def _own_words(side: Side) -> Statement:
    return side.reading.canonical_text, side.claim.lang
