"""Which pairs of claims the network is asked about, and when its answer counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

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


class Least(NamedTuple):
    """From where on the answers count: about two sentences, and about the claims' own words in them.

    A sentence may hold other claims that bring the answer about.
    """

    sentences: float
    own: float


BESIDE, CONCEDED, ELSEWHERE = Least(0.7, 0.2), Least(0.5, 0.3), Least(0.88, 0.5)
"""Of two named voices one right behind the other, where writers lay the one that differs; of what a source concedes and
what it said in another text; and of all others."""
_LEAST_WORDS = 3
_WOULD_CHANGE = "a different event, place or time for one side"


@dataclass(frozen=True, slots=True)
class Judged:
    """Two claims and what the rules say of them."""

    left: Side
    right: Side
    comparison: Comparison


def second_opinion(judged: Sequence[Judged], ask: Likelihoods) -> list[Comparison]:
    """What the rules say, but for pairs they leave aside and the network holds exclusive: these contradict, softly."""
    wanted = {n: least for n, pair in enumerate(judged) if (least := _least(pair)) is not None}
    sentences = ask([
        Asked(_context(judged[n].left), _context(judged[n].right), least is not ELSEWHERE)
        for n, least in wanted.items()
    ])  # fmt: skip
    likely = [n for n, likelihood in zip(wanted, sentences, strict=True) if likelihood >= wanted[n].sentences]
    own = ask([Asked(_own_words(judged[n].left), _own_words(judged[n].right), always=True) for n in likely])
    found = [pair.comparison for pair in judged]
    for n, likelihood in zip(likely, own, strict=True):
        if likelihood >= wanted[n].own:
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
    return False


def _least(pair: Judged) -> Least | None:
    """How likely it must be; None where nobody is asked.

    Asked are facts of one story in sentences of their own that the rules leave aside: those of two texts, and those of
    two voices in one passage. Two figures are left to the rules, unless they stand right behind each other or were told
    long after each other.
    """
    one, other = pair.left.claim, pair.right.claim
    if not (_is_aside(pair.comparison) and _states_a_fact(one) and _states_a_fact(other)):
        return None
    a = Alignment(pair.left, pair.right)
    if one.context == other.context or a.near_copy:
        return None
    figures = pair.left.quantity is not None and pair.right.quantity is not None
    near = a.same_passage and a.beside
    if (a.same_passage and a.same_root) or not (a.same_passage or a.one_story or a.looks_back):
        return None
    if near and one.reading.claimant is not None and other.reading.claimant is not None:
        return BESIDE
    if a.same_root and not a.same_document and (pair.left.admits or pair.right.admits):
        return CONCEDED
    return None if figures and not (near or a.looks_back) else ELSEWHERE


def _states_a_fact(claim: Claim) -> bool:
    """A word or two between quotation marks state none: "not allow"."""
    reading = claim.reading
    states = reading.quantity is not None or len(reading.canonical_text.split()) >= _LEAST_WORDS
    return states and bool(claim.context) and not claim.is_tabular and reading.kind is not ClaimKind.OPINION


def _context(side: Side) -> Statement:
    return side.claim.context, side.claim.lang


def _own_words(side: Side) -> Statement:
    return side.reading.canonical_text, side.claim.lang
