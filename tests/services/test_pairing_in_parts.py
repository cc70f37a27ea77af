"""A store too large to be compared whole: what is new meets what is stored, however often one pairs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from verifier.config import Settings
from verifier.paths import bundled
from verifier.services import meet_claims, pair_claims
from verifier.services.check_draft import check_draft
from verifier.services.correct_claims import correct
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_claims, list_disputes, list_findings, list_pairs

FOLDERS = [str(bundled("seeds") / name) for name in ("articles", "more")]


def _stored(settings: Settings) -> tuple[list[Any], list[Any], list[Any]]:
    def plain(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return sorted(rows, key=lambda row: str(row["uid"]))

    return plain(list_pairs(settings)), plain(list_findings(settings)), plain(list_disputes(settings))


def _queue(settings: Settings) -> set[tuple[str, str, str | None]]:
    return {(p["uid"], p["relation"], p["strength"]) for p in list_pairs(settings, queued=True)}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", embedder="hash")


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (meet_claims, pair_claims):
        monkeypatch.setattr(module, "SMALL_STORE", 0)


@pytest.mark.parametrize(("room", "whole"), [(0, True), (-1, False)])
def test_a_store_is_compared_whole_up_to_its_limit(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, room: int, whole: bool
) -> None:
    assert meet_claims.SMALL_STORE == 2_000
    ingest_documents(settings, FOLDERS[:1])
    pair_claims.pair_claims(settings)
    stored = len(list_claims(settings))
    monkeypatch.setattr(pair_claims, "SMALL_STORE", stored + room)
    assert pair_claims.pair_claims(settings).claims == (stored if whole else 0)


@pytest.mark.usefixtures("in_parts")
def test_pairing_after_every_text_ends_as_pairing_in_full(settings: Settings) -> None:
    for folder in FOLDERS:
        ingest_documents(settings, [folder])
        pair_claims.pair_claims(settings)
    before = _stored(settings)
    assert before[0]
    assert before[1]
    assert before[2]
    assert pair_claims.pair_claims(settings).claims == 0
    assert pair_claims.pair_claims(settings, full=True).new == 0
    assert _stored(settings) == before


def test_the_queue_is_the_same_in_parts_and_whole(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest_documents(settings, FOLDERS)
    pair_claims.pair_claims(settings)
    whole, disputes = _queue(settings), list_disputes(settings)
    monkeypatch.setattr(pair_claims, "SMALL_STORE", 0)
    pair_claims.pair_claims(settings, full=True)
    assert whole
    assert _queue(settings) == whole
    assert list_disputes(settings) == disputes


@pytest.mark.usefixtures("in_parts")
def test_a_correction_ends_as_pairing_would(settings: Settings) -> None:
    ingest_documents(settings, FOLDERS)
    pair_claims.pair_claims(settings)
    flagged = next(p for p in list_pairs(settings, queued=True) if p["relation"] == "DISPUTES")
    correct(settings, flagged["left"]["claim"], {"modality": "goal"})
    assert flagged["uid"] not in {uid for uid, _, _ in _queue(settings)}
    corrected = _queue(settings)
    pair_claims.pair_claims(settings)
    assert _queue(settings) == corrected


@pytest.mark.usefixtures("in_parts")
def test_a_draft_meets_what_it_contests(settings: Settings, tmp_path: Path) -> None:
    told = "On 3 May 2024 {} people were killed in Porto, {} said.\n"
    (tmp_path / "one.txt").write_text(told.format(12, "police"), encoding="utf-8")
    ingest_documents(settings, [str(tmp_path), *FOLDERS])
    pair_claims.pair_claims(settings)
    _, hits = check_draft(settings, told.format(19, "the mayor").encode())
    assert [(hit.relation.value, hit.stored.document_name) for hit in hits if hit.relation.is_queued] == [
        ("DISPUTES", "one.txt")
    ]


@pytest.mark.usefixtures("in_parts")
def test_a_text_that_is_replaced_takes_its_pairs_along(settings: Settings, tmp_path: Path) -> None:
    told = "On 3 May 2024 {} people were killed in Porto, {} said.\n"
    for name, words in (("one.txt", told.format(12, "police")), ("two.txt", told.format(19, "the mayor"))):
        (tmp_path / name).write_text(words, encoding="utf-8")
    ingest_documents(settings, [str(tmp_path)])
    pair_claims.pair_claims(settings)
    assert [p["relation"] for p in list_pairs(settings, queued=True)] == ["DISPUTES"]
    (tmp_path / "two.txt").write_text(told.format(12, "the mayor"), encoding="utf-8")
    ingest_documents(settings, [str(tmp_path / "two.txt")])
    pair_claims.pair_claims(settings)
    assert [p["relation"] for p in list_pairs(settings)] == ["DUPLICATE"]
    assert not list_disputes(settings)
