"""What pairing costs, each figure beside a peer in the same run: ``python -m benchmarks.pairing --claims 100000``

A made-up press of that size (``synthetic.py``) is stored with its keys; then candidates are found, judged and stored,
and a new article is compared with the store. All is told in CPU time of this process, threads included. ``--home``
keeps the store for another run. DuckDB and sentence-transformers are the peers; one that is not installed is left out.
"""

from __future__ import annotations

import argparse
import gc
import math
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from sqlalchemy import Connection, Table, func, select

from benchmarks.pairing_keys import ROUNDS, candidates, growth, keys_of, mining, neighbours, seconds, tell
from benchmarks.synthetic import PER_ARTICLE, Press, articles, make_press
from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.domain.uids import pair_uid
from verifier.pairing.blocks import Met, Rows, near_order
from verifier.pairing.keys import KeyRow, key_rows
from verifier.pairing.ladder import RULESET
from verifier.pairing.pipeline import JudgedPair, judge_candidates
from verifier.pairing.prejudge import candidates_among
from verifier.services.meet_claims import NOT_STORED, meet_filed
from verifier.services.open_store import now, open_store
from verifier.services.pair_changes import pair_row, uncollected
from verifier.store.claims import add_claims, load_current
from verifier.store.documents import add_snapshot
from verifier.store.engine import Store
from verifier.store.keys import file_keys
from verifier.store.pairs import save_pairs
from verifier.store.tables import (
    attribution,
    claim,
    claim_key,
    claim_version,
    comparison,
    document,
    pair,
    quantity,
    section,
    snapshot,
)

SMALL = 10_000
_MARKS = ("id", "claim_version_id", "claim_id")
"""What numbers the rows of a table: the first of these it has."""


@contextmanager
def rolled_back(store: Store) -> Iterator[Connection]:
    """A write transaction of which nothing is kept."""

    class Enough(Exception):
        pass

    try:
        with store.write() as connection:
            yield connection
            raise Enough
    except Enough:
        pass


def fill(store: Store, press: Press) -> float:
    """Store a press with its keys, where the store is still empty; CPU microseconds a claim."""
    with store.read() as connection:
        if connection.execute(select(func.max(claim.c.id))).scalar():
            return math.nan
    start, number = time.process_time(), 0
    batch = []
    for made in articles(press):
        batch.append(made)
        if len(batch) == 200:
            number = _fill(store, batch, number)
            batch = []
    _fill(store, batch, number)
    return (time.process_time() - start) / len(press.told) * 1e6


def _fill(store: Store, batch: Sequence[Any], number: int) -> int:
    keys = _keys(batch)
    with store.write() as connection:
        _add(connection, batch, keys, number)
    return number + len(keys)


def _keys(batch: Sequence[Any]) -> list[set[KeyRow]]:
    return [key_rows(each) for _, _, claims in batch for each in claims]


def _add(connection: Connection, batch: Sequence[Any], keys: Sequence[set[KeyRow]], number: int) -> None:
    """Store articles one by one and file their claims, numbered after ``number``, as a pass of pairing does it."""
    for article, home, claims in batch:
        snapshot_id, _ = add_snapshot(connection, article, home, now())
        add_claims(connection, snapshot_id, article.text, claims, now())
    file_keys(connection, enumerate(keys, number + 1))


def keys_filed(store: Store) -> Rows:
    """The keys of all claims, claim by claim, as they are filed."""
    with store.read() as connection:
        raw: Any = connection.connection.driver_connection
        found = raw.execute('SELECT "key", day, place, claim_id, is_open FROM claim_key')
        parts = [np.array(part, dtype=np.int64) for part in iter(lambda: found.fetchmany(100_000), [])]
    keys = np.concatenate(parts)
    return keys.take(np.argsort(keys[:, 3], kind="stable"), axis=0)


def storing_claims(store: Store, press: Press, texts: int = 100) -> None:
    """Store some articles beside a bare executemany of the very same rows into the same tables."""
    told = Press(press.told[: texts * PER_ARTICLE], press.places, set())
    batch = list(articles(told, first=20_000_000))
    tables = (document, snapshot, section, claim, claim_version, attribution, quantity, claim_key)
    marks = [next(table.c[name] for name in _MARKS if name in table.c) for table in tables]
    newer = [f'SELECT * FROM "{table.name}" WHERE "{mark.name}" > ?' for table, mark in zip(tables, marks, strict=True)]
    keys, ratios, taken = _keys(batch), [], []
    for _ in range(ROUNDS):
        with rolled_back(store) as connection:
            before = [int(connection.execute(select(func.max(mark))).scalar() or 0) for mark in marks]
            start = time.process_time()
            _add(connection, batch, keys, before[3])
            taken.append(time.process_time() - start)
            raw: Any = connection.connection.driver_connection
            made = [raw.execute(query, (old,)).fetchall() for query, old in zip(newer, before, strict=True)]
        ratios.append(taken[-1] / _inserting(store, tables, made))
    each = f"{statistics.median(taken) / len(keys) * 1e6:.0f} µs"
    tell("storing a claim with its keys", each, f"bare executemany: ratio {statistics.median(ratios):.2f}")
    tell("  making these keys", f"{seconds(lambda: _keys(batch)) / len(keys) * 1e6:.0f} µs")


def _inserting(store: Store, tables: Sequence[Table], rows: Sequence[Sequence[Any]]) -> float:
    """CPU seconds for a bare executemany of these rows of each table."""
    taken = 0.0
    with rolled_back(store) as connection:
        raw: Any = connection.connection.driver_connection
        for table, values in zip(tables, rows, strict=True):
            line = f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'
            taken += seconds(lambda line=line, values=values: raw.executemany(line, values))  # type: ignore[misc]
    return taken


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs that were kept, with their claims and the rows of these claims' readings by uid."""

    kept: list[JudgedPair]
    claims: dict[str, Claim]
    versions: dict[str, int]


def judging(store: Store, press: Press, keys: Rows, met: Met, most: int) -> Judged:
    """Load and judge candidates, or as many of them as ``most``."""
    order = near_order(keys, met.pairs)[:most]
    pairs = met.pairs[order]
    with store.read() as connection:
        start = time.process_time()
        live = load_current(connection, set(pairs.ravel().tolist()))
        loading = time.process_time() - start
    start = time.process_time()
    kept = _judge({n: each for n, (each, _) in live.items()}, Met(pairs, met.kinds[order], 0))
    taken = time.process_time() - start
    tell("judging a candidate", f"{taken / len(pairs) * 1e6:.1f} µs", f"{len(pairs):,} judged, {len(kept):,} kept")
    each = f"{loading / len(live) * 1e6:.1f} µs a claim"
    tell("  loading their claims", each, f"{loading / len(pairs) * 1e6:.1f} µs a candidate")
    flagged = {p.uid for p in kept if p.comparison.relation.is_queued}
    judged = {(a - 1, b - 1) for a, b in pairs.tolist()} & press.known
    found = sum(pair_uid(live[a + 1][0].uid, live[b + 1][0].uid) in flagged for a, b in judged)
    tell("  known pairs that ask for a verdict", f"{found / max(1, len(judged)):.3f}", f"of {len(judged):,} among them")
    claims = {each.uid: each for each, _ in live.values()}
    return Judged(kept, claims, {each.uid: version for each, version in live.values()})


def _judge(claims: dict[int, Claim], met: Met) -> list[JudgedPair]:
    numbers, candidates = candidates_among(claims, met)
    return judge_candidates([claims[n] for n in numbers], candidates, {})


def storing(store: Store, judged: Judged) -> None:
    """Store pairs beside a bare executemany of the very same rows into the same tables."""
    start = time.process_time()
    rows = [pair_row(each, judged.claims) for each in judged.kept]
    tell("explaining a pair that is kept", f"{(time.process_time() - start) / len(rows) * 1e6:.1f} µs")
    tables = (pair, comparison)
    made = []
    with rolled_back(store) as connection:
        before = [int(connection.execute(select(func.max(t.c.id))).scalar() or 0) for t in tables]
        ours = seconds(lambda: save_pairs(connection, rows, judged.versions, RULESET, now(), whole=False))
        raw: Any = connection.connection.driver_connection
        for table, number in zip(tables, before, strict=True):
            made.append(raw.execute(f'SELECT * FROM "{table.name}" WHERE id > ?', (number,)).fetchall())
    peer = _inserting(store, tables, made)
    beside = f"bare executemany {peer / len(rows) * 1e6:.1f} µs, ratio {ours / peer:.2f}"
    tell("storing a pair", f"{ours / len(rows) * 1e6:.1f} µs", beside)


def one_article(store: Store, press: Press, times: int = 30) -> float:
    """A new article that tells anew what the store holds: CPU milliseconds for its keys and rules, process warm."""
    rng = np.random.default_rng(5)
    taken, met_pairs = [], []
    for turn in range(times):
        told = [press.told[i] for i in rng.choice(len(press.told), PER_ARTICLE, replace=False)]
        _, _, claims = next(articles(Press(told, press.places, set()), first=10_000_000 + turn))
        with store.read() as connection, uncollected():
            start = time.process_time()
            pairs = _compare(connection, claims)
            taken.append((time.process_time() - start) * 1e3)
            met_pairs.append(pairs)
    middle = statistics.median(taken[times // 3 :])
    tell(
        f"an article of {PER_ARTICLE} against {len(press.told):,}",
        f"{middle:.1f} ms",
        f"{statistics.mean(met_pairs):.0f} candidates",
    )
    return middle


def _compare(connection: Connection, claims: Sequence[Claim]) -> int:
    new = dict(enumerate(claims, NOT_STORED))
    met = meet_filed(connection, {n: key_rows(c) for n, c in new.items()})
    live = load_current(connection, {n for n in met.pairs.ravel().tolist() if n < NOT_STORED})
    _judge({**{n: each for n, (each, _) in live.items()}, **new}, met)
    return len(met.pairs)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--claims", type=int, default=SMALL)
    parser.add_argument("--judge", type=int, default=200_000, help="how many candidates are judged and stored at most")
    parser.add_argument("--home", type=Path, help="where to keep the store")
    parser.add_argument("--keys-only", action="store_true", help="measure what needs no store only")
    asked = parser.parse_args()
    press = make_press(asked.claims)
    gc.freeze()
    if asked.keys_only:
        keys = keys_of(press)
        candidates(press, keys)
        growth(press, keys)
        neighbours(asked.claims)
        return
    with TemporaryDirectory() as folder:
        home = asked.home or Path(folder) / "home"
        small = open_store(Settings(home=Path(folder) / "small", embedder="hash"))
        few = make_press(SMALL)
        fill(small, few)
        mining(few, keys_of(few))
        store = open_store(Settings(home=home, embedder="hash"))
        tell(f"storing {asked.claims:,} claims with their keys", f"{fill(store, press):.0f} µs a claim")
        storing_claims(store, press)
        keys = keys_filed(store)
        met = candidates(press, keys)
        growth(press, keys)
        with uncollected():
            storing(store, judging(store, press, keys, met, asked.judge))
        before, after = one_article(small, few), one_article(store, press)
        tell("  against a small store", f"ratio {after / before:.2f}")
        neighbours(asked.claims)
        small.close()
        store.close()


if __name__ == "__main__":
    main()
