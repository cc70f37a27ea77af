"""Whatever two claims say: which of them is left decides nothing but the side a direction names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.domain.attribution import Actor, Step
from verifier.domain.claim import Claim, Place, Reading, Term, TimeSpan
from verifier.domain.comparison import Comparison
from verifier.domain.enums import (
    Aspect,
    ClaimKind,
    CueClass,
    Modality,
    Polarity,
    Precision,
    Qualifier,
    QuantityKind,
    Relation,
    SectionKind,
    StepRole,
    TimeBasis,
)
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.pairing.alignment import Alignment
from verifier.pairing.ladder import LADDER, compare_claims, rules_across
from verifier.pairing.prejudge import are_of_other_times
from verifier.pairing.sides import Side
from verifier.text.intervals import intervals_of

MIRRORED = {"left": "right", "right": "left", None: None}
SECOND = 200
DAY_ONE = date(2023, 5, 1)

actors = st.sampled_from(
    [
        Actor("ukraine", "Ukraine", "state", "ukraine"),
        Actor("russia", "Russia", "state", "russia"),
        Actor("~army", "the army", "org", "ukraine"),
        Actor("~witness", "a witness", "anonymous"),
        Actor("~union", "the union", "org"),
    ]
)
predicates = st.sampled_from(
    [Term(key, key) for key in ("strike", "repel", "down", "die", "survive", "rise", "fall", "buy", "~paint")]
)
things = st.sampled_from([Term(key, key) for key in ("drone", "sea-drone", "missile", "person", "child", "~crate")])
places = st.sampled_from([Place(key, key) for key in ("norway", "sweden", "russia", "~mill")])
days = st.integers(0, 40).map(lambda n: DAY_ONE + timedelta(days=n))


@st.composite
def times(draw: st.DrawFn) -> TimeSpan:
    first = datetime.combine(draw(days), datetime.min.time())
    length, precision = draw(st.sampled_from([(1, Precision.DAY), (7, Precision.WEEK), (30, Precision.MONTH)]))
    start, end = draw(st.sampled_from([(True, True), (True, False), (False, True)]))
    last = first + timedelta(days=length)
    basis = draw(st.sampled_from(TimeBasis))
    return TimeSpan(first if start else None, last if end else None, precision, basis)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    value = draw(st.sampled_from([1.0, 2.0, 5.0, 17.0, 18.0, 100.0, 700.0]))
    qualifier = draw(st.sampled_from([Qualifier.BARE, Qualifier.APPROX, Qualifier.AT_LEAST, Qualifier.BELOW]))
    hard, soft = intervals_of(qualifier, value, 1.0, count=True)
    unit = draw(st.sampled_from([None, None, "%"]))
    return Quantity(Span(0, 3), str(value), QuantityKind.NUMBER, hard, soft, qualifier, value, unit=unit)


FACTS = [ClaimKind.EVENT, ClaimKind.STATE, ClaimKind.CHARACTERISATION, ClaimKind.OPINION]
WORDS = ["one two three four five six seven", "short words", "other words here"]
SLOTS: dict[str, st.SearchStrategy[object]] = {
    "chain": st.none() | actors,
    "predicate": predicates,
    "agent": st.none() | actors,
    "patient": st.none() | actors,
    "thing": st.none() | things,
    "place": st.none() | places,
    "time": st.none() | times(),
    "stated_on": st.none() | days,
    "aspect": st.none() | st.sampled_from(Aspect),
    "modality": st.sampled_from([Modality.ACTUAL, Modality.ACTUAL, Modality.GOAL, Modality.QUESTION]),
    "polarity": st.sampled_from(Polarity),
    "commitment": st.sampled_from(CueClass),
    "quantities": st.none() | quantities(),
    "hedged": st.booleans(),
    "question_text": st.sampled_from(WORDS),
}
PLACE_IN_TEXT: dict[str, st.SearchStrategy[object]] = {
    "document": st.sampled_from(["one", "one", "other"]),
    "passage": st.integers(0, 1),
    "outlet": st.sampled_from([None, "courier"]),
    "published_on": st.none() | days,
    "context": st.sampled_from(["one sentence", "another sentence"]),
}


def reading(slots: dict[str, object], kind: ClaimKind) -> Reading:
    """A reading with ``slots``; its chain is the claimant alone, its kind that of a number where it has one."""
    claimant, quantity = slots["chain"], slots["quantities"]
    chain = (Step(StepRole.CLAIMANT, claimant),) if isinstance(claimant, Actor) else ()
    numbers = (quantity,) if isinstance(quantity, Quantity) else ()
    made = {**slots, "chain": chain, "quantities": numbers, "canonical_text": slots["question_text"]}
    return Reading(kind=ClaimKind.QUANTITY if numbers else kind, **made)  # type: ignore[arg-type]


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Claim, Claim]:
    """Two claims that differ in up to four slots; one number may be part of the other, one claim deny the other."""
    slots, where = draw(st.fixed_dictionaries(SLOTS)), draw(st.fixed_dictionaries(PLACE_IN_TEXT))
    changed = draw(st.lists(st.sampled_from([*SLOTS, *PLACE_IN_TEXT]), max_size=4, unique=True))
    others = {name: draw(SLOTS[name]) for name in changed if name in SLOTS}
    elsewhere = {name: draw(PLACE_IN_TEXT[name]) for name in changed if name in PLACE_IN_TEXT}
    kinds = draw(st.tuples(st.sampled_from(FACTS), st.sampled_from(FACTS)))
    left, right = reading(slots, kinds[0]), reading({**slots, **others}, kinds[1])
    left = replace(left, denies=draw(st.sampled_from([None, None, None, SECOND])))
    whole = draw(st.sampled_from([None, None, None, SECOND]))
    left = replace(left, quantities=tuple(replace(q, part_of=whole) for q in left.quantities))
    right = replace(right, quantities=tuple(replace(q, span=Span(SECOND, SECOND + 3)) for q in right.quantities))
    return claim("a", 0, left, where), claim("b", SECOND, right, {**where, **elsewhere})


def claim(uid: str, start: int, slots: Reading, where: dict[str, object]) -> Claim:
    span = Span(start, start + 60)
    return Claim(
        uid=uid, document_name="name", span=span, quote="", section=0, section_kind=SectionKind.BODY, lang="en",
        reading=slots, **where,  # type: ignore[arg-type]
    )  # fmt: skip


def judged(comparison: Comparison) -> tuple[object, ...]:
    return comparison.relation, comparison.rule, comparison.strength, comparison.aspect, comparison.independent


@settings(deadline=None, max_examples=100)
@given(pairs())
def test_the_order_of_the_arguments_does_not_matter(pair: tuple[Claim, Claim]) -> None:
    left, right = pair
    one, other = compare_claims(left, right), compare_claims(right, left)
    assert judged(one) == judged(other)
    assert one.direction == MIRRORED[other.direction]
    assert [(s.slot, s.outcome, s.left, s.right) for s in one.slots] == [
        (s.slot, s.outcome, s.right, s.left) for s in other.slots
    ]


@settings(deadline=None, max_examples=500)
@given(pairs())
def test_the_rules_themselves_do_not_prefer_a_side(pair: tuple[Claim, Claim]) -> None:
    """The ladder puts the smaller uid left; with the uids exchanged it sees the claims the other way round."""
    left, right = pair
    one = compare_claims(left, right)
    other = compare_claims(replace(left, uid="b"), replace(right, uid="a"))
    assert judged(one) == judged(other)
    assert one.direction == other.direction


@settings(deadline=None, max_examples=100)
@given(pairs())
def test_the_same_claims_are_judged_the_same_again(pair: tuple[Claim, Claim]) -> None:
    left, right = pair
    assert compare_claims(left, right, trace=True) == compare_claims(left, right, trace=True)


@settings(deadline=None, max_examples=50)
@given(pairs())
def test_a_trace_names_one_rule_that_fired_and_it_decides(pair: tuple[Claim, Claim]) -> None:
    left, right = pair
    traced, plain = compare_claims(left, right, trace=True), compare_claims(left, right)
    assert [trial.rule for trial in traced.trials if trial.fired] == [plain.rule]
    assert judged(traced) == judged(plain)


@settings(deadline=None, max_examples=500)
@given(pairs())
def test_what_times_alone_rule_out_no_rule_relates(pair: tuple[Claim, Claim]) -> None:
    left, right = pair
    if are_of_other_times([left, right], np.array([[0, 1]])).all():
        assert compare_claims(left, right).relation in (Relation.DIFFERENT_SCOPE, Relation.UNRELATED)


@settings(deadline=None, max_examples=500)
@given(pairs())
def test_a_rule_that_does_not_concern_two_claims_of_two_texts_would_not_decide_them(pair: tuple[Claim, Claim]) -> None:
    alignment = Alignment(*map(Side, pair))
    if alignment.same_document:
        return
    for rule in set(LADDER) - set(rules_across(alignment.gists)):
        assert isinstance(rule.condition(alignment), str)
