"""The command line as a user meets it: what it prints, what it complains about, how it ends."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from verifier.cli.main import main

HARBOUR = """---
outlet: Quay Gazette
published: 2025-03-04
lang: en
---
# Fire at the Lindholm docks: 40 hurt, port says

The port authority said that 40 people were injured in the fire in Lindholm on Monday.

The dockers' union said that 65 people were injured in the fire in Lindholm on Monday.

Two years ago 12 people were injured in a fire in Lindholm.

The mayor denied that the docks had been closed. The union said the docks were closed on Monday.
"""
CLINIC = "The clinic in Lindholm said it had treated 30 patients, 34 of them children.\n"


@dataclass(frozen=True)
class Answer:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def complaint(self) -> str:
        """The one sentence of a refusal: nothing on the other stream, no traceback."""
        assert self.code == 1, self
        assert "Traceback" not in self.err
        assert "unexpected" not in self.err
        assert self.err.endswith(".\n"), self.err
        assert self.err.count("\n") == 1, self.err
        return self.err.strip()


Run = Callable[..., Answer]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a home and working folder of its own; ``stdin`` are the bytes it is given."""
    monkeypatch.setenv("VERIFIER_EMBEDDER", "hash")
    monkeypatch.setenv("VERIFIER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def command(*words: str, stdin: bytes = b"") -> Answer:
        monkeypatch.setattr(sys, "argv", ["verifier", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return command


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """The same over a store with two paired documents."""
    (tmp_path / "harbour.md").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "clinic.txt").write_text(CLINIC, encoding="utf-8")
    assert run("ingest", "harbour.md", "clinic.txt").code == 0
    assert run("pair").code == 0
    return run
