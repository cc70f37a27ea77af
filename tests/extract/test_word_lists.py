"""Every list of words is read by something."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "verifier"
FILES = sorted(ROOT.rglob("lang/*.toml"))


def _names(path: Path) -> set[str]:
    """The names of the lists of a file; those of attribution stand one deeper."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    inner = found.get("lists")
    return {*found, *(inner if isinstance(inner, dict) else ())}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_every_list_is_named_in_the_code(path: Path) -> None:
    named = {name for each in ROOT.rglob("*.py") for name in re.findall(r"\w+", each.read_text(encoding="utf-8"))}
    assert _names(path) <= named
