"""Score pairing on labelled topics: the documents are stored, read and paired as any others would be."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from verifier.config import Settings
from verifier.domain.enums import ClaimKind, Relation, Strength
from verifier.domain.span import Span
from verifier.services.evaluation import Failure, SetScore, Share
from verifier.services.gold_cases import GoldDocument, GoldPair, Quote, Topic
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_claims, list_findings, list_pairs
from verifier.services.pair_claims import pair_claims

_HALF = 0.5
Line = dict[str, Any]


def score_pairs(settings: Settings, part: str, topics: Sequence[Topic]) -> SetScore:
    """The measures of one part of the topics, in a store of its own that is gone afterwards."""
    with TemporaryDirectory() as folder:
        store = Settings(home=Path(folder), embedder=settings.embedder, network=settings.network, database_url=None)
        path = Path(folder) / "documents.jsonl"
        documents = [document for topic in topics for document in topic.documents]
        path.write_text("".join(_line(document) for document in documents), encoding="utf-8")
        ingest_documents(store, [], json_lines=[str(path)])
        pair_claims(store)
        claims, pairs, findings = list_claims(store), list_pairs(store), list_findings(store)
    return _Scoring(f"pairs-{part}", topics, claims, pairs, findings).score()


def _line(document: GoldDocument) -> str:
    fields = {
        "name": document.name,
        "text": document.text,
        "lang": document.lang,
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
    }
    return json.dumps(fields, ensure_ascii=False) + "\n"


class _Scoring:
    """What was labelled against what was stored."""

    def __init__(
        self,
        name: str,
        topics: Sequence[Topic],
        claims: Sequence[Line],
        pairs: Sequence[Line],
        findings: Sequence[Line],
    ) -> None:
        self.name, self.pairs, self.findings = name, pairs, findings
        self.topics = topics
        self.texts = {document.name: document.text for topic in topics for document in topic.documents}
        self.claims = claims
        self.labels = [pair for topic in topics for pair in topic.pairs]
        self.told: dict[Quote, frozenset[str]] = {}
        self.failures: list[Failure] = []

    def score(self) -> SetScore:
        conflicts = [label for label in self.labels if label.relation.is_queued]
        look_alikes = [label for label in self.labels if not label.relation.is_queued]
        found = [label for label in conflicts if self._is_found(label)]
        queue = [pair for pair in self.pairs if pair["queued"]]
        right = [pair for pair in queue if self._is_right(pair, conflicts)]
        flagged = {id(label): self._flagged(label) for label in look_alikes}
        hard = [label for label in look_alikes if any(p["strength"] == Strength.HARD for p in flagged[id(label)])]
        for label in look_alikes:
            for pair in flagged[id(label)]:
                self._fail("look-alike flagged", label, _pair_shown(pair))
        measures = {
            "dispute recall": Share(len(found), len(conflicts)),
            "queue precision": Share(len(right), len(queue)),
            "look-alikes left alone": Share(sum(not f for f in flagged.values()), len(look_alikes)),
            "look-alikes not flagged hard": Share(len(look_alikes) - len(hard), len(look_alikes)),
            **self._findings(),
            **self._by_relation(),
        }
        return SetScore(self.name, measures, self.failures)

    def _is_found(self, label: GoldPair) -> bool:
        """Whether the queue holds a labelled conflict: as a pair, or as a finding over both quotes."""
        linking = list(self._linking(label))
        if any(pair["queued"] for pair in linking):
            return True
        if any(self._joins(finding, label.left) and self._joins(finding, label.right) for finding in self.findings):
            return True
        self._fail("conflict missed", label, "; ".join(map(_pair_shown, linking)) or "no pair")
        return False

    def _is_right(self, pair: Line, conflicts: Sequence[GoldPair]) -> bool:
        uids = (pair["left"]["claim"], pair["right"]["claim"])
        if any(self._links(label, *uids) for label in conflicts):
            return True
        case = f"“{pair['left']['quote']}” – “{pair['right']['quote']}”"
        names = f" ({pair['left']['document']}, {pair['right']['document']})"
        self.failures.append(Failure(self.name, "false alarm", case + names, "no conflict", _pair_shown(pair)))
        return False

    def _flagged(self, label: GoldPair) -> list[Line]:
        return [pair for pair in self._linking(label) if pair["queued"]]

    def _by_relation(self) -> dict[str, Share]:
        """The share of labels whose relation came out as labelled, by relation; different scope need not be stored."""
        shares = {}
        for relation in Relation:
            labels = [label for label in self.labels if label.relation is relation]
            right = [label for label in labels if self._has_relation(label)]
            if labels:
                shares[relation.value] = Share(len(right), len(labels))
        return shares

    def _has_relation(self, label: GoldPair) -> bool:
        linking = list(self._linking(label))
        got = {pair["relation"] for pair in linking}
        apart = {Relation.DIFFERENT_SCOPE, Relation.UNRELATED}
        if label.relation in apart and got <= apart:
            return True
        if label.relation in got:
            return True
        self._fail("other relation", label, "; ".join(map(_pair_shown, linking)) or "no pair")
        return False

    def _findings(self) -> dict[str, Share]:
        labels = [finding for topic in self.topics for finding in topic.findings]
        found = [
            label
            for label in labels
            if any(f["finding"].startswith(label.kind) and self._joins(f, label.quotes) for f in self.findings)
        ]
        return {"findings recall": Share(len(found), len(labels))} if labels else {}

    def _linking(self, label: GoldPair) -> Iterator[Line]:
        yield from (p for p in self.pairs if self._links(label, p["left"]["claim"], p["right"]["claim"]))

    def _links(self, label: GoldPair, one: str, other: str) -> bool:
        left, right = self._tellers(label.left), self._tellers(label.right)
        return (one in left and other in right) or (one in right and other in left)

    def _joins(self, finding: Line, quotes: Sequence[Quote]) -> bool:
        """Whether one of the quotes stands in a finding."""
        spans = [Span(part["start"], part["end"]) for part in finding["quotes"]]
        return any(
            quote.document == finding["document"] and any(span.overlaps(self._span(quote)) for span in spans)
            for quote in quotes
        )

    def _tellers(self, quotes: Sequence[Quote]) -> frozenset[str]:
        return frozenset().union(*(self._telling(quote) for quote in quotes))

    def _telling(self, quote: Quote) -> frozenset[str]:
        """The claims made in a quote."""
        if quote not in self.told:
            span = self._span(quote)
            self.told[quote] = frozenset(
                claim["uid"] for claim in self.claims if claim["document"] == quote.document and _is_told(claim, span)
            )
        return self.told[quote]

    def _span(self, quote: Quote) -> Span:
        start = self.texts[quote.document].index(quote.words)
        return Span(start, start + len(quote.words))

    def _fail(self, kind: str, label: GoldPair, got: str) -> None:
        sides = " – ".join(f"{quotes[0].document}: “{quotes[0].words}”" for quotes in (label.left, label.right))
        expected = " ".join(filter(None, (label.relation, label.strength, label.rule)))
        self.failures.append(Failure(self.name, kind, sides, expected, got))


def _is_told(claim: Line, quote: Span) -> bool:
    """By its number where a claim is about one; else by half of the shorter one's words."""
    if claim["kind"] == ClaimKind.QUANTITY:
        return any(quote.start < q["end"] and q["start"] < quote.end for q in claim["quantities"][:1])
    common = min(claim["end"], quote.end) - max(claim["start"], quote.start)
    return bool(common >= _HALF * min(claim["end"] - claim["start"], len(quote)))


def _pair_shown(pair: Line) -> str:
    words = (pair["relation"], pair["strength"], pair["rule"], f"({pair['aspect']})" if pair["aspect"] else None)
    return " ".join(filter(None, words))
