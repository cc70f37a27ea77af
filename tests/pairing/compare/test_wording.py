"""Near-copies are told by runs of five words."""

from __future__ import annotations

import pytest

from verifier.pairing.compare.wording import containment, word_grams

LONG = "the harbour master said the ferry left the northern pier before noon"


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [
        (LONG, LONG, 1.0),
        (LONG, LONG.upper(), 1.0),
        (LONG, f"{LONG} on a windy day", 1.0),
        (LONG, "nobody saw any of it happen that day", 0.0),
        ("ferry sinks", "ferry sinks", 1.0),
        ("", LONG, 0.0),
        ("Der Kran fiel am Abend um", "Der Kran fiel am Abend um, sagte sie", 1.0),
    ],
)
def test_containment(left: str, right: str, share: float) -> None:
    assert containment(word_grams(left), word_grams(right)) == share
    assert containment(word_grams(right), word_grams(left)) == share


def test_one_changed_word_breaks_the_runs_that_hold_it() -> None:
    changed = LONG.replace("northern", "southern")
    assert 0 < containment(word_grams(LONG), word_grams(changed)) < 1
    broken = {run for run in word_grams(LONG) if "northern" in run}
    assert word_grams(LONG) - word_grams(changed) == broken
