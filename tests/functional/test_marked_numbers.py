"""The numeric claims of the three real articles, marked by hand: where, between which bounds, of what, by whom."""

from __future__ import annotations

import re

import pytest

from tests.functional.test_worked_examples import SEEDS, claims_of
from verifier.domain.claim import Claim

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles lie beside the project, in ../shared")

# article, offset of the number, hard interval as the wording entails it, thing, claimant (patterns, "" for none)
MARKED: list[tuple[str, int, float, float | None, str, str]] = [
    ("A", 632, 5, 5, "sea-drone", ""),
    ("A", 697, 2, None, "drone", "russia"),
    ("A", 809, 17, 17, "drone", "ukraine"),
    ("A", 913, 22, 22, "drone", "ukraine"),
    ("A", 976, 2, 2, "warship", "russia"),
    ("A", 4066, 3, 3, "person", "prosecutor"),
    ("A", 4197, 504, None, "child", "prosecut"),
    ("A", 4412, 1, 1, "person", "governor|starovoit"),
    ("A", 4618, 10, 10, "shell", "starovoit|governor"),
    ("A", 5367, 2, 2, "cruise-missile", "source"),
    ("A", 5720, 1.5, 2.5, "", "shirreff"),
    ("A", 6893, 5, 5, "sea-drone", "russia"),
    ("A", 7282, 17, 17, "drone", "ukraine"),
    ("A", 7335, 17, 17, "drone", "ukraine"),
    ("A", 7439, 22, 22, "drone", "ukraine"),
    ("A", 7694, 2, None, "drone", "russia"),
    ("A", 7804, 6, 6, "drone", "russia.*defen"),
    ("A", 8298, 11, 11, "drone", "russia"),
    ("A", 8361, 11, 11, "drone", "russian media"),
    ("B", 114, 47500, 52500, "soldier", "ukraine"),
    ("B", 633, 40000, 60000, "soldier", "ukraine"),
    ("B", 3114, 600, 800, "person|citizen", ""),
    ("B", 3174, 600, 800, "person|citizen", "ukrain.*defen"),
    ("B", 3936, 155000, 165000, "person", "ukraine"),
    ("B", 4029, 240000, 360000, "person|citizen", "ukraine"),
    ("B", 7665, 5.45, 5.55, "", ""),
    ("B", 7879, 100, None, "doctor", ""),
    ("B", 7913, 5000, 7000, "doctor", ""),
    ("B", 7994, 950, 1050, "person", ""),
    ("B", 8147, 16000, 24000, "person", "rights groups"),
    ("B", 8583, 47500, 52500, "soldier", "zelens"),
    ("B", 8728, 47500, 52500, "soldier", "zelens"),
    ("B", 8827, 9900, 12100, "soldier", "estimates"),
    ("B", 9005, 40000, 50000, "soldier", "zelens"),
    ("B", 9474, 515000, 525000, "soldier", "syrskyi"),
    ("B", 9525, 685000, 695000, "soldier", "syrskyi"),
    ("B", 10664, 112.5e9, 137.5e9, "", ""),
    ("B", 11258, 13, None, "strike|attack", "russia"),
    ("B", 11327, 9, 9, "strike|attack", "russia"),
    ("C", 1130, 12, None, "ballistic-missile", "beamte"),
    ("C", 1495, 495, 605, "", "kirby"),
    ("C", 1535, 2, None, "~resolution|resolution", "kirby"),
    ("C", 2835, 24, None, "ballistic-missile", "beamte"),
    ("C", 4002, 10, 10, "missile", "russ.*verteid|russia.*def"),
    ("C", 4248, 1, 1, "person", "razvo"),
    ("C", 4766, 1, 1, "person", "rettungs|rescue|emergency"),
    ("C", 4790, 8, 8, "person", "rettungs|rescue|emergency"),
]
LEAST = 0.97


def _about(letter: str, offset: int) -> Claim | None:
    for claim in claims_of()[letter]:
        quantity = claim.reading.quantity
        if quantity is not None and quantity.span.start <= offset < quantity.span.end:
            return claim
    return None


def _fits(claim: Claim, low: float, high: float | None, thing: str, claimant: str) -> bool:
    quantity, term, who = claim.reading.quantity, claim.reading.thing, claim.reading.claimant
    assert quantity is not None
    bounds = quantity.hard.lo == pytest.approx(low) and quantity.hard.hi == (
        None if high is None else pytest.approx(high)
    )
    named = f"{who.name} {who.key}".lower() if who is not None else ""
    counted = f"{term.key if term is not None else ''} {quantity.thing or ''}"
    said = bool(re.search(claimant, named)) if claimant else not named
    return bounds and said and bool(re.search(thing, counted))


def test_marked_numbers_are_read_with_interval_thing_and_claimant() -> None:
    wrong = []
    for letter, offset, low, high, thing, claimant in MARKED:
        claim = _about(letter, offset)
        if claim is None or not _fits(claim, low, high, thing, claimant):
            wrong.append((letter, offset, claim.quote if claim is not None else None))
    assert len(wrong) <= (1 - LEAST) * len(MARKED), wrong
