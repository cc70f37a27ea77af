"""Whether a clause tells of the past: English pasts, German preterites."""

from __future__ import annotations

from verifier.extract.frames import Frame
from verifier.extract.preterites import is_preterite
from verifier.extract.sentence import Sentence
from verifier.text.tokens import Form


def is_past_tense(sentence: Sentence, frame: Frame) -> bool:
    """Whether a frame's finite verb is a plain English past ("had been stationed") or German preterite ("lebten")."""
    if frame.clause is None:
        return False
    token = sentence.tokens[frame.clause.verb.finite]
    if sentence.lang == "de":
        return token.form is Form.FINITE and is_preterite(token.lower, token.lemma.lower())
    return token.form is Form.FINITE and (token.tag in ("VHD", "VBD", "VVD") or token.lower in ("had", "was", "were"))
