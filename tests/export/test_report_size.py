"""A report is bounded, and what it costs hangs on its own disputes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verifier.config import Settings
from verifier.errors import VerifierError
from verifier.export.render import FORMATS, render
from verifier.services import build_report as building
from verifier.services.build_report import ALL, build_report, freeze_report, render_report
from verifier.services.report_editions import list_reports


def test_more_disputes_than_a_report_holds_are_refused_with_what_to_do(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "MOST_DISPUTES", 1)
    with pytest.raises(VerifierError, match=r"at most 1 disputes, and these are \d: narrow them"):
        build_report(settings, None, ["json"], tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert list_reports(settings) == []


@pytest.mark.parametrize("format", [name for name, each in FORMATS.items() if each.most is not None])
def test_more_disputes_than_a_file_holds_are_refused_with_what_to_do(settings: Settings, format: str) -> None:
    made = freeze_report(settings, ALL, settings.user)
    body = json.loads(render_report(settings, made.uid, "json"))["report"]
    body["disputes"] = body["disputes"][:1] * ((FORMATS[format].most or 0) + 1)
    with pytest.raises(VerifierError, match="too many for one"):
        render(json.dumps(body), format)
