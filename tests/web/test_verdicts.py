"""Verdicts given on the pages of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Desk, Sample


def test_a_verdict_goes_on_to_the_next_of_the_same_queue_and_can_be_taken_back(desk: Desk, sample: Sample) -> None:
    pair = f"/pairs/{sample.denial}"
    went = desk.post(f"{pair}/decide?strength=soft", {"verdict": "dispute", "note": "asked both"}, page=pair)
    assert went == f"/findings/{sample.finding}?strength=soft"
    assert [i["uid"] for i in desk.client.get("/queue.json").json["items"]] == [sample.quarrel, sample.finding]
    shown = desk.get(pair)
    assert "asked both" in shown
    assert 'aria-pressed="true"' in shown
    last = desk.client.get("/history.json").json["items"][0]
    assert (last["reviewer"], last["uid"], last["verdict"]) == ("rita", sample.denial, "dispute")
    assert desk.post(f"/history/{last['seq']}/undo") == pair
    assert len(desk.client.get("/queue.json").json["items"]) == 3
    newest, first = desk.client.get("/history.json").json["items"]
    assert (newest["cancels"], first["cancelled"]) == (first["seq"], True)


def test_the_last_item_leads_back_to_the_queue(desk: Desk, sample: Sample) -> None:
    page = f"/findings/{sample.finding}"
    assert desk.post(f"{page}/decide", {"verdict": "confirmed"}, page=page) == "/"


def test_a_word_that_is_no_verdict_is_refused(desk: Desk, sample: Sample) -> None:
    said = desk.post(f"/pairs/{sample.quarrel}/decide", {"verdict": "perhaps"}, status=400)
    assert "no verdict" in said


def test_a_claim_takes_both_verdicts_with_evidence(desk: Desk, sample: Sample) -> None:
    page = f"/claims/{sample.port}"
    form = {
        "content": "refuted",
        "attribution": "confirmed",
        "note": "the log says 65",
        "evidence": "https://a.example/log\n",
    }
    desk.post(f"{page}/verify", form, page=page)
    shown = desk.get(page)
    for words in ("Refuted", "Confirmed", "the log says 65", "https://a.example/log"):
        assert words in shown


def test_a_refused_verdict_keeps_what_was_typed(desk: Desk, sample: Sample) -> None:
    page = f"/claims/{sample.port}"
    shown = desk.post(f"{page}/verify", {"note": "half a thought"}, page=page, status=400)
    assert "half a thought" in shown
    assert 'role="alert"' in shown


def test_a_dispute_is_resolved_and_found_by_its_status(desk: Desk, sample: Sample) -> None:
    page = f"/disputes/{sample.dispute}"
    desk.post(f"{page}/decide", {"verdict": "resolved"}, page=page)
    assert [d["status"] for d in desk.client.get("/disputes.json?status=resolved").json["items"]] == ["resolved"]
    assert desk.client.get("/disputes.json?status=open").json["items"] == []


def test_the_report_button_freezes_a_report(desk: Desk, sample: Sample) -> None:
    page = f"/disputes/{sample.dispute}"
    place = desk.post(f"{page}/report", page=page)
    with desk.client.get(place) as answer:
        assert answer.status_code == 200
        assert "How many people were hurt?" in answer.text
        assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert place in desk.get(page)
