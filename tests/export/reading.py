"""Reading reports back: the text of every format, and the facts each has to carry."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from verifier.errors import VerifierError
from verifier.export.outline import plain_text, visible
from verifier.export.pdf import require_printer
from verifier.export.shown import show_day, show_days, show_interval, show_number, show_question
from verifier.export.words import Words, load_words

PROSE = ("html", "md", "docx", "pdf")
_HIDDEN = ("script", "style", "title")


class _Page(HTMLParser):
    """The text of a page, without its pictures; ``tags`` are the elements met."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag in _HIDDEN:
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.parts.append(data)


def needs_pdf() -> None:
    """Skip where nothing can print: PDF is an optional extra."""
    try:
        require_printer()
    except VerifierError as error:
        pytest.skip(str(error))


def read_page(page: str) -> _Page:
    parsed = _Page()
    parsed.feed(page)
    return parsed


def text_of(content: bytes, format: str) -> str:
    """The words of a report in ``format``, without blanks."""
    return squeeze(_READERS[format](content))


def squeeze(text: str) -> str:
    return "".join(text.split()).replace("\u00ad", "")


def facts(body: dict[str, Any], sha256: str, lang: str) -> Iterator[tuple[str, str]]:
    """Every fact that a report in prose has to tell, by its name."""
    words = load_words(lang)
    yield "sha256", sha256
    yield from _method(words, body["method"])
    for each in body["inputs"]:
        yield "input", each["name"]
        yield "snapshot", each["snapshot"]
    for dispute in body["disputes"]:
        yield from _dispute(words, dispute)
    for finding in body["findings"]:
        for quote in finding["quotes"]:
            yield "finding", visible(quote["quote"])


def _method(words: Words, method: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "ruleset", method["ruleset"]
    yield "extractor", method["extractor"]
    if method["model"]:
        yield "model", method["model"]["sha256"]
    for share in method["quality"].values():
        yield "quality", words.plain("format", "percent", n=show_number(words, 100 * share))


def _dispute(words: Words, dispute: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "question", plain_text(show_question(words, dispute["question"]))
    yield "status", words.word(dispute["status"], "status")
    for claim in (c for p in dispute["positions"] for c in p["claims"]):
        yield from _claim(words, claim)
    for judged in dispute["conflicts"]:
        yield "rule", judged["rule"]
        yield "relation", words.word(judged["relation"])[1:]
        yield "would change", words.word(judged["would_change"], "would_change")
        for slot in judged["slots"]:
            if slot["outcome"] == "different" and slot["slot"] != "polarity":
                yield "slot", visible(slot["left"])
    for judged in dispute["fitting"]:
        yield "fitting", judged["rule"]
    for each in dispute["look_alikes"]:
        yield "look-alike", visible(each["quote"])
        yield "scope", words.word(each["aspect"], "scope")
    yield from _judged(words, dispute)


def _judged(words: Words, dispute: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for source in dispute["sources"]:
        yield "source", visible(source["name"])[1:]
        yield "grade", source["grade"] or words.label("ungraded")
        if source["kind"]:
            yield "kind of source", words.word(source["kind"])
    for decision in dispute["decisions"]:
        for value in (decision["note"], *decision["evidence"], show_day(words, decision["on"])):
            yield "decision", visible(value)
        if decision["verdict"]:
            yield "verdict", words.word(decision["verdict"])
    for slot in (*dispute["open"]["one_sided"], *dispute["open"]["untold"]):
        yield "open", words.word(slot)
    for kind in dispute["settle"]:
        yield "settle", words.word(kind, "settle")


def _claim(words: Words, claim: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("claimant", "quote", "document", "outlet", "place"):
        if claim[name]:
            yield name, visible(claim[name])[1:]
    if claim["side_name"]:
        yield "side", visible(claim["side_name"][words.lang])
    for step in claim["chain"]:
        yield "cue", visible(step["cue"] or "")
    yield "offsets", words.plain("label", "characters", start=claim["start"], end=claim["end"])
    yield "snapshot", claim["snapshot"][:16]
    yield "event time", show_days(words, claim["event_time"])
    yield "stated on", show_day(words, claim["stated_on"])
    yield "commitment", words.word(claim["commitment"])
    if claim["number"]:
        yield "number", visible(claim["number"]["surface"])
        yield "interval", show_interval(words, claim["number"]["hard"])
        yield "understood", show_interval(words, claim["number"]["soft"])
    for question in ("attribution", "content"):
        if claim[question]:
            yield question, words.word(claim[question])


def _docx(content: bytes) -> str:
    import docx

    document = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def _pdf(content: bytes) -> str:
    from pypdf import PdfReader

    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


_READERS = {
    "html": lambda content: "".join(read_page(content.decode()).parts),
    "md": lambda content: re.sub(r"\\(.)", r"\1", content.decode()),
    "docx": _docx,
    "pdf": _pdf,
}
