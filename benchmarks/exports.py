"""What exporting costs beside bare peers, in one run: ``python benchmarks/exports.py [--pairs 100000] [--home FOLDER]``

Fills a store with pairs, five to a claim, and streams them by the command line into nothing: rows a CPU second beside
the same joined query of plain ``sqlite3`` through ``csv`` and ``json``, and the memory above that of a command that
has just opened its store; then that memory again for pairs and claims of this store and of one four times as large.
With ``--home`` it also builds one dispute of that store in every format.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from verifier.config import Settings
from verifier.domain.uids import uid_of
from verifier.services.open_store import open_store
from verifier.store import tables

MOMENT = datetime(2025, 1, 1, tzinfo=UTC)
A_CLAIM, A_DOCUMENT, PART = 5, 20, 5_000
JOINED = """select p.uid, p.relation, p.strength, p.aspect, p.rule, p.direction, p.independent, p.priority,
 p.probability, p.similarity, p.queued, p.state, p.explanation, l.uid, d.name, l.exact, l.start, l."end", a.actor_name,
 r.uid, e.name, r.exact, r.start, r."end", b.actor_name
 from pair p join claim l on l.id = p.left_id join claim r on r.id = p.right_id
 join claim_version v on v.claim_id = l.id join claim_version w on w.claim_id = r.id
 left join attribution a on a.claim_version_id = v.id and a.step = 0
 left join attribution b on b.claim_version_id = w.id and b.step = 0
 join snapshot s on s.id = l.snapshot_id join document d on d.id = s.document_id
 join snapshot t on t.id = r.snapshot_id join document e on e.id = t.document_id
 order by p.priority desc, p.uid"""


Rows = Iterator[dict[str, Any]]


def rows_of(pairs: int) -> Iterator[tuple[Any, Rows]]:
    """Every table that a pair hangs on, with its rows."""
    claims = max(pairs // A_CLAIM, A_CLAIM + 1)
    people = [f"the office for ferries of Harbour Town {n}" for n in range(50)]
    yield tables.actor, ({"id": n + 1, "slug": name, "name": name} for n, name in enumerate(people))
    yield from texts(claims // A_DOCUMENT + 1)
    yield from told(claims, people)
    yield tables.pair, compared(pairs, claims, people)


def texts(documents: int) -> Iterator[tuple[Any, Rows]]:
    """Documents, each with one text of one section."""
    numbers = range(documents)
    yield (
        tables.document,
        ({"id": n + 1, "uid": uid_of("d", str(n)), "outlet_id": 1, "name": f"reports/{n:06}.html"} for n in numbers),
    )
    yield tables.snapshot, (
        {"id": n + 1, "uid": uid_of("s", str(n)), "document_id": n + 1, "seq": 1, "date_precision": "none",
         "credits": [], "raw": b"", "raw_sha256": "", "text": "", "text_sha256": "", "taken_at": MOMENT}
        for n in numbers
    )  # fmt: skip
    yield (
        tables.section,
        ({"snapshot_id": n + 1, "ordinal": 0, "kind": "body", "start": 0, "end": 9_000} for n in numbers),
    )


def told(claims: int, people: list[str]) -> Iterator[tuple[Any, Rows]]:
    """Claims, each read once and signed by one of some people."""
    quote = "{} passengers were taken ashore from the ferry off Harbour Town {} on Tuesday, “all unhurt”"
    yield tables.claim, (
        {"id": n + 1, "uid": uid_of("c", str(n)), "snapshot_id": n // A_DOCUMENT + 1, "section": 0,
         "section_kind": "body", "passage": 0, "lang": "en", "start": n % A_DOCUMENT * 300,
         "end": n % A_DOCUMENT * 300 + 90, "exact": quote.format(n % 400, n % 50), "prefix": "", "suffix": "",
         "context": ""}
        for n in range(claims)
    )  # fmt: skip
    yield tables.claim_version, (
        {"id": n + 1, "claim_id": n + 1, "version_no": 1, "kind": "quantity", "canonical_text": "", "question_text": "",
         "modality": "actual", "polarity": "+", "commitment": "asserted", "hedged": False, "against_interest": False,
         "caveats": [], "slots": {}, "made_by": "extractor@1", "made_at": MOMENT}
        for n in range(claims)
    )  # fmt: skip
    yield tables.attribution, (
        {"claim_version_id": n + 1, "step": 0, "role": "claimant", "cue_class": "asserted", "actor_id": n % 50 + 1,
         "actor_name": people[n % 50]}
        for n in range(claims)
    )  # fmt: skip


def compared(pairs: int, claims: int, people: list[str]) -> Rows:
    """Pairs of a claim with those after it."""
    told = (
        "The {0} gave “{1} passengers”, the {2} gave “{3} passengers” for the same question; these cannot both be "
        "right. Not known on both sides: the place, whom it is done to."
    )
    return (
        {"uid": uid_of("p", str(n)), "left_id": n // A_CLAIM + 1, "right_id": (n // A_CLAIM + n % A_CLAIM + 1) % claims
         + 1, "locus": "cross", "relation": "DISPUTES", "strength": "hard", "aspect": "quantity", "rule": "R16",
         "independent": True, "queued": True, "priority": n * 7919 % 10_007 / 10_007, "similarity": 0.5,
         "explanation": told.format(people[n % 50], n % 400, people[(n + 1) % 50], (n + 7) % 400), "state": "new",
         "live": True}
        for n in range(pairs)
    )  # fmt: skip


def fill(home: Path, pairs: int) -> None:
    """A store of this many pairs."""
    with open_store(Settings(home=home, embedder="hash")).write() as connection:
        if not connection.execute(tables.outlet.select()).first():
            connection.execute(insert(tables.outlet).values(slug="", name="unknown", kind="unknown"))
        for table, rows in rows_of(pairs):
            while part := list(islice(rows, PART)):
                connection.execute(insert(table), part)


def used() -> float:
    spent = resource.getrusage(resource.RUSAGE_SELF)
    return spent.ru_utime + spent.ru_stime


def resident() -> float:
    """The most memory this process has held so far, in MB; Linux only (what getrusage says there is its parent's)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def ours(home: Path, layout: str) -> None:
    from verifier.cli.main import cli

    what, layout = ("claims", "jsonl") if layout == "claims" else ("pairs", layout)
    cli(["--home", str(home), what, "--format", layout], standalone_mode=False)


def peer(home: Path, layout: str) -> None:
    found = sqlite3.connect(home / "verifier.db").execute(JOINED)
    names = [column[0] for column in found.description]
    if layout == "csv":
        csv.writer(sys.stdout).writerows(found)
        return
    for row in found:
        sys.stdout.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")


def measure(work: Callable[[Path, str], None], home: Path, layout: str) -> None:
    """Prints CPU seconds and MB above idle; run in a process of its own."""
    from verifier.cli import main, stored  # noqa: F401 - what any command holds
    from verifier.services import list_stored  # noqa: F401

    with open_store(Settings(home=home, embedder="hash")).read() as connection:
        connection.execute(tables.pair.select().limit(1)).all()
    idle, start = resident(), used()
    with open(os.devnull, "w", encoding="utf-8") as nothing, redirect_stdout(nothing):
        work(home, layout)
    print(json.dumps({"cpu": used() - start, "mb": resident() - idle}))


def measured(who: str, home: Path, layout: str) -> dict[str, float]:
    told = subprocess.run(
        [sys.executable, __file__, "--measure", who, layout, "--home", str(home)],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    return dict(json.loads(told.stdout))


def report(home: Path) -> None:
    """One dispute of a store in every format, as a command of its own: seconds on the clock and of the CPU."""
    from verifier.export.render import FORMATS
    from verifier.services.list_stored import list_disputes

    chosen = list_disputes(Settings(home=home))[0]["uid"]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with tempfile.TemporaryDirectory() as out:
        words = ["report", "build", "--dispute", chosen, "--format", ",".join(FORMATS), "--out", out]
        subprocess.run([sys.executable, "-m", "verifier", "--home", str(home), *words], check=True, capture_output=True)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = spent.ru_utime + spent.ru_stime - before.ru_utime - before.ru_stime
    print(f"one dispute in {len(FORMATS)} formats: {time.perf_counter() - start:.1f} s, {cpu:.1f} CPU s")


def streams(pairs: int) -> None:
    """Pairs a CPU second, beside the bare query."""
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), pairs)
        for layout in ("csv", "jsonl"):
            mine, bare = (measured(who, Path(folder), layout) for who in ("ours", "peer"))
            print(
                f"{layout}: {pairs / mine['cpu']:,.0f} rows a CPU second and {mine['mb']:.0f} MB above idle, "
                f"the peer {pairs / bare['cpu']:,.0f}, ratio {mine['cpu'] / bare['cpu']:.2f}",
                flush=True,
            )


def sizes(pairs: int) -> None:
    """The memory that lists take above idle, of a store and of one four times as large."""
    for number in (pairs, 4 * pairs):
        with tempfile.TemporaryDirectory() as folder:
            fill(Path(folder), number)
            found = {what: measured("ours", Path(folder), what)["mb"] for what in ("jsonl", "claims")}
        told = (f"{number:,} pairs {found['jsonl']:.0f} MB", f"{number // A_CLAIM:,} claims {found['claims']:.0f} MB")
        print(f"{' and '.join(told)} above idle", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--measure", nargs=2, metavar=("WHO", "LAYOUT"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        who, layout = asked.measure
        measure({"ours": ours, "peer": peer}[who], asked.home, layout)
        return
    streams(asked.pairs)
    sizes(asked.pairs)
    if asked.home:
        report(asked.home)


if __name__ == "__main__":
    main()
