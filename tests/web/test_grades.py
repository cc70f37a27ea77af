"""Grades of sources: who may give them, what they need, where they show, and that they are logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from verifier.errors import InputRefused, NotFound
from verifier.services.audit_log import list_log
from verifier.services.grade_sources import LONGEST_BASIS, grade_source, read_graded
from verifier.services.maintain_store import check_store

if TYPE_CHECKING:
    from tests.web.conftest import Desk, Sample
    from verifier.config import Settings

SLUG = "~the dockers' union"
pytestmark = pytest.mark.usefixtures("sample")


def test_a_grade_is_set_changed_and_taken_away_and_each_is_logged(settings: Settings) -> None:
    for grade, basis in (
        ("B", "right about  the last strike"),
        ("B", "right about the last strike"),
        ("D", "wrong"),
        ("", ""),
    ):
        grade_source(settings, "claimants", SLUG, grade, basis, "rita")
    told = [entry for entry in list_log(settings, None).items if entry.action == "grade"]
    assert [entry.details["reliability"] for entry in told] == [None, "D", "B"]
    assert read_graded(settings, "claimants", SLUG).grade is None
    assert check_store(settings) == []


@pytest.mark.parametrize(
    ("slug", "grade", "basis", "refusal"),
    [
        (SLUG, "G", "because", InputRefused),
        (SLUG, "A", "  ", InputRefused),
        (SLUG, "A", "x" * (LONGEST_BASIS + 1), InputRefused),
        ("~nobody", "A", "because", NotFound),
        ("", "A", "because", NotFound),
    ],
)
def test_what_is_no_grade_is_refused(
    settings: Settings, slug: str, grade: str, basis: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        grade_source(settings, "claimants", slug, grade, basis, "rita")


def test_the_longest_reason_of_a_grade(settings: Settings) -> None:
    grade_source(settings, "claimants", SLUG, "A", "x" * LONGEST_BASIS, "rita")
    assert read_graded(settings, "claimants", SLUG).basis == "x" * LONGEST_BASIS


def test_a_grade_shows_where_the_source_does(desk: Desk, sample: Sample) -> None:
    where = f"/sources/grade?of=claimants&slug={SLUG}"
    assert "Say what the grade rests on." in desk.post(where, {"grade": "C"}, page=where, status=400)
    desk.post(where, {"grade": "C", "basis": "two of three counts held"}, page=where)
    assert "two of three counts held" in desk.get(where)
    assert 'aria-label="Grade C,' in desk.get("/sources")
    assert "<span>C</span>" in desk.get(f"/claims/{sample.union}")
    row = next(r for r in desk.client.get("/sources.json").json["items"] if r["slug"] == SLUG)
    assert row["grade"] == "C"
