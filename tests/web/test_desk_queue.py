"""The queue: facets, orders, views, bulks, progress; and working together on its items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.conftest import Desk, Sample


def uids(desk: Desk, query: str = "") -> list[str]:
    return [item["uid"] for item in desk.client.get(f"/queue.json?{query}").json["items"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dispute={dispute}", ["quarrel"]),
        ("dispute=none", []),
        ("lang=en", ["quarrel", "denial", "finding"]),
        ("lang=de", []),
        ("state=listed&lang=de", ["lookalike"]),
        ("date=2025-03", ["quarrel", "denial", "finding"]),
        ("date=2025-03-03&relation=DISPUTES", ["quarrel"]),
        ("date=2024", []),
        ("outlet=nobody", []),
        ("place=nowhere", []),
        ("assignee=-", ["quarrel", "denial", "finding"]),
        ("assignee=rita", []),
        ("claimant=~port&strength=soft", ["finding"]),
    ],
)
def test_every_facet_narrows_the_queue_and_its_twins(
    desk: Desk, sample: Sample, query: str, expected: list[str]
) -> None:
    asked = query.format(dispute=sample.dispute)
    assert uids(desk, asked) == [getattr(sample, name) for name in expected]
    assert desk.get(f"/queue.csv?{asked}").count("\n") == len(expected) + 1
    assert f"{len(expected)} match" in desk.get(f"/?{asked}")


def test_facets_tell_their_values_with_counts(desk: Desk, sample: Sample) -> None:
    page = desk.get("/?lang=en")
    for option in (
        '<option value="2025-03">2025-03 (3)</option>',
        '<option value="en" selected>English (3)</option>',
        '<option value="-">Nobody yet (3)</option>',
        f'<option value="{sample.dispute}">How many people were hurt? (1)</option>',
    ):
        assert option in page


@pytest.mark.parametrize("sort", ["priority", "newest", "relation"])
def test_every_order_is_paged_by_key_and_walked_in_the_same_order(desk: Desk, sample: Sample, sort: str) -> None:
    whole = uids(desk, f"sort={sort}")
    assert sorted(whole) == sorted([sample.quarrel, sample.denial, sample.finding])
    seen, token = [], ""
    for _ in whole:
        body = desk.client.get(f"/queue.json?sort={sort}&limit=1&next={token}").json
        seen += [item["uid"] for item in body["items"]]
        token = body["next"] or ""
    assert seen == whole
    kinds = {sample.finding: "findings"}
    path = f"/{kinds.get(whole[0], 'pairs')}/{whole[0]}"
    went = desk.post(f"{path}/decide?sort={sort}", {"verdict": "unsure"}, page=path)
    assert went.split("?")[0].rsplit("/", 1)[1] == whole[1]


def test_a_view_keeps_its_filters_and_counts_live(desk: Desk, sample: Sample) -> None:
    desk.post("/queue/views?strength=soft", {"name": " Soft  ones "})
    assert 'Soft ones <span class="count">2</span>' in desk.get("/")
    desk.post(f"/pairs/{sample.denial}/decide", {"verdict": "unsure"})
    page = desk.get("/?strength=soft")
    assert 'Soft ones <span class="count">1</span>' in page
    assert "already" in desk.post("/queue/views?strength=hard", {"name": "Soft ones"}, status=409)
    assert "name" in desk.post("/queue/views", {"name": "  "}, status=400)
    key = page.split("/queue/views/")[1].split("/")[0]
    desk.post(f"/queue/views/{key}/remove")
    assert "Soft ones" not in desk.get("/")
    desk.post(f"/queue/views/{key}/remove", status=404)


def test_a_bulk_decides_all_that_match_and_one_undo_takes_it_back(desk: Desk, sample: Sample) -> None:
    desk.post("/queue/decide", {"all": "yes", "verdict": "unsure", "note": "later"})
    assert uids(desk) == []
    assert "on 3 items" in desk.get("/")
    assert desk.post("/undo") == "/"
    assert uids(desk) == [sample.quarrel, sample.denial, sample.finding]
    assert desk.post("/redo") == "/"
    assert uids(desk) == []


def test_a_bulk_takes_only_what_is_chosen_and_fits(desk: Desk, sample: Sample) -> None:
    desk.post("/queue/decide", {"item": sample.denial, "verdict": "consistent"})
    assert uids(desk) == [sample.quarrel, sample.finding]
    desk.post("/queue/decide?lang=en", {"all": "yes", "verdict": "dismissed"})
    assert uids(desk) == [sample.quarrel]
    assert "chosen" in desk.post("/queue/decide", {"verdict": "unsure"}, status=400)
    assert "fits none" in desk.post("/queue/decide", {"all": "yes", "verdict": "verified"}, status=400)


def test_progress_counts_what_stands(desk: Desk, sample: Sample) -> None:
    desk.post(f"/pairs/{sample.denial}/decide", {"verdict": "unsure"})
    desk.post(f"/pairs/{sample.quarrel}/decide", {"verdict": "dispute"})
    assert "<b>2</b> today, 2 in all" in desk.get("/")
    desk.post("/undo")
    assert "<b>1</b> today, 1 in all" in desk.get("/")


def test_items_are_taken_on_and_given_up(desk: Desk, sample: Sample) -> None:
    page = f"/pairs/{sample.quarrel}"
    assert desk.post("/assignments", {"uid": sample.quarrel, "away": "no", "back": page}, page=page) == page
    assert "With you" in desk.get(page)
    assert uids(desk, "assignee=rita") == [sample.quarrel]
    desk.post("/queue/decide?assignee=-", {"all": "yes", "verdict": "assign"})
    assert len(uids(desk, "assignee=rita")) == 3
    desk.post("/assignments", {"uid": sample.quarrel, "away": "yes"})
    assert uids(desk, "assignee=-") == [sample.quarrel]


def test_a_comment_has_its_own_address_and_its_letters_are_no_markup(desk: Desk, sample: Sample) -> None:
    for kind, uid in (("pairs", sample.quarrel), ("findings", sample.finding), ("disputes", sample.dispute)):
        page = f"/{kind}/{uid}"
        went = desk.post("/comments", {"uid": uid, "words": "<b>ask</b> the port", "back": f"{page}#said"}, page=page)
        assert went == f"{page}#said"
        shown = desk.get(page)
        assert "&lt;b&gt;ask&lt;/b&gt; the port" in shown
        assert 'id="comment-' in shown
    assert "no words" in desk.post("/comments", {"uid": sample.quarrel, "words": " "}, status=400)
    desk.post("/comments", {"uid": "0" * 16, "words": "lost"}, status=404)
