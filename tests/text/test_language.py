"""The language of a text."""

from __future__ import annotations

import pytest

from verifier.text.language import detect_language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The storm hit the coast and the harbour was closed for the night.", "en"),
        ("Der Sturm traf die Küste und der Hafen wurde für die Nacht gesperrt.", "de"),
        ("Police arrested 14 demonstrators downtown", "en"),
        ("Polizei nimmt 14 Demonstranten in Innenstadt fest", "de"),
        # A quoted foreign sentence does not decide.
        ("„The end is near“, sagte der Mann, der mit dem Bus in die Stadt kam und auf die Menge wartete.", "de"),
    ],
)
def test_the_language_is_told(text: str, lang: str) -> None:
    assert detect_language(text) == lang


# Where nothing tells, nothing is guessed.
@pytest.mark.parametrize("text", ["", "   ", "1234 5678", "!?…", "日本語の文章です。"])
def test_an_unsure_language_stays_unknown(text: str) -> None:
    assert detect_language(text) is None


def test_a_long_text_in_a_language_that_cannot_be_read_is_not_taken_for_another() -> None:
    czech = "Hasiči v sobotu večer zasahovali u požáru skladu na okraji města, kde hořely palety a střecha budovy. "
    assert detect_language(czech * 5) is None
