"""Word documents and workbooks in a real office: LibreOffice opens them and reads back the same facts, no formula."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.export.conftest import dispute, paired, settings
from tests.export.reading import facts, squeeze
from tests.export.test_hostile_reports import HOSTILE, poisoned
from tests.soak.conftest import FULL, Say
from verifier.config import Settings
from verifier.export.canonical_json import canonical_json, sha256_of
from verifier.export.edition import Edition
from verifier.export.render import render
from verifier.export.words import LANGUAGES
from verifier.services.build_report import freeze_report, render_report
from verifier.services.report_subject import Subject

__all__ = ["dispute", "paired", "settings"]

OFFICE = shutil.which("soffice")
if not FULL:
    pytest.skip("an office takes long to start: only “make soak” tries it", allow_module_level=True)
if OFFICE is None:
    pytest.skip(
        "no LibreOffice is installed here (on Debian: libreoffice-writer and libreoffice-calc)", allow_module_level=True
    )


def saved_anew(content: bytes, suffix: str, to: str, folder: Path) -> bytes:
    """What LibreOffice saves as ``to`` after opening a file of ours."""
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / f"report.{suffix}"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "saved"
    words = [str(OFFICE), "--headless", profile, "--convert-to", to, "--outdir", str(out), str(source)]
    subprocess.run(words, check=True, capture_output=True, timeout=300)
    return (out / f"report.{to.partition(':')[0]}").read_bytes()


@pytest.fixture
def report(settings: Settings, dispute: str) -> tuple[str, dict[str, Any]]:
    """The uid and the content of a report on one dispute."""
    made = freeze_report(settings, Subject("dispute", dispute), "rita")
    return made.uid, json.loads(render_report(settings, made.uid, "json"))["report"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_word_document_reads_back_every_fact(
    settings: Settings, report: tuple[str, dict[str, Any]], lang: str, tmp_path: Path, say: Say
) -> None:
    uid, body = report
    text = squeeze(saved_anew(render_report(settings, uid, "docx", lang), "docx", "txt:Text", tmp_path).decode("utf-8"))
    told = list(facts(body, sha256_of(canonical_json(body)), lang))
    assert [(name, fact) for name, fact in told if squeeze(fact) not in text] == []
    say(f"office, {lang}: {len(told)} facts of a Word document read back")


@pytest.mark.parametrize("evil", [None, *HOSTILE[:8]])
def test_a_workbook_reads_back_every_cell_and_no_formula(
    report: tuple[str, dict[str, Any]], evil: str | None, tmp_path: Path, say: Say
) -> None:
    from openpyxl import load_workbook

    body = report[1] if evil is None else poisoned(report[1], evil)
    content = render(canonical_json(body), "xlsx", Edition(lang="de"))
    ours = load_workbook(io.BytesIO(content))
    theirs = load_workbook(io.BytesIO(saved_anew(content, "xlsx", "xlsx", tmp_path)))
    assert theirs.sheetnames == ours.sheetnames
    cells = 0
    for name in ours.sheetnames:
        for row in ours[name].iter_rows():
            for cell in row:
                other = theirs[name].cell(cell.row, cell.column)
                assert other.data_type != "f"
                assert other.hyperlink is None
                assert other.value == cell.value
                cells += 1
    say(f"office: {cells} cells of a workbook read back, none a formula")
