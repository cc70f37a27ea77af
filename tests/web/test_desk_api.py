"""The programming interface: lists and things as JSON, writes, refusals, and the document that describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.web.conftest import Desk, Sample

ROOT = "/api/v1"


def send(desk: Desk, path: str, body: object, status: int = 201) -> Any:
    token = desk.client.get(f"{ROOT}/me").json["csrf_token"]
    answer = desk.client.post(ROOT + path, json=body, headers={"X-CSRFToken": token})
    assert answer.status_code == status, answer.text
    return answer.json


def test_every_route_is_described(desk: Desk) -> None:
    described = desk.client.get(f"{ROOT}/openapi.json").json
    assert described["openapi"].startswith("3.1")
    rules = {
        (rule.rule.replace("<", "{").replace(">", "}"), method.lower())
        for rule in desk.client.application.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if rule.rule.startswith(ROOT) and rule.endpoint != "api.description"
    }
    told = {(path, method) for path, methods in described["paths"].items() for method in methods}
    assert told == rules
    assert all(each.get("summary") for methods in described["paths"].values() for each in methods.values())


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("/queue", 3), ("/queue?strength=soft", 2), ("/queue?state=listed", 1), ("/findings", 1), ("/claims", 6),
        ("/documents", 2), ("/disputes", 1), ("/sources", 4), ("/decisions", 0), ("/corrections", 0),
    ],
)  # fmt: skip
def test_lists_are_those_of_the_desk(desk: Desk, sample: Sample, path: str, count: int) -> None:
    body = desk.client.get(ROOT + path).json
    assert len(body["items"]) == count, sample
    first = desk.client.get(f"{ROOT}{path}{'&' if '?' in path else '?'}limit=1").json
    assert len(first["items"]) == min(count, 1)
    assert (first["next"] is None) == (count <= 1)


def test_things_are_those_of_their_pages(desk: Desk, sample: Sample) -> None:
    assert desk.client.get(f"{ROOT}/pairs/{sample.quarrel}").json["item"]["relation"] == "DISPUTES"
    assert desk.client.get(f"{ROOT}/claims/{sample.port}").json["claim"]["uid"] == sample.port
    assert len(desk.client.get(f"{ROOT}/findings/{sample.finding}").json["parts"]) == 2
    assert desk.client.get(f"{ROOT}/documents/{sample.hafen}").json["row"]["lang"] == "de"
    assert len(desk.client.get(f"{ROOT}/disputes/{sample.dispute}").json["positions"]) == 2


def test_decisions_are_written_and_taken_back(desk: Desk, sample: Sample) -> None:
    made = send(desk, "/decisions", {"uid": sample.quarrel, "verdict": "dispute", "note": "asked both"})
    assert (made["seq"], made["verdict"]) == (1, "dispute")
    assert send(desk, "/undo", {}, 200)["uid"] == sample.quarrel
    assert send(desk, "/redo", {"uid": sample.quarrel}, 200)["what"] == "verdict"
    bulk = send(desk, "/decisions/bulk", {"uids": [sample.denial, sample.finding], "verdict": "unsure"})
    assert len(bulk["items"]) == 2
    assert send(desk, "/undo", {}, 200)["count"] == 2


@pytest.mark.parametrize(
    ("kind", "read", "write", "first", "second"),
    [
        ("quarrel", "/pairs/{}", "/decisions", {"verdict": "dispute"}, {"verdict": "consistent"}),
        ("finding", "/findings/{}", "/decisions", {"verdict": "confirmed"}, {"verdict": "dismissed"}),
        ("dispute", "/disputes/{}", "/decisions", {"verdict": "resolved"}, {"verdict": "dismissed"}),
        ("port", "/claims/{}", "/claims/{}/verdicts", {"content": "misleading"}, {"content": "outdated"}),
    ],
)
def test_a_late_or_repeated_write_is_told_and_recorded_once(
    desk: Desk, sample: Sample, kind: str, read: str, write: str, first: dict[str, str], second: dict[str, str]
) -> None:
    uid = getattr(sample, kind)
    named = {} if "{}" in write else {"uid": uid}
    seen = desk.client.get(ROOT + read.format(uid)).json["version"]
    sent = named | first | {"version": seen, "key": "k1"}
    made = [send(desk, write.format(uid), sent) for _ in range(2)]
    assert made[0] == made[1]
    late = send(desk, write.format(uid), named | second | {"version": seen, "key": "k2", "note": "mine"}, 409)
    assert late["version"] == desk.client.get(ROOT + read.format(uid)).json["version"] != seen
    assert "something else" in send(desk, write.format(uid), named | second | {"key": "k1"}, 409)["detail"]
    send(desk, write.format(uid), named | second | {"version": late["version"], "key": "k2", "note": "mine"})
    assert len(desk.client.get(f"{ROOT}/decisions").json["items"]) == 2


def test_a_repeated_bulk_is_one(desk: Desk, sample: Sample) -> None:
    sent = {"uids": [sample.denial, sample.finding], "verdict": "unsure", "key": "b1"}
    assert send(desk, "/decisions/bulk", sent) == send(desk, "/decisions/bulk", sent)
    assert len(desk.client.get(f"{ROOT}/decisions").json["items"]) == 2


def test_a_late_correction_is_refused(desk: Desk, sample: Sample) -> None:
    claim = f"/claims/{sample.port}"
    seen = desk.client.get(ROOT + claim).json["version"]
    send(desk, f"{claim}/corrections", {"slots": {"stated_on": "2025-03-02"}, "version": seen})
    for path, body in ((f"{claim}/corrections", {"slots": {"stated_on": ""}}), (f"{claim}/rejection", {})):
        late = send(desk, path, body | {"version": seen}, 409)
    assert desk.client.get(ROOT + claim).json["claim"]["values"]["stated_on"] == "2025-03-02"
    send(desk, f"{claim}/rejection", {"version": late["version"]})


def test_a_repeated_undo_takes_back_one(desk: Desk, sample: Sample) -> None:
    first = send(desk, "/decisions", {"uid": sample.quarrel, "verdict": "unsure"})
    second = send(desk, "/decisions", {"uid": sample.quarrel, "verdict": "dispute"})
    last = {"seq": second["seq"]}
    assert send(desk, "/undo", last, 200)["uid"] == sample.quarrel
    for again in (last, {"seq": first["seq"], "what": "correction"}):
        assert "another" in send(desk, "/undo", again, 409)["detail"]
    send(desk, "/redo", last, 200)
    assert send(desk, "/redo", last, 404)
    assert [each["cancelled"] for each in desk.client.get(f"{ROOT}/decisions").json["items"]].count(False) >= 2
    fixed = send(desk, f"/claims/{sample.port}/corrections", {"slots": {"stated_on": "2025-03-02"}})
    assert send(desk, "/undo", {"seq": fixed["seq"], "what": "correction"}, 200)["what"] == "correction"


def test_a_repeated_comment_is_one(desk: Desk, sample: Sample) -> None:
    sent = {"uid": sample.quarrel, "words": "see the log", "key": "c1"}
    assert send(desk, "/comments", sent) == send(desk, "/comments", sent)
    assert "something else" in send(desk, "/comments", sent | {"words": "see the book"}, 409)["detail"]
    assert "limit is 100" in send(desk, "/comments", sent | {"key": "k" * 101}, 400)["detail"]
    other = send(desk, "/comments", sent | {"key": "c2"})["uid"]
    said = desk.client.get(f"{ROOT}/pairs/{sample.quarrel}").json["work"]["comments"]
    assert [each["uid"] for each in said] == [send(desk, "/comments", sent)["uid"], other]


def test_texts_claims_and_corrections_are_written(desk: Desk, sample: Sample) -> None:
    assert send(desk, f"/disputes/{sample.dispute}/reports", {})["sha256"]
    text = "Ten people were hurt in a fire in Porto on Monday, police said.\n"
    taken = send(desk, "/documents", {"name": "porto.txt", "text": text, "published": "2025-03-03"})
    assert (taken["status"], taken["claims"] > 0) == ("new", True)
    assert send(desk, "/claims", {"document": "porto.txt", "start": 0, "end": 10})["kind"] == "added"
    made = send(desk, f"/claims/{sample.port}/corrections", {"slots": {"stated_on": "2025-03-02"}})
    assert made["told"] == "stated_on: unknown → 2025-03-02"
    assert send(desk, "/pairs", {"left": sample.alarm, "right": sample.brigade})["target"] == "pair"
    assert send(desk, f"/claims/{sample.brigade}/rejection", {})["kind"] == "rejected"
    judged = send(desk, f"/claims/{sample.port}/verdicts", {"attribution": "confirmed"})
    assert judged["items"][0]["question"] == "attribution"
    assert send(desk, "/comments", {"uid": sample.quarrel, "words": "see the log"})["uid"]


@pytest.mark.parametrize(
    ("path", "body", "status", "told"),
    [
        ("/decisions", {"uid": "0" * 16, "verdict": "dispute"}, 404, "stored"),
        ("/decisions", {"verdict": "dispute"}, 400, "uid"),
        ("/decisions", {"uid": "x", "verdict": "dispute", "colour": "red"}, 400, "colour"),
        ("/decisions/bulk", {"uids": [], "verdict": "dispute"}, 400, "uids"),
        ("/documents", {"name": "empty.txt", "text": "\x00"}, 400, ""),
        ("/claims", {"document": "harbour.md", "start": 9, "end": 3}, 400, "begin"),
    ],
)
def test_what_does_not_fit_is_refused_as_a_problem(
    desk: Desk, sample: Sample, path: str, body: object, status: int, told: str
) -> None:
    problem = send(desk, path, body, status)
    assert (problem["status"], told in problem["detail"]) == (status, True), sample


def test_a_write_without_its_token_or_session_is_refused(desk: Desk, sample: Sample) -> None:
    answer = desk.client.post(f"{ROOT}/decisions", json={"uid": sample.quarrel, "verdict": "dispute"})
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    stranger = desk.client.application.test_client()
    assert stranger.get(f"{ROOT}/queue").status_code == 401
    assert desk.client.get("/history.json").json["items"] == []
