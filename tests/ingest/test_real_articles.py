"""The three articles the product was designed on, read line by line; skipped where they are not at hand."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from verifier.domain.document import Article
from verifier.ingest import read_document

_FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "seeds"
pytestmark = pytest.mark.skipif(
    not _FOLDER.is_dir(), reason="the real articles lie outside the project and are not here"
)


def _article(prefix: str) -> Article:
    path = next(_FOLDER.glob(f"{prefix}_*.txt"))
    return read_document(path.read_bytes(), path.name)


@pytest.mark.parametrize(
    ("prefix", "lang", "day", "credits", "kinds"),
    [
        ("000", "en", date(2023, 9, 14), ("AFP", "Reuters"),
         {"title": 1, "heading": 11, "summary": 6, "body": 42, "boilerplate": 1, "credit": 1}),
        ("001", "en", date(2024, 11, 12), ("AFP", "AP", "dpa", "Reuters"),
         {"title": 1, "deck": 1, "heading": 11, "summary": 3, "body": 58, "caption": 4, "credit": 1,
          "boilerplate": 42}),
        ("002", "de", None, (), {"title": 1, "body": 21, "credit": 1, "boilerplate": 1}),
    ],
)  # fmt: skip
def test_kinds_of_sections(
    prefix: str, lang: str, day: date | None, credits: tuple[str, ...], kinds: dict[str, int]
) -> None:
    article = _article(prefix)
    assert Counter(section.kind.value for section in article.sections) == kinds
    assert article.lang == lang
    assert (article.published_on.date() if article.published_on else None) == day
    assert article.credits == credits


def test_items_of_the_second_article_are_dated() -> None:
    article = _article("001")
    days = {section.dated_on for section in article.sections if section.kind.value == "body"}
    assert days == {date(2024, 11, 12)}
