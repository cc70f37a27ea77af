"""Whatever stands in an article, a name or a note stays text in every format."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.export.reading import needs_pdf, read_page, squeeze, text_of
from verifier.config import Settings
from verifier.export.canonical_json import canonical_json, sha256_of
from verifier.export.edition import Edition
from verifier.export.outline import visible
from verifier.export.public_site import PublicReport, public_files
from verifier.export.render import FORMATS, render
from verifier.export.strips import NONE, POINT, RING, STROKE, THICK, THIN
from verifier.services.build_report import freeze_report, render_report
from verifier.services.report_subject import Subject

HOSTILE = (
    '=HYPERLINK("http://evil.example","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</style></title></script><b>out</b>",
    "{{7*7}}{% for x in y %}${7*7}#{7*7}",
    "\u202eGNP.exe\u2066 hidden\u200b",
    "[link](http://evil.example) ![i](x) <http://evil.example> www.evil.example https://evil.example a@evil.example",
    "# head\n- item\n> quote\n| cell |\n```\ncode\n```\n1. one\n---\n***",
    "\x00\x07\x1b[31m\ufffe\r\n",
    "&amp; &#x3c; ]]> <!-- --> *bold* _em_ ~~gone~~ `code` \\",
    "x" * 40_000,
)
FREE = {
    "quote", "context", "claimant", "cue", "document", "document_title", "outlet", "url", "place", "surface", "side",
    "en", "de", "label", "text", "note", "name", "by", "basis", "explanation", "title",
}  # fmt: skip
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "p", "dl", "div", "dt", "dd",
    "ul", "li", "blockquote", "bdi", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "desc",
    "g", "text", "line", "rect", "circle", "path", "nav", "a", "footer", "link", "article",
}  # fmt: skip


DRAWN = {NONE, THIN, THICK, POINT, RING, STROKE}
MARKUP = {
    "link_open", "image", "html_inline", "html_block", "code_inline", "code_block", "fence", "em_open", "s_open", "hr",
}  # fmt: skip


def is_free(key: str, value: Any, holder: dict[str, Any]) -> bool:
    """Whether a field holds words that are not ours."""
    told = key in FREE or ("slot" in holder and key in ("left", "right"))
    return told and isinstance(value, str)


def poisoned(value: Any, evil: str, key: str = "") -> Any:
    """A report with ``evil`` in every field whose words are not ours."""
    if isinstance(value, dict):
        return {k: evil if is_free(k, v, value) else poisoned(v, evil, k) for k, v in value.items()}
    if isinstance(value, list):
        return [
            evil if isinstance(v, str) and key in ("evidence", "caveats") else poisoned(v, evil, key) for v in value
        ]
    return value


@pytest.fixture
def body(settings: Settings, dispute: str) -> dict[str, Any]:
    made = freeze_report(settings, Subject("document", "bridge.md"), "rita")
    assert dispute
    told: dict[str, Any] = json.loads(render_report(settings, made.uid, "json"))["report"]
    for claim in (c for d in told["disputes"] for p in d["positions"] for c in p["claims"]):
        claim["caveats"] = ["not checked"]
    return told


@pytest.fixture(params=range(len(HOSTILE)))
def hostile(request: pytest.FixtureRequest, body: dict[str, Any]) -> tuple[str, str]:
    """A report full of one hostile text, and that text."""
    evil = HOSTILE[request.param]
    return canonical_json(poisoned(body, evil)), evil


def test_pages_hold_no_markup_of_others(hostile: tuple[str, str]) -> None:
    canonical, evil = hostile
    edition = Edition(uid="0123456789abcdef", state="corrected", on="2025-01-02", note=evil, newsroom=evil[:300])
    body = json.loads(canonical)
    public = PublicReport("0123456789abcdef", sha256_of(canonical), body, edition)
    pages = [render(canonical, "html", edition).decode()]
    pages += [
        made.decode() for name, made in public_files([public], "en", evil[:300], "") if made and name.endswith(".html")
    ]
    for page in pages:
        parsed = read_page(page)
        assert set(parsed.tags) - TAGS <= {"script"}
        assert parsed.tags.count("script") <= 1
        assert not [name for name, _ in parsed.attributes if name.startswith("on")]
        assert all("evil" not in (value or "") for name, value in parsed.attributes if name in ("href", "src"))
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\x00\x07\x1b]", page)


@pytest.mark.parametrize("format", ["html", "docx"])
def test_the_words_are_all_there(hostile: tuple[str, str], format: str) -> None:
    canonical, evil = hostile
    assert squeeze(visible(evil)) in text_of(render(canonical, format), format)


def test_markdown_shows_the_words_and_nothing_they_ask_for(hostile: tuple[str, str]) -> None:
    canonical, evil = hostile
    page = render(canonical, "md").decode()
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(page)
    inline = [child for token in tokens for child in token.children or ()]
    assert (
        not {t.type for t in [*tokens, *inline] if not (t.type == "code_inline" and set(t.content) <= DRAWN)} & MARKUP
    )
    shown = "".join(child.content for child in inline if child.type in ("text", "text_special"))
    assert squeeze(visible(evil, "\n\r\t")) in squeeze(shown)
    headings = [token for token in tokens if token.type == "heading_open"]
    assert len(headings) == len([line for line in page.splitlines() if re.match("#+ ", line)])
    for address in ("http://", "https://", "www.evil"):
        assert address not in page


def test_spreadsheets_hold_no_formula_and_no_link(hostile: tuple[str, str]) -> None:
    from openpyxl import load_workbook

    canonical, _ = hostile
    for row in csv.reader(io.StringIO(render(canonical, "csv").decode(), newline="")):
        assert not [cell for cell in row if cell.lstrip(" \u00a0")[:1] in ("=", "+", "-", "@", "\t", "\r") and cell]
    book = load_workbook(io.BytesIO(render(canonical, "xlsx")))
    for page in book.worksheets:
        for cells in page.iter_rows():
            assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_reviews_stay_data(hostile: tuple[str, str]) -> None:
    canonical, evil = hostile
    reviews = json.loads(render(canonical, "claimreview"))["@graph"]
    assert {review["claimReviewed"] for review in reviews} == {evil}


@pytest.mark.timeout(1200)  # setting so much hostile text takes a busy machine minutes
def test_every_format_is_written_whatever_the_text(body: dict[str, Any]) -> None:
    needs_pdf()
    canonical = canonical_json(poisoned(body, " ".join(HOSTILE[:-1])))
    for format in FORMATS:
        assert render(canonical, format, Edition(lang="de"))
