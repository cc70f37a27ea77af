"""German preterites by their form."""

from __future__ import annotations

_PAST_AUXILIARIES = frozenset({"war", "waren", "wurde", "wurden", "hatte", "hatten"})
_IRREGULAR = frozenset({"sein", "werden", "können", "sollen", "wollen", "dürfen", "müssen", "mögen", "wissen"})
"""Verbs whose present looks like another's past: "er kann"."""


def is_preterite(form: str, infinitive: str) -> bool:
    """Whether a German finite form of the third person is one of the past: "lebten", "lagen", "gab", "war"."""
    stem = infinitive.removesuffix("n").removesuffix("e")
    weak = form.startswith(stem) and form.removeprefix(stem) in ("te", "ten", "ete", "eten")
    strong = form != infinitive and not form.endswith(("t", "e", "est"))
    return weak or (strong and infinitive not in _IRREGULAR) or form in _PAST_AUXILIARIES
