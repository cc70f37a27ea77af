"""A headline that repeats its body is no second answer in a report, yet nothing of it is lost."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from verifier.config import Settings
from verifier.export.told_again import repetitions
from verifier.services.build_report import freeze_report, render_report
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_claims, list_disputes
from verifier.services.pair_claims import pair_claims
from verifier.services.report_subject import Subject

FERRY = """Ferry hits rocks off Brennholm: five dead, coast guard says

The coast guard said on Monday that five people were killed in the sinking of the ferry on Sunday.
The shipping company said nine people were killed in the sinking of the ferry on Sunday.
"""


def test_headline_and_body_stand_once(tmp_path: Path) -> None:
    path = tmp_path / "ferry.md"
    path.write_text(f"Published 2024-10-08\n\n{FERRY}", encoding="utf-8")
    settings = Settings(home=tmp_path / "home", embedder="hash")
    ingest_documents(settings, [str(path)])
    pair_claims(settings)
    (dispute,) = list_disputes(settings)
    made = freeze_report(settings, Subject("dispute", dispute["uid"]), "rita")
    text = render_report(settings, made.uid, "md").decode()

    headline, *_ = (c for c in list_claims(settings) if c["quote"] == "five dead")
    assert len(dispute["claims"]) == 3
    assert text.count("### The coast guard") == 1
    assert "### Coast guard" not in text
    assert f"Told again in it: “five dead”, characters {headline['start']} to {headline['end']}" in text
    assert text.count("Conflicting numbers") == 1
    assert "utterance told twice" not in text
    assert "of 3 claims" in text

    rows = list(csv.DictReader(io.StringIO(render_report(settings, made.uid, "csv").decode())))
    named = f"{headline['uid']} {headline['start']}–{headline['end']}: five dead"
    assert sorted(row["told_again"] for row in rows) == ["", named]
    assert all(row["conflicts_with"] for row in rows)


@pytest.mark.parametrize(
    ("same", "stands_for"),
    [
        ([("a", "b")], {"a": "b"}),
        ([("a", "other")], {}),
        ([("a", "b"), ("b", "c")], {"a": "c", "b": "c"}),
        ([("b", "c"), ("a", "b"), ("a", "c")], {"a": "c", "b": "c"}),
    ],
)
def test_the_fullest_telling_of_a_text_stands_for_all(same: list[tuple[str, str]], stands_for: dict[str, str]) -> None:
    told = {"a": ("ferry", "five dead"), "b": ("ferry", "five were killed"), "c": ("ferry", "five people were killed"),
            "other": ("harbour", "five people were killed there")}  # fmt: skip
    assert repetitions(same, told) == stands_for
