"""The network is asked once; its answers are read from the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from verifier.config import Settings
from verifier.errors import ModelUnavailable
from verifier.pairing.exclusion.network import Asked
from verifier.services import ask_network
from verifier.services.ask_network import asking, known_answers
from verifier.services.check_draft import check_draft
from verifier.services.ingest_documents import Hints, ingest_documents
from verifier.services.open_store import open_store
from verifier.services.pair_claims import pair_claims
from verifier.store.engine import Store

ONE, OTHER, THIRD = ("The bridge is shut.", "en"), ("Die Brücke ist offen.", "de"), ("A boat passed.", "en")


def _nobody(_: str) -> None:
    """Whom nobody tells how far it is."""


class Counting:
    """A network that holds everything exclusive and counts what it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, pairs: Sequence[Asked]) -> list[float]:
        self.asked += len(pairs)
        return [0.9] * len(pairs)


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Counting:
    counting = Counting()
    monkeypatch.setattr(ask_network, "likelihoods", counting)
    monkeypatch.setattr(ask_network, "is_installed", lambda: True)
    return counting


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(Settings(home=tmp_path / "home")) as opened:
        yield opened


def test_an_answer_is_stored_and_holds_in_either_order(store: Store, network: Counting) -> None:
    ask = asking(store, "mpnet", _nobody)
    assert ask is not None
    assert ask([Asked(ONE, OTHER, always=True), Asked(OTHER, ONE, always=True)]) == [0.9, 0.9]
    assert list(ask([Asked(OTHER, ONE, always=True), Asked(ONE, THIRD, always=True)])) == [0.9, 0.9]
    assert network.asked == 2


def test_what_was_never_asked_counts_as_not_exclusive_where_no_model_is_loaded(store: Store, network: Counting) -> None:
    ask = asking(store, "mpnet", _nobody)
    assert ask is not None
    ask([Asked(ONE, OTHER, always=True)])
    with store.read() as connection:
        assert known_answers(connection)([Asked(ONE, OTHER, always=True), Asked(ONE, THIRD, always=True)]) == [0.9, 0.0]
    assert network.asked == 1


@pytest.mark.usefixtures("network")
def test_nobody_is_asked_where_the_settings_say_none(store: Store) -> None:
    assert asking(store, "none", _nobody) is None


def test_a_missing_network_leaves_the_rules_alone(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask_network, "is_installed", lambda: False)
    assert asking(store, "mpnet", _nobody) is None


def test_a_damaged_network_is_said_and_leaves_the_rules_alone(
    store: Store, network: Counting, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def damaged(pairs: Sequence[Asked]) -> list[float]:
        raise ModelUnavailable(f"The weights for {len(pairs)} pair cannot be read.")

    ask = asking(store, "mpnet", _nobody)
    assert ask is not None
    ask([Asked(ONE, OTHER, always=True)])
    monkeypatch.setattr(ask_network, "likelihoods", damaged)
    assert ask([Asked(ONE, OTHER, always=True), Asked(ONE, THIRD, always=True)]) == [0.9, 0.0]
    assert caplog.messages == ["The weights for 1 pair cannot be read. The rules decide alone."]
    monkeypatch.setattr(ask_network, "likelihoods", network)
    assert ask([Asked(ONE, THIRD, always=True)]) == [0.9]


def test_what_was_answered_before_a_pass_was_stopped_is_not_asked_again(store: Store, network: Counting) -> None:
    pairs = [Asked(ONE, (f"Boat {n} passed.", "en"), always=True) for n in range(ask_network._AT_ONCE + 1)]

    def stop(said: str) -> None:
        if not said.endswith(f", 0 of {len(pairs)}"):
            raise KeyboardInterrupt

    stopped = asking(store, "mpnet", stop)
    assert stopped is not None
    with pytest.raises(KeyboardInterrupt):
        stopped(pairs)
    ask = asking(store, "mpnet", _nobody)
    assert ask is not None
    assert ask(pairs) == [0.9] * len(pairs)
    assert network.asked == len(pairs)


def test_what_is_asked_about_a_draft_is_not_stored(store: Store, network: Counting) -> None:
    ask = asking(store, "mpnet", _nobody, keep=False)
    assert ask is not None
    pair = [Asked(ONE, OTHER, always=True)]
    assert (ask(pair), ask(pair)) == ([0.9], [0.9])
    assert network.asked == 2
    with store.read() as connection:
        assert known_answers(connection)(pair) == [0.0]


@pytest.mark.usefixtures("network")
def test_the_network_is_asked_about_a_draft(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", network="mpnet")
    told = "The mayor of Lauterbach, Ida Kern, said the bridge over the Lauter was closed at six."
    (tmp_path / "one.txt").write_text(told, encoding="utf-8")
    hints = Hints(published=date(2026, 3, 2))
    ingest_documents(settings, [str(tmp_path / "one.txt")], hints)
    pair_claims(settings)
    draft = "Trams ran across the bridge all night, according to Ida Kern of Lauterbach."
    _, hits = check_draft(settings, draft.encode(), hints)
    assert [hit.pair.comparison.rule for hit in hits] == ["R18"]
