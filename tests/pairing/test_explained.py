"""Explanations are sentences: no code of ours is left in them, and nothing is told twice."""

from __future__ import annotations

import re

import pytest

from verifier.services.explain_pair import compare_texts

CODES = re.compile(
    r"\([-+] – [-+]\)|\b(?:polarity|agent|patient|predicate|modality|actual|event_count|cumulative|antonym|negation)\b"
)
CASES = [
    (
        "The fire brigade said the tunnel was closed on Monday.",
        "The mayor Nora Quist denied that the tunnel was closed.",
        "Both cannot be true: one denies the very words of the other. Not known on both sides: the time.",
    ),
    (
        "Die Arbeitgeber sagten, sie hätten ein neues Angebot vorgelegt.",
        "Die Gewerkschaft bestritt, dass die Arbeitgeber ein neues Angebot vorgelegt hätten.",
        "Die Gewerkschaft denied “die Arbeitgeber ein neues Angebot vorgelegt hätten”.",
    ),
    (
        "The clinic said 14 people were injured in the explosion in Vienna on Monday.",
        "The ministry said 31 people were injured in the explosion in Vienna on Monday.",
        "The clinic gave “14”, the ministry gave “31” for the same question; these cannot both be right.",
    ),
    (
        "The army said it shot down 12 drones over Kharkiv on Monday.",
        "The army wants to shoot down 40 drones over Kharkiv next year.",
        "fact or plan (told as a fact – a goal)",
    ),
    (
        "The clinic said 14 people were injured in Vienna on Monday.",
        "The ministry said 14 people were injured in Graz on Monday.",
        "They do not compete: they speak of different places. Different: the place (Vienna – Graz).",
    ),
]
"""Two texts of one day, and what is told of them."""


@pytest.mark.parametrize(("left", "right", "told"), CASES)
def test_an_explanation_is_told_in_words(left: str, right: str, told: str) -> None:
    sides = [{"text": text, "published": "2025-03-04"} for text in (left, right)]
    explanation = compare_texts({"id": 1, "left": sides[0], "right": sides[1]})["explanation"]
    assert told in explanation
    assert not CODES.search(explanation)
