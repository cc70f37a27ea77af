"""What verbs and nouns tell: senses, opposites, kinds of things."""

from __future__ import annotations

import pytest

from verifier.reference import load


# German compounds and English noun groups mean what their head means, the longest listed first.
@pytest.mark.parametrize(
    ("noun", "lang", "slug"),
    [
        ("drone", "en", "drone"),
        ("sea drone", "en", "sea-drone"),
        ("combat drone", "en", "drone"),
        ("air-defense system", "en", "air-defence-system"),
        ("nuclear power plant", "en", "power-plant"),
        ("Kampfdrohne", "de", "drone"),
        ("Kamikaze-Drohne", "de", "drone"),
        ("Seedrohne", "de", "sea-drone"),
        ("Panzerabwehrrakete", "de", "missile"),
        ("Wohnhaus", "de", "house"),
        ("Krankenhaus", "de", "hospital"),
        ("Todesopfer", "de", "dead"),
        ("Erdbebenopfer", "de", "victim"),
        ("Atomkraftwerk", "de", "power-plant"),
        ("Coronafall", "de", "case"),
        ("Arbeitsplatz", "de", "job"),
        ("Jugendliche", "de", "child"),
        ("Touristin", "de", "person"),
        ("Teilnehmer:innen", "de", "protester"),
        ("ICE-Zug", "de", "train"),
        ("Schwerverletzte", "de", "badly-injured"),
        ("ballistischer Rakete", "de", "ballistic-missile"),
    ],
)
def test_thing_of_noun(noun: str, lang: str, slug: str) -> None:
    thing = load().thing_of_noun(noun, lang)
    assert thing is not None
    assert thing.slug == slug


@pytest.mark.parametrize("noun", ["Anzug", "Zwischenfall", "Angebot", "Hoffnung", "Rückzug", "Export", "Grad"])
def test_a_chance_ending_is_no_compound(noun: str) -> None:
    thing = load().thing_of_noun(noun, "de")
    assert thing is None or thing.slug not in ("train", "case", "boat", "person", "town", "bicycle")


def test_things_form_a_hierarchy() -> None:
    reference = load()
    assert reference.is_kind_of("child", "person")
    assert reference.is_kind_of("sea-drone", "drone")
    assert not reference.is_kind_of("drone", "sea-drone")
    assert reference.thing_root("ballistic-missile") == "weapon"
    assert reference.thing_root("~unheard-of") == "~unheard-of"


@pytest.mark.parametrize(
    ("lemma", "lang", "family"),
    [
        ("shoot down", "en", "downing"),
        ("thwart", "en", "downing"),
        ("abschießen", "de", "downing"),
        ("abwehren", "de", "downing"),
        ("station", "en", "presence"),
        ("verlegen", "de", "presence"),
        ("verletzen", "de", "injury"),
        ("streiken", "de", "labour-strike"),
        ("zurücktreten", "de", "resign"),
        ("lay off", "en", "lay-off"),
    ],
)
def test_predicates_of_verb(lemma: str, lang: str, family: str) -> None:
    assert family in [sense.family for sense in load().predicates_of_verb(lemma, lang)]


@pytest.mark.parametrize(
    ("lemma", "lang", "slug"),
    [
        ("downing", "en", "down"),
        ("Abschuss", "de", "down"),
        ("Raketenangriff", "de", "strike"),
        ("drone attack", "en", "strike"),
        ("Truppenabzug", "de", "withdraw-forces"),
        ("Warnstreik", "de", "strike-labour"),
    ],
)
def test_predicates_of_noun(lemma: str, lang: str, slug: str) -> None:
    assert slug in [sense.slug for sense in load().predicates_of_noun(lemma, lang)]


# What stands beside a verb of several senses tells which is meant.
@pytest.mark.parametrize(
    ("lemma", "things", "slug"),
    [
        ("strike", ["worker"], "strike-labour"),
        ("strike", ["building"], "strike"),
        ("fight", ["soldier"], "fight-in"),
        ("fight", ["person"], "fight-in"),
        ("fight", [], "fight"),
        ("win", ["seat"], "hold-seats"),
        ("destroy", ["sea-drone"], "down"),
        ("destroy", ["air-defence-system"], "destroy"),
        ("send", ["soldier"], "send-to"),
        ("send", ["missile"], "deliver"),
        ("withdraw", ["soldier"], "withdraw-forces"),
        ("withdraw", ["agreement"], "leave-body"),
    ],
)
def test_the_thing_chooses_the_sense(lemma: str, things: list[str], slug: str) -> None:
    reference = load()
    sense = reference.sense_for(reference.predicates_of_verb(lemma, "en"), things)
    assert sense is not None
    assert sense.slug == slug


def test_a_word_without_a_fitting_sense_stays_unread() -> None:
    reference = load()
    assert reference.sense_for(reference.predicates_of_verb("send", "en"), []) is None


# "X repelled Y's attack" and "Y struck X" have the same attacker and defender.
def test_opposites_rename_their_roles() -> None:
    reference = load()
    assert reference.opposition("repel", "strike") == {"agent": "patient", "patient": "agent"}
    assert reference.opposition("destroy", "repel") == {"agent": "patient", "patient": "agent"}
    assert reference.opposition("repel", "destroy") == {"agent": "patient", "patient": "agent"}
    assert reference.opposition("rise", "fall") == {}
    assert reference.opposition("rise", "strike") is None


def test_predicates_a_headline_interchanges_are_akin() -> None:
    reference = load()
    assert reference.are_akin("apply", "sign-up")
    assert reference.are_akin("station", "fight-in")
    assert not reference.are_akin("apply", "strike")


def test_counts_of_one_event_may_split_between_opposites() -> None:
    die, rise = load().predicate("die"), load().predicate("rise")
    assert die is not None
    assert rise is not None
    assert die.splits
    assert not rise.splits
