"""Reports and public pages in a real browser: accessible in light, dark and print, no wider than a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from verifier.config import Settings
from verifier.services.build_report import build_report
from verifier.services.publish_report import export_public, publish_report, withdraw_report
from verifier.services.report_subject import Subject

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture
def pages(settings: Settings, dispute: str, tmp_path: Path) -> list[Path]:
    """Reports in both languages, and the public folder with a published and a withdrawn report."""
    single = build_report(settings, Subject("dispute", dispute), ["html"], tmp_path / "en")
    whole = build_report(settings, None, ["html"], tmp_path / "de", "de")
    for made in (single, whole):
        publish_report(settings, made.uid)
    withdraw_report(settings, whole.uid, "Counted twice.")
    public = [path for path in export_public(settings, tmp_path / "public") if path.suffix == ".html"]
    return [*single.files, *whole.files, *public]


@pytest.mark.parametrize("look", ["light", "dark", "print"])
def test_no_page_has_a_barrier(browser: Any, pages: list[Path], look: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    shown = {"media": "print"} if look == "print" else {"color_scheme": look}
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.emulate_media(**shown)
    for path in pages:
        page.goto(path.as_uri())
        found = Axe().run(page, options=WCAG).response["violations"]
        assert not [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found], path
        if look != "print":
            wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
            assert not wide, path
    page.close()
