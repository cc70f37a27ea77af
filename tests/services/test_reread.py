"""Stored texts read anew: what the rules read otherwise changes, what people did stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.services.ferry import TEXT, claim_with, readings, rival
from tests.services.test_tallies import NIGHTS, NIGHTS_MAPPING, TOTALS, TOTALS_MAPPING
from verifier.cli.main import cli
from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.paths import bundled
from verifier.services import ingest_documents as taking_in
from verifier.services.correct_claims import correct
from verifier.services.decide import decide, verify
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_claims
from verifier.services.pair_claims import pair_claims
from verifier.services.reread_texts import Reread, reread_texts
from verifier.services.undo_decision import undo

Edit = Callable[[list[Claim]], list[Claim]]


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Edit], Settings]:
    """A store whose one article was read by other rules, paired."""

    def make(edit: Edit) -> Settings:
        path = tmp_path / "ferry.txt"
        path.write_text(TEXT, encoding="utf-8")
        settings = Settings(home=tmp_path / "home", embedder="hash", user="ida")
        read = taking_in.claims_of
        with monkeypatch.context() as patch:
            patch.setattr(taking_in, "claims_of", lambda *args: edit(read(*args)))
            ingest_documents(settings, [str(path)])
        pair_claims(settings)
        return settings

    return make


def _without_times(claims: list[Claim]) -> list[Claim]:
    return [replace(each, reading=replace(each.reading, time=None)) for each in claims]


def _hedged(claims: list[Claim]) -> list[Claim]:
    return [replace(each, reading=replace(each.reading, hedged=True)) for each in claims]


def _without_company(claims: list[Claim]) -> list[Claim]:
    return [each for each in claims if "14 passengers" not in each.quote]


def _with_a_name(claims: list[Claim]) -> list[Claim]:
    """With a claim that today's rules do not read: the first one's words but for their last letter."""
    first = claims[0]
    short = replace(first.span, end=first.span.end - 1)
    return [*claims, replace(first, uid="0" * 16, span=short, quote=first.quote[:-1])]


def test_what_was_read_by_the_same_rules_stays_as_it_is(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, embedder="hash")
    ingest_documents(settings, [str(bundled("seeds") / "articles"), str(bundled("seeds") / "tutorial")])
    assert reread_texts(settings) == Reread(texts=6)


@pytest.mark.parametrize(("table", "means"), [(NIGHTS, NIGHTS_MAPPING), (TOTALS, TOTALS_MAPPING)])
def test_a_table_of_figures_is_left_alone(tmp_path: Path, table: str, means: str) -> None:
    (tmp_path / "table.csv").write_text(table, encoding="utf-8")
    (tmp_path / "table.toml").write_text(means, encoding="utf-8")
    settings = Settings(home=tmp_path / "home", embedder="hash")
    ingest_documents(settings, [str(tmp_path / "table.csv")], mapping=str(tmp_path / "table.toml"))
    before = list_claims(settings)
    assert len(before) > 4
    assert reread_texts(settings) == Reread()
    assert list_claims(settings) == before


def test_a_claim_that_reads_otherwise_gets_a_further_reading(stored: Callable[[Edit], Settings]) -> None:
    settings = stored(_without_times)
    uid = claim_with(settings, "14 passengers")["uid"]
    assert claim_with(settings, "14 passengers")["time"] is None
    done = reread_texts(settings)
    assert (done.changed > 0, done.added, done.dropped) == (True, 0, 0)
    assert claim_with(settings, "14 passengers")["time"] is not None
    assert [row.version_no for row in readings(settings, uid)] == [1, 2]
    assert reread_texts(settings) == Reread(texts=1)


def test_a_claim_that_was_missed_is_added_and_compared_by_the_next_pass(stored: Callable[[Edit], Settings]) -> None:
    settings = stored(_without_company)
    assert reread_texts(settings).added == 1
    assert pair_claims(settings).queued == 1
    assert rival(settings)["relation"] == "DISPUTES"


def test_what_is_no_claim_any_more_leaves_the_lists(stored: Callable[[Edit], Settings]) -> None:
    settings = stored(_with_a_name)
    number = len(list_claims(settings))
    assert reread_texts(settings).dropped == 1
    assert len(list_claims(settings)) == number - 1
    assert reread_texts(settings) == Reread(texts=1)


def test_what_people_decided_on_stays_a_claim(stored: Callable[[Edit], Settings]) -> None:
    settings = stored(_with_a_name)
    verify(settings, "0" * 16, attribution="confirmed", note="heard on the radio")
    number = len(list_claims(settings))
    assert reread_texts(settings) == Reread(texts=1, kept=1)
    assert len(list_claims(settings)) == number


def test_corrections_stay_and_taking_one_back_gives_the_reading_of_today(stored: Callable[[Edit], Settings]) -> None:
    settings = stored(_without_times)
    uid = claim_with(settings, "14 passengers")["uid"]
    correct(settings, uid, {"place": "Varnsee"})
    reread_texts(settings)
    assert claim_with(settings, "14 passengers")["place"] == "~varnsee"
    assert claim_with(settings, "14 passengers")["time"] is None
    undo(settings, uid, user="ida")
    reread_texts(settings)
    assert claim_with(settings, "14 passengers")["time"] is not None


@pytest.mark.parametrize(("edit", "state"), [(_without_times, "decided"), (_hedged, "stale")])
def test_a_verdict_stays_and_is_stale_where_its_pair_is_judged_otherwise(
    stored: Callable[[Edit], Settings], edit: Edit, state: str
) -> None:
    settings = stored(edit)
    judged = rival(settings)
    decide(settings, judged["uid"], "dispute")
    reread_texts(settings)
    pair_claims(settings)
    assert (rival(settings)["uid"], rival(settings)["state"]) == (judged["uid"], state)


def test_the_command_tells_what_became_of_the_texts(stored: Callable[[Edit], Settings]) -> None:
    settings = stored(_without_company)
    told = CliRunner().invoke(cli, ["--home", str(settings.home), "reread"])
    assert told.exit_code == 0
    assert "1 texts: 0 claims read otherwise, 1 are new, 0 are none any more" in told.output
    assert "verifier pair" in told.output
