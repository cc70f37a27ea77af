"""Lines of news pages are told apart; a sentence of the body is never taken for anything else."""

from __future__ import annotations

import textwrap
from datetime import date, datetime

import pytest

from verifier.domain.document import Article
from verifier.ingest import read_document


def _read(text: str, name: str = "a.txt") -> Article:
    return read_document(text.encode(), name)


def _kinds(article: Article) -> list[str]:
    return [section.kind.value for section in article.sections]


def _told(article: Article, *kinds: str) -> list[str]:
    return [section.span.of(article.text) for section in article.sections if section.kind.value in kinds]


# Heads of pages: each case gives title, publication day, and the kinds of all lines.
@pytest.mark.parametrize(
    ("text", "title", "day", "kinds"),
    [
        ("Mill burns, mayor saysPublished May 3, 2024last updated May 4, 2024\nNine left.\nTen came.",
         "Mill burns, mayor says", date(2024, 5, 3), "title body body"),
        ("1. Skip to content\nTownFire\n\nMill burns, mayor says\n\nPublished May 3, 2024\n\nThe mayor saw it.\n\n"
         "https://m.example/p/1\n\nNine left.", "Mill burns, mayor says", date(2024, 5, 3),
         "boilerplate boilerplate title boilerplate deck boilerplate body"),
        ("Mill burns in Ardan\nThe mayor calls for help.\nBy Ann Lee\nPublished: 3 May 2024, 10:15 GMT\n"
         "Nine left.\nTen came.",
         "Mill burns in Ardan", date(2024, 5, 3), "title deck credit boilerplate body body"),
        ("Mühle brennt in Norderau\nStand: 03.05.2024, 10:15 Uhr\nNeun gingen.\nZehn kamen.",
         "Mühle brennt in Norderau", date(2024, 5, 3), "title boilerplate body body"),
        ("FOR IMMEDIATE RELEASE\n\nMay 3, 2024\n\nMill opens 12 shelters\n\nThe mill opened 12 shelters.\n\n###",
         "Mill opens 12 shelters", date(2024, 5, 3), "boilerplate boilerplate title body boilerplate"),
        ("Europe\nMill burns in Ardan\nNine left.", "Mill burns in Ardan", None, "boilerplate title body"),
        ("Who set the mill on fire?\nNobody knows. Nine left.", "Who set the mill on fire?", None, "title body"),
        ("Forty mills burned", None, None, "body"),
        ("Forty mills burned.", None, None, "body"),
        ("Nine left.\nWhat the mayor says\nTen came.", None, None, "body heading body"),
        ("The report, published on May 3, 2024, counts 50 mills.\nOfficials agree.", None, None, "body body"),
    ],
)  # fmt: skip
def test_heads(text: str, title: str | None, day: date | None, kinds: str) -> None:
    article = _read(text)
    assert article.title == title
    assert (article.published_on.date() if article.published_on else None) == day
    assert _kinds(article) == kinds.split()


def test_the_last_update_is_kept() -> None:
    article = _read("Mill burnsPublished May 3, 2024last updated May 4, 2024\nNine left.")
    assert article.updated_on == datetime(2024, 5, 4)


# Sentences that look like something else but tell something: they must be read.
@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the agency found 40 dead.",
        "A report edited by the council counts 50 mills.",
        "Watch groups count 40 dead",
        "Comments by the minister spark a walkout of 300",
        "Live: 40 dead in Ardan",
        "Unter Mitarbeit von 30 Helfern wurden neun Menschen geborgen.",
        "The minister stood by as 40 mills burned on May 3, 2024.",
        "Source: 40 dead in Ardan, says the mayor.",
        "By Friday 40 mills had burned.",
        "Skipping the talks cost 300 jobs.",
        "In July, 40 mills burned (according to Reuters).",
        "Neun Menschen starben, teilte die Polizei mit (siehe Bild).",
        "17 dead. Nine injured. Three missing.",
        "Er floh. Sie blieb. Alle starben.",
    ],
)
def test_what_tells_something_is_read(line: str) -> None:
    text = f"The mill of Ardan burns\n\nNine people left the mill.\n\n{line}"
    assert line in _told(_read(f"{text}\n\nTen came."), "body", "heading")
    assert line in _told(_read(text), "body", "heading")


# Lines that are no part of what an article tells.
@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Skip next section The mill of Ardan burns", "boilerplate"),
        ("Nächsten Abschnitt überspringen", "boilerplate"),
        ("Read more: Why mills burn", "boilerplate"),
        ("Lesen sie auch: Warum Mühlen brennen", "boilerplate"),
        ("https://m.example/p/1", "boilerplate"),
        ("m.example/p/1", "boilerplate"),
        ("May 3, 2024", "boilerplate"),
        ("Freitag, 3. Mai 2024, 10:15 Uhr", "boilerplate"),
        ("10:45 GMT", "boilerplate"),
        ("* * *", "boilerplate"),
        ("The mill in flamesImage: Ann Lee/AP Photo/picture alliance", "caption"),
        ("The mill in flames. Photo: Ann Lee/Reuters", "caption"),
        ("Foto: Jan Maier/dpa", "caption"),
        ("ab/cd (AFP, Reuters)", "credit"),
        ("(dpa)", "credit"),
        ("AFP, dpa", "credit"),
        ("Source: Reuters", "credit"),
        ("Ann Lee and Paul Ray contributed to this report.", "credit"),
        ("Ann Lee und Paul Ray haben zu diesem Bericht beigetragen.", "credit"),
        ("Reporting by Ann Lee in Ardan; Editing by Paul Ray", "credit"),
        ("By Ann Lee and Paul Ray", "credit"),
        ("Von Jan Maier und Eva Roth", "credit"),
    ],
)
def test_what_is_no_part_of_the_article(line: str, kind: str) -> None:
    article = _read(f"The mill of Ardan burns\n\nNine people left.\n\n{line}\n\nTen came.")
    assert _told(article, kind) == [line]


def test_a_row_of_scraps_at_the_end_is_no_body() -> None:
    article = _read("The mill of Ardan burns\nNine people left it.\n\n“Gardener. Quiet reader. Tea lover.”")
    assert _kinds(article) == ["title", "body", "boilerplate"]


def test_credits_name_the_agencies() -> None:
    article = _read("KYIV, March 3 (Reuters) - Nine people left.\n\nTen came.\n\nab/cd (AFP, dpa)")
    assert article.credits == ("Reuters", "AFP", "dpa")
    assert _told(article, "body") == ["Nine people left.", "Ten came."]
    assert _told(article, "credit")[0] == "KYIV, March 3 (Reuters) -"


def test_items_of_a_live_blog_carry_their_own_dates() -> None:
    article = _read(
        "Mill blogPublished May 4, 2024\n"
        "May 3, 2024\nFire at the mill\nNine left.\nRain at the mill\nMay 2, 2024\nTen came."
    )
    dated = [(s.span.of(article.text), s.dated_on) for s in article.sections if s.kind.value in ("heading", "body")]
    assert dated == [
        ("Fire at the mill", date(2024, 5, 3)),
        ("Nine left.", date(2024, 5, 3)),
        ("Rain at the mill", date(2024, 5, 2)),
        ("Ten came.", date(2024, 5, 2)),
    ]


# The summary ends at the next heading, with its list, or with its block.
@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Mill blog goes on\nAt a glance\nNine left.\nTen came.\n"
         "This is what matters on Friday, May 3:\nFire again\nAll left.",
         ["Nine left.", "Ten came."]),
        ("Mill blog goes on\nKey points\n- Nine left\n- Ten came\nThe mill burns. All left.",
         ["Nine left", "Ten came"]),
        ("Mill blog goes on\n\nKey points\nNine left.\nTen came.\n\nThe mill burns.\n\nAll left.",
         ["Nine left.", "Ten came."]),
        ("Mill blog goes on\nAll left.\nWhat we know\nNine left.", []),
    ],
)  # fmt: skip
def test_the_summary_and_its_end(text: str, summary: list[str]) -> None:
    article = _read(text)
    assert _told(article, "summary") == summary
    assert "All left." in "".join(_told(article, "body"))


def test_titles_of_links_are_no_headings_but_headings_with_their_address_are() -> None:
    inside = _read(
        "Mill blog goes on\n\nFire at the mill\n\nNine left.\n\nWhy mills burn so\n\nhttps://m.example/1\n\nTen came."
    )
    assert _told(inside, "heading") == ["Fire at the mill"]
    below = _read(
        "Mill blog goes on\n\nNine left.\n\nFire at mill\nhttps://m.example/1\nTen came.\n\n"
        "Rain\nhttps://m.example/2\nAll left."
    )
    assert _told(below, "heading") == ["Fire at mill", "Rain"]


def test_lines_broken_at_a_width_are_put_together_in_place() -> None:
    paragraph = (
        "The union told reporters in the capital on Monday that about 3,400 workers had joined a walkout, "
        "and the owners replied that no more than 1,900 of the people on their lists had stayed away."
    )
    text = f"{textwrap.fill(paragraph, 60)}\n\nTalks go on.\n"
    article = _read(text)
    assert len(article.text) == len(text)
    assert _told(article, "body") == [paragraph, "Talks go on."]


def test_line_ends_and_no_break_spaces_stay_as_they_are() -> None:
    text = "The mill of Ardan burns\r\n\r\nNine\u00a0people left.\r\nTen came.\r\n"
    article = _read(text)
    assert article.text == text
    assert _told(article, "body") == ["Nine\u00a0people left.", "Ten came."]
