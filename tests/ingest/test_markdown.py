"""Markdown becomes plain text with its fields."""

from __future__ import annotations

import pytest

from verifier.ingest.markdown import plain_markdown, split_front_matter


def test_front_matter_gives_fields_and_the_text_below() -> None:
    fields, text = split_front_matter('---\ntitle: "Storm: the day after"\nLang: en\noutlet:\n---\n\nBody.\n')
    assert fields == {"title": "Storm: the day after", "lang": "en", "outlet": ""}
    assert text == "Body.\n"


@pytest.mark.parametrize(
    "text", ["No front matter.", "---\nA rule opens this text.\n---\nMore.", "---\ntitle: open end"]
)
def test_text_without_front_matter_is_left_alone(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("It **rose** by *five* per cent.", "It rose by five per cent."),
        ("See [the report](https://example.org/a_b) and ![a map](m.png).", "See the report and a map."),
        ("> Quoted words.", "Quoted words."),
        ("snake_case_names and 3 * 4 * 5 stay", "snake_case_names and 3 * 4 * 5 stay"),
        ("# Heading\n- item", "# Heading\n- item"),
        ("[unclosed](https://example.org", "[unclosed](https://example.org"),
    ],
)
def test_marks_inside_lines_are_dropped(source: str, plain: str) -> None:
    assert plain_markdown(source) == plain
