"""Ingest, pairing and the desk, killed at any moment: no half documents, nothing acknowledged is lost, the same end."""

from __future__ import annotations

import random
import time
from pathlib import Path

from tests.soak.conftest import Say, size
from tests.soak.desk_load import Desk, Target, add_targets, free_port, reviewer_token, submit
from tests.soak.killing import digest, kill, kill_at_random, start, write_articles
from verifier.config import Settings
from verifier.services.audit_log import export_audit
from verifier.services.desk_stores import close_stores
from verifier.services.ingest_documents import ingest_documents
from verifier.services.maintain_store import check_store
from verifier.services.pair_claims import pair_claims

SEED = 20261125


def undisturbed(home: Path, folder: Path) -> tuple[Settings, float, float]:
    """A store made without disturbance, and how long each step took."""
    made = Settings(home=home, embedder="hash")
    began = time.monotonic()
    ingest_documents(made, [str(folder)])
    read = time.monotonic()
    pair_claims(made)
    return made, read - began, time.monotonic() - read


def test_killed_ingest_and_pairing_end_as_if_undisturbed(tmp_path: Path, home: Settings, say: Say) -> None:
    folder, chance = tmp_path / "articles", random.Random(SEED)
    write_articles(folder, size(4, 12), SEED)
    calm, reading, pairing = undisturbed(tmp_path / "calm", folder)
    expected, killed, partial, rounds = digest(calm), 0, 0, size(6, 200)
    for number in range(rounds):
        settings = home.model_copy(update={"home": tmp_path / f"killed-{number}"})
        killed += kill_at_random(lambda s=settings: ingest_documents(s, [str(folder)]), reading * 1.2, chance)
        partial += bool(check_store(settings))
        close_stores()
    say(f"ingest: {killed} of {rounds} children were killed at work, {partial} stores with partial documents")
    assert partial == 0
    refused = [r for r in ingest_documents(settings, [str(folder)]) if r.status == "refused"]
    killed, partial, rounds = 0, 0, size(4, 100)
    for _ in range(rounds):
        killed += kill_at_random(lambda: pair_claims(settings), pairing * 1.2, chance)
        partial += bool(check_store(settings))
        close_stores()
    pair_claims(settings)
    same = digest(settings) == expected
    say(f"pairing: {killed} of {rounds} children were killed at work, {partial} stores damaged; same end: {same}")
    assert (refused, partial) == ([], 0)
    assert same


def test_a_killed_desk_loses_no_acknowledged_decision(home: Settings, say: Say) -> None:
    chance, rounds = random.Random(SEED), size(3, 50)
    targets, token, port = add_targets(home, 5), reviewer_token(home, "rita"), free_port()
    acknowledged: list[str] = []
    for number in range(rounds):
        desk = Desk(home, port)
        ends = time.monotonic() + chance.uniform(0.2, 1.0)
        count = 0
        while time.monotonic() < ends:
            note = f"round {number} no. {count}"
            target: Target = chance.choice(targets)
            if submit(port, token, target, note=note).status == 302:
                acknowledged.append(note)
            count += 1
        child = start(lambda: _hammer(port, token, targets))
        time.sleep(0.05)
        desk.kill()
        kill(child)
        assert check_store(home) == []
        close_stores()
    stored = [line["decision"]["note"] for line in export_audit(home) if "decision" in line]
    lost = set(acknowledged) - set(stored)
    say(f"desk: {rounds} kills under load, {len(acknowledged)} decisions acknowledged, {len(lost)} lost")
    assert acknowledged
    assert not lost


def _hammer(port: int, token: str, targets: list[Target]) -> None:
    while True:
        for target in targets:
            submit(port, token, target, note="unheard")
