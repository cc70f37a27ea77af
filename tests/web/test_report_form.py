"""The form for reports on a document, a source, a selection or everything, without scripts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.conftest import Desk, Sample
from tests.web.reviewing import Reviewer
from verifier.config import Settings
from verifier.services.report_choices import list_choices
from verifier.services.report_editions import list_reports


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "collection"},
        {"kind": "document", "document": "harbour.md"},
        {"kind": "source", "source": "the dockers' union"},
        {"kind": "selection", "relation": "DISPUTES", "status": "open"},
        {"kind": "selection", "relation": "DISPUTES", "document": "typed, but not asked for"},
        {"kind": "selection", "filter": "state=waiting", "report_lang": "en"},
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


def test_one_dispute_in_german_as_a_file(desk: Desk, sample: Sample) -> None:
    fields = {"kind": "dispute", "dispute": sample.dispute, "report_lang": "de", "format": "md"}
    address = desk.post("/reports/new", fields, page="/reports/new")
    assert address.endswith("/md?lang=de")
    assert "Bericht zu einer Streitfrage" in desk.get(address)


ADDRESSES = [
    ("kind=document&document=harbour.md", {"kind": "document", "document": "harbour.md", "format": "html"}),
    ("kind=source&source=x&report_lang=de&format=pdf", {"kind": "source", "report_lang": "de", "format": "pdf"}),
    ("kind=selection&status=open&relation=DISPUTES&lang=en", {"status": "open", "relation": "DISPUTES", "lang": "en"}),
    ("kind=selection&filter=place%3Dharbour&filter=date%3D2025", {"kind": "selection", "filter": "date=2025"}),
    ("kind=%22%3E%3Cscript%3E&format=exe&report_lang=xx&filter=%3D", {"format": "html", "report_lang": "en"}),
]
"""Query strings, and some of what the form is then filled in with."""


@pytest.mark.parametrize(("query", "filled"), ADDRESSES)
def test_the_address_fills_in_the_form(
    browser: Any, address: str, settings: Settings, sample: Sample, query: str, filled: dict[str, str]
) -> None:
    who = Reviewer(browser, address, settings, java_script_enabled=False)
    who.page.goto(f"/reports/new?{query}")
    form = who.page.locator("main form")
    for name, value in filled.items():
        field = form.locator(f"[name={name}]").last
        if field.get_attribute("type") in ("radio", "checkbox"):
            assert form.locator(f'[name={name}][value="{value}"]').is_checked()
        else:
            assert field.input_value() == value
    assert sample.dispute
    assert who.trouble == []
    who.context.close()


NAMES = {
    "document": {"en": "Report on this document", "de": "Bericht über dieses Dokument"},
    "dispute": {"en": "Choose language and format", "de": "Sprache und Format wählen"},
    "list": {"en": "Report on this list", "de": "Bericht über diese Liste"},
    "row": {"en": "Report on port authority", "de": "Bericht über port authority"},
}
LINKS = [
    ("/documents/{harbour}", "document", "[name=document]", "harbour.md"),
    ("/disputes/{dispute}", "dispute", "[name=dispute]", "{dispute}"),
    ("/disputes?status=open", "list", "[name=status]", "open"),
    ("/?relation=DISPUTES", "list", "[name=filter]", "state=waiting"),
    ("/sources", "row", "[name=source]", "{port}"),
]
"""Pages, which link there leads to the form, and a field of it with what it is filled in with."""


@pytest.mark.parametrize(("page", "link", "field", "value"), LINKS)
def test_pages_lead_to_the_form_filled_in_and_it_builds(
    browser: Any, address: str, settings: Settings, sample: Sample, page: str, link: str, field: str, value: str
) -> None:
    port = next(slug for slug, name in list_choices(settings).sources if name == "port authority")
    uids = {"harbour": sample.harbour, "dispute": sample.dispute, "port": port}
    for lang in ("en", "de"):
        who = Reviewer(browser, address, settings, java_script_enabled=False, locale=lang)
        who.page.goto(page.format(**uids))
        who.page.get_by_role("link", name=NAMES[link][lang]).click()
        form = who.page.locator("main form")
        assert form.locator("[name=kind]:checked").count() == 1
        assert form.locator(field).last.input_value() == value.format(**uids)
        assert form.locator("[name=report_lang]").input_value() == lang
        form.locator("button.primary").click()
        assert who.page.locator("[role=alert]").all_inner_texts() == []
        assert f"lang={lang}" in who.page.url
        assert who.page.locator("html").get_attribute("lang") == lang
        assert who.trouble == []
        who.context.close()


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
        ({"kind": "nothing"}, "what the report is to be about"),
        ({"kind": "dispute", "dispute": "x"}, "No dispute with the uid"),
        ({"kind": "selection", "filter": "colour=red"}, "A selection cannot be made by"),
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
