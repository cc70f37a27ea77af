"""Which English prepositions open a clause."""

from __future__ import annotations

import pytest

from verifier.text.tagging import tag_text
from verifier.text.tokens import Pos

CLAUSES = [
    ("The toll rose to eight after three passengers died in hospital.", "after"),
    ("The clinic has treated 90 children since the camp opened in March.", "since"),
    ("Nobody had warned the village before the water came.", "before"),
    ("Storm kills two as rivers rise in Kerala.", "as"),
    ("The road stays shut until the last of the lorries has left.", "until"),
]
PHRASES = [
    ("The number of people hurt after the blast rose to 31.", "after"),
    ("Police said the number of dead after the quake rose to 31.", "after"),
    ("Two people died after being hit by a van.", "after"),
    ("After the match the coach said he would go.", "after"),
    ("Prices have risen since January, the bank said.", "since"),
]


@pytest.mark.parametrize(
    ("text", "word", "pos"), [*((*case, Pos.SUBJ) for case in CLAUSES), *((*case, Pos.ADP) for case in PHRASES)]
)
def test_openers(text: str, word: str, pos: Pos) -> None:
    (found,) = (token.pos for token in tag_text(text, 0, len(text), "en") if token.lower == word)
    assert found is pos
