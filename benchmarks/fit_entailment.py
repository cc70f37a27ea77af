"""Fit the weights of verifier/pairing/entail/weights.toml on labelled pairs, and cross-validate them.

usage: python benchmarks/fit_entailment.py PAIRS.jsonl…    (a pair a line: premise, hypothesis, label, in English)
"""

from __future__ import annotations

import json
import sys
from dataclasses import fields
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from verifier.pairing.encoders import load_encoder
from verifier.pairing.entail.evidence import Features, weigh
from verifier.pairing.entail.wording import judge_wording
from verifier.services.read_statement import read_statement

ENCODER = "use-multi"
STRENGTH = 0.1
FOLDS, ROUNDS = 10, 10


def main(paths: list[str]) -> None:
    encoder = load_encoder(ENCODER)
    rows, truth, names = [], [], []
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            premise, hypothesis = (read_statement(pair[side], "en") for side in ("premise", "hypothesis"))
            if judge_wording(premise, hypothesis) is None:
                rows.append(weigh(premise, hypothesis, encoder).features.values())
                truth.append(pair["label"] == "entailment")
                names.append(Path(path).name)
    x, y, sets = np.array(rows), np.array(truth), np.array(names)
    for name, hits in _cross_validate(x, y, sets).items():
        print(f"# {name}: {hits:.1f} % right in {FOLDS}-fold cross-validation")
    model = _model().fit(x, y)
    scaler, regression = model[0], model[1]
    slopes = regression.coef_[0] / scaler.scale_
    print(f'encoder = "{ENCODER}"')
    print(f"intercept = {regression.intercept_[0] - slopes @ scaler.mean_:.4f}\n\n[coefficients]")
    for field, slope in zip(fields(Features), slopes, strict=True):
        print(f"{field.name} = {slope:.4f}")


def _model() -> Pipeline:
    return make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH))


def _cross_validate(x: np.ndarray, y: np.ndarray, sets: np.ndarray) -> dict[str, float]:
    strata = [f"{name} {label}" for name, label in zip(sets, y, strict=True)]
    right = np.zeros(len(y))
    for seed in range(ROUNDS):
        for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(x, strata):
            right[test] += _model().fit(x[train], y[train]).predict(x[test]) == y[test]
    return {name: 100 * float(right[sets == name].mean()) / ROUNDS for name in sorted(set(sets))}


if __name__ == "__main__":
    main(sys.argv[1:])
