"""Text of documents and reviewers stays text in every format, and one content has one canonical form."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.config import Settings
from verifier.export.canonical_json import canonical_json, sha256_of
from verifier.export.render import render
from verifier.paths import bundled
from verifier.services.build_report import compose
from verifier.services.decide import decide
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_disputes
from verifier.services.open_store import open_store
from verifier.services.pair_claims import pair_claims
from verifier.services.report_subject import Subject

HOSTILE = [
    "=1+1", "+1", "-2+3", "@SUM(A1:A9)", "  =cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "</title><h1>broken</h1>",
    "{{ 7*7 }}", "{% for x in y %}", "${7*7}", "[click](javascript:alert(1))", "javascript:alert(1)",
    "![x](http://elsewhere.example/x.png)", "# heading", "| cell | cell |", "```", "\u202eabc\u202c", "a\u200bb",
    "a\x1b[31mb", "]]>", "&lt;b&gt;", "-->", "\u2066left\u2069",
]  # fmt: skip
WORDS = {
    "claimant", "quote", "document", "question", "context", "label", "name", "surface", "explanation", "note", "by",
    "title", "left_quote", "right_quote", "reason", "cue", "place", "outlet",
}  # fmt: skip
HIDDEN = ("\u202e", "\u200b", "\x1b", "\u2066")
NAMED = {n: f"[U+{n:04X}]" for n in (*range(0x20), 0x200B, 0x202C, 0x202E, 0x2066, 0x2069) if n != 10}


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The content of a real report, one decision included."""
    settings = Settings(home=tmp_path_factory.mktemp("home"), embedder="hash")
    ingest_documents(settings, [str(bundled("seeds") / "more")])
    pair_claims(settings)
    decide(settings, list_disputes(settings)[0]["uid"], "resolved", "settled by the clerk")
    with open_store(settings) as store, store.read() as connection:
        return json.loads(canonical_json(compose(connection, Subject())))  # type: ignore[no-any-return]


def poisoned(value: Any, words: str, key: str = "") -> Any:
    """The same content with ``words`` in the place of every text a document or reviewer may have brought."""
    if key == "method":  # our own words
        return value
    if isinstance(value, dict):
        slot = {"left", "right"} if "outcome" in value else set()
        return {
            k: words if k in WORDS | slot and isinstance(v, str) else poisoned(v, words, k) for k, v in value.items()
        }
    if isinstance(value, list):
        return [words if isinstance(v, str) and key == "caveats" else poisoned(v, words) for v in value]
    return value


def rendered(body: dict[str, Any], format: str) -> str:
    made: str | bytes = render(canonical_json(body), format)
    return made if isinstance(made, str) else made.decode("utf-8")


class Page(HTMLParser):
    """The tags, attributes and words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("words", HOSTILE)
def test_html_shows_it_as_words(body: dict[str, Any], words: str) -> None:
    plain, page = (Page(rendered(poisoned(body, text), "html")) for text in ("harmless", words))
    assert page.tags == plain.tags
    assert [name for name, _ in page.attributes] == [name for name, _ in plain.attributes]
    assert not {"script", "iframe", "object", "embed", "link", "img"} & set(page.tags)
    assert not [value for _, value in page.attributes if value.lower().strip().startswith("javascript:")]
    assert words.translate(NAMED).strip() in page.words
    prose = re.sub(r"<head>.*?</head>|<svg.*?</svg>", "", rendered(poisoned(body, words), "html"), flags=re.DOTALL)
    assert not [mark for mark in HIDDEN if mark in prose]


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_shows_it_as_words(body: dict[str, Any], words: str) -> None:
    plain, text = (rendered(poisoned(body, each), "md") for each in ("harmless", words))
    assert len(text.splitlines()) == len(plain.splitlines())
    assert not re.search(r"(?<!\\)<[a-z/]|(?<!\\)\]\(", text)
    assert not [mark for mark in HIDDEN if mark in text]
    headings = [line.split(" ")[0] for line in text.splitlines() if line.startswith("#")]
    assert headings == [line.split(" ")[0] for line in plain.splitlines() if line.startswith("#")]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_of_csv_is_a_formula(body: dict[str, Any], words: str) -> None:
    rows = list(csv.reader(io.StringIO(rendered(poisoned(body, words), "csv"), newline="")))
    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows for cell in row):
        try:
            float(cell)
        except ValueError:
            assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")), cell


@pytest.mark.parametrize("words", HOSTILE)
def test_json_keeps_it_letter_by_letter(body: dict[str, Any], words: str) -> None:
    content = poisoned(body, words)
    frozen = json.loads(rendered(content, "json"))
    assert frozen["report"] == content
    assert frozen["sha256"] == sha256_of(canonical_json(content))


def test_a_page_says_its_language_and_title_and_loads_nothing(body: dict[str, Any]) -> None:
    page = Page(rendered(body, "html"))
    assert ("lang", "en") in page.attributes
    assert page.tags[: page.tags.index("main")].count("title") == page.tags.count("h1") == page.tags.count("main") == 1
    assert not [value for name, value in page.attributes if name in ("src", "href") and not value.startswith("#")]


def shuffled(value: Any, chance: random.Random) -> Any:
    """The same content with the keys of every object in another order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    return [shuffled(v, chance) for v in value] if isinstance(value, list) else value


def test_the_canonical_form_knows_no_order_of_keys(body: dict[str, Any]) -> None:
    assert all(canonical_json(shuffled(body, random.Random(n))) == canonical_json(body) for n in range(5))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_the_canonical_form_of_what_was_read_back_is_the_same(value: Any) -> None:
    once = canonical_json(value)
    assert canonical_json(json.loads(once)) == once


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="Out of range"):
        canonical_json({"a": value})


def test_inputs_in_any_order_give_one_report(tmp_path: Path) -> None:
    paths = sorted(str(path) for path in (bundled("seeds") / "tutorial").glob("*.md"))
    made = set()
    for name, ordered in (("one", paths), ("other", paths[::-1])):
        settings = Settings(home=tmp_path / name, embedder="hash")
        ingest_documents(settings, ordered)
        pair_claims(settings)
        with open_store(settings) as store, store.read() as connection:
            made.add(canonical_json(compose(connection, Subject())))
    assert len(made) == 1
