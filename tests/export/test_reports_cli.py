"""A walk through the command line: build, verify, decide, build anew, publish, withdraw, stream."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from verifier.cli.main import cli
from verifier.config import Settings
from verifier.errors import VerifierError


@pytest.fixture
def run(settings: Settings, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def] # a function of any words
    monkeypatch.setenv("VERIFIER_USER", "rita")

    def command(*words: str, status: int = 0) -> Result:
        result = CliRunner().invoke(cli, ["--home", str(settings.home), *words])
        code = 1 if isinstance(result.exception, VerifierError) else result.exit_code
        assert code == status, (words, result.output, result.exception)
        return result

    return command


def test_the_whole_way_of_a_report(run, dispute: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out, public = tmp_path / "out", tmp_path / "public"
    built = run(
        "report", "build", "--dispute", dispute, "--format", "html,json,docx,xlsx", "--lang", "de", "--out", str(out)
    )
    uid = next(line.split()[1] for line in built.output.splitlines() if line.startswith("report "))
    frozen = out / f"dispute-{dispute}.json"
    assert f"sha256 {json.loads(frozen.read_text(encoding='utf-8'))['sha256']}" in built.output
    assert run("report", "verify", str(frozen)).output.startswith("Equal")
    assert run("report", "verify", str(out / f"dispute-{dispute}.html")).output.startswith("Equal")
    run("report", "publish", uid, "--out", str(public))
    assert (public / uid / "index.html").exists()
    run("decide", dispute, "resolved", "--note", "counted anew")
    assert "is now resolved" in str(run("report", "verify", str(frozen), status=1).exception)
    again = run("report", "build", "--dispute", dispute, "--format", "md", "--out", str(out)).output
    second = next(line.split()[1] for line in again.splitlines() if line.startswith("report "))
    run("report", "publish", second, "--out", str(public), "--note", "Counted anew.")
    listed = [json.loads(line) for line in run("report", "list", "--format", "jsonl").output.splitlines()]
    assert [(r["uid"], r["state"]) for r in listed] == [(second, "published"), (uid, "corrected")]
    run("report", "withdraw", second, "--note", "The list was forged.")
    run("report", "site", "--out", str(public), "--lang", "de")
    assert "Zurückgezogen am" in (public / second / "index.html").read_text(encoding="utf-8")


def test_other_subjects_and_refusals(run, dispute: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out = ("--format", "json", "--out", str(tmp_path))
    for about in (["--all"], ["--document", "bridge.md"], ["--source", "Die Veranstalter"], ["--where", "status=open"]):
        assert "sha256 " in run("report", "build", *about, *out).output
    run("report", "build", *out, status=2)
    run("report", "build", "--all", "--dispute", dispute, *out, status=2)
    run("report", "build", "--where", "status", *out, status=2)
    for about in (["--dispute", "nothing"], ["--document", "x"], ["--source", "x"], ["--where", "colour=red"]):
        run("report", "build", *about, *out, status=1)
    run("report", "build", "--all", "--format", "odt", "--out", str(tmp_path), status=1)
    run("report", "build", "--all", "--lang", "tlh", *out, status=1)


def test_pairs_stream_the_same_as_lines_and_rows(run) -> None:  # type: ignore[no-untyped-def]
    lines = [json.loads(line) for line in run("pairs", "--format", "jsonl").output.splitlines()]
    rows = list(csv.DictReader(io.StringIO(run("pairs", "--format", "csv").output)))
    assert len(lines) == len(rows) > 3
    assert [line["priority"] for line in lines] == sorted((line["priority"] for line in lines), reverse=True)
    for line, row in zip(lines, rows, strict=True):
        assert (row["uid"], row["relation"], row["explanation"]) == (line["uid"], line["relation"], line["explanation"])
        assert row["left_quote"] == line["left"]["quote"]
        assert int(row["right_end"]) == line["right"]["end"]
    queued = [json.loads(line) for line in run("pairs", "--queued", "--format", "jsonl").output.splitlines()]
    assert queued == [line for line in lines if line["queued"]]
    one = [json.loads(line) for line in run("pairs", "--relation", "DISPUTES", "--format", "jsonl").output.splitlines()]
    assert one == [line for line in lines if line["relation"] == "DISPUTES"]
