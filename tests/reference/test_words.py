"""Normalising words, and lexicons that find them again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.reference import load
from verifier.reference.words import HeadLexicon, Lexicon, german_stem, normalise


@pytest.mark.parametrize(
    ("words", "normal"),
    [
        ("The New York Times", "new york times"),
        ("U.S.", "us"),
        ("Ukraine’s Defense Ministry", "ukraine defense ministry"),
        ("Kamikaze-Drohne", "kamikaze drohne"),
        ("Teilnehmer:innen", "teilnehmerinnen"),
        ("abschießen", "abschiessen"),
        ("des Weißen Hauses", "weissen hauses"),
        ("New\u00a0York", "new york"),
        ("", ""),
        ("…", ""),
    ],
)
def test_normalise(words: str, normal: str) -> None:
    assert normalise(words) == normal


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("weissen hauses", "weisses haus"),
        ("ukrainern", "ukrainer"),
        ("verletzten", "verletzter"),
        ("russinnen", "russin"),
    ],
)
def test_inflected_german_words_share_a_stem(left: str, right: str) -> None:
    assert german_stem(left) == german_stem(right)


def test_an_abbreviation_is_not_found_in_small_letters() -> None:
    lexicon: Lexicon[str] = Lexicon()
    lexicon.add("WHO", "en", "who")
    lexicon.add("dpa", "en", "dpa")
    assert lexicon.find("WHO", "en") == ("who",)
    assert lexicon.find("who", "en") == ()
    assert lexicon.find("dpa", "en") == ("dpa",)


def test_another_language_answers_unless_the_very_word_is_asked_for() -> None:
    lexicon: Lexicon[str] = Lexicon()
    lexicon.add("Kyiv", "en", "kyiv")
    assert lexicon.find("Kyiv", "de") == ("kyiv",)
    assert lexicon.find("Kyiv", "de", strict=True) == ()


def test_one_word_may_name_several_the_first_foremost() -> None:
    lexicon: Lexicon[str] = Lexicon()
    lexicon.add("strike", "en", "attack")
    lexicon.add("strike", "en", "walkout")
    assert lexicon.find("strike", "en") == ("attack", "walkout")
    assert list(lexicon.clashes()) == [("en", "strike", ("attack", "walkout"))]


def test_the_longest_tail_wins_and_barred_words_are_left_alone() -> None:
    lexicon: HeadLexicon[str] = HeadLexicon()
    for noun in ("Drohne", "Seedrohne", "Boot"):
        lexicon.add(noun, "de", noun)
    lexicon.bar("Angebot")
    lexicon.bar("Drohnenboot")
    assert lexicon.find_head("Kampfseedrohne", "de") == ("Seedrohne",)
    assert lexicon.find_head("Fischerboot", "de") == ("Boot",)
    assert lexicon.find_head("Drohnenboot", "de") == ()
    assert lexicon.find_head("Kampfseedrohne", "en") == ()


@given(st.text(max_size=60), st.sampled_from(["en", "de", "fr", ""]))
def test_no_words_make_a_lookup_fail(words: str, lang: str) -> None:
    reference = load()
    reference.actor_named(words, lang)
    reference.actor_of_adjective(words, lang)
    reference.outlet_named(words)
    reference.outlet_of_domain(words)
    reference.thing_of_noun(words, lang)
    reference.predicates_of_noun(words, lang)
    reference.predicates_of_verb(words, lang)
    reference.contrast(words, words, lang)
