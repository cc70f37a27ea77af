"""Files of text, Markdown and JSON lines become articles, or are refused with one sentence."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.domain.document import Article
from verifier.domain.enums import Precision, SectionKind
from verifier.errors import InputRefused
from verifier.ingest import read_document, read_json_lines

_MARKDOWN = """---
outlet: The Mill Post
published: 2024-05-07
lang: en
url: https://mill.example/strike
---
# Strike at the mill

The union counted **40** workers, [the owner](https://mill.example/o) only 12.

## What comes next

- Talks begin on *Monday*.
"""


def test_markdown_keeps_its_words_and_its_front_matter_becomes_the_metadata() -> None:
    article = read_document(_MARKDOWN.encode(), "strike.md")
    told = [(s.kind, s.span.of(article.text)) for s in article.sections]
    assert told == [
        (SectionKind.TITLE, "Strike at the mill"),
        (SectionKind.BODY, "The union counted 40 workers, the owner only 12."),
        (SectionKind.HEADING, "What comes next"),
        (SectionKind.BODY, "Talks begin on Monday."),
    ]
    assert (article.title, article.outlet, article.lang) == ("Strike at the mill", "The Mill Post", "en")
    assert (article.published_on, article.date_precision) == (datetime(2024, 5, 7), Precision.DAY)
    assert article.url == "https://mill.example/strike"


def test_what_the_caller_says_wins_over_the_text() -> None:
    article = read_document(
        _MARKDOWN.encode(),
        "strike.md",
        outlet="Hill News",
        published=date(2024, 6, 1),
        lang="de-AT",
        url="https://h.example",
    )
    assert (article.outlet, article.published_on, article.lang) == ("Hill News", datetime(2024, 6, 1), "de")
    assert article.url == "https://h.example"


@pytest.mark.parametrize(
    ("name", "slug"), [("Reuters", "reuters"), ("www.reuters.com", "reuters"), ("Moor Echo", "Moor Echo")]
)
def test_known_outlets_are_named_by_their_slug(name: str, slug: str) -> None:
    assert read_document(b"Forty people left.", "a.txt", outlet=name).outlet == slug


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"---\noutlet: X\n---\n", "front matter"),
        (b"\xad", "no letter that can be seen"),
        ("\u200b\n\u2060 \u00ad\n".encode(), "no letter that can be seen"),
        ("---\noutlet: X\n---\n\u202e".encode(), "no letter that can be seen"),
        (b"PK\x03\x04\x00\x00\x08\x00", "binary"),
        (b"a" * 10_000_000, "limit"),
        (b"a" * 300_000, "One line has 300,000 characters"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(InputRefused, match=reason):
        read_document(raw, "a.md")


# One line each: what it is, and the reason it is refused for, or None where it is taken in.
@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (json.dumps({"text": "Forty people left.", "published": "2024-05-07T10:15:00Z"}), None),
        ("{", "no valid JSON"),
        ("[" * 100_000, "no valid JSON"),
        ('{"text": ' + "9" * 5_000 + "}", "no valid JSON"),
        ("[1, 2]", "no “text”"),
        ('{"text": 7}', "no “text”"),
        ('{"text": ""}', "empty"),
        ('{"text": "\\u200b"}', "no letter that can be seen"),
        ('{"text": "A.", "lang": 7}', "“lang” is no text"),
        ('{"text": "A.", "published": "last week"}', "“published” is no date"),
        ('{"text": "A.", "published": "2024-05-07x"}', "“published” is no date"),
    ],
)
def test_a_bad_line_is_refused_alone(line: str, reason: str | None) -> None:
    good = json.dumps({"name": "good", "text": "Nine people came."})
    raw = f"{line}\n\n{good}\n".encode()
    first, last = list(read_json_lines(raw, "many.jsonl"))
    assert isinstance(last, Article)
    assert last.name == "good"
    if reason is None:
        assert isinstance(first, Article)
        assert first.name == "many.jsonl:1"
    else:
        assert isinstance(first, InputRefused)
        assert str(first).startswith("Line 1: ")
        assert reason in str(first)


def test_a_line_in_another_encoding_is_refused_alone() -> None:
    found = list(read_json_lines(b'{"text": "caf\xe9"}\n{"text": "Nine came."}', "x"))
    assert [type(item) for item in found] == [InputRefused, Article]


def test_the_text_of_a_json_line_keeps_every_letter() -> None:
    text = "\ufeffTitle here\r\n\r\n---\r\nNine\u00a0people came.\r\n"
    (article,) = read_json_lines(json.dumps({"text": text}).encode(), "x")
    assert isinstance(article, Article)
    assert article.text == text


_PIECES = st.sampled_from(
    ["Kyiv says 17 downed", "Nine left.", "", "- item", "## Part", "https://a.example/b", "May 3, 2024", "Key points",
     "Published May 3, 2024", "By Ann Lee", "x (AFP, Reuters)", "Photo: Ann Lee/AP", "„Ja.“", "\u00a0",
     "KYIV (AP) - It fell.", "---", "10:45", "Here it is:", "\r", "Skip to content"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES | st.text(max_size=30), max_size=14), st.sampled_from(["a.txt", "a.md"]))
def test_sections_are_ordered_disjoint_and_within_the_text(pieces: list[str], name: str) -> None:
    try:
        article = read_document("\n".join(pieces).encode("utf-8", "replace"), name, lang="en")
    except InputRefused:
        return
    at = 0
    assert article.sections
    for section in article.sections:
        assert at <= section.span.start < section.span.end <= len(article.text)
        assert section.span.of(article.text).strip()
        at = section.span.end
