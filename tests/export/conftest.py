"""A store with three articles that contest each other, decided on in part, and reports made of it."""

from __future__ import annotations

import shutil
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


def write_articles(made: Path) -> None:
    made.mkdir()
    (made / "bridge.md").write_text(f"Published 2025-03-04\n\n{BRIDGE}", encoding="utf-8")
    (made / "bruecke.md").write_text(BRUECKE, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The articles as files."""
    write_articles(tmp_path / "articles")
    return tmp_path / "articles"


@pytest.fixture(scope="session")
def paired(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the articles taken in and paired, to be copied."""
    base = tmp_path_factory.mktemp("paired")
    write_articles(base / "articles")
    made = Settings(home=base / "home", embedder="hash")
    ingest_documents(made, [str(path) for path in sorted((base / "articles").iterdir())])
    pair_claims(made)
    close_stores()
    return made.home


@pytest.fixture
def settings(tmp_path: Path, paired: Path) -> Iterator[Settings]:
    """The articles taken in and paired."""
    made = Settings(home=tmp_path / "home", embedder="hash", user="rita", newsroom="The Lunden Desk")
    shutil.copytree(paired, made.home)
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
    verify(settings, second, content="verified", note="The ward's list says so.", evidence=["lists/ward.pdf"])
    return str(found["uid"])
