"""Labelled pairs of statements: of seeds/statements and of the labelled topics, but for part ``unseen``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from verifier.pairing.exclusion.network import EXCLUDES, LABELS, Statement
from verifier.services.gold_cases import GoldDocument, Topic, load_topics

SEEDS = Path(__file__).parents[2] / "seeds"
NOTHING, SAME = LABELS.index("nothing"), LABELS.index("same")
EITHER = len(LABELS)
"""The label of a near miss: it excludes nothing, whether or not it tells the same."""
HELD_OUT = 25
_SENTENCE = re.compile(r"(?<=[.!?])[\"”“«]?\s+(?=[A-ZÄÖÜ„\"“])")
_GERMAN = re.compile(r"\b(der|die|das|und|nicht|den|dem|ein|eine|mit|auf|von|zu|sich|nach|sei|im|am)\b", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(the|a|an|of|and|to|in|was|that|had|for|by|on|with|said)\b", re.IGNORECASE)

Labelled = tuple[tuple[Statement, Statement], int]
"""Two statements and how they are to each other."""


@dataclass(frozen=True)
class Story:
    """Statements of one story and the labels of their pairs; pairs without one have nothing to do with each other.

    Of a near miss only the labelled pairs are known.
    """

    statements: Sequence[str]
    labels: dict[tuple[int, int], int]
    is_held_out: bool

    def pairs(self) -> list[Labelled]:
        told = [(s, _language(s)) for s in self.statements]
        is_near_miss = EITHER in self.labels.values()
        pairs = self.labels if is_near_miss else combinations(range(len(told)), 2)
        return [((told[i], told[j]), self.labels.get((i, j), NOTHING)) for i, j in pairs]


def statements(folder: str = ".") -> Iterator[Story]:
    """The stories of seeds/statements, or of its folder ``reports``."""
    for n, record in enumerate(_records(folder)):
        labels = {(min(pair), max(pair)): SAME for pair in record["same"]}
        labels |= {(min(pair), max(pair)): EXCLUDES for pair in record["conflict"]}
        held_out = record.get("held_out", False) if folder == "reports" else n % HELD_OUT == 0
        yield Story(record["statements"], labels, held_out)


def near_misses() -> Iterator[Story]:
    """A sentence, one that excludes it, and such as only look as if they did."""
    for n, record in enumerate(_records("near")):
        labels = {(0, 1): EXCLUDES} | {(0, k): EITHER for k in range(2, 2 + len(record["near"]))}
        yield Story([record["b"], record["a"], *record["near"]], labels, n % HELD_OUT == 0)


def topics() -> Iterator[Story]:
    """The sentences of the labelled topics; every second one of part ``plain`` is held out."""
    found = load_topics(SEEDS / "gold" / "pairs")
    plain = [topic for topic in found if topic.part == "plain"]
    for topic in found:
        if topic.part != "unseen":
            yield _of_topic(topic, topic in plain[::2])


def _of_topic(topic: Topic, held_out: bool) -> Story:
    told = [(document.name, sentence) for document in topic.documents for sentence in _sentences(document)]
    labels = dict[tuple[int, int], int]()
    for pair in topic.pairs:
        same = pair.relation.value in ("CORROBORATES", "DUPLICATE")
        label = EXCLUDES if pair.relation.is_queued else SAME if same else NOTHING
        sides = [
            {n for n, (name, text) in enumerate(told) for q in quotes if q.document == name and q.words in text}
            for quotes in (pair.left, pair.right)
        ]
        for i, j in ((i, j) for i in sides[0] for j in sides[1] if i != j):
            labels[min(i, j), max(i, j)] = labels.get((min(i, j), max(i, j)), NOTHING) or label
    return Story([text for _, text in told], labels, held_out)


def _sentences(document: GoldDocument) -> Iterator[str]:
    for line in filter(None, (line.lstrip("# ").strip() for line in document.text.splitlines())):
        yield from _SENTENCE.split(line)


def _records(folder: str) -> Iterator[dict[str, Any]]:
    for path in sorted((SEEDS / "statements" / folder).glob("*.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _language(text: str) -> str:
    return "de" if len(_GERMAN.findall(text)) > len(_ENGLISH.findall(text)) else "en"
