"""Whether one text follows from another or contradicts it, if both speak of one event."""

from __future__ import annotations

from functools import lru_cache

from verifier.pairing.encoders import Encoder, load_encoder
from verifier.pairing.entail.inference import Inference, infer
from verifier.services.read_statement import read_statement, saying_in
from verifier.text.language import detect_language

_DEFAULT = "en"


def judge_inference(premise: str, hypothesis: str, langs: tuple[str | None, str | None] = (None, None)) -> Inference:
    """The label and the probability of conflict for two texts; their languages are detected where not told."""
    told = [lang or detect_language(text) or _DEFAULT for text, lang in zip((premise, hypothesis), langs, strict=True)]
    sayings = [saying_in(text, lang) for text, lang in zip((premise, hypothesis), told, strict=True)]
    both = all(sayings)  # who says it is left out only where both texts tell it
    left, right = (
        read_statement(text, lang, saying if both else ())
        for text, lang, saying in zip((premise, hypothesis), told, sayings, strict=True)
    )
    return infer(left, right, _encoder)


@lru_cache(maxsize=1)
def _encoder(name: str) -> Encoder:
    return load_encoder(name)
