"""The form for reports on a document, a source, a selection or everything, without scripts."""

from __future__ import annotations

import pytest

from tests.web.conftest import Desk, Sample
from verifier.config import Settings
from verifier.services.report_editions import list_reports


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "collection"},
        {"kind": "document", "document": "harbour.md"},
        {"kind": "source", "source": "the dockers' union"},
        {"kind": "selection", "relation": "DISPUTES", "status": "open"},
        {"kind": "selection", "relation": "DISPUTES", "document": "typed, but not asked for"},
    ],
    ids=lambda fields: "-".join(fields.values())[:30],
)
def test_each_kind_of_report_is_built_and_shown(
    desk: Desk, settings: Settings, sample: Sample, fields: dict[str, str]
) -> None:
    shown = desk.post("/reports/new", fields, page="/reports/new")
    assert "65 people were hurt" in desk.get(shown)
    assert list_reports(settings)[0].state == "draft"
    assert sample.dispute


def test_the_form_offers_what_is_contested(desk: Desk, sample: Sample) -> None:
    page = desk.get("/reports/new")
    assert sample.dispute
    assert '<option value="harbour.md">' in page
    assert "<script>alert" not in page
    assert 'href="/reports/new"' in desk.get("/reports")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "what the report is to be about"),
        ({"kind": "dispute"}, "what the report is to be about"),
        ({"kind": "document", "document": "<b>nothing.md"}, "No document is stored"),
        ({"kind": "source", "source": ""}, "No source is stored"),
        ({"kind": "selection", "status": "asleep"}, "There is no status"),
        ({"kind": "selection", "relation": "LIKES"}, "There is no relation"),
    ],
)
def test_what_cannot_be_built_is_said_beside_what_was_filled_in(
    desk: Desk, settings: Settings, sample: Sample, fields: dict[str, str], told: str
) -> None:
    page = desk.post("/reports/new", fields, page="/reports/new", status=400)
    assert told in page
    assert "<b>" not in page.split("<main", maxsplit=1)[1]
    if "document" in fields:
        assert 'value="&lt;b&gt;nothing.md"' in page
    assert list_reports(settings) == []
    assert sample.dispute
