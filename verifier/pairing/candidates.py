"""Which pairs are worth comparing, and what brought each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from verifier.domain.claim import Claim, TimeSpan
from verifier.domain.enums import ClaimKind, Modality, SlotOutcome
from verifier.pairing.compare.times import compare_times
from verifier.pairing.compare.wording import word_grams
from verifier.pairing.series import may_meet, neighbours_in_series
from verifier.reference import load

NEIGHBOURS = 20
LARGEST_BLOCK = 60
"""A block with more claims pairs only those that share a day."""
FEW_DAYS = 3
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
    found: dict[Pair, set[str]] = defaultdict(set)
    worthy = [i for i, claim in enumerate(claims) if may_compete(claim)]
    prose = [i for i in worthy if not claims[i].is_tabular]
    for key, pairs in (
        ("matter", _by_blocks(claims, worthy, _matter_keys)),
        ("deed", _by_blocks(claims, worthy, _deed_keys)),
        ("passage", _by_passage(claims, prose)),
        ("words", _by_words(claims, prose)),
        ("likeness", _by_vectors(claims, prose, vectors or {})),
    ):
        for i, j in pairs:
            if may_meet(claims[i], claims[j]):
                found[i, j].add(key)
    for key, pairs in (("link", _by_links(claims, worthy)), ("series", neighbours_in_series(claims, worthy))):
        for pair in pairs:
            found[pair].add(key)
    fresh = {i for i, claim in enumerate(claims) if new is None or claim.uid in new}
    kept = {pair: keys for pair, keys in found.items() if fresh & set(pair)}
    return {pair: tuple(sorted(kept[pair])) for pair in sorted(kept)}


def may_compete(claim: Claim) -> bool:
    """Opinions, questions and conditions compete with nothing."""
    reading = claim.reading
    return reading.kind is not ClaimKind.OPINION and reading.modality not in (Modality.QUESTION, Modality.CONDITIONAL)


def _matter_keys(claim: Claim) -> Iterator[str]:
    """Predicate family with thing root, and thing root with place: what a claim is about."""
    reading, reference = claim.reading, load()
    if reading.thing is None:
        if reading.kind is ClaimKind.QUANTITY:
            yield from (f"{family}|-" for family in _families(claim))
        return
    root = reference.thing_root(reading.thing.key)
    for family in _families(claim):
        yield f"{family}|{root}"


def _deed_keys(claim: Claim) -> Iterator[str]:
    """A party with what it did or underwent, in either role."""
    reading = claim.reading
    parties = {actor.side or actor.key for actor in (reading.agent, reading.patient) if actor is not None}
    for family in _families(claim):
        for party in sorted(parties):
            yield f"{family}|{party}"


def _families(claim: Claim) -> list[str]:
    """The family of the predicate and that of its opposite, so that both meet."""
    term, reference = claim.reading.predicate, load()
    if term is None:
        return []
    entry = reference.predicate(term.key)
    families = [reference.family_of(term.key)]
    if entry is not None and entry.opposite is not None:
        families.append(reference.family_of(entry.opposite))
    return families


def _by_blocks(
    claims: Sequence[Claim], worthy: Sequence[int], keys_of: Callable[[Claim], Iterator[str]]
) -> Iterator[Pair]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for i in worthy:
        for key in keys_of(claims[i]):
            blocks[key].append(i)
    for members in blocks.values():
        yield from combinations(members, 2) if len(members) <= LARGEST_BLOCK else _in_large_block(claims, members)


def _in_large_block(claims: Sequence[Claim], members: Sequence[int]) -> Iterator[Pair]:
    """In a large block only claims of one time meet; those without a time, or of a long one, meet nobody there."""
    days: dict[date, list[int]] = defaultdict(list)
    for i in members:
        for day in _days_of(claims[i].reading.time):
            days[day].append(i)
    for block in days.values():
        if len(block) > LARGEST_BLOCK:
            continue
        for i, j in combinations(block, 2):
            left, right = claims[i].reading, claims[j].reading
            if compare_times(left.time, right.time, left.aspect).outcome is not SlotOutcome.DIFFERENT:
                yield i, j


def _days_of(time: TimeSpan | None) -> list[date]:
    """The days a short time touches; none where it is open or longer than a few days."""
    if time is None or time.start is None or time.end is None:
        return []
    first, last = time.start.date(), (time.end - timedelta(seconds=1)).date()
    return [first + timedelta(days=n) for n in range((last - first).days + 1)] if (last - first).days < FEW_DAYS else []


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
        yield from _nearest(matrix[begin : begin + step] @ matrix.T, begin, known, least=0.3)


def _nearest(block: Matrix, begin: int, indices: Sequence[int], least: float) -> Iterator[Pair]:
    count = min(NEIGHBOURS + 1, block.shape[1])
    for row in range(block.shape[0]):
        scores = block[row]
        top = np.argpartition(-scores, count - 1)[:count]
        for column in sorted(int(c) for c in top):
            i, j = indices[begin + row], indices[column]
            if i != j and scores[column] >= least:
                yield (min(i, j), max(i, j))
