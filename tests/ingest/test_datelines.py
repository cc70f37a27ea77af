"""Datelines: what they are cut off, who sent the report, and when."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.domain.enums import SectionKind
from verifier.services.ingest_documents import read_article

DAY = date(2026, 5, 12)


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("LINZ, 12 May 2026 (Reuters) - ", DAY),
        ("LINZ, May 12, 2026 (Reuters) - ", DAY),
        ("LINZ, Austria, May 12, 2026 — ", DAY),
        ("LINZ, May 12 (Reuters) - ", None),
        ("Linz, 12. Mai 2026 (dpa) - ", DAY),
        ("Linz, 12. Mai 2026 – ", DAY),
        ("Linz – ", None),
        ("Linz (dpa/lno) - ", None),
        ("Linz (dpa/sn) - ", None),
        ("Linz, 12. Mai 2026 (AFP/dpa) - ", DAY),
        ("12. Mai 2026. ", DAY),
        ("12. Mai 2026 – ", DAY),
        ("12 May 2026: ", DAY),
        ("2026-05-12: ", DAY),
    ],
)
def test_a_dateline_tells_when_and_is_no_part_of_the_body(dateline: str, day: date | None) -> None:
    article = read_article(
        f"Der Zug entgleist\n\n{dateline}Zwei Menschen starben. Ein Kind blieb heil.\n".encode(), "a"
    )
    (body,) = (s for s in article.sections if s.kind is SectionKind.BODY)
    assert body.span.of(article.text) == "Zwei Menschen starben. Ein Kind blieb heil."
    assert (article.published_on.date() if article.published_on else None) == day


@pytest.mark.parametrize("opening", ["12. Mai 2026 war es kalt. ", "Am 12. Mai 2026 – einem Dienstag – fror es. "])
def test_a_sentence_that_begins_with_a_day_is_no_dateline(opening: str) -> None:
    article = read_article(f"Der Zug entgleist\n\n{opening}Zwei Menschen starben.\n".encode(), "a")
    (body,) = (s for s in article.sections if s.kind is SectionKind.BODY)
    assert body.span.of(article.text) == f"{opening}Zwei Menschen starben."
    assert article.published_on is None


def test_a_stamp_above_the_report_is_believed_before_its_dateline() -> None:
    text = "Der Zug entgleist\n\nVeröffentlicht am 13. Mai 2026\n\nLinz, 12. Mai 2026 – Zwei Menschen starben.\n"
    article = read_article(text.encode(), "a")
    assert article.published_on is not None
    assert article.published_on.date() == date(2026, 5, 13)
