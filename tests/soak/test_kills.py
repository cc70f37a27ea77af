"""Ingest, pairing and the desk, killed at any moment: no half documents, nothing acknowledged is lost, the same end."""

from __future__ import annotations

import random
import shutil
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.soak.conftest import Say, size
from tests.soak.desk_load import Desk, Target, add_targets, free_port, reviewer_token, submit
from tests.soak.killing import digest, kill_at_random, seconds_of, write_articles
from verifier.config import Settings
from verifier.services.audit_log import export_audit
from verifier.services.desk_stores import close_stores
from verifier.services.ingest_documents import ingest_documents
from verifier.services.maintain_store import check_store
from verifier.services.pair_claims import pair_claims

SEED = 20261125
REVIEWERS = 4


@dataclass
class Struck:
    """What came of many kills, each in a store of its own that is finished afterwards."""

    tries: int = 0
    hits: int = 0
    damaged: int = 0
    other_ends: int = 0

    def __str__(self) -> str:
        return (
            f"{self.hits} children killed at work ({self.tries} tried), {self.damaged} stores damaged, "
            f"{self.other_ends} that end otherwise than undisturbed"
        )


def strike(
    make: Callable[[], Settings], act: Callable[[Settings], object], finish: Callable[[Settings], object], wanted: int
) -> Struck:
    """Kill ``act`` at random moments until ``wanted`` kills hit it at work; ``make`` gives each a store."""
    chance, struck, calm = random.Random(SEED), Struck(), make()
    longest = seconds_of(lambda: act(calm))
    finish(calm)
    expected = digest(calm)
    while struck.hits < wanted and struck.tries < 4 * wanted:
        settings = make()
        struck.tries += 1
        struck.hits += kill_at_random(lambda s=settings: act(s), longest, chance)
        struck.damaged += bool(check_store(settings))
        finish(settings)
        struck.other_ends += digest(settings) != expected
        close_stores()
        shutil.rmtree(settings.home)
    return struck


def test_a_killed_ingest_ends_as_if_undisturbed(tmp_path: Path, home: Settings, say: Say) -> None:
    folder, names = _articles(tmp_path), _names(tmp_path)
    ingest_documents(home, [str(folder)])

    def ingest(settings: Settings) -> None:
        assert all(r.status != "refused" for r in ingest_documents(settings, [str(folder)]))

    struck = strike(lambda: home.model_copy(update={"home": next(names)}), ingest, ingest, size(6, 200))
    say(f"ingest: {struck}")
    assert (struck.hits, struck.damaged, struck.other_ends) == (size(6, 200), 0, 0)


def test_a_killed_pairing_ends_as_if_undisturbed(tmp_path: Path, home: Settings, say: Say) -> None:
    names = _names(tmp_path)
    ingest_documents(home, [str(_articles(tmp_path))])
    copies = lambda: home.model_copy(update={"home": _copy(home, next(names))})  # noqa: E731
    pair_claims(copies())
    struck = strike(copies, pair_claims, pair_claims, size(4, 100))
    say(f"pairing: {struck}")
    assert (struck.hits, struck.damaged, struck.other_ends) == (size(4, 100), 0, 0)


def _articles(folder: Path) -> Path:
    write_articles(folder / "articles", size(4, 12), SEED)
    return folder / "articles"


def _names(folder: Path) -> Iterator[Path]:
    return (folder / f"store-{number}" for number in range(10**6))


def _copy(settings: Settings, folder: Path) -> Path:
    close_stores()
    return Path(shutil.copytree(settings.home, folder))


@dataclass
class Reviewing:
    """Reviewers who decide until the desk is gone: each note they tried with its target, and what they were told."""

    port: int
    token: str
    targets: list[Target]
    told: dict[tuple[str, int], int] = field(default_factory=dict)

    def until_gone(self, name: str) -> None:
        number, status = 0, 302
        while status != 0:
            note, about = f"{name} no. {number}", number % len(self.targets)
            status = self.told[note, about] = self.send(note, about)
            number += 1

    def send(self, note: str, about: int) -> int:
        return submit(self.port, self.token, self.targets[about], note=note, key=note).status

    def notes(self, status: int) -> list[tuple[str, int]]:
        return [sent for sent, told in self.told.copy().items() if told == status]


def test_a_killed_desk_loses_no_acknowledged_decision(home: Settings, say: Say) -> None:
    chance, rounds, settings = random.Random(SEED), size(3, 50), home
    reviewing = Reviewing(free_port(), reviewer_token(home, "rita"), add_targets(home, 5))
    broken = 0
    for number in range(rounds):
        desk = Desk(settings, reviewing.port)
        people = [threading.Thread(target=reviewing.until_gone, args=(f"{number}-{n}",)) for n in range(REVIEWERS)]
        for person in people:
            person.start()
        wanted = len(reviewing.notes(302)) + REVIEWERS
        while len(reviewing.notes(302)) < wanted:
            time.sleep(0.05)
        time.sleep(chance.uniform(0.0, 0.5))
        assert desk.kill()
        for person in people:
            person.join()
        broken += bool(check_store(settings))
        close_stores()
    unheard = reviewing.notes(0)
    desk = Desk(settings, reviewing.port)
    again = [reviewing.send(*sent) for sent in unheard]
    desk.kill()
    stored = Counter(line["decision"]["note"] for line in export_audit(home) if "decision" in line)
    heard = {note for note, _ in reviewing.notes(302)}
    say(
        f"desk: {rounds} kills under the load of {REVIEWERS} reviewers (decision_limit lifted), {len(heard)} decisions "
        f"acknowledged, {len(heard - set(stored))} lost; {len(unheard)} without an answer sent again, "
        f"{stored.total() - len(stored)} doubled; {broken} stores damaged"
    )
    assert set(reviewing.told.values()) == {0, 302}
    assert len(unheard) == rounds * REVIEWERS
    assert heard <= set(stored)
    assert set(again) == {302}
    assert stored.total() == len(stored)
    assert broken == 0
