"""Children that are killed at any moment, and what must be the same afterwards."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import multiprocessing.synchronize
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from verifier.config import Settings
from verifier.services.desk_stores import close_stores
from verifier.services.list_stored import list_claims, list_disputes, list_findings, list_pairs

_FORK = multiprocessing.get_context("fork")


def start(act: Callable[[], object]) -> multiprocessing.process.BaseProcess:
    """Run ``act`` in a child of its own, which inherits no open store; returns when the child has begun."""
    close_stores()
    begun = _FORK.Event()
    child = _FORK.Process(target=_quietly, args=(act, begun), daemon=True)
    child.start()
    begun.wait()
    return child


def _quietly(act: Callable[[], object], begun: multiprocessing.synchronize.Event) -> None:
    sys.stderr = sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - the child ends with it
    begun.set()
    act()


def kill(child: multiprocessing.process.BaseProcess) -> bool:
    """SIGKILL; whether it was still at work."""
    if child.pid is not None and child.is_alive():
        os.kill(child.pid, signal.SIGKILL)
    child.join()
    return child.exitcode == -signal.SIGKILL


def seconds_of(act: Callable[[], object]) -> float:
    """How long a child is at ``act`` when nobody kills it."""
    began = time.monotonic()
    start(act).join()
    return time.monotonic() - began


def kill_at_random(act: Callable[[], object], longest: float, chance: random.Random) -> bool:
    """Start ``act``, kill it within ``longest`` seconds of its beginning; whether it was still at work."""
    child = start(act)
    time.sleep(chance.uniform(0, longest))
    return kill(child)


def digest(settings: Settings) -> str:
    """One hash over everything that was read and judged, whatever the order it was made in."""
    stored = [list_claims(settings), list_pairs(settings), list_findings(settings), list_disputes(settings)]
    lines = [sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in rows) for rows in stored]
    return hashlib.sha256(json.dumps(lines).encode()).hexdigest()


def write_articles(folder: Path, count: int, seed: int) -> None:
    """Short articles that speak of the same few events with other numbers, so that they make pairs."""
    chance = random.Random(seed)
    places, people = ("Porto", "Lyon", "Ghent", "Turku"), ("police", "the mayor", "the fire brigade", "a union")
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(count):
        lines = [f"Fire report {n}", "Published 4 March 2025", ""]
        for _ in range(6):
            place, who = chance.choice(places), chance.choice(people)
            lines.append(f"{chance.randint(3, 90)} people were hurt in a fire in {place} on Monday, {who} said.")
            lines.append(f"In {place} {who} denied that the alarm had failed.")
        (folder / f"report-{n:04}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
