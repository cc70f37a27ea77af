"""Which pairs are worth comparing, and what brought each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from verifier.domain.claim import Claim
from verifier.pairing.blocks import LARGEST_BLOCK, meet_in_blocks, rows_of
from verifier.pairing.compare.wording import word_grams
from verifier.pairing.keys import may_compete, names_of, structured_rows
from verifier.pairing.neighbours import LEAST_COSINE, NEIGHBOURS
from verifier.pairing.series import may_meet, neighbours_in_series

NEAREST_PASSAGE = 40
"""Claims of one passage meet that many of those told after them."""

Pair = tuple[int, int]
Matrix = NDArray[np.float32]


def find_candidates(
    claims: Sequence[Claim], *, new: Collection[str] | None = None, vectors: Mapping[str, Matrix] | None = None
) -> dict[Pair, tuple[str, ...]]:
    """Pairs of indices into ``claims`` (smaller first) with the keys that brought them.

    ``new`` limits to pairs with at least one of these claim uids; ``vectors`` are unit vectors by question text.
    """
    worthy = [i for i, claim in enumerate(claims) if may_compete(claim)]
    prose = [i for i in worthy if not claims[i].is_tabular]
    found = _nearby(claims, worthy)
    for key, pairs in (("words", _by_words(claims, prose)), ("likeness", _by_vectors(claims, prose, vectors or {}))):
        for i, j in pairs:
            if may_meet(claims[i], claims[j]):
                found[i, j].add(key)
    fresh = {i for i, claim in enumerate(claims) if new is None or claim.uid in new}
    kept = {pair: keys for pair, keys in found.items() if fresh & set(pair)}
    return {pair: tuple(sorted(kept[pair])) for pair in sorted(kept)}


def find_nearby(claims: Sequence[Claim]) -> dict[Pair, tuple[str, ...]]:
    """Candidates as of ``find_candidates``, without the neighbours by words or by a model."""
    found = _nearby(claims, [i for i, claim in enumerate(claims) if may_compete(claim)])
    return {pair: tuple(sorted(found[pair])) for pair in sorted(found)}


def _nearby(claims: Sequence[Claim], worthy: Sequence[int]) -> dict[Pair, set[str]]:
    """Pairs by structured keys, by passage, by links and by series."""
    found: dict[Pair, set[str]] = defaultdict(set)
    prose = [i for i in worthy if not claims[i].is_tabular]
    met = meet_in_blocks(rows_of([(i, structured_rows(claims[i])) for i in worthy]))
    brought = [(i, j, names_of(kinds)) for (i, j), kinds in zip(met.pairs.tolist(), met.kinds.tolist(), strict=True)]
    brought += [(i, j, ("passage",)) for i, j in _by_passage(claims, prose)]
    for i, j, names in brought:
        if may_meet(claims[i], claims[j]):
            found[i, j].update(names)
    for key, pairs in (("link", _by_links(claims, worthy)), ("series", neighbours_in_series(claims, worthy))):
        for pair in pairs:
            found[pair].add(key)
    return found


def _by_links(claims: Sequence[Claim], worthy: Sequence[int]) -> Iterator[Pair]:
    """Parts with their wholes, denials with what they deny."""
    starts = {(c.document, c.span.start): i for i, c in enumerate(claims)}
    numbers = {
        (c.document, c.reading.quantity.span.start): i for i, c in enumerate(claims) if c.reading.quantity is not None
    }
    for i in worthy:
        claim = claims[i]
        denied = starts.get((claim.document, claim.reading.denies)) if claim.reading.denies is not None else None
        quantity = claim.reading.quantity
        whole = numbers.get((claim.document, quantity.part_of)) if quantity and quantity.part_of is not None else None
        for other in (denied, whole):
            if other is not None and other != i:
                yield (min(i, other), max(i, other))


def _by_passage(claims: Sequence[Claim], worthy: Sequence[int]) -> Iterator[Pair]:
    """Claims under one heading."""
    passages: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i in worthy:
        passages[claims[i].document, claims[i].passage].append(i)
    for members in passages.values():
        told = sorted(members, key=lambda i: claims[i].span)
        for place, i in enumerate(told):
            yield from ((min(i, j), max(i, j)) for j in told[place + 1 : place + 1 + NEAREST_PASSAGE])


def _by_words(claims: Sequence[Claim], worthy: Sequence[int]) -> Iterator[Pair]:
    """The nearest claims by TF-IDF over masked questions, and near-copies by shared word 5-grams."""
    if len(worthy) < 2:
        return
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [claims[i].reading.question_text or "-" for i in worthy]
    matrix = TfidfVectorizer(token_pattern=r"(?u)\b\w+\b", sublinear_tf=True).fit_transform(texts)
    step = 512
    for begin in range(0, len(worthy), step):
        block = (matrix[begin : begin + step] @ matrix.T).toarray()
        yield from _nearest(block, begin, worthy, least=0.2)
    grams: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in worthy:
        for gram in word_grams(claims[i].reading.question_text):
            grams[gram].append(i)
    for members in grams.values():
        if len(members) <= LARGEST_BLOCK:
            yield from combinations(members, 2)


def _by_vectors(claims: Sequence[Claim], worthy: Sequence[int], vectors: Mapping[str, Matrix]) -> Iterator[Pair]:
    """The nearest claims by the similarity model."""
    known = [i for i in worthy if claims[i].reading.question_text in vectors]
    if len(known) < 2:
        return
    matrix = np.stack([vectors[claims[i].reading.question_text] for i in known])
    step = 512
    for begin in range(0, len(known), step):
        yield from _nearest(matrix[begin : begin + step] @ matrix.T, begin, known, least=LEAST_COSINE)


def _nearest(block: Matrix, begin: int, indices: Sequence[int], least: float) -> Iterator[Pair]:
    count = min(NEIGHBOURS + 1, block.shape[1])
    for row in range(block.shape[0]):
        scores = block[row]
        top = np.argpartition(-scores, count - 1)[:count]
        for column in sorted(int(c) for c in top):
            i, j = indices[begin + row], indices[column]
            if i != j and scores[column] >= least:
                yield (min(i, j), max(i, j))
