"""What the pages and their twins show, and what the reviewer's forms do."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from verifier.services.desk_model import DeskItem
from verifier.services.ingest_documents import ingest_documents
from verifier.services.pair_claims import pair_claims
from verifier.web.fragments import address_of
from verifier.web.rendering import side_chip
from verifier.web.telling import explanation

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask

    from tests.web.conftest import Desk, Sample
    from verifier.config import Settings

TWINS = ("queue", "claims", "documents", "disputes", "findings", "sources", "reports", "history")


# The queue


def test_the_queue_shows_what_asks_for_a_verdict_the_most_pressing_first(desk: Desk, sample: Sample) -> None:
    items = desk.client.get("/queue.json").json["items"]
    assert [item["uid"] for item in items] == [sample.quarrel, sample.denial, sample.finding]
    page = desk.get("/")
    assert page.index(sample.quarrel) < page.index(sample.denial) < page.index(sample.finding)
    assert sample.lookalike not in page


def test_the_queue_is_paged_by_key(desk: Desk, sample: Sample) -> None:
    seen, token = [], ""
    for _ in range(3):
        body = desk.client.get(f"/queue.json?limit=1&next={token}").json
        seen += [item["uid"] for item in body["items"]]
        token = body["next"] or ""
    assert seen == [sample.quarrel, sample.denial, sample.finding]
    assert token == ""


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("relation=DISPUTES", 1),
        ("relation=HEADLINE_BODY", 1),
        ("strength=soft", 2),
        ("state=listed", 1),
        ("state=listed&relation=DISPUTES", 0),
        ("claimant=~the dockers' union", 2),
        ("state=nonsense", 3),
        ("document=nowhere", 0),
    ],
)
def test_filters_stand_in_the_address(desk: Desk, sample: Sample, query: str, count: int) -> None:
    assert len(desk.client.get(f"/queue.json?{query}").json["items"]) == count, sample
    rows = list(csv.DictReader(io.StringIO(desk.get(f"/queue.csv?{query}"))))
    assert len(rows) == count


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("/?relation=&strength=soft&claimant=", "/?strength=soft"),
        ("/?relation=", "/"),
        ("/search?q=", "/search"),
        ("/claims?claimant=Brand+%26+S%C3%B6hne&kind=", "/claims?claimant=Brand+%26+S%C3%B6hne"),
    ],
)
def test_what_nobody_filled_in_stands_in_no_address(desk: Desk, asked: str, kept: str) -> None:
    assert desk.client.get(asked).location == kept


def test_a_document_narrows_the_queue_to_what_touches_it(desk: Desk, sample: Sample) -> None:
    for document, count in ((sample.harbour, 3), (sample.hafen, 0)):
        assert len(desk.client.get(f"/queue.json?document={document}").json["items"]) == count
    assert len(desk.client.get(f"/queue.json?state=listed&document={sample.hafen}").json["items"]) == 1


def test_facets_count_what_is_left(desk: Desk, sample: Sample) -> None:
    page = desk.get("/?strength=soft")
    assert "Contradicts (1)" in page
    assert "Headline body (1)" in page
    assert "Disputes (" not in page, sample


def test_an_empty_store_says_what_to_do(desk: Desk) -> None:
    assert "verifier ingest" in desk.get("/")
    for path in ("/claims", "/documents", "/disputes", "/findings", "/sources", "/reports", "/history"):
        assert 'class="empty"' in desk.get(path)


# Pages


def test_the_pair_page_shows_both_sides_and_the_reason(desk: Desk, sample: Sample) -> None:
    page = desk.get(f"/pairs/{sample.quarrel}")
    for words in (
        'mark class="slot different"', "The port authority said", "independent sources", "Rule R16",
        "a later count by either side", "not told on both sides", "<svg", "What the wording says",
    ):  # fmt: skip
        assert words in page
    assert sample.lookalike in page


def test_text_of_documents_is_never_markup_and_hidden_characters_are_shown(desk: Desk, sample: Sample) -> None:
    for path in (f"/pairs/{sample.denial}", f"/documents/{sample.harbour}", "/claims", f"/claims/{sample.alarm}"):
        page = desk.get(path)
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page
        assert "\u202e" not in page


def test_a_finding_shows_its_parts(desk: Desk, sample: Sample) -> None:
    page = desk.get(f"/findings/{sample.finding}")
    assert "40 people were hurt" in page
    assert "Told in two ways." in page


def test_a_claim_shows_its_rivals_apart_from_its_look_alikes(desk: Desk, sample: Sample) -> None:
    before, after = desk.get(f"/claims/{sample.union}").split('id="la"')
    assert f"/pairs/{sample.quarrel}" in before
    assert f"/pairs/{sample.lookalike}" in after
    assert "different_scope" in after


def test_a_document_shows_claims_in_place_and_findings_beside(desk: Desk, sample: Sample) -> None:
    page = desk.get(f"/documents/{sample.harbour}")
    assert f'id="c-{sample.union}"' in page
    assert 'class="part contested"' in page
    assert f"/findings/{sample.finding}" in page
    assert "🔥" in page


def test_a_dispute_shows_its_positions(desk: Desk, sample: Sample) -> None:
    page = desk.get(f"/disputes/{sample.dispute}")
    for words in ("How many people were hurt?", "65 people", "40 people", f"/pairs/{sample.quarrel}"):
        assert words in page


@pytest.mark.parametrize("kind", ["pairs", "findings", "claims", "documents", "disputes"])
def test_what_is_not_there_is_said(desk: Desk, kind: str) -> None:
    assert "stored" in desk.get(f"/{kind}/0000000000000000", status=404)


@pytest.mark.parametrize(
    ("words", "count"), [("people hurt", 2), ("MENSCHEN", 1), ("dockers", 2), ("100%", 0), ("", 6), ("_", 0)]
)
def test_search_finds_all_words_in_quote_or_claimant(desk: Desk, sample: Sample, words: str, count: int) -> None:
    page = desk.client.get(f"/search?q={words.replace('%', '%25')}", follow_redirects=True).text
    if words:
        assert page.count('class="voice-text"') == count, sample


def test_sources_lead_to_their_claims(desk: Desk, sample: Sample) -> None:
    rows = {row["slug"]: row for row in desk.client.get("/sources.json").json["items"]}
    union = rows["~the dockers' union"]
    assert (union["claims"], union["competing"], union["side"]) == (2, 2, "union"), sample
    claims = desk.client.get("/claims.json?claimant=~the dockers' union").json["items"]
    assert {row["voice"]["claim"] for row in claims} == {sample.union, sample.alarm}


def test_claims_are_paged_in_the_order_they_were_taken_in(desk: Desk, sample: Sample) -> None:
    seen, token = [], ""
    while True:
        body = desk.client.get(f"/claims.json?limit=4&next={token}").json
        seen += [row["voice"]["claim"] for row in body["items"]]
        token = body["next"]
        if token is None:
            break
    assert seen == [sample.headline, sample.port, sample.union, sample.alarm, sample.governor, sample.brigade]


# Twins


@pytest.mark.parametrize("name", TWINS)
def test_every_list_has_its_twins(desk: Desk, sample: Sample, name: str) -> None:
    desk.post(f"/pairs/{sample.quarrel}/decide", {"verdict": "unsure", "note": "=1+1"})
    body = desk.client.get(f"/{name}.json").json
    assert set(body) == {"items", "next"}
    rows = list(csv.reader(io.StringIO(desk.get(f"/{name}.csv"))))
    assert len(rows) == len(body["items"]) + 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


def test_disputes_have_a_feed(desk: Desk, sample: Sample) -> None:
    root = ElementTree.fromstring(desk.get("/disputes.atom"))
    titles = [entry.findtext("{*}title") for entry in root.iterfind("{*}entry")]
    assert titles == ["How many people were hurt?"], sample
    assert root.findtext("{*}entry/{*}updated") == "2025-03-04T09:30:00Z"
    assert root.findtext("{*}id") == "http://localhost/disputes"


def test_an_address_that_names_the_host_is_that_of_the_request(app: Flask) -> None:
    for host in ("http://localhost/", "http://127.0.0.1:8000/"):
        with app.test_request_context(base_url=host):
            assert address_of("disputes.index", _external=True) == f"{host}disputes"


def test_an_error_on_a_twin_is_a_problem_document(desk: Desk) -> None:
    answer = desk.client.get("/nothing.json")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert set(answer.json) == {"type", "title", "status", "detail"}


# Words of pages


@pytest.mark.parametrize(
    ("side", "claimant", "told"),
    [("union", "Ann Berg", "union"), ("union", "The dockers' union", ""), ("union", "Union", ""), (None, "Union", ""),
     ("ukraine", "Ukrainian staff", "Ukraine"), ("rail-staff", "Ann Berg", "rail staff")],
)  # fmt: skip
def test_a_side_is_named_where_the_name_does_not_say_it(app: Flask, side: str | None, claimant: str, told: str) -> None:
    with app.test_request_context():
        assert side_chip(side, claimant).striptags() == told


@pytest.mark.parametrize("page", ["/pairs/{0.quarrel}", "/claims/{0.union}", "/claims/{0.union}/correct"])
def test_slots_have_one_name_on_every_page(desk: Desk, sample: Sample, page: str) -> None:
    text = desk.get(page.format(sample)).lower()
    for name in ("what is done", "place"):
        assert f">{name}</" in text
    assert ">predicate<" not in text


def test_notes_on_a_title_stand_beside_what_follows_it(desk: Desk, sample: Sample) -> None:
    page = desk.get(f"/documents/{sample.harbour}")
    assert 'class="block title"' not in page
    first = page.split('class="block body"')[1].split('class="block')[0]
    assert f"/findings/{sample.finding}" in first


# A draft


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "for the same question; these cannot both be right"), ("de", "Beim Wort genommen schließen")],
)
def test_a_draft_is_held_against_what_is_stored(
    desk: Desk, settings: Settings, tmp_path: Path, language: str, told: str
) -> None:
    stored = tmp_path / "ferry.txt"
    stored.write_text(
        "Ferry\n\nThe coast guard said 40 people were killed in the ferry fire in Hamburg on 6 May 2024.\n"
    )
    ingest_documents(settings, [str(stored)])
    desk.client.set_cookie("language", language)
    draft = "The operator said 65 people were killed in the ferry fire in Hamburg on 6 May 2024."
    page = desk.post("/draft", {"text": draft}, page="/draft", status=200)
    assert "40 people were killed" in page
    assert page.count("65 people were killed") == 2
    assert told in page


def test_a_dispute_tells_once_what_one_document_tells_twice(desk: Desk, settings: Settings, tmp_path: Path) -> None:
    stored = tmp_path / "mine.md"
    stored.write_text(
        "Published 2024-10-08\n\nGas blast in Varno mine: six dead, mayor says\n\n"
        "The mayor said on Monday that six people were killed in the gas blast on Sunday.\n"
        "The operator said eleven people were killed in the gas blast on Sunday.\n"
    )
    ingest_documents(settings, [str(stored)])
    pair_claims(settings)
    (row,) = desk.client.get("/disputes.json").json["items"]
    page = desk.get(f"/disputes/{row['uid']}")
    assert row["claims"] == 3
    assert page.split("The pairs it stands on")[0].count('<div class="voice">') == 2
    assert "told again in it:" in page
    assert page.index("six people were killed") < page.index("“<bdi>six dead</bdi>”")


def test_a_card_does_not_tell_again_what_it_shows(app: Flask, sample: Sample) -> None:
    told = (
        "The port said “all were safe”; the union denied “it was so”. Both cannot be true: one denies it. Different: x."
    )
    item = DeskItem("pair", sample.denial, "CONTRADICTS", "soft", "denial", "R8", 0.5, "new", None, told)
    with app.test_request_context():
        assert explanation(item) == "Both cannot be true: one denies it. Different: x."
        assert explanation(replace(item, relation="DISPUTES", explanation="A gave “4”, B “5”.")) == "A gave “4”, B “5”."
