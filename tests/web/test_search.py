"""Search in the full text: words in any order, accents and case aside, hostile input included; and what pages weigh."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

import pytest

from verifier.services.desk_search import LONGEST
from verifier.web.rendering import found_in

if TYPE_CHECKING:
    from tests.web.conftest import Desk, Sample

MOST_ASSETS = 80_000


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("hurt", ["port", "union", "headline"]),
        ("HURT people", ["port", "union"]),
        ("people hurt 40", ["port"]),
        ("dockers", ["union", "alarm"]),
        ("verletzt", ["brigade"]),
        ("verletz*", ["brigade"]),
        ("verletz", ["brigade"]),
        ("hurt nowhere", []),
        ('"hurt" OR (people) AND', []),
        ("hurt-people", ["port", "union"]),
        ("mark:judged", []),
    ],
)
def test_claims_are_found_by_whole_words(desk: Desk, sample: Sample, words: str, found: list[str]) -> None:
    page = desk.get(f"/search?q={quote_plus(words)}")
    named = ("port", "union", "alarm", "governor", "brigade", "headline")
    assert {name for name in named if f"/claims/{getattr(sample, name)}" in page} == set(found)


@pytest.mark.parametrize(
    "words", ["'", '"', "(((", "* * *", "-", "NEAR(", "\x00", "a\x00b", "^", "{}:", "💥", "%", "_"]
)
def test_hostile_words_get_a_page(desk: Desk, sample: Sample, words: str) -> None:
    page = desk.get(f"/search?q={quote_plus(words)}")
    assert "Nothing found" in page or "no word to look for" in page or "<mark>" in page, sample


def test_a_very_long_search_is_cut_and_says_so(desk: Desk, sample: Sample) -> None:
    told = "only its first 200 characters"
    for length, is_cut in ((LONGEST, False), (LONGEST + 1, True), (10_000, True)):
        assert (told in desk.get(f"/search?q={('hurt+' * length)[: length - 1]}s")) is is_cut, (sample, length)


def test_articles_are_found_by_title_and_text(desk: Desk, sample: Sample) -> None:
    assert f"/documents/{sample.harbour}" in desk.get("/search?q=Harbour")
    assert f"/documents/{sample.harbour}" in desk.get("/search?q=authority")


@pytest.mark.parametrize(
    ("text", "terms", "marked"),
    [
        ("Über den Ärger", ("uber",), ["Über"]),
        ("Attacks and attack", ("attack",), ["attack"]),
        ("Attacks and attack", ("attack*",), ["Attacks", "attack"]),
        ("<b>bold</b>", ("b",), ["b", "b"]),
        ("nothing", (), []),
    ],
)
def test_found_words_are_marked(text: str, terms: tuple[str, ...], marked: list[str]) -> None:
    shown = str(found_in(text, terms))
    assert [part.split("</mark>")[0] for part in shown.split("<mark>")[1:]] == [f"<bdi>{word}</bdi>" for word in marked]
    assert "<b>" not in shown


def test_the_first_load_of_the_desk_is_light(desk: Desk, sample: Sample) -> None:
    page = desk.get("/")
    assets = {part.split('"')[0] for part in page.split('="/static/')[1:]}
    assert {"desk.css", "desk.js"} <= assets, sample
    weight = len(gzip.compress(page.encode()))
    for name in assets:
        with desk.client.get(f"/static/{name}") as answer:
            weight += len(gzip.compress(answer.get_data()))
    assert weight < MOST_ASSETS
