"""From files to decisions on a real database: refusals, the same text again, verdicts that outlast pairing."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier.config import Settings
from verifier.errors import NotFound, VerifierError
from verifier.paths import bundled
from verifier.services.build_report import build_report
from verifier.services.decide import decide
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_claims, list_pairs
from verifier.services.pair_claims import pair_claims
from verifier.services.undo_decision import undo
from verifier.services.verify_report import verify_report


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", embedder="hash")


def test_what_cannot_be_read_is_refused_alone(settings: Settings, tmp_path: Path) -> None:
    texts = {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 9,
        "line.txt": b"a" * 300_000,
        "big.txt": b"a" * 6_000_000,
    }
    for name, raw in texts.items():
        (tmp_path / name).write_bytes(raw)
    good = tmp_path / "zz.txt"
    good.write_text("Ten people were killed in Porto on Monday, police said.\n", encoding="utf-8")
    paths = [*(str(tmp_path / name) for name in texts), str(tmp_path / "missing.txt"), str(good)]
    results = ingest_documents(settings, paths)
    assert [r.status for r in results] == ["refused"] * 5 + ["new"]
    assert all(r.reason for r in results[:-1])
    assert {c["document"] for c in list_claims(settings)} == {"zz.txt"}


def test_verdicts_stay_when_the_same_is_read_and_paired_again(settings: Settings) -> None:
    folder = str(bundled("seeds") / "more")
    assert {r.status for r in ingest_documents(settings, [folder])} == {"new"}
    first = pair_claims(settings)
    assert first.queued
    pair = list_pairs(settings, queued=True)[0]
    decide(settings, pair["uid"], "dispute", "both counted the same day")
    assert {r.status for r in ingest_documents(settings, [folder])} == {"same"}
    assert pair_claims(settings).new == 0
    assert next(p for p in list_pairs(settings) if p["uid"] == pair["uid"])["state"] == "decided"
    undo(settings)
    assert next(p for p in list_pairs(settings) if p["uid"] == pair["uid"])["state"] == "new"
    with pytest.raises(NotFound):
        undo(settings)


def test_a_verdict_outside_the_vocabulary_is_refused(settings: Settings) -> None:
    ingest_documents(settings, [str(bundled("seeds") / "more")])
    pair_claims(settings)
    with pytest.raises(VerifierError, match="is no verdict on a pair"):
        decide(settings, list_pairs(settings, queued=True)[0]["uid"], "verified")


def test_a_report_is_the_same_whatever_the_order_of_ingest(tmp_path: Path) -> None:
    paths = sorted(str(p) for p in (bundled("seeds") / "more").glob("*.md"))
    made = []
    for name, ordered in (("one", paths), ("other", paths[::-1])):
        home = Settings(home=tmp_path / name, embedder="hash")
        ingest_documents(home, ordered)
        pair_claims(home)
        made.append(build_report(home, None, ["html", "md", "json", "csv"], tmp_path / f"out-{name}"))
        assert verify_report(home, tmp_path / f"out-{name}" / "disputes.json").startswith("Equal")
    assert made[0].sha256 == made[1].sha256
    for left, right in zip(made[0].files, made[1].files, strict=True):
        assert left.read_bytes() == right.read_bytes()
