"""A hypothesis in the words of its premise is judged by where it differs, without any model."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.pairing.encoders import Encoder
from verifier.pairing.entail.inference import infer
from verifier.services.read_statement import read_statement


def no_model(name: str) -> Encoder:
    raise AssertionError(f"the wording alone should decide, without {name}")


def label(premise: str, hypothesis: str, lang: str) -> str:
    return infer(read_statement(premise, lang), read_statement(hypothesis, lang), no_model).label


# Numbers in one place of one wording: what entails, excludes or leaves open what.
NUMBERS = [
    ("The pump fills {} tanks in an hour.", "6", "6", "entailment"),
    ("The pump fills {} tanks in an hour.", "6", "six", "entailment"),
    ("The pump fills {} tanks in an hour.", "6", "9", "contradiction"),
    ("The pump fills {} tanks in an hour.", "6", "more than 4", "entailment"),
    ("The pump fills {} tanks in an hour.", "6", "more than 6", "contradiction"),
    ("The pump fills {} tanks in an hour.", "6", "at least 6", "entailment"),
    ("The pump fills {} tanks in an hour.", "6", "fewer than 5", "contradiction"),
    ("The pump fills {} tanks in an hour.", "more than 4", "6", "neutral"),
    ("The pump fills {} tanks in an hour.", "more than 4", "3", "contradiction"),
    ("The pump fills {} tanks in an hour.", "more than 4", "more than 2", "entailment"),
    ("The pump fills {} tanks in an hour.", "at most 7", "fewer than 12", "entailment"),
    ("The pump fills {} tanks in an hour.", "several", "30", "neutral"),
    ("The rope is {} metres long.", "2.5", "less than 3", "entailment"),
    ("The rope is {} metres long.", "12,500", "more than 9,000", "entailment"),
    ("She paid {} for the lamp.", "$40", "less than $55", "entailment"),
    ("She paid {} for the lamp.", "$40", "$45", "contradiction"),
    ("The flour and the sugar stand in the ratio {}.", "3:2", "3:2", "entailment"),
    ("The flour and the sugar stand in the ratio {}.", "3:2", "4:3", "contradiction"),
    ("It was the club's {} win of the year.", "third", "3rd", "entailment"),
    ("It was the club's {} win of the year.", "third", "11th", "contradiction"),
    ("The bridge was opened in {}.", "1987", "1992", "contradiction"),
    ("There is {} boat in the harbour.", "a", "one", "entailment"),
    ("It needs {} cup of milk.", "1/2", "3/4", "contradiction"),
]


@pytest.mark.parametrize(("frame", "left", "right", "expected"), NUMBERS)
def test_numbers(frame: str, left: str, right: str, expected: str) -> None:
    assert label(frame.format(left), frame.format(right), "en") == expected


GERMAN_NUMBERS = [
    ("Auf der Fähre waren {} Menschen.", "80", "mehr als 60", "entailment"),
    ("Auf der Fähre waren {} Menschen.", "mehr als 60", "80", "neutral"),
    ("Auf der Fähre waren {} Menschen.", "mehr als 60", "45", "contradiction"),
    ("Auf der Fähre waren {} Menschen.", "1.200", "1.500", "contradiction"),
    ("Auf der Fähre waren {} Menschen.", "1.200", "mindestens 1.000", "entailment"),
    ("Auf der Fähre waren {} Menschen.", "höchstens 30", "40", "contradiction"),
    ("Das Seil ist {} Meter lang.", "2,5", "weniger als 3", "entailment"),
    ("Es war ihr {} Sieg.", "dritter", "fünfter", "contradiction"),
]


@pytest.mark.parametrize(("frame", "left", "right", "expected"), GERMAN_NUMBERS)
def test_german_numbers(frame: str, left: str, right: str, expected: str) -> None:
    assert label(frame.format(left), frame.format(right), "de") == expected


# Words in one place: opposites, words of one meaning, states, places, days, other forms of one word.
@pytest.mark.parametrize(
    ("premise", "hypothesis", "lang", "expected"),
    [
        ("The kiosk lies close to the station.", "The kiosk lies far from the station.", "en", "contradiction"),
        ("The kiosk lies near two stations.", "The kiosk lies far from two stations.", "en", "contradiction"),
        ("The kiosk lies near the station.", "The kiosk lies close to the station.", "en", "entailment"),
        ("A tiny parcel stood by the door.", "A small parcel stood by the door.", "en", "entailment"),
        ("A tiny parcel stood by the door.", "A huge parcel stood by the door.", "en", "contradiction"),
        ("The firm bought two cranes.", "The firm sold two cranes.", "en", "contradiction"),
        ("A Danish crew won the cup.", "A Kenyan crew won the cup.", "en", "contradiction"),
        ("The seminar is held in Denmark.", "The seminar is held in Kenya.", "en", "contradiction"),
        ("The seminar is held in Oslo.", "The seminar is held in Stockholm.", "en", "contradiction"),
        ("The seminar is held in Oslo.", "The seminar is held in Norway.", "en", "entailment"),
        ("The seminar begins on Tuesday.", "The seminar begins on Friday.", "en", "contradiction"),
        ("The gate was open at night.", "The gate was not open at night.", "en", "contradiction"),
        ("Two crates were lost.", "Two crates have been lost.", "en", "entailment"),
        ("The old mill on the hill burned down.", "The mill burned down.", "en", "entailment"),
        ("Tickets for the fair cost 5 dollars.", "Tickets for the fair cost 5 euros.", "en", "neutral"),
        ("A grey heron sat on the roof.", "A grey goose sat on the roof.", "en", "neutral"),
        ("Die Schleuse ist seit gestern offen.", "Die Schleuse ist seit gestern geschlossen.", "de", "contradiction"),
        ("Im Norden der Insel regnet es.", "Im Süden der Insel regnet es.", "de", "contradiction"),
        ("Drei dänische Boote kamen an.", "Drei finnische Boote kamen an.", "de", "contradiction"),
        ("Die Wahl ist am Dienstag.", "Die Wahl ist am Freitag.", "de", "contradiction"),
        ("Der Rat hat den Plan gebilligt.", "Der Rat hat den Plan nicht gebilligt.", "de", "contradiction"),
        ("Das Treffen findet in Wien statt.", "Das Treffen findet in Österreich statt.", "de", "entailment"),
    ],
)
def test_words(premise: str, hypothesis: str, lang: str, expected: str) -> None:
    assert label(premise, hypothesis, lang) == expected


# "No. 4" is a name, not a denial.
def test_a_numbering_is_no_negation() -> None:
    assert not read_statement("The No. 4 seed reached the final.", "en").is_negated
    assert read_statement("No seed reached the final.", "en").is_negated


WORDS = st.sampled_from(["three", "boats", "left", "harbour", "about", "40", "tonnes", "were", "Oslo", "not", "near"])


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=9))
def test_every_text_follows_from_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert label(text, text, "en") == "entailment"


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 5000), st.integers(1, 5000), st.sampled_from(["more than", "fewer than", "at least", "at most"]))
def test_a_bound_holds_as_arithmetic_says(given_number: int, bound: int, hedge: str) -> None:
    holds = {
        "more than": given_number > bound,
        "fewer than": given_number < bound,
        "at least": given_number >= bound,
        "at most": given_number <= bound,
    }[hedge]
    found = label(f"The barge carries {given_number} crates.", f"The barge carries {hedge} {bound} crates.", "en")
    assert found == ("entailment" if holds else "contradiction")


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 400), st.integers(2, 400))
def test_numbers_that_exclude_each_other_do_so_both_ways(left: int, right: int) -> None:
    one, other = f"The barge carries more than {left} crates.", f"The barge carries fewer than {right} crates."
    assert (label(one, other, "en") == "contradiction") == (label(other, one, "en") == "contradiction")
