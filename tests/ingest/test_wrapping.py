"""Paragraphs broken at a width are whole again, letter for letter in place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.ingest.wrapping import join_wrapped

WRAPPED = """Harbour reopens after the storm

The harbour of the old town was opened again on Monday after three
days in which no ship could leave. Two ferries with 340 passengers on
board had waited outside since Friday night, the office of the port
said.

Divers searched the basin for the wreck of a barge that had gone down
near the southern pier.
"""


def test_wrapped_paragraphs_are_joined() -> None:
    joined = join_wrapped(WRAPPED)
    assert "three days in which no ship could leave. Two ferries with 340 passengers on board" in joined
    assert joined.startswith("Harbour reopens after the storm\n\nThe harbour")
    assert len(joined) == len(WRAPPED)


@pytest.mark.parametrize(
    "text",
    [
        "One line alone.",
        "A title\nA sentence below it that is somewhat longer than the title.\nAnother one.",
        "- a first item of a list of things to know\n- a second item of that same list\n- a third",
        "",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert join_wrapped(text) == text


@given(st.text(alphabet="aB .\n-é\r", max_size=400))
def test_only_line_breaks_turn_into_blanks(text: str) -> None:
    joined = join_wrapped(text)
    assert len(joined) == len(text)
    assert all(a == b or (a == "\n" and b == " ") for a, b in zip(text, joined, strict=True))
