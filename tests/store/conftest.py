"""A store with questions to decide on, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert

from verifier.config import Settings
from verifier.services.desk_stores import close_stores, kept_store
from verifier.store.tables import dispute


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Settings]:
    """Settings of a store with three disputes: d0, d1 and d2."""
    made = Settings(home=tmp_path / "home", embedder="hash", user="rita")
    add_disputes(made, 3)
    yield made
    close_stores()


def add_disputes(settings: Settings, count: int) -> None:
    rows = [{"uid": f"d{n}", "question": f"What became of ship {n}?", "live": True} for n in range(count)]
    with kept_store(settings).write() as connection:
        connection.execute(insert(dispute), rows)
