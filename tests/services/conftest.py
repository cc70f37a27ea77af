"""Stores that tests of services share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.ferry import TEXT
from verifier.config import Settings
from verifier.services.ingest_documents import ingest_documents
from verifier.services.pair_claims import pair_claims


@pytest.fixture
def ferry(tmp_path: Path) -> Settings:
    """One article with two rival figures, paired."""
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    made = Settings(home=tmp_path / "home", embedder="hash", user="ida")
    assert [r.status for r in ingest_documents(made, [str(path)])] == ["new"]
    pair_claims(made)
    return made
