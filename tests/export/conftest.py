"""A store with three articles that contest each other, decided on in part, and reports made of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from verifier.config import Settings
from verifier.services.decide import decide, verify
from verifier.services.desk_stores import close_stores
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_disputes, list_pairs
from verifier.services.pair_claims import pair_claims

BRIDGE = """Bridge at Lunden: 14 hurt, hospital says

The regional hospital said 14 people were hurt in the collapse of the bridge in Lunden on Monday.
The mayor's office said 31 people were hurt in the collapse of the bridge in Lunden on Monday.
The fire brigade said the tunnel was closed on Monday. The mayor Nora Quist denied that the tunnel was closed.
The hospital said 9 people were hurt in the collapse of a crane in Lunden on Sunday.
"""
BRUECKE = """Brücke in Lunden: Zahl der Verletzten umstritten

Nach Angaben der Polizei kamen am Montag rund 200 Menschen zur Mahnwache vor dem Rathaus in Lunden.
Die Veranstalter sprachen von 650 Menschen, die am Montag zur Mahnwache vor dem Rathaus in Lunden kamen.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The articles as files."""
    made = tmp_path / "articles"
    made.mkdir()
    for name, text, day in (("bridge.md", BRIDGE, "2025-03-04"), ("bruecke.md", BRUECKE, "2025-03-05")):
        (made / name).write_text(f"Published {day}\n\n{text}" if name == "bridge.md" else text, encoding="utf-8")
    return made


@pytest.fixture
def settings(tmp_path: Path, folder: Path) -> Iterator[Settings]:
    """The articles taken in and paired."""
    made = Settings(home=tmp_path / "home", embedder="hash", user="rita", newsroom="The Lunden Desk")
    ingest_documents(made, [str(path) for path in sorted(folder.iterdir())])
    pair_claims(made)
    yield made
    close_stores()


@pytest.fixture
def dispute(settings: Settings) -> str:
    """The dispute over how many were hurt, with decisions of every kind."""
    found: dict[str, Any] = next(d for d in list_disputes(settings) if "hurt" in d["question"])
    pair = next(p for p in list_pairs(settings, queued=True) if p["left"]["claim"] in found["claims"])
    decide(settings, pair["uid"], "dispute", "both count the same day")
    decide(settings, found["uid"], "open", "asked both for their lists")
    first, second, *_ = found["claims"]
    verify(
        settings,
        first,
        attribution="confirmed",
        content="refuted",
        note="list seen",
        evidence=["https://example.org/list"],
    )
    verify(settings, second, content="verified")
    return str(found["uid"])
