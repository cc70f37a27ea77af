"""Compare what has changed with all that is stored, however much that is, a part at a time."""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np
from sqlalchemy import Connection

from verifier.domain.claim import Claim
from verifier.domain.comparison import Finding
from verifier.domain.enums import FindingKind, Relation
from verifier.pairing.blocks import Met, Rows, join, meet_in_blocks, met_by, near_order, rows_of
from verifier.pairing.candidates import find_nearby
from verifier.pairing.exclusion.asking import Likelihoods
from verifier.pairing.explain import explain_pair
from verifier.pairing.findings import find_copies, find_findings
from verifier.pairing.keys import HAND, KINDS, key_rows, lacks_keys
from verifier.pairing.ladder import RULESET
from verifier.pairing.pipeline import JudgedPair, judge_candidates
from verifier.pairing.prejudge import candidates_among
from verifier.pairing.priority import finding_priority
from verifier.services.meet_claims import Question, meet_alike, meet_filed, meet_series
from verifier.services.open_store import now
from verifier.services.question_vectors import question_vectors
from verifier.services.renew_disputes import renew_disputes
from verifier.store.claims import claim_ids, load_current
from verifier.store.corrections import hand_pairs
from verifier.store.engine import Store
from verifier.store.findings import findings_of, save_findings
from verifier.store.keys import file_keys, unfile
from verifier.store.pairs import (
    PairRow,
    live_pairs_of,
    retire_pairs,
    retire_pairs_of,
    save_pairs,
)
from verifier.store.passes import Changes, claims_of_texts

CLAIMS_AT_ONCE = 2_000
PAIRS_AT_ONCE = 20_000

Live = Mapping[int, tuple[Claim, int]]
"""Claims by row, each with the row of its reading."""


@dataclass(frozen=True, slots=True)
class Paired:
    """How many claims were compared, and what came of it; ``crowded`` blocks were too large to be compared whole.

    ``ruleset_before`` is that of the pass before where it was another.
    """

    claims: int
    pairs: int
    new: int
    queued: int
    findings: int
    disputes: int
    crowded: int = 0
    ruleset_before: str | None = None


@dataclass(slots=True)
class _Filed:
    """What filing the changed claims brought: their keys, who meets in one text, who is met through words, who left."""

    keys: list[Rows]
    near: list[Met]
    asked: list[Question]
    gone: list[int]
    claims: int = 0
    findings: int = 0


@contextmanager
def uncollected() -> Iterator[None]:
    """Work that makes a great many objects and no cycles, without the collector looking through them time and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def pair_changes(store: Store, embedder: str, changes: Changes, ask: Likelihoods | None = None) -> Paired:
    """Compare the changed claims with all stored ones; a stored pair of theirs stays as long as it holds."""
    filed = _Filed([], [], [], [])
    for texts in _parts_of(changes.claims):
        _file(store, embedder, texts, filed)
    keys = np.concatenate([*filed.keys, rows_of([])])
    with store.read() as connection:
        met = join(*_meet(connection, embedder, changes, filed, keys), *filed.near)
    order = near_order(keys, met.pairs) if len(met.pairs) > PAIRS_AT_ONCE else np.arange(len(met.pairs))
    done = Paired(filed.claims, 0, 0, 0, filed.findings, 0, met.crowded)
    touched = set(filed.gone)
    _retire(store, changes, filed.gone)
    for begin in range(0, len(order), PAIRS_AT_ONCE):
        part = order[begin : begin + PAIRS_AT_ONCE]
        with uncollected():
            done = _judge_part(store, embedder, met.pairs[part], met.kinds[part], done, touched, ask)
    with store.write() as connection:
        return replace(done, disputes=renew_disputes(connection, touched))


def _parts_of(texts: Mapping[int, list[int]]) -> Iterator[dict[int, list[int]]]:
    """Whole texts, some at a time."""
    part: dict[int, list[int]] = {}
    held = 0
    for text, claims in texts.items():
        part[text] = claims
        held += len(claims)
        if held >= CLAIMS_AT_ONCE:
            yield part
            part, held = {}, 0
    if part:
        yield part


def _file(store: Store, embedder: str, texts: Mapping[int, list[int]], filed: _Filed) -> None:
    """File claims under their keys, make their vectors, and find what is wrong inside their texts."""
    changed = {claim_id for claims in texts.values() for claim_id in claims}
    with store.read() as connection:
        live = load_current(connection, claims_of_texts(connection, list(texts)))
    new = {n: live[n] for n in sorted(changed & live.keys())}
    gone = sorted(changed - live.keys())
    keys = {n: key_rows(claim) for n, (claim, _) in new.items()}
    vectors = question_vectors(store, embedder, {version: claim for claim, version in new.values()})
    inside, findings = _inside(live)
    filed.keys.append(rows_of(keys.items()))
    filed.near += [met_by(kind, (p for p in pairs if changed & set(p))) for kind, pairs in inside.items()]
    filed.asked += [
        (n, version, vectors[claim.reading.question_text]) for n, (claim, version) in new.items() if lacks_keys(claim)
    ]
    filed.gone += gone
    filed.claims += len(new)
    filed.findings += len(findings)
    with store.write() as connection:
        unfile(connection, gone)
        file_keys(connection, keys.items())
        ranked = [(f, finding_priority(f)) for f in findings]
        save_findings(connection, ranked, RULESET, now(), among=findings_of(connection, list(texts)))


def _inside(live: Live) -> tuple[dict[int, list[tuple[int, int]]], list[Finding]]:
    """Who meets in each text, by what brings them together, and the findings in them."""
    texts: dict[str, list[int]] = defaultdict(list)
    for number, (claim, _) in live.items():
        texts[claim.document].append(number)
    met: dict[int, list[tuple[int, int]]] = defaultdict(list)
    findings: list[Finding] = []
    for numbers in texts.values():
        numbers.sort(key=lambda n: live[n][0].uid)
        claims = [live[n][0] for n in numbers]
        pairs = find_nearby(claims)
        for (i, j), names in pairs.items():
            for name in names:
                met[KINDS.index(name)].append((numbers[i], numbers[j]))
        findings += (f for f in find_findings(claims, pairs) if f.kind is not FindingKind.COPY_CHANGED)
    return met, findings


def _meet(connection: Connection, embedder: str, changes: Changes, filed: _Filed, keys: Rows) -> list[Met]:
    """The pairs of changed claims with any other: by keys, by the model, those that are stored, those made by hand."""
    rows = [(n, key, day, place, bool(own)) for key, day, place, n, own in keys.tolist()]
    if changes.whole:
        met = [meet_in_blocks(keys), meet_series(connection, rows)]
    else:
        by_claim: dict[int, list[tuple[int, int, int, bool]]] = defaultdict(list)
        for number, *row in rows:
            by_claim[number].append((row[0], row[1], row[2], row[3]))
        met = [meet_filed(connection, by_claim)]
    changed = sorted({n for claims in changes.claims.values() for n in claims} - set(filed.gone))
    stored = np.array([pair[:2] for pair in live_pairs_of(connection, changed)], dtype=np.int64).reshape(-1, 2)
    kept = Met(np.sort(stored, axis=1), np.zeros(len(stored), dtype=np.uint8), 0)
    wished = hand_pairs(connection)
    ids = claim_ids(connection, {uid for pair in wished for uid in pair})
    inside = set(changed)
    by_hand = [(ids[one], ids[other]) for one, other in wished if inside & {ids[one], ids[other]}]
    return [*met, meet_alike(connection, embedder, filed.asked), kept, met_by(HAND, by_hand)]


def _retire(store: Store, changes: Changes, gone: Sequence[int]) -> None:
    """Let go of what claims that left were part of, and of changed copies, which are found again."""
    changed = sorted({n for claims in changes.claims.values() for n in claims})
    with store.write() as connection:
        retire_pairs_of(connection, gone)
        save_findings(connection, [], RULESET, now(), among=findings_of(connection, changed, copies=True))


def _judge_part(
    store: Store, embedder: str, pairs: Rows, kinds: np.ndarray[tuple[int], np.dtype[np.uint8]], done: Paired,
    touched: set[int], ask: Likelihoods | None,
) -> Paired:  # fmt: skip
    """Judge some pairs and store what came of them; the claims whose disputes may change are added to ``touched``."""
    with store.read() as connection:
        live = load_current(connection, set(pairs.ravel().tolist()))
        stored = live_pairs_of(connection, sorted(live))
    vectors = question_vectors(store, embedder, {version: claim for claim, version in live.values()})
    numbers, candidates = candidates_among({n: claim for n, (claim, _) in live.items()}, Met(pairs, kinds, 0))
    claims = [live[n][0] for n in numbers]
    kept = judge_candidates(claims, candidates, vectors, *_listed(live, stored), ask)
    copies = list(find_copies(claims, candidates))
    asked = {(min(a, b), max(a, b)) for a, b in pairs.tolist()}
    uids = {pair.uid for pair in kept}
    lost = [(a, b, uid) for a, b, uid, _ in stored if (min(a, b), max(a, b)) in asked and uid not in uids]
    by_uid = {claim.uid: claim for claim in claims}
    versions = {claim.uid: version for claim, version in live.values()}
    with store.write() as connection:
        new = save_pairs(connection, [pair_row(p, by_uid) for p in kept], versions, RULESET, now(), whole=False)
        retire_pairs(connection, [uid for _, _, uid in lost])
        save_findings(connection, [(f, finding_priority(f)) for f in copies], RULESET, now(), among=())
    rows = {claims[i].uid: n for i, n in enumerate(numbers)}
    ties = (p for p in kept if p.comparison.relation.is_queued or p.comparison.relation is Relation.DUPLICATE)
    touched |= {rows[uid] for pair in ties for uid in (pair.left, pair.right)} | {n for a, b, _ in lost for n in (a, b)}
    return replace(
        done,
        pairs=done.pairs + len(kept),
        new=done.new + new,
        queued=done.queued + sum(p.comparison.relation.is_queued for p in kept),
        findings=done.findings + len(copies),
    )


def _listed(live: Live, stored: Sequence[tuple[int, int, str, str]]) -> tuple[Counter[str], set[str]]:
    """How many look-alikes of each claim are stored, and their uids: they count first."""
    listed: Counter[str] = Counter()
    scoped: set[str] = set()
    for left, right, uid, relation in stored:
        if relation == Relation.DIFFERENT_SCOPE:
            scoped.add(uid)
            listed.update(live[n][0].uid for n in (left, right) if n in live)
    return listed, scoped


def pair_row(pair: JudgedPair, claims: Mapping[str, Claim]) -> PairRow:
    """A judged pair as it is stored, with the sentence that explains it."""
    sentence = explain_pair(claims[pair.left], claims[pair.right], pair.comparison)
    return PairRow(
        pair.uid, pair.left, pair.right, pair.locus.value, pair.priority, pair.similarity, pair.keys, pair.comparison,
        sentence,
    )  # fmt: skip
