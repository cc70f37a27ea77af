"""What the machine denies: few file handles, folders that cannot be written, models that are missing or damaged."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from verifier.config import Settings
from verifier.services.desk_stores import close_stores
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_claims, list_pairs
from verifier.services.maintain_store import check_store

TEXT = (
    "Police said 17 people were hurt in a fire in Porto on Monday.\n"
    "The mayor said 40 people were hurt in a fire in Porto on Monday.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "fire.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(home: Path, *words: str, before: Callable[[], None] | None = None, **env: str) -> tuple[int, str, str]:
    """A command in a process of its own, with a limit set just ``before`` it begins."""
    command = [sys.executable, "-m", "verifier", "--home", str(home), *words]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, timeout=240, env={**os.environ, **env}, preexec_fn=before
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("handles", [5, 6, 7])
def test_too_few_file_handles_are_one_sentence(tmp_path: Path, article: Path, handles: int) -> None:
    home = tmp_path / "home"
    code, _, err = run(
        home, "ingest", str(article), before=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (handles, handles))
    )
    assert (code, err.count("\n")) == (1, 1), err
    assert "Traceback" not in err
    made = Settings(home=home, embedder="hash")
    assert list_claims(made) == []
    assert check_store(made) == []
    close_stores()
    assert run(home, "ingest", str(article))[0] == 0


def test_a_folder_that_cannot_be_written_is_one_sentence(article: Path) -> None:
    code, _, err = run(Path("/proc/verifier"), "ingest", str(article))
    assert (code, err.count("\n")) == (1, 1), err
    assert "cannot be opened" in err


@pytest.mark.parametrize("model", ["missing", "empty", "damaged"])
def test_without_its_model_pairing_says_so_and_compares_words(tmp_path: Path, article: Path, model: str) -> None:
    home, folder = tmp_path / "home", tmp_path / "model"
    if model != "missing":
        folder.mkdir()
    if model == "damaged":
        (folder / "config.json").write_text(json.dumps({"model_type": "bert"}), encoding="utf-8")
        (folder / "model.safetensors").write_bytes(b"\x00" * 64)
    made = Settings(home=home, embedder="hash")
    ingest_documents(made, [str(article)])
    close_stores()
    code, out, err = run(home, "pair", VERIFIER_EMBEDDER=f"st:{folder}")
    assert (code, "Traceback" in err) == (0, False), err
    assert "cannot be loaded" in err
    assert "Words alone are compared." in err
    assert "pairs" in out
    assert list_pairs(made)
