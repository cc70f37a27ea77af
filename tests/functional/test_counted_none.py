"""A text that says there was none, beside one that says there were some: the whole way from words to relation."""

from __future__ import annotations

import pytest

from verifier.services.explain_pair import compare_texts

CASES = [
    ("en", "No hospital was hit in Odesa on Monday", "Two hospitals were hit in Odesa on Monday", "DISPUTES"),
    ("en", "No hospital was hit in Odesa on Monday", "A hospital was hit in Odesa on Monday", "CONTRADICTS"),
    ("en", "No one died in Lyon on Monday", "Four people died in Lyon on Monday", "DISPUTES"),
    ("en", "Nobody died in Lyon on Monday", "Zero deaths were recorded in Lyon on Monday", "CORROBORATES"),
    ("en", "No children died in Lyon on Monday", "Three people died in Lyon on Monday", "UNRELATED"),
    ("en", "No people died in Lyon on Monday", "Three children died in Lyon on Monday", "DISPUTES"),
    ("de", "Am Montag gab es in Bonn keine Verletzten", "Am Montag gab es in Bonn vier Verletzte", "DISPUTES"),
    ("de", "In Bonn wurde am Montag kein Haus zerstört", "In Bonn wurden am Montag 12 Häuser zerstört", "DISPUTES"),
    ("de", "In Bonn starb am Montag niemand", "Am Montag starb in Bonn kein einziger Mensch", "CORROBORATES"),
]  # fmt: skip
SAID = {"en": ("police said", "the mayor said"), "de": ("teilte die Polizei mit", "sagte der Bürgermeister")}


@pytest.mark.parametrize(("lang", "left", "right", "relation"), CASES)
def test_none_beside_some(lang: str, left: str, right: str, relation: str) -> None:
    texts = [{"text": f"{words}, {said}.", "lang": lang} for words, said in zip((left, right), SAID[lang], strict=True)]
    for one, other in (texts, reversed(texts)):
        assert compare_texts({"id": "a", "left": one, "right": other})["relation"] == relation


def test_some_people_dispute_no_number() -> None:
    left = {"text": "Some workers walked out in Lyon on Monday, police said.", "lang": "en"}
    right = {"text": "The union said 3,000 workers walked out in Lyon on Monday.", "lang": "en"}
    assert not compare_texts({"id": "a", "left": left, "right": right})["queued"]
