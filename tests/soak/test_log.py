"""The log under seeded tamperings, and the time its proof takes."""

from __future__ import annotations

import time
from pathlib import Path

from sqlalchemy import insert

from tests.soak.conftest import Say, size
from tests.soak.desk_load import add_targets
from tests.store.test_audit import TAMPERINGS, frozen, tamper_and_verify
from verifier.config import Settings
from verifier.services.audit_log import verify_audit
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.store.audit import GENESIS, decision_payload, entry_hash
from verifier.store.tables import audit_entry, decision
from verifier.store.tables.base import dump_json
from verifier.store.users import user_id

__all__ = ["frozen"]
LONGEST_SECONDS = 10.0


def test_all_tamperings_are_named(frozen: tuple[Path, str], tmp_path: Path, say: Say) -> None:
    rounds = size(1, 18)
    named, tried = 0, 0
    for kind in TAMPERINGS:
        for seed in range(100, 100 + rounds):
            tried += 1
            named += "ntry" in tamper_and_verify(frozen[0], tmp_path / f"{kind}-{seed}", kind, seed, frozen[1])
    say(f"log: {named} of {tried} seeded tamperings named")
    assert named == tried


def test_the_proof_of_a_long_log_is_quick(home: Settings, say: Say) -> None:
    count = size(2_000, 100_000)
    fill_quickly(home, count)
    began = time.process_time()
    assert verify_audit(home).seq == count
    taken = time.process_time() - began
    say(f"log: {count} entries proved in {taken:.1f} CPU s")
    assert taken < LONGEST_SECONDS


def fill_quickly(settings: Settings, count: int) -> None:
    """A long log in one transaction, each entry a decision as any other."""
    add_targets(settings, 1)
    decisions, entries, before, moment = [], [], GENESIS, now()
    with kept_store(settings).write() as connection:
        reviewer = user_id(connection, "rita", moment)
        shown = {"question": "What became of it?"}
        for seq in range(1, count + 1):
            row = {
                "seq": seq, "uid": f"{seq:016}", "dispute_id": 1, "question": "", "user_id": reviewer,
                "verdict": "open", "note": f"note {seq}", "reason_codes": [], "corrected_relation": None,
                "shown": shown, "decided_at": moment, "cancels_seq": None, "salt": "s",
            }  # fmt: skip
            payload = decision_payload({**row, "shown": dump_json(shown)}, ())
            entry = {
                "seq": seq, "at": moment, "user_id": reviewer, "action": "decide", "target": "soak0000",
                "decision_seq": seq, "payload": dump_json(payload), "prev_sha256": before,
            }  # fmt: skip
            before = entry_hash(entry)
            decisions.append(row)
            entries.append({**entry, "sha256": before})
        connection.execute(insert(decision), decisions)
        connection.execute(insert(audit_entry), entries)
