"""A hypothesis in words of its own is judged by the weight of the evidence, and its conflict by what excludes what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verifier.pairing.encoders import load_encoder
from verifier.pairing.entail.evidence import weigh
from verifier.pairing.entail.weights import load_weights
from verifier.services.explain_pair import compare_texts
from verifier.services.judge_inference import judge_inference
from verifier.services.read_statement import read_statement

FIRE = "A fire at a warehouse in the port of Gdynia injured 14 workers on Sunday, the fire brigade said."
TOLL = "In Gdynia, 31 workers were injured on Sunday in a fire at a port warehouse."
BRAND = "Bei einem Brand in einer Lagerhalle im Hafen von Gdynia sind am Sonntag 14 Arbeiter verletzt worden."


@pytest.mark.parametrize(
    ("premise", "hypothesis", "langs", "label"),
    [
        (FIRE, "14 workers were injured in a fire at a warehouse in Gdynia.", ("en", "en"), "entailment"),
        (FIRE, "More than 10 workers were injured by a warehouse fire in Gdynia.", ("en", "en"), "entailment"),
        (FIRE, TOLL, ("en", "en"), "contradiction"),
        ("The pump fills between 5 and 8 tanks in an hour.", "The pump fills 30 tanks in an hour.", ("en", "en"),
         "contradiction"),
        (FIRE, "The owner of a bakery in Lyon has sold 300 loaves to a school.", ("en", "en"), "neutral"),
        (BRAND, "14 Arbeiter wurden bei dem Brand in der Lagerhalle von Gdynia verletzt.", ("de", "de"), "entailment"),
        (BRAND, "Am Sonntag wurden im Hafen von Gdynia 31 Arbeiter bei einem Brand in einer Lagerhalle verletzt.",
         ("de", "de"), "contradiction"),
        (BRAND, "Die Bäckerei in Lyon hat einer Schule 300 Brote verkauft.", ("de", "de"), "neutral"),
        (BRAND, FIRE, ("de", "en"), "entailment"),
    ],
)  # fmt: skip
def test_label(premise: str, hypothesis: str, langs: tuple[str, str], label: str) -> None:
    assert judge_inference(premise, hypothesis, langs).label == label


def test_the_language_is_detected_where_it_is_not_told() -> None:
    told, detected = (
        judge_inference(BRAND, BRAND.replace("14", "31"), langs) for langs in (("de", "de"), (None, None))
    )
    assert told == detected


@pytest.mark.parametrize("hypothesis", ["", " \n", "…"])
def test_a_text_without_words_is_neutral(hypothesis: str) -> None:
    found = judge_inference(FIRE, hypothesis, ("en", "en"))
    assert (found.label, found.probability) == ("neutral", 0.0)


# The more a hypothesis excludes and shares, the likelier the conflict.
def test_conflicts_are_ordered() -> None:
    hypotheses = [
        FIRE.replace("14", "31"),
        TOLL,
        "The owner of a bakery in Lyon has sold 300 loaves to a school.",
        FIRE,
    ]
    found = [judge_inference(FIRE, hypothesis, ("en", "en")).probability for hypothesis in hypotheses]
    assert found == sorted(found, reverse=True)
    assert all(0 <= probability <= 1 for probability in found)


# Each comparator, on its own, moves entailment the way its name says.
@pytest.mark.parametrize(
    ("feature", "sign"),
    [("nearest", 1), ("supported", 1), ("numbers_given", 1), ("numbers_missing", -1)],
)
def test_weights_point_the_right_way(feature: str, sign: int) -> None:
    weights = load_weights()
    sides = [read_statement(text, "en") for text in (FIRE, "31 workers were hurt in Gdynia, officials say.")]
    features = weigh(*sides, load_encoder(weights.encoder)).features
    raised = replace(features, **{feature: getattr(features, feature) + 0.2})
    assert sign * (weights.entailment(raised) - weights.entailment(features)) > 0


def test_compare_answers_with_label_and_probability() -> None:
    pair = {"id": 7, "left": {"text": FIRE, "lang": "en"}, "right": {"text": FIRE.replace("14", "31"), "lang": "en"}}
    line = compare_texts(pair)
    assert (line["id"], line["nli"]) == (7, "contradiction")
    assert line["probability"] > 0.9
    nothing = compare_texts({"id": 8, "left": {"text": FIRE}, "right": {"text": ""}})
    assert (nothing["nli"], nothing["relation"], nothing["probability"]) == ("neutral", "UNRELATED", 0.0)
