"""Many reviewers at one desk, beside an ingest; copies made meanwhile."""

from __future__ import annotations

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.soak.conftest import Say, size
from tests.soak.desk_load import Desk, add_targets, free_port, review, reviewer_token
from tests.soak.killing import start, write_articles
from verifier.config import Settings
from verifier.errors import VerifierError
from verifier.services.audit_log import export_audit, verify_audit
from verifier.services.copy_store import backup_store, restore_store
from verifier.services.decide import decide
from verifier.services.desk_stores import close_stores
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_claims
from verifier.services.maintain_store import check_store

SEED = 11


def test_reviewers_beside_an_ingest_lose_and_double_nothing(home: Settings, tmp_path: Path, say: Say) -> None:
    people, each, documents = size(4, 8), size(15, 5000), size(5, 500)
    write_articles(tmp_path / "articles", documents, SEED)
    targets = add_targets(home, size(6, 60))
    uids = [target.uid for target in targets]
    tokens = {f"reviewer {n}": reviewer_token(home, f"reviewer {n}") for n in range(people)}
    port = free_port()
    desk, began = Desk(home, port), time.monotonic()
    ingest = start(lambda: _ingest_all(home, tmp_path))
    with ThreadPoolExecutor(people) as pool:
        jobs = [pool.submit(review, port, tokens[name], name, uids, each, n) for n, name in enumerate(tokens)]
        tallies = [job.result() for job in jobs]
    ingest.join()
    seconds = time.monotonic() - began
    desk.kill()
    statuses: Counter[int] = sum((tally.statuses for tally in tallies), Counter())
    accepted = Counter(key for tally in tallies for key in tally.accepted)
    notes = sorted(note for tally in tallies for note in tally.accepted.values())
    stored = sorted(line["decision"]["note"] for line in export_audit(home) if "decision" in line)
    refused = (tmp_path / "refused.txt").read_text(encoding="utf-8")
    say(
        f"{people} reviewers x {each} decisions (decision_limit lifted), an ingest of {documents} documents beside: "
        f"{statuses[302]} accepted, {statuses[409]} told they were late, {len(set(notes) - set(stored))} lost, "
        f"{len(stored) - len(set(stored))} doubled, at most {max(accepted.values())} a version, "
        f"{sum(n for status, n in statuses.items() if status >= 500 or status == 0)} errors of the server, "
        f"refused documents: {refused or 'none'}; {seconds:.0f} s"
    )
    assert set(statuses) <= {302, 409}, statuses
    assert stored == notes
    assert max(accepted.values()) == 1
    assert refused == ""
    assert len({claim["document"] for claim in list_claims(home)}) == documents
    assert check_store(home) == []


def _ingest_all(home: Settings, folder: Path) -> None:
    try:
        results = ingest_documents(home, [str(folder / "articles")])
        words = "; ".join(str(result.reason) for result in results if result.status == "refused")
    except VerifierError as error:
        words = str(error)
    (folder / "refused.txt").write_text(words, encoding="utf-8")


def test_copies_made_under_load_all_restore_sound(home: Settings, tmp_path: Path, say: Say) -> None:
    add_targets(home, 3)
    decide(home, "soak0000", "resolved")
    child = start(lambda: _decide_for_ever(home))
    rounds, sound, seen = size(3, 50), 0, set()
    try:
        for number in range(rounds):
            copy = tmp_path / f"copy-{number}.db"
            backup_store(home, copy)
            other = Settings(home=tmp_path / f"restored-{number}")
            restore_store(other, copy)
            seen.add(verify_audit(other).seq)
            sound += not check_store(other)
            close_stores()
    finally:
        child.kill()
        child.join()
    say(f"{sound} of {rounds} copies made under load restored sound, between {min(seen)} and {max(seen)} entries")
    assert sound == rounds
    assert len(seen) > 1


def _decide_for_ever(home: Settings) -> None:
    number = 0
    while True:
        decide(home, f"soak000{number % 3}", "resolved", f"note {number}")
        number += 1
