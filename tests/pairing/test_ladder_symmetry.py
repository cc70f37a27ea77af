"""Whatever two claims say: which of them is left decides nothing but the side a direction names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

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
    SectionKind,
    StepRole,
    TimeBasis,
)
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.pairing.ladder import compare_claims
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
def quantities(draw: st.DrawFn, start: int, whole: int | None) -> Quantity:
    value = draw(st.sampled_from([1.0, 2.0, 5.0, 17.0, 18.0, 100.0, 700.0]))
    qualifier = draw(st.sampled_from([Qualifier.BARE, Qualifier.APPROX, Qualifier.AT_LEAST, Qualifier.BELOW]))
    hard, soft = intervals_of(qualifier, value, 1.0, count=True)
    return Quantity(
        Span(start, start + 3), str(value), QuantityKind.NUMBER, hard, soft, qualifier, value,
        unit=draw(st.sampled_from([None, None, "%"])), part_of=draw(st.sampled_from([None, whole])),
    )  # fmt: skip


@st.composite
def readings(draw: st.DrawFn, start: int, other: int | None) -> Reading:
    """A reading of a claim at ``start``; its number may be part of the one at ``other``, or it may deny that claim."""
    quantity = draw(st.none() | quantities(start, other))
    kinds = [ClaimKind.QUANTITY] if quantity else [ClaimKind.EVENT, ClaimKind.STATE, ClaimKind.CHARACTERISATION]
    words = draw(st.sampled_from(["one two three four five six seven", "short words", "other words here"]))
    claimant = draw(st.none() | actors)
    return Reading(
        kind=draw(st.sampled_from([*kinds, *kinds, ClaimKind.OPINION])),
        canonical_text=words,
        question_text=words,
        chain=(Step(StepRole.CLAIMANT, claimant),) if claimant else (),
        predicate=draw(st.none() | predicates),
        agent=draw(st.none() | actors),
        patient=draw(st.none() | actors),
        thing=draw(st.none() | things),
        place=draw(st.none() | places),
        time=draw(st.none() | times()),
        stated_on=draw(st.none() | days),
        aspect=draw(st.none() | st.sampled_from(Aspect)),
        modality=draw(st.sampled_from([Modality.ACTUAL, Modality.ACTUAL, Modality.GOAL, Modality.QUESTION])),
        polarity=draw(st.sampled_from(Polarity)),
        commitment=draw(st.sampled_from(CueClass)),
        quantities=(quantity,) if quantity else (),
        denies=draw(st.sampled_from([None, other])),
        hedged=draw(st.booleans()),
    )


@st.composite
def claims(draw: st.DrawFn, uid: str) -> Claim:
    start, other = (0, SECOND) if uid == "a" else (SECOND, None)
    return Claim(
        uid=uid,
        document=draw(st.sampled_from(["one", "other"])),
        document_name="name",
        span=Span(start, start + 60),
        quote="",
        section=0,
        section_kind=SectionKind.BODY,
        passage=draw(st.integers(0, 1)),
        lang="en",
        reading=draw(readings(start, other)),
        outlet=draw(st.sampled_from([None, "courier"])),
        published_on=draw(st.none() | days),
        context=draw(st.sampled_from(["one sentence", "another sentence"])),
    )


def judged(comparison: Comparison) -> tuple[object, ...]:
    return comparison.relation, comparison.rule, comparison.strength, comparison.aspect, comparison.independent


@settings(deadline=None, max_examples=100)
@given(claims("a"), claims("b"))
def test_the_order_of_the_arguments_does_not_matter(left: Claim, right: Claim) -> None:
    one, other = compare_claims(left, right), compare_claims(right, left)
    assert judged(one) == judged(other)
    assert one.direction == MIRRORED[other.direction]
    assert [(s.slot, s.outcome, s.left, s.right) for s in one.slots] == [
        (s.slot, s.outcome, s.right, s.left) for s in other.slots
    ]


@settings(deadline=None, max_examples=300)
@given(claims("a"), claims("b"))
def test_the_rules_themselves_do_not_prefer_a_side(left: Claim, right: Claim) -> None:
    """The ladder puts the smaller uid left; with the uids exchanged it sees the claims the other way round."""
    one = compare_claims(left, right)
    other = compare_claims(replace(left, uid="b"), replace(right, uid="a"))
    assert judged(one) == judged(other)
    assert one.direction == other.direction


@settings(deadline=None, max_examples=100)
@given(claims("a"), claims("b"))
def test_the_same_claims_are_judged_the_same_again(left: Claim, right: Claim) -> None:
    assert compare_claims(left, right, trace=True) == compare_claims(left, right, trace=True)


@settings(deadline=None, max_examples=50)
@given(claims("a"), claims("b"))
def test_a_trace_names_one_rule_that_fired_and_it_decides(left: Claim, right: Claim) -> None:
    traced, plain = compare_claims(left, right, trace=True), compare_claims(left, right)
    assert [trial.rule for trial in traced.trials if trial.fired] == [plain.rule]
    assert judged(traced) == judged(plain)
