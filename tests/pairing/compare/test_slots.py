"""Places, things, predicates and actors side by side: same, part, different, unknown."""

from __future__ import annotations

import pytest

from verifier.domain.attribution import Actor
from verifier.domain.claim import Place, Term
from verifier.domain.enums import SlotOutcome
from verifier.pairing.compare.actors import compare_actors
from verifier.pairing.compare.places import compare_places
from verifier.pairing.compare.predicates import compare_predicates, opposition
from verifier.pairing.compare.things import compare_things
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer

SAME, PART, DIFFERENT, UNKNOWN = SlotOutcome.SAME, SlotOutcome.PART, SlotOutcome.DIFFERENT, SlotOutcome.UNKNOWN


def place(name: str | None, lang: str = "en") -> Place | None:
    """The likeliest place of a name; names in small letters stand for places no gazetteer has."""
    if name is None:
        return None
    if name == name.lower():
        return Place(f"~{name}", name)
    return Place(load_gazetteer().places_named(name, lang)[0].slug, name)


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ("Norway", "Norway", SAME),
        ("Oslo", "Norway", PART),
        ("Oslo", "Stockholm", DIFFERENT),
        ("Oslo", "Sweden", DIFFERENT),
        ("Norway", None, UNKNOWN),
        (None, None, UNKNOWN),
        ("Norway", "old mill", UNKNOWN),
        ("old mill", "town hall", DIFFERENT),
        ("old mill", "old mill", SAME),
    ],
)
def test_places(left: str | None, right: str | None, outcome: SlotOutcome) -> None:
    assert compare_places(place(left), place(right)).outcome is outcome
    assert compare_places(place(right), place(left)).outcome is outcome


def test_a_place_is_one_in_both_languages() -> None:
    assert compare_places(place("Vienna"), place("Wien", "de")).outcome is SAME
    assert compare_places(place("Norwegen", "de"), place("Oslo")).outcome is PART


def test_one_of_several_places_is_a_part() -> None:
    both = Place("norway+sweden", "Norway and Sweden")
    assert compare_places(both, place("Sweden")).outcome is PART
    assert compare_places(both, place("Portugal")).outcome is DIFFERENT


def thing(noun: str | None, lang: str = "en") -> Term | None:
    if noun is None:
        return None
    entry = load().thing_of_noun(noun, lang)
    return Term(entry.slug if entry else f"~{noun}", noun)


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        (("drone", "en"), ("Drohne", "de"), SAME),
        (("sea drone", "en"), ("drone", "en"), PART),
        (("child", "en"), ("person", "en"), PART),
        (("Kind", "de"), ("person", "en"), PART),
        (("drone", "en"), ("missile", "en"), DIFFERENT),
        (("umbrella", "en"), ("umbrella", "en"), SAME),
        (("umbrella", "en"), ("drone", "en"), DIFFERENT),
        (("drone", "en"), None, UNKNOWN),
        (None, None, UNKNOWN),
    ],
)
def test_things(left: tuple[str, str] | None, right: tuple[str, str] | None, outcome: SlotOutcome) -> None:
    one, other = (thing(*side) if side else None for side in (left, right))
    assert compare_things(one, other).outcome is outcome
    assert compare_things(other, one).outcome is outcome


def predicate(verb: str | None, lang: str = "en") -> Term | None:
    return Term(load().predicates_of_verb(verb, lang)[0].slug, verb) if verb else None


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        (("shoot down", "en"), ("abschießen", "de"), SAME),
        (("buy", "en"), ("acquire", "en"), SAME),
        (("buy", "en"), ("die", "en"), DIFFERENT),
        (("buy", "en"), None, UNKNOWN),
    ],
)
def test_predicates(left: tuple[str, str], right: tuple[str, str] | None, outcome: SlotOutcome) -> None:
    one, other = predicate(*left), predicate(*right) if right else None
    assert compare_predicates(one, other).outcome is outcome
    assert compare_predicates(other, one).outcome is outcome


def test_opposites_are_of_one_event_and_rename_their_roles() -> None:
    repel, strike = Term("repel", "repelled"), Term("strike", "struck")
    assert compare_predicates(repel, strike).outcome is SAME
    forth, back = opposition(repel, strike), opposition(strike, repel)
    assert forth is not None
    assert back is not None
    assert {new: old for old, new in forth.items()} == dict(back)
    assert opposition(repel, repel) is None
    assert opposition(repel, None) is None


KYIV, ARMY = Actor("ukraine", "Kyiv", "state", "ukraine"), Actor("~army", "the army", "org", "ukraine")
MOSCOW = Actor("russia", "Moscow", "state", "russia")
WITNESS, UNION = Actor("~witness", "a witness", "anonymous"), Actor("~union", "the union", "org")
FIRM = Actor("~firm", "the firm", "org")


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        (KYIV, KYIV, SAME),
        (KYIV, ARMY, PART),
        (KYIV, MOSCOW, DIFFERENT),
        (UNION, FIRM, DIFFERENT),
        (UNION, WITNESS, UNKNOWN),
        (UNION, None, UNKNOWN),
        (None, None, UNKNOWN),
    ],
)
def test_actors(left: Actor | None, right: Actor | None, outcome: SlotOutcome) -> None:
    for one, other in ((left, right), (right, left)):
        slot = compare_actors("agent", one, other)
        assert (slot.slot, slot.outcome) == ("agent", outcome)
