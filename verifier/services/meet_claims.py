"""Which stored claims may compete with some claims, found in the file of keys and by the similarity model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine

from verifier.domain.claim import Claim
from verifier.pairing.blocks import LARGEST_BLOCK, NEAREST_FILED, Met, join, met_by
from verifier.pairing.keys import (
    DEED,
    LIKE_OTHERS,
    LIKENESS,
    MATTER,
    SERIES,
    WHOLE,
    WORDS,
    key_rows,
    lacks_keys,
)
from verifier.pairing.neighbours import Neighbours
from verifier.services.question_vectors import Vectors
from verifier.store.claims import claims_of_versions, load_claims, load_current
from verifier.store.embeddings import vectors_since
from verifier.store.keys import Wanted, filed_around, in_blocks, in_series
from verifier.store.passes import claims_of_documents, size_of_store

SMALL_STORE = 2_000
"""Up to so many claims everything is compared with everything: that costs little and hangs on no order."""
NOT_STORED = 1 << 27
"""Claims that are not stored are numbered from here: all others were filed before them."""

_IN_BLOCKS = (MATTER, DEED, WORDS)
Filed = Mapping[int, Iterable[tuple[int, int, int, bool]]]
"""Claims, by number, with their rows of keys."""
Question = tuple[int, int, NDArray[np.float32]]
"""A claim's number, the reading before which others must have been stored to be its neighbours, and its vector."""
_indexes: WeakKeyDictionary[Engine, dict[str, Neighbours]] = WeakKeyDictionary()


def stored_near(connection: Connection, embedder: str, claims: Sequence[Claim], vectors: Vectors) -> list[Claim]:
    """The stored claims that these, stored or not, may compete with; all there are in a small store."""
    if size_of_store(connection) <= SMALL_STORE:
        return load_claims(connection)
    numbered = dict(enumerate(claims, NOT_STORED))
    near = meet_filed(connection, {n: key_rows(claim) for n, claim in numbered.items()})
    asked = [
        (n, NOT_STORED, vectors[c.reading.question_text])
        for n, c in numbered.items()
        if lacks_keys(c) and c.reading.question_text in vectors
    ]
    met = join(near, meet_alike(connection, embedder, asked))
    ids = {*met.pairs.ravel().tolist(), *claims_of_documents(connection, {c.document for c in claims})}
    return [claim for claim, _ in load_current(connection, ids - numbered.keys()).values()]


def meet_filed(connection: Connection, filed: Filed) -> Met:
    """Pairs of these claims with those filed beside them in blocks, days and series."""
    rows = [(number, *row) for number, keys in filed.items() for row in keys]
    found, days = _in_small_blocks(connection, rows, _IN_BLOCKS)
    crowded: set[tuple[int, int, int]] = set()
    for (number, key, day, place, own), around in filed_around(connection, days, NEAREST_FILED):
        found += ((key, number, other) for members in around for other, theirs in members if own or theirs)
        if any(len(members) == NEAREST_FILED for members in around):
            crowded.add((key, day, place))
    shared = {(key, a, b) if a < b else (key, b, a) for key, a, b in found if key & 7 == WORDS}
    alike = (pair for pair, runs in Counter((a, b) for _, a, b in shared).items() if runs > 1)
    by_kind = [met_by(kind, ((a, b) for key, a, b in found if key & 7 == kind)) for kind in (MATTER, DEED)]
    by_kind.append(met_by(WORDS, alike))
    return join(*by_kind, meet_series(connection, rows), met_by(MATTER, (), len(crowded)))


def filed_beside(connection: Connection, filed: Filed) -> set[tuple[int, int]]:
    """Pairs of these claims with those of their matters and deeds, whoever was filed first.

    A block of one day and place that is too large tells none: which of them were nearest hangs on the order of filing.
    """
    rows = [(number, *row) for number, keys in filed.items() for row in keys]
    found, days = _in_small_blocks(connection, rows, (MATTER, DEED))
    found += _beside(connection, days, NEAREST_FILED)[0]
    return {(number, other) for _, number, other in found}


def _in_small_blocks(
    connection: Connection, rows: Sequence[Wanted], kinds: Collection[int]
) -> tuple[list[tuple[int, int, int]], list[Wanted]]:
    """Blocks with these claims and all others there; and the rows by day of claims whose blocks are too large."""
    found, large = _beside(connection, [row for row in rows if row[2] == WHOLE and row[1] & 7 in kinds], LARGEST_BLOCK)
    return found, [row for row in rows if row[2] != WHOLE and row[1] in large]


def _beside(connection: Connection, rows: Sequence[Wanted], most: int) -> tuple[list[tuple[int, int, int]], set[int]]:
    """Blocks with the claims of these rows and all others at the same spot, and which of the blocks hold too many."""
    members, large = in_blocks(connection, {row[1:4] for row in rows}, most)
    found = [(row[1], row[0], other) for row in rows for other, theirs in members.get(row[1:4], ()) if row[4] or theirs]
    return found, {key for key, _, _ in large}


def meet_series(connection: Connection, rows: Sequence[tuple[int, int, int, int, bool]]) -> Met:
    """Pairs of the members of running series with those of their own and the neighbouring days."""
    asked = [row for row in rows if row[1] & 7 == SERIES]
    beside = in_series(connection, asked, NEAREST_FILED)
    return met_by(SERIES, ((row[0], other) for row, lists in beside for members in lists for other, _ in members))


def meet_alike(connection: Connection, embedder: str, asked: Sequence[Question]) -> Met:
    """Pairs of claims with the nearest, by the similarity model, of those that were stored before them."""
    if not asked:
        return met_by(LIKENESS, ())
    index = _index(connection, embedder, len(asked[0][2]))
    nearest = index.nearest(np.stack([vector for _, _, vector in asked]), np.array([before for _, before, _ in asked]))
    owners = claims_of_versions(connection, {version for found in nearest for version in found})
    pairs = [(row[0], owners[version]) for row, found in zip(asked, nearest, strict=True) for version in found]
    return met_by(LIKENESS, pairs)


def _index(connection: Connection, embedder: str, dims: int) -> Neighbours:
    """The vectors of all claims that are met through their words, by reading; kept as long as the store is open."""
    index = _indexes.setdefault(connection.engine, {}).setdefault(embedder, Neighbours(dims))
    for versions, raw in vectors_since(connection, embedder, LIKE_OTHERS, index.newest):
        index.add(np.array(versions), np.frombuffer(b"".join(raw), dtype="<f4").reshape(len(versions), dims))
    return index
