"""Whether a clause tells of the past: English pasts, German preterites."""

from __future__ import annotations

from verifier.extract.frames import Frame
from verifier.extract.sentence import Sentence
from verifier.text.tokens import Form

_PAST_AUXILIARIES = frozenset({"war", "waren", "wurde", "wurden", "hatte", "hatten"})
_IRREGULAR = frozenset({"sein", "werden", "können", "sollen", "wollen", "dürfen", "müssen", "mögen", "wissen"})
"""Verbs whose present looks like another's past: "er kann"."""


def is_past_tense(sentence: Sentence, frame: Frame) -> bool:
    """Whether a frame's finite verb is a plain English past ("had been stationed") or German preterite ("lebten")."""
    if frame.clause is None:
        return False
    token = sentence.tokens[frame.clause.verb.finite]
    if sentence.lang == "de":
        return token.form is Form.FINITE and _is_preterite(token.lower, token.lemma.lower())
    return token.form is Form.FINITE and (token.tag in ("VHD", "VBD", "VVD") or token.lower in ("had", "was", "were"))


def _is_preterite(form: str, infinitive: str) -> bool:
    """Whether a German finite form of the third person is one of the past: "lebten", "lagen", "gab", "war"."""
    stem = infinitive.removesuffix("n").removesuffix("e")
    weak = form.startswith(stem) and form.removeprefix(stem) in ("te", "ten", "ete", "eten")
    strong = form != infinitive and not form.endswith(("t", "e", "est"))
    return weak or (strong and infinitive not in _IRREGULAR) or form in _PAST_AUXILIARIES
