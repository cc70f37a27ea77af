"""Claims, disputes, sources and search: days to look again, contacts, company, records, words that were found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from verifier.export.desk_timeline_svg import Moment, timeline_svg

if TYPE_CHECKING:
    from tests.web.conftest import Desk, Sample

TRUE = {"content": "refuted", "note": "the log says 65", "evidence": "https://log.example/1"}


def test_a_verdict_may_be_looked_at_again(desk: Desk, sample: Sample) -> None:
    page = f"/claims/{sample.port}"
    desk.post(f"{page}/verify", TRUE | {"true_as_of": "2025-03-03", "recheck_on": "2025-03-10"}, page=page)
    for words in ("true as of", "2025-03-10"):
        assert words in desk.get(page)
    row = desk.client.get("/claims/rechecks.json").json["items"][0]
    assert (row["voice"]["claim"], row["is_due"], row["recheck_on"]) == (sample.port, True, "2025-03-10")
    assert "due" in desk.get("/claims/rechecks")
    desk.post("/undo")
    assert desk.client.get("/claims/rechecks.json").json["items"] == []


@pytest.mark.parametrize(
    "form",
    [
        {"content": "verified", "note": "so it is"},
        {"content": "refuted", "evidence": "https://log.example/1"},
        TRUE | {"recheck_on": "soon"},
    ],
)
def test_what_a_verdict_lacks_is_said_and_nothing_typed_is_lost(
    desk: Desk, sample: Sample, form: dict[str, str]
) -> None:
    page = f"/claims/{sample.port}"
    shown = desk.post(f"{page}/verify", form, page=page, status=400)
    if "recheck_on" not in form:
        assert 'role="alert"' in shown
        assert form.get("note", "") in shown
        assert f'value="{form["content"]}" checked' in shown
    assert desk.client.get("/history.json").json["items"] == []


def test_who_was_contacted_is_kept(desk: Desk, sample: Sample) -> None:
    page = f"/claims/{sample.port}"
    desk.post(f"{page}/contacts", {"who": "the port's press office", "contacted_on": "2025-03-05"}, page=page)
    shown = desk.get(page)
    assert "press office" in shown
    assert "2025-03-05" in shown
    desk.post(f"{page}/contacts", {"who": " "}, page=page, status=400)


def test_weighty_claims_without_company_are_listed(desk: Desk, sample: Sample) -> None:
    alone = [row["claim"] for row in desk.client.get("/claims/alone.json").json["items"]]
    assert alone == [sample.headline, sample.brigade]
    assert desk.get("/claims/alone.csv").count("\n") == 3
    assert "41 Menschen" in desk.get("/claims/alone")


def test_sources_have_their_record(desk: Desk, sample: Sample) -> None:
    desk.post(f"/claims/{sample.port}/verify", TRUE)
    rows = {row["slug"]: row for row in desk.client.get("/sources.json").json["items"]}
    port = rows["~port authority"]
    assert (port["claims"], port["disputed"], port["refuted"], port["verified"]) == (1, 1, 1, 0)
    assert desk.client.get("/sources.json?of=outlets").json["items"] == []


def test_a_dispute_shows_who_says_what_and_what_is_open(desk: Desk, sample: Sample) -> None:
    page = desk.get(f"/disputes/{sample.dispute}")
    matrix = page.split("Who says what")[1].split("</table>")[0]
    assert matrix.count("●") == 2
    assert matrix.count('aria-label="says nothing of it"') == 2
    assert "said on which day?" in page
    assert "<h2>When</h2>" not in page


def test_a_timeline_keeps_what_it_is_about_apart_from_when_it_was_said() -> None:
    told = timeline_svg(
        [Moment("port: 40", date(2025, 3, 2), date(2025, 3, 3), date(2025, 3, 4)),
         Moment("plan: 60", date(2025, 4, 1), None, None, is_expected=True)],
        str,
    )  # fmt: skip
    assert "for 2025-03-02 to 2025-03-03, said on 2025-03-04" in told
    assert told.count("stroke-dasharray") == told.count("said-on") == 1
    assert timeline_svg([Moment("nobody", None, None, None)], str) == ""


def test_words_that_were_searched_for_are_marked_and_judged_claims_come_first(desk: Desk, sample: Sample) -> None:
    before = desk.get("/search?q=HURT")
    assert "<mark><bdi>hurt</bdi></mark>" in before
    assert before.index(sample.union) < before.index(sample.port)
    desk.post(f"/claims/{sample.port}/verify", {"attribution": "confirmed"})
    after = desk.get("/search?q=hurt")
    assert after.index(sample.port) < after.index(sample.union)
