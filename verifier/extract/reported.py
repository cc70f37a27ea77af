"""German reported speech without a cue of its own: the subjunctive, and "sollen"."""

from __future__ import annotations

from itertools import pairwise

from verifier.extract.deadlines import is_deadline
from verifier.extract.passages import Line
from verifier.text.tokens import Form, Token

_AFTER_REPORT = {"hätten", "würden", "könnten", "müssten", "wären", "gäben", "kämen"} | {
    "hätte", "würde", "könnte", "müsste", "wäre", "gäbe", "käme",
}  # fmt: skip


def is_reported(line: Line, after_report: bool) -> bool:
    """Whether a German sentence stands in the subjunctive of reported speech.

    The past subjunctive counts only ``after_report``: elsewhere it is a condition or a wish.
    """
    outside = [t for t, quote in zip(line.tokens, line.quoted, strict=True) if quote < 0]
    if any(t.lower in {"ich", "wir"} for t in outside):
        return False
    finite = [t for t in outside if t.is_verbal and t.form is Form.FINITE]
    if any(is_subjunctive(t) for t in finite):
        return True
    return after_report and any(t.lower in _AFTER_REPORT for t in finite)


def is_hearsay(line: Line, past: bool = False) -> bool:
    """Whether a German sentence tells what others tell: "soll" or "sollen" with an infinitive.

    With ``past`` only of what has happened ("soll geflohen sein"): anything else may be a plan.
    """
    outside = [t for t, quote in zip(line.tokens, line.quoted, strict=True) if quote < 0]
    if not any(t.lower in {"soll", "sollen"} for t in outside):
        return False
    if is_deadline(outside):
        return False
    if not past:
        return any(t.form is Form.INFINITIVE for t in outside)
    return any(
        one.form is Form.PARTICIPLE and two.form is Form.INFINITIVE and two.lemma in {"haben", "sein"}
        for one, two in pairwise(outside)
    )


def is_subjunctive(token: Token) -> bool:
    """Whether a verb is in the present subjunctive of the third person: "sei", "habe", "müsse"; not "sagte"."""
    lower = token.lower
    if lower in {"sei", "seien"}:
        return True
    stem = token.lemma.removesuffix("n").removesuffix("e")
    return lower == stem + "e" and token.form is Form.FINITE
