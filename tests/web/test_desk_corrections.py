"""Correcting at the desk: slots, missed claims, words that make none, pairs by hand, and what the pages tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.conftest import Desk, Sample


def slot(claim: str, name: str, value: str, back: str) -> dict[str, str]:
    return {"claim": claim, "slot": name, "value": value, "back": back}


def test_a_slot_is_corrected_from_the_page_of_a_pair(desk: Desk, sample: Sample) -> None:
    page = f"/pairs/{sample.quarrel}"
    desk.post(f"{page}/decide", {"verdict": "dispute", "note": "two counts"}, page=page)
    assert desk.post("/corrections/slot", slot(sample.port, "stated_on", "2025-03-02", page), page=page) == page
    shown = desk.get(page)
    for words in ("stated on: unknown → 2025-03-02", "reading 2, by rita", "read anew since the verdict"):
        assert words in shown
    assert "on reading 1 and 1" in shown
    listed = desk.client.get("/queue.json?state=stale").json["items"]
    assert [item["uid"] for item in listed] == [sample.quarrel]
    assert desk.client.get("/corrections.json").json["items"][0]["uid"] == sample.port


def test_only_what_was_changed_in_the_form_is_corrected(desk: Desk, sample: Sample) -> None:
    page = f"/claims/{sample.port}/correct"
    assert 'value="hurt"' in desk.get(page)
    desk.post(page, {"modality": "forecast", "predicate": "hurt", "reason": "a guess of theirs"}, page=page)
    told = desk.client.get("/corrections.json").json["items"][0]
    assert (told["told"], told["reason"]) == ("modality: actual → forecast", "a guess of theirs")
    assert "Nothing was changed" in desk.post(page, {"modality": "forecast"}, page=page, status=400)


@pytest.mark.parametrize("value", ["some day", "2025-02-30"])
def test_a_refused_correction_keeps_what_was_typed(desk: Desk, sample: Sample, value: str) -> None:
    page = f"/claims/{sample.port}/correct"
    shown = desk.post(page, {"time": value, "reason": "half a reason"}, page=page, status=400)
    assert f'value="{value}"' in shown
    assert "half a reason" in shown
    assert 'role="alert"' in shown
    assert desk.client.get("/corrections.json").json["items"] == []


def test_no_claim_leaves_the_lists_and_undo_brings_it_back(desk: Desk, sample: Sample) -> None:
    page = f"/claims/{sample.union}"
    assert desk.post(f"{page}/reject", page=page) == page
    assert "somebody said that these words make none" in desk.get(page)
    assert sample.union not in {row["voice"]["claim"] for row in desk.client.get("/claims.json").json["items"]}
    assert f"c-{sample.union}" not in desk.get(f"/documents/{sample.harbour}")
    assert "no longer compared" in desk.get(f"/pairs/{sample.quarrel}")
    assert desk.post("/undo") == page
    assert sample.union in {row["voice"]["claim"] for row in desk.client.get("/claims.json").json["items"]}
    assert desk.post("/redo") == page
    assert desk.client.get("/corrections.json").json["items"][0]["kind"] == "redone"


def test_a_missed_claim_is_marked_by_its_words(desk: Desk, sample: Sample) -> None:
    page = f"/documents/{sample.harbour}"
    place = desk.post(f"{page}/claims", {"words": " the fire at the harbour ", "near": "40"}, page=page)
    assert "the fire at the harbour" in desk.get(place)
    assert "the similarity model joins in at the next" in desk.get(place)
    assert "the similarity model joins in" not in desk.get(f"/claims/{sample.port}")
    uid = place.rsplit("/", 1)[1]
    assert f"c-{uid}" in desk.get(page)
    assert "do not stand in the document" in desk.post(
        f"{page}/claims", {"words": "no such words", "near": "x"}, page=page, status=400
    )
    again = {"words": "the fire at the harbour", "near": "40"}
    assert "already" in desk.post(f"{page}/claims", again, page=page, status=409)


def test_two_claims_are_paired_by_hand_over_the_search(desk: Desk, sample: Sample) -> None:
    found = desk.get(f"/search?q=alarm&pair={sample.brigade}")
    assert f'value="{sample.alarm}"' in found
    place = desk.post(f"/claims/{sample.brigade}/pair", {"other": sample.alarm}, page="/search?q=alarm")
    assert "paired by hand" in desk.get(place)
    assert place.rsplit("/", 1)[1] in {item["uid"] for item in desk.client.get("/queue.json").json["items"]}
    assert "itself" in desk.post(f"/claims/{sample.port}/pair", {"other": sample.port}, status=400)


def test_a_way_back_to_another_site_is_not_taken(desk: Desk, sample: Sample) -> None:
    form = slot(sample.port, "stated_on", "2025-03-02", "https://elsewhere.example/")
    assert desk.post("/corrections/slot", form) == f"/claims/{sample.port}"
