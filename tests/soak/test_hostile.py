"""Hostile texts: each is taken in whole or refused with a reason, soon, and the rest of the store is untouched."""

from __future__ import annotations

import hashlib
import json
import resource
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.soak.conftest import Say, size
from tests.soak.hostile import MAPPING, Hostile, generate
from verifier.config import Settings
from verifier.services.desk_stores import kept_store
from verifier.services.ingest_documents import Ingested, ingest_documents
from verifier.services.maintain_store import check_store
from verifier.store.tables import snapshot

LONGEST_SECONDS, MOST_BYTES = 10.0, 1024**3
CODES = ("utf-8", "cp1252", "utf-16")


@pytest.mark.parametrize("part", range(size(1, 10)))
def test_hostile_texts_are_taken_whole_or_refused_with_a_reason(
    home: Settings, tmp_path: Path, say: Say, part: int
) -> None:
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(MAPPING, encoding="utf-8")
    count, slowest, refused, accepted = size(36, 1_000), (0.0, ""), 0, 0
    wrong: list[tuple[str, object]] = []
    silent, lost = [], []
    for each in generate(count, seed=7 + part):
        path = tmp_path / each.name
        path.write_bytes(each.raw)
        lines, paths = ([str(path)], []) if each.name.endswith("jsonl") else ([], [str(path)])
        began = time.process_time()
        results = ingest_documents(
            home, paths, json_lines=lines, mapping=str(mapping) if path.suffix == ".csv" else None
        )
        slowest = max(slowest, (time.process_time() - began, each.name))
        refusals = [result for result in results if result.status == "refused"]
        refused, accepted = refused + len(refusals), accepted + len(results) - len(refusals)
        silent += [each.name for r in results if (r.status == "refused") != bool(r.reason)]
        if each.refusals is not None and len(refusals) != each.refusals:
            wrong.append((each.name, [(r.status, r.reason) for r in results]))
        lost += [each.name] if _is_lost(home, each, results) else []
        path.unlink()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    say(
        f"{count} hostile texts (seed {7 + part}): 0 tracebacks; {accepted} documents accepted, {len(lost)} not whole; "
        f"{refused} refused, {len(silent)} without a reason; {len(wrong)} misjudged; slowest {slowest[0]:.1f} CPU s "
        f"({slowest[1]}), peak memory {peak / 1024**2:.0f} MiB"
    )
    assert (wrong[:9], silent, lost) == ([], [], [])
    assert slowest[0] < LONGEST_SECONDS
    assert peak < MOST_BYTES
    assert check_store(home) == []


def _is_lost(home: Settings, each: Hostile, results: list[Ingested]) -> bool:
    """Whether a document has no answer, or an accepted one is not stored as it came."""
    if not each.name.endswith("jsonl"):
        taken = [each.raw] * (results[0].status != "refused")
        return len(results) != 1 or not _are_stored(home, taken, marked=each.name.endswith(".md"))
    lines = [line for line in each.raw.split(b"\n") if line.strip()]
    texts = [
        json.loads(line)["text"].encode(errors="replace")
        for line, result in zip(lines, results, strict=False)
        if result.status != "refused"
    ]
    return len(lines) != len(results) or not _are_stored(home, texts, marked=False)


def _are_stored(home: Settings, raws: list[bytes], *, marked: bool) -> bool:
    """Whether each is stored byte for byte, and read without losing a letter where no Markdown marks are dropped."""
    with kept_store(home).read() as connection:
        for raw in raws:
            same = snapshot.c.raw_sha256 == hashlib.sha256(raw).hexdigest()
            texts = connection.execute(select(snapshot.c.text).where(same, snapshot.c.raw == raw)).scalars().all()
            wanted = {_letters(raw.decode(code, "replace")) for code in CODES}
            if not texts or not (marked or any(_letters(text) in wanted for text in texts)):
                return False
    return True


def _letters(text: str) -> str:
    return "".join(text.removeprefix("\ufeff").split())
