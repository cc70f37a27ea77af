"""What finding candidates costs, beside the peers that do nothing else."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.synthetic import PER_ARTICLE, Press, articles, make_press
from verifier.pairing.blocks import LARGEST_BLOCK, Met, Rows, meet_in_blocks, rows_of
from verifier.pairing.keys import WHOLE, WORDS, key_rows
from verifier.pairing.neighbours import Neighbours

ROUNDS = 3
DIMS = 512


def seconds(work: Callable[[], object], rounds: int = 1) -> float:
    """CPU seconds of this process, the median of some rounds."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def tell(what: str, figure: str, beside: str = "") -> None:
    print(f"{what:<44} {figure:>22}   {beside}", flush=True)


def keys_of(press: Press) -> Rows:
    """The keys of all claims, numbered as the store numbers them."""
    parts, number = [], 0
    for _, _, claims in articles(press):
        parts.append(rows_of((number + n, key_rows(c)) for n, c in enumerate(claims, 1)))
        number += len(claims)
    return np.concatenate(parts)


def recall(press: Press, pairs: np.ndarray[Any, Any]) -> float:
    """The share of the known pairs among pairs of claim numbers."""
    found = set((pairs[:, 0] << 32 | pairs[:, 1]).tolist())
    return sum((a + 1) << 32 | b + 1 in found for a, b in press.known) / len(press.known)


def candidates(press: Press, keys: Rows) -> Met:
    """Candidates by keys beside DuckDB's self-join of the same rows."""
    met = meet_in_blocks(keys)
    ours = seconds(lambda: meet_in_blocks(keys), ROUNDS)
    tell(
        "candidates by keys",
        f"{ours:.2f} s",
        f"{len(met.pairs):,} pairs; recall of known {recall(press, met.pairs):.4f}",
    )
    try:
        import duckdb
    except ImportError:
        return met
    days = _compared(keys)
    columns = ("key", "day", "place", "claim", "is_open")
    listed = {name: np.ascontiguousarray(days[:, n]) for n, name in enumerate(columns)}  # noqa: F841 - DuckDB sees it
    database = duckdb.connect(config={"threads": 2})
    database.execute("CREATE TABLE filed AS SELECT * FROM listed")
    join = "FROM filed a JOIN filed b USING (key, day, place) WHERE a.claim < b.claim AND (a.is_open + b.is_open > 0)"
    counted = seconds(lambda: database.execute(f"SELECT count(*) {join}").fetchall(), ROUNDS)
    made = f"CREATE OR REPLACE TABLE met AS SELECT a.claim l, b.claim r {join}"
    stored = seconds(lambda: database.execute(made).fetchall(), ROUNDS)
    tell(
        "  DuckDB, self-join counted / made",
        f"{counted:.2f} / {stored:.2f} s",
        f"ratio {ours / counted:.2f} / {ours / stored:.2f}",
    )
    return met


def _compared(keys: Rows) -> Rows:
    """The rows in whose blocks claims meet: whole blocks where they are small, those of one day and place elsewhere."""
    rows = keys[(keys[:, 0] & 7) <= WORDS]
    blocks, counts = np.unique(rows[rows[:, 1] == WHOLE, 0], return_counts=True)
    is_large = np.isin(rows[:, 0], blocks[counts > LARGEST_BLOCK])
    compared: Rows = rows[is_large == (rows[:, 1] != WHOLE)]
    return compared


def growth(press: Press, keys: Rows) -> None:
    """Time and candidates against a tenth of the press, and with a tenth of all claims in one block."""
    number = len(press.told)
    tenth = keys_of(make_press(number // 10))
    ours, small = (seconds(lambda k=k: meet_in_blocks(k), ROUNDS) for k in (keys, tenth))  # type: ignore[misc]
    tell("growth from a tenth, as an exponent", f"{math.log10(ours / small):.2f}", f"{small:.3f} s, {ours:.3f} s")
    moved = number // 10
    crowd = make_press(number, crowd=0.1)
    crowded = np.concatenate([keys_of(Press(crowd.told[:moved], crowd.places, set())), keys[keys[:, 3] > moved]])
    met = meet_in_blocks(crowded)
    taken = seconds(lambda: meet_in_blocks(crowded), ROUNDS)
    tell("a tenth of all claims in one block", f"{taken:.2f} s", f"ratio {taken / ours:.2f}; {len(met.pairs):,} pairs, "
         f"{met.crowded} blocks crowded")  # fmt: skip


def mining(press: Press, keys: Rows) -> None:
    """Candidates beside sentence_transformers' search for paraphrases, which starts from ready vectors."""
    try:
        import torch
        from sentence_transformers.util import paraphrase_mining_embeddings
    except ImportError:
        return
    from verifier.pairing.encoders import load_encoder

    texts = [c.reading.question_text for _, _, claims in articles(press) for c in claims]
    vectors = torch.from_numpy(load_encoder("use-multi").encode(texts))
    found: list[Any] = []
    peer = seconds(lambda: found.extend(paraphrase_mining_embeddings(vectors)))
    pairs = np.array([(min(i, j) + 1, max(i, j) + 1) for _, i, j in found], dtype=np.int64)
    met = meet_in_blocks(keys)
    ours = seconds(lambda: meet_in_blocks(keys), ROUNDS)
    tell(f"candidates among {len(texts):,}", f"{ours * 1e3:.0f} ms", f"recall {recall(press, met.pairs):.3f}")
    tell(
        "  paraphrase_mining, from ready vectors",
        f"{peer:.2f} s",
        f"recall {recall(press, pairs):.3f}; {peer / ours:.0f} times the time",
    )


def neighbours(number: int) -> None:
    """The model's neighbours of an article's claims among as many vectors as there are claims."""
    rng = np.random.default_rng(2)
    index = Neighbours(DIMS)
    for begin in range(0, number, 50_000):
        part = _unit(rng, min(50_000, number - begin))
        index.add(np.arange(begin + 1, begin + 1 + len(part)), part)
    asked = _unit(rng, PER_ARTICLE)
    everything = np.full(PER_ARTICLE, number + 1)
    taken = seconds(lambda: index.nearest(asked, everything), ROUNDS) / PER_ARTICLE * 1e3
    tell(
        f"the model's neighbours among {number:,}",
        f"{taken:.1f} ms a claim",
        f"{DIMS} dimensions, {PER_ARTICLE} claims at once",
    )


def _unit(rng: np.random.Generator, number: int) -> Any:
    vectors = rng.standard_normal((number, DIMS), dtype=np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
