"""Services let go of the store they open: no file stays open behind a call, refused or not."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.services.ferry import TEXT
from verifier.config import Settings
from verifier.errors import VerifierError
from verifier.services.build_report import ALL, freeze_report, render_report
from verifier.services.check_draft import check_draft
from verifier.services.desk_stores import close_stores
from verifier.services.explain_pair import explain_stored
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_claims, list_disputes, list_findings, list_pairs
from verifier.services.maintain_store import check_store, current_revision, reindex_store, schema_drift
from verifier.services.manage_users import add_user
from verifier.services.migrate_store import upgrade_store
from verifier.services.open_store import open_store
from verifier.services.pair_claims import pair_claims
from verifier.services.publish_report import export_public, publish_report, withdraw_report
from verifier.services.report_choices import list_choices
from verifier.services.report_editions import list_reports
from verifier.services.stream_pairs import stream_pairs
from verifier.services.verify_report import verify_report

CALLS = 200
NOBODY = "f" * 16
Call = Callable[[Settings], object]


@pytest.fixture
def no_collector() -> Iterator[None]:
    """Without the collector, which closes what was forgotten and so hides it."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def open_files(folder: Path) -> list[str]:
    """The files below ``folder`` that this process holds open."""
    held = []
    for handle in Path("/proc/self/fd").iterdir():
        try:
            held.append(os.readlink(handle))
        except FileNotFoundError:  # the handle of the listing itself
            continue
    return [name for name in held if name.startswith(str(folder))]


def services(settings: Settings, out: Path) -> list[Call]:
    """Every service that opens a store of its own."""
    made = freeze_report(settings, ALL, settings.user)
    frozen = out / "frozen.json"
    frozen.write_bytes(render_report(settings, made.uid, "json"))
    left, right = (each["uid"] for each in list_claims(settings)[:2])
    article = out / "ferry.txt"
    article.write_text(TEXT, encoding="utf-8")
    return [
        list_claims, list_pairs, list_findings, list_disputes, list_reports, list_choices, check_store, reindex_store,
        current_revision, schema_drift, upgrade_store, pair_claims,
        lambda s: next(stream_pairs(s)[1]),
        lambda s: list_claims(s, "nobody.txt"),
        lambda s: ingest_documents(s, [str(article)]),
        lambda s: explain_stored(s, left, right),
        lambda s: explain_stored(s, left, NOBODY),
        lambda s: check_draft(s, TEXT.encode()),
        lambda s: freeze_report(s, ALL, s.user),
        lambda s: render_report(s, made.uid, "json"),
        lambda s: render_report(s, NOBODY, "json"),
        lambda s: verify_report(s, frozen),
        lambda s: publish_report(s, made.uid),
        lambda s: publish_report(s, NOBODY),
        lambda s: withdraw_report(s, NOBODY, "a note"),
        lambda s: export_public(s, out / "public"),
    ]  # fmt: skip


@pytest.mark.usefixtures("no_collector")
def test_no_call_leaves_a_file_open(ferry: Settings, tmp_path: Path) -> None:
    add_user(ferry, "eda", "editor", "seven green lanterns")
    settings = ferry.model_copy(update={"user": "eda"})
    calls = services(settings, tmp_path)
    close_stores()
    assert open_files(ferry.home) == []
    for number in range(CALLS):
        call = calls[number % len(calls)]
        with suppress(VerifierError):
            call(settings)
        close_stores()
        assert open_files(ferry.home) == [], number


@pytest.mark.usefixtures("no_collector")
def test_a_store_that_is_refused_is_closed(ferry: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verifier.store.schema.head", lambda: "of tomorrow")
    close_stores()
    for _ in range(10):
        with pytest.raises(VerifierError, match="db upgrade"):
            open_store(ferry)
    assert open_files(ferry.home) == []


@pytest.mark.usefixtures("no_collector")
def test_an_error_within_closes_the_store(ferry: Settings) -> None:
    close_stores()

    def fail() -> None:
        with open_store(ferry) as store, store.read():
            assert open_files(ferry.home)
            raise VerifierError("within")

    with pytest.raises(VerifierError, match="within"):
        fail()
    assert open_files(ferry.home) == []
