"""Stems: what is left of a word in every form, and which of them two texts share."""

from __future__ import annotations

import pytest

from verifier.text.stems import shared_stems, telling_stems


@pytest.mark.parametrize(
    ("lang", "left", "right", "is_shared"),
    [
        ("en", "She had warned the manager", "No warning was given", True),
        ("en", "Jobs were cut", "one job", True),
        ("en", "the N6 highway", "the N6 was shut", True),
        ("en", "Villages were flooded", "The road was closed", False),
        ("en", "It was said that they have", "They said that there was", False),
        ("de", "Sie seien gewarnt worden", "Keine Warnung kam", True),
        ("de", "Das wurde zugesagt", "Eine solche Zusage", True),
        ("de", "Die Wasserversorgung", "kein Wasser", True),
        ("de", "Die Brücke war gesperrt", "Der Hafen war offen", False),
    ],
)
def test_shared_words(lang: str, left: str, right: str, is_shared: bool) -> None:
    assert bool(shared_stems(telling_stems(left, lang), telling_stems(right, lang), lang)) == is_shared
