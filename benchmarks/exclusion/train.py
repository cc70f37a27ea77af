"""Train a network that tells which statements exclude each other, on seeds/statements and the labelled topics.

usage: python -m benchmarks.exclusion.train WEIGHTS.safetensors    (about an hour on one core)

Every twenty-fifth story and near miss and every second topic of part "plain" are held out; part "unseen" is never read.
Runs differ a little: the weights beside this file are of one run of four rounds, without the near misses.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import AutoModel

from benchmarks.exclusion.pieces import Pieces, fit_mapping
from benchmarks.exclusion.verdicts import base_folder
from verifier.services.gold_cases import GoldDocument, Topic, load_topics

SEEDS = Path(__file__).parents[2] / "seeds"
NOTHING, EXCLUDES, SAME, EITHER = range(4)
"""``EITHER`` is told of a near miss: it excludes nothing, whether or not it tells the same."""
RANK, SCALE, RATE, EPOCHS, NEGATIVES, BATCH = 32, 2.0, 7e-4, 3, 3, 32
HELD_OUT = 25
_SENTENCE = re.compile(r"(?<=[.!?])[\"”“«]?\s+(?=[A-ZÄÖÜ„\"“])")


@dataclass(frozen=True)
class Story:
    """Statements of one story and the labels of their pairs; pairs without one have nothing to do with each other.

    Of a near miss only the labelled pairs are known.
    """

    statements: Sequence[str]
    labels: dict[tuple[int, int], int]

    def pairs(self) -> list[tuple[str, str, int]]:
        told, pairs = self.statements, combinations(range(len(self.statements)), 2)
        if EITHER in self.labels.values():
            pairs = iter(self.labels)
        return [(told[i], told[j], self.labels.get((i, j), NOTHING)) for i, j in pairs]


def stories() -> Iterator[Story]:
    """Those of seeds/statements."""
    for path in sorted((SEEDS / "statements").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            labels = {(min(pair), max(pair)): SAME for pair in record["same"]}
            labels |= {(min(pair), max(pair)): EXCLUDES for pair in record["conflict"]}
            yield Story(record["statements"], labels)


def near_misses() -> Iterator[Story]:
    """Those of seeds/statements/near: a sentence, one that excludes it, and such as only look as if they did."""
    for path in sorted((SEEDS / "statements" / "near").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            labels = {(0, 1): EXCLUDES} | {(0, n): EITHER for n in range(2, 2 + len(record["near"]))}
            yield Story([record["b"], record["a"], *record["near"]], labels)


def topic_story(topic: Topic) -> Story:
    """The sentences of a labelled topic."""
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
    return Story([text for _, text in told], labels)


def _sentences(document: GoldDocument) -> Iterator[str]:
    for line in filter(None, (line.lstrip("# ").strip() for line in document.text.splitlines())):
        yield from _SENTENCE.split(line)


class Adapted(nn.Module):
    """A linear layer whose matrix is fixed but for a difference of low rank."""

    def __init__(self, fixed: nn.Linear) -> None:
        super().__init__()
        self.fixed = fixed
        fixed.weight.requires_grad = False
        self.down = nn.Parameter(torch.randn(RANK, fixed.in_features) / fixed.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(fixed.out_features, RANK))

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.fixed.weight + SCALE * (self.up @ self.down), self.fixed.bias)


class Judge(nn.Module):
    """The encoder with adapted layers and a head; rows of pieces are fixed."""

    def __init__(self) -> None:
        super().__init__()
        folder = base_folder()
        self.bert = AutoModel.from_pretrained(
            folder, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, attn_implementation="eager"
        )
        words = self.bert.embeddings.word_embeddings.weight.detach().numpy()
        vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
        self.mapping = fit_mapping(words, folder / "vocab.txt")
        self.pieces = Pieces(self.mapping, words, folder / "vocab.txt")
        self.marks = nn.Parameter(torch.tensor(words[[vocabulary.index("[CLS]"), vocabulary.index("[SEP]")]]))
        self.bert.pooler, self.bert.embeddings.word_embeddings = None, nn.Embedding(1, 1)
        for name, parameter in self.bert.named_parameters():
            parameter.requires_grad = name.endswith(".bias") or "LayerNorm" in name or "token_type" in name
        for layer in self.bert.encoder.layer:
            attention = layer.attention
            for owner, part in (
                *((attention.self, part) for part in ("query", "key", "value")),
                *((owner, "dense") for owner in (attention.output, layer.intermediate, layer.output)),
            ):
                setattr(owner, part, Adapted(getattr(owner, part)))
        self.head = nn.Linear(2 * words.shape[1], 3)
        self._rows = dict[str, Tensor]()

    def rows(self, text: str) -> Tensor:
        if text not in self._rows:
            self._rows[text] = torch.tensor(self.pieces.rows(self.pieces.cut(text)))
        return self._rows[text]

    def forward(self, pairs: Sequence[tuple[str, str]]) -> Tensor:
        begin, end = self.marks[:1], self.marks[1:]
        inputs = [torch.cat([begin, self.rows(one), end, self.rows(other), end]) for one, other in pairs]
        told = nn.utils.rnn.pad_sequence([torch.ones(len(rows)) for rows in inputs], batch_first=True)
        kinds = torch.zeros_like(told, dtype=torch.long)
        for at, (one, _) in enumerate(pairs):
            kinds[at, len(self.rows(one)) + 2 : len(inputs[at])] = 1
        rows = nn.utils.rnn.pad_sequence(inputs, batch_first=True)
        x = self.bert(inputs_embeds=rows, attention_mask=told, token_type_ids=kinds).last_hidden_state
        mean = (x * told[:, :, None]).sum(1) / told.sum(1)[:, None]
        return self.head(F.dropout(torch.cat([x[:, 0], mean], -1).float(), 0.1, self.training))

    def shipped(self) -> dict[str, Tensor]:
        """What training changed, by the names the network reads, in half precision."""
        names = {
            name.replace(".fixed", ""): value for name, value in self.bert.named_parameters() if value.requires_grad
        }
        names |= {"marks": self.marks, "head.weight": self.head.weight, "head.bias": self.head.bias}
        names["mapping"] = torch.tensor(self.mapping)
        return {name: value.detach().half().contiguous() for name, value in names.items()}


def train(judge: Judge, pairs: Sequence[tuple[str, str, int]]) -> None:
    """Labelled pairs with three times as many without a label, other ones each round."""
    labelled = [pair for pair in pairs if pair[2] != NOTHING]
    others = [pair for pair in pairs if pair[2] == NOTHING]
    random.shuffle(others)
    steps = 1 + EPOCHS * len(labelled) * (1 + NEGATIVES) // BATCH
    head = list(judge.head.parameters())
    body = [p for n, p in judge.named_parameters() if p.requires_grad and not n.startswith("head.")]
    optimizer = torch.optim.AdamW([{"params": body, "lr": RATE}, {"params": head, "lr": 1e-3}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.06 * steps)) * max(0.03, 1 - step / steps)
    )
    judge.train()
    for epoch in range(EPOCHS):
        count = NEGATIVES * len(labelled)
        drawn = [others[k % len(others)] for k in range(epoch * count, (epoch + 1) * count)]
        for step, batch in enumerate(_batches(judge, labelled + drawn)):
            turned = [(b, a) if random.random() < 0.5 else (a, b) for a, b, _ in batch]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                answer = judge(turned)
            loss = _loss(answer.float().log_softmax(-1), torch.tensor([label for *_, label in batch]))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(body, 1.0)
            optimizer.step()
            schedule.step()
            if step % 100 == 0:
                print(f"# round {epoch}, batch {step} of {steps // EPOCHS}: loss {loss.item():.3f}", flush=True)


def _loss(answer: Tensor, labels: Tensor) -> Tensor:
    """Cross entropy; of a near miss that of both labels but ``EXCLUDES``."""
    either = torch.logsumexp(answer[:, [NOTHING, SAME]], -1)
    told = answer.gather(1, labels.clamp(max=SAME)[:, None])[:, 0]
    return -torch.where(labels == EITHER, either, told).mean()


def _batches(judge: Judge, pairs: list[tuple[str, str, int]]) -> list[list[tuple[str, str, int]]]:
    """Pairs of about one length together, in random order."""
    random.shuffle(pairs)
    batches = []
    for begin in range(0, len(pairs), 20 * BATCH):
        near = sorted(pairs[begin : begin + 20 * BATCH], key=lambda p: len(judge.rows(p[0])) + len(judge.rows(p[1])))
        batches += [near[k : k + BATCH] for k in range(0, len(near), BATCH)]
    random.shuffle(batches)
    return batches


def measure(judge: Judge, pairs: Sequence[tuple[str, str, int]], name: str) -> None:
    """Average precision, and the share of conflicts found where that share of the flagged is right."""
    judge.eval()
    with torch.no_grad():
        scores = np.concatenate(
            [judge([pair[:2] for pair in pairs[k : k + 64]]).softmax(-1)[:, EXCLUDES] for k in range(0, len(pairs), 64)]
        )
    hits = np.array([pair[2] == EXCLUDES for pair in pairs])[np.argsort(-scores)]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    print(f"# {name}: {hits.sum()} conflicts of {len(hits)} pairs, average precision {precision[hits].mean():.3f}")
    for least in (0.8, 0.7, 0.6, 0.5):
        found = np.cumsum(hits)[precision >= least]
        print(f"#   at precision {least}: {found.max(initial=0) / hits.sum():.2f} of the conflicts")


def main(path: str) -> None:
    random.seed(1)
    torch.manual_seed(1)
    topics = [topic for topic in load_topics(SEEDS / "gold" / "pairs") if topic.part != "unseen"]
    plain = [topic for topic in topics if topic.part == "plain"]
    held = plain[::2]
    told, near = list(stories()), list(near_misses())
    used = [topic_story(topic) for topic in topics if topic not in held]
    used += [story for stories_ in (told, near) for k, story in enumerate(stories_) if k % HELD_OUT]
    judge = Judge()
    train(judge, [pair for story in used for pair in story.pairs()])
    save_file(judge.shipped(), path)
    for name, kept in (("plain", [*map(topic_story, held)]), ("stories", told[::HELD_OUT]), ("near", near[::HELD_OUT])):
        measure(judge, [pair for story in kept for pair in story.pairs()], f"{name}, held out")


if __name__ == "__main__":
    main(sys.argv[1])
