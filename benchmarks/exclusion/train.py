"""Train the network that is asked which statements exclude each other, and measure it on those held out.

usage: python -m benchmarks.exclusion.train WEIGHTS.safetensors [MINUTES [START.safetensors]]

75 minutes on one core if none are named, and from the encoder as it is published if no trained weights are named to
start from. The rate falls with the time that is left. Runs differ a little, in the order of batches and in how far they
come: the weights that are shipped are of several rounds, each with more reports than the one before.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import MPNetModel

from benchmarks.exclusion.stories import EITHER, NOTHING, SAME, Labelled, near_misses, statements, topics
from verifier.pairing.encoders import multilingual_model
from verifier.pairing.exclusion.base import TOKENIZER, WEIGHTS, base_folder
from verifier.pairing.exclusion.network import ALIKE, EXCLUDES, LABELS, SCALE, Statement, halves
from verifier.pairing.exclusion.pieces import Pieces, fit_mapping

RANK, RATE, HEAD_RATE, BATCH, WARM, LEAST_RATE = 16, 4e-4, 1e-3, 32, 100, 0.02
FIXED = 4
"""How many layers, from the words on, stay as they are."""
ALIKE_DRAWN, UNLIKE_DRAWN = 21_000, 5_500
"""How many pairs without a label are drawn each round, alike and unlike."""


class Adapted(nn.Module):
    """A linear layer whose matrix is fixed but for a difference of low rank (Hu et al. 2021)."""

    def __init__(self, fixed: nn.Linear) -> None:
        super().__init__()
        self.fixed = fixed
        fixed.weight.requires_grad = False
        if halves():
            fixed.weight.data = fixed.weight.data.bfloat16()
        self.down = nn.Parameter(torch.randn(RANK, fixed.in_features) / fixed.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(fixed.out_features, RANK))

    def forward(self, x: Tensor) -> Tensor:
        fixed: Tensor = self.fixed(x)
        return fixed + SCALE * F.linear(F.linear(x, self.down), self.up)


class Judge(nn.Module):
    """The encoder with adapted layers and a head."""

    def __init__(self) -> None:
        super().__init__()
        folder = base_folder()
        words = load_file(folder / WEIGHTS)["embeddings.word_embeddings.weight"].numpy()
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self.mapping = fit_mapping(tokenizer, words)
        self._pieces, self._marks = Pieces(tokenizer, words, self.mapping), torch.tensor(words[[0, 2]])
        self.encoder = MPNetModel.from_pretrained(
            folder, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        )
        self.encoder.requires_grad_(False)
        layers: Any = self.encoder.encoder.layer
        for layer in layers[FIXED:]:
            attention = layer.attention.attn
            for owner, part in (
                *((attention, part) for part in "qkvo"), (layer.intermediate, "dense"), (layer.output, "dense"),
            ):  # fmt: skip
                setattr(owner, part, Adapted(getattr(owner, part)))
            for name, parameter in layer.named_parameters():
                parameter.requires_grad |= name.endswith("bias") or "LayerNorm" in name
        self.head = nn.Linear(2 * words.shape[1], len(LABELS))
        self._rows = dict[Statement, Tensor]()

    def start(self, trained: dict[str, Tensor]) -> None:
        """Go on from what an earlier training changed (see ``shipped``)."""
        for name, value in self._changed().items():
            value.data.copy_(trained[name])

    def rows(self, statement: Statement) -> Tensor:
        if statement not in self._rows:
            self._rows[statement] = torch.tensor(self._pieces.rows(*statement))
        return self._rows[statement]

    def forward(self, pairs: Sequence[tuple[Statement, Statement]]) -> Tensor:
        begin, end = self._marks[:1], self._marks[1:]
        inputs = [torch.cat([begin, self.rows(one), end, end, self.rows(other), end]) for one, other in pairs]
        told = nn.utils.rnn.pad_sequence([torch.ones(len(rows)) for rows in inputs], batch_first=True)
        rows = nn.utils.rnn.pad_sequence(inputs, batch_first=True)
        x = self.encoder(inputs_embeds=rows, attention_mask=told).last_hidden_state.float()
        mean = (x * told[:, :, None]).sum(1) / told.sum(1)[:, None]
        answer: Tensor = self.head(F.dropout(torch.cat([x[:, 0], mean], -1), 0.1, self.training))
        return answer

    def shipped(self) -> dict[str, Tensor]:
        """What training changed, by the names the network reads, in half precision."""
        names = {**self._changed(), "mapping": torch.tensor(self.mapping)}
        return {name: value.detach().half().contiguous() for name, value in names.items()}

    def _changed(self) -> dict[str, Tensor]:
        return {
            name.removeprefix("encoder.").replace(".fixed", ""): value
            for name, value in self.named_parameters() if value.requires_grad
        }  # fmt: skip


def train(judge: Judge, pairs: Sequence[Labelled], seconds: float) -> None:
    """Round after round over all labelled pairs and as many others, most of them alike, until the time is over."""
    labelled = [pair for pair in pairs if pair[1] != NOTHING]
    alike, unlike = _by_likeness([pair for pair in pairs if pair[1] == NOTHING])
    body = [p for n, p in judge.named_parameters() if p.requires_grad and not n.startswith("head.")]
    groups = [{"params": body, "lr": RATE}, {"params": list(judge.head.parameters()), "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    judge.train()
    begin, step = time.monotonic(), 0
    while True:
        drawn = [*random.sample(alike, ALIKE_DRAWN), *random.sample(unlike, UNLIKE_DRAWN)]
        for batch in _batches(judge, labelled + drawn):
            share = (time.monotonic() - begin) / seconds
            if share >= 1:
                return
            for group, rate in zip(optimizer.param_groups, (RATE, HEAD_RATE), strict=True):
                group["lr"] = rate * min(1, (step + 1) / WARM) * max(LEAST_RATE, 1 - share)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=halves()):
                answer = judge([pair[::-1] if random.random() < 0.5 else pair for pair, _ in batch])
            loss = _loss(answer.float().log_softmax(-1), torch.tensor([label for _, label in batch]))
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(body, 1.0)
            optimizer.step()
            step += 1
            if step % 100 == 0:
                print(f"# batch {step}, {share:.0%} of the time: loss {loss.item():.3f}", flush=True)


def _loss(answer: Tensor, labels: Tensor) -> Tensor:
    """Cross entropy; of a near miss that of both labels but ``excludes``."""
    either = torch.logsumexp(answer[:, [NOTHING, SAME]], -1)
    told = answer.gather(1, labels.clamp(max=SAME)[:, None])[:, 0]
    return -torch.where(labels == EITHER, either, told).mean()


def _by_likeness(pairs: Sequence[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """Those the network would be asked about, and the rest."""
    model, vectors = multilingual_model(), dict[str, np.ndarray]()
    for text in {text for (one, other), _ in pairs for text in (one[0], other[0])}:
        vectors[text] = np.asarray(model.encode(text))
    alike, unlike = list[Labelled](), list[Labelled]()
    for pair in pairs:
        (one, _), (other, _) = pair[0]
        (alike if float(vectors[one] @ vectors[other]) >= ALIKE else unlike).append(pair)
    return alike, unlike


def _batches(judge: Judge, pairs: list[Labelled]) -> Iterator[list[Labelled]]:
    """Pairs of about one length together, in random order."""
    random.shuffle(pairs)
    batches = []
    for begin in range(0, len(pairs), 20 * BATCH):
        near = sorted(pairs[begin : begin + 20 * BATCH], key=lambda p: sum(len(judge.rows(s)) for s in p[0]))
        batches += [near[k : k + BATCH] for k in range(0, len(near), BATCH)]
    random.shuffle(batches)
    return iter(batches)


def measure(judge: Judge, pairs: Sequence[Labelled], name: str) -> None:
    """Average precision, and the share of conflicts found where that share of the flagged is right."""
    judge.eval()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=halves()):
        parts = [judge([pair for pair, _ in pairs[k : k + 64]]).float() for k in range(0, len(pairs), 64)]
    scores = torch.cat(parts).softmax(-1)[:, EXCLUDES].numpy()
    hits = np.array([label == EXCLUDES for _, label in pairs])[np.argsort(-scores)]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    print(f"# {name}: {hits.sum()} conflicts of {len(hits)} pairs, average precision {precision[hits].mean():.3f}")
    for least in (0.8, 0.7, 0.6, 0.5):
        found = np.cumsum(hits)[precision >= least]
        print(f"#   at precision {least}: {found.max(initial=0) / hits.sum():.2f} of the conflicts")


def main(path: str, minutes: str = "75", start: str | None = None) -> None:
    random.seed(1)
    torch.manual_seed(1)
    torch.set_num_threads(1)
    parts = {"plain": topics(), "stories": statements(), "reports": statements("reports"), "near": near_misses()}
    told = {name: list(stories) for name, stories in parts.items()}
    judge = Judge()
    if start is not None:
        judge.start(load_file(start))
    used = [pair for stories in told.values() for s in stories if not s.is_held_out for pair in s.pairs()]
    train(judge, used, 60 * float(minutes))
    save_file(judge.shipped(), path)
    for name, stories in told.items():
        kept = [pair for story in stories if story.is_held_out for pair in story.pairs()]
        alike = set(_by_likeness(kept)[0])
        measure(judge, [p for p in kept if p[1] == EXCLUDES or p in alike], f"{name}, held out")


if __name__ == "__main__":
    main(*sys.argv[1:])
