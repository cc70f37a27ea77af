"""One claimant who counts again: a toll that grows is updated, one that shrinks is revised."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from verifier.domain.attribution import Actor, Step
from verifier.domain.claim import Claim, Place, Reading, Term, TimeSpan
from verifier.domain.enums import Aspect, ClaimKind, Precision, SectionKind, StepRole, TimeBasis
from verifier.domain.span import Span
from verifier.extract.quantities import quantities_in
from verifier.pairing.ladder import compare_claims

FLOOD = TimeSpan(datetime(2023, 6, 5), datetime(2023, 6, 6), Precision.DAY, TimeBasis.EXPLICIT)
CLAIMANTS = {"mayor": Actor("~mayor", "the mayor", "person"), "union": Actor("~union", "the union", "org")}


def toll(uid: str, words: str, stated: date | None, claimant: str = "mayor", lang: str = "en") -> Claim:
    """The dead of one flood as ``claimant`` counts them in ``words`` on the day ``stated``."""
    (quantity,) = quantities_in(words, lang)
    reading = Reading(
        kind=ClaimKind.QUANTITY,
        canonical_text=words,
        question_text=uid,
        chain=(Step(StepRole.CLAIMANT, CLAIMANTS[claimant]),),
        predicate=Term("die", "died"),
        thing=Term("person", "people"),
        place=Place("norway", "Norway"),
        time=FLOOD,
        stated_on=stated,
        aspect=Aspect.EVENT_COUNT,
        quantities=(quantity,),
    )
    return Claim(uid, uid, uid, Span(0, len(words)), words, 0, SectionKind.BODY, 0, lang, reading, context=words)


EARLY, LATE = date(2023, 6, 5), date(2023, 6, 7)


@pytest.mark.parametrize(
    ("first", "then", "lang", "relation"),
    [
        ("at least 3 people", "7 people", "en", "UPDATES"),
        ("3 people", "7 people", "en", "UPDATES"),
        ("7 people", "5 people", "en", "REVISES"),
        ("mindestens 3 Menschen", "7 Menschen", "de", "UPDATES"),
        ("7 Menschen", "5 Menschen", "de", "REVISES"),
    ],
)
def test_one_claimant_counts_again(first: str, then: str, lang: str, relation: str) -> None:
    early, late = toll("a", first, EARLY, lang=lang), toll("b", then, LATE, lang=lang)
    found = compare_claims(early, late)
    assert (found.relation, found.direction) == (relation, "right")
    assert compare_claims(late, early).direction == "left"


def test_without_an_order_a_claimant_differs_with_itself() -> None:
    found = compare_claims(toll("a", "7 people", None), toll("b", "5 people", None))
    assert (found.relation, found.strength) == ("DISPUTES", "soft")


# What separates two claimants is how their wordings fit.
@pytest.mark.parametrize(
    ("mayor", "union", "lang", "relation", "strength"),
    [
        ("17 people", "16 people", "en", "DISPUTES", "hard"),
        ("at least 13 people", "17 people", "en", "CORROBORATES", None),
        ("at most 20 people", "23 people", "en", "DISPUTES", "hard"),
        ("several people", "17 people", "en", "DISPUTES", "soft"),
        ("knapp 50 Menschen", "52 Menschen", "de", "DISPUTES", "hard"),
        ("Dutzende Menschen", "rund 15 Menschen", "de", "DISPUTES", "soft"),
        ("Dutzende Menschen", "120 Menschen", "de", "DISPUTES", "soft"),
    ],
)
def test_two_claimants_count(mayor: str, union: str, lang: str, relation: str, strength: str | None) -> None:
    one, other = toll("a", mayor, EARLY, lang=lang), toll("b", union, EARLY, "union", lang)
    found = compare_claims(one, other)
    assert (found.relation, found.strength) == (relation, strength)
