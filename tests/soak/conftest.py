"""How much the soak does: a little in every test run, all of it with VERIFIER_SOAK=full (“make soak”)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from verifier.config import Settings
from verifier.services.desk_stores import close_stores

FULL = os.environ.get("VERIFIER_SOAK") == "full"
Say = Callable[[str], None]


def size(small: int, full: int) -> int:
    return full if FULL else small


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Settings]:
    yield Settings(home=tmp_path / "home", embedder="hash", user="rita")
    close_stores()


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Print a figure whether or not output is captured; silent in the small run."""

    def tell(figure: str) -> None:
        if FULL:
            with capsys.disabled():
                print(f"\n  {figure}", flush=True)

    return tell
