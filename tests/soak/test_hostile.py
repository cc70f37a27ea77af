"""Hostile texts: each is taken in whole or refused with a reason, soon, and the rest of the store is untouched."""

from __future__ import annotations

import resource
import time
from pathlib import Path

from tests.soak.conftest import Say, size
from tests.soak.hostile import generate
from verifier.config import Settings
from verifier.paths import bundled
from verifier.services.ingest_documents import ingest_documents
from verifier.services.maintain_store import check_store

LONGEST_SECONDS, MOST_BYTES = 10.0, 1024**3


def test_hostile_texts_are_taken_whole_or_refused_with_a_reason(home: Settings, tmp_path: Path, say: Say) -> None:
    mapping = str(bundled("seeds") / "mappings" / "claimed-losses.toml")
    count, slowest, slow_name, refused, wrong, silent = size(36, 10_000), 0.0, "", 0, [], []
    for each in generate(count, seed=7):
        path = tmp_path / each.name
        path.write_bytes(each.raw)
        lines, paths = ([str(path)], []) if each.name.endswith("jsonl") else ([], [str(path)])
        began = time.process_time()
        results = ingest_documents(home, paths, json_lines=lines, mapping=mapping if path.suffix == ".csv" else None)
        taken = time.process_time() - began
        slowest, slow_name = max((slowest, slow_name), (taken, each.name))
        statuses = {result.status for result in results}
        refused += "refused" in statuses
        silent += [each.name for r in results if (r.status == "refused") != bool(r.reason)]
        if each.legal is not None and (statuses <= {"new", "same", "updated"}) != each.legal:
            wrong.append((each.name, [(r.status, r.reason) for r in results]))
        path.unlink()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    say(
        f"{count} hostile texts: 0 tracebacks, {refused} refused, all with a reason: {not silent}, {len(wrong)} judged "
        f"wrongly, slowest {slowest:.1f} CPU s ({slow_name}), peak memory {peak / 1024**2:.0f} MiB"
    )
    assert (wrong, silent) == ([], [])
    assert slowest < LONGEST_SECONDS
    assert peak < MOST_BYTES
    assert check_store(home) == []
