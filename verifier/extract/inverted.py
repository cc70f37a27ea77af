"""Conditions that word order alone tells: "had he left, …", "hätte er gesagt, wäre …"."""

from __future__ import annotations

from verifier.extract.clauses import Clause
from verifier.extract.cues import cues_of
from verifier.extract.sentence import Sentence
from verifier.text.tokens import Form, Pos

_OPENING = ("had", "were", "should")


def is_in_condition(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause is one that its verb opens to make it a condition, or what holds under that condition."""
    opening = next((c for c in sentence.clauses if c.verb.form is Form.FINITE), None)
    if opening is None or any(t.pos is not Pos.PUNCT for t in sentence.tokens[: opening.verb.finite]):
        return False
    verb = sentence.tokens[opening.verb.finite]
    following = next((c for c in sentence.clauses if c.first >= opening.verb.last and c.verb.form is Form.FINITE), None)
    if following is None or sentence.tokens[following.first - 1].text != "," or following.subordinator is not None:
        return False
    if sentence.lang == "en":
        inverted = verb.lower in _OPENING and opening.subject is not None
        return inverted and clause in (opening, following)
    says = following.verb.lemma in cues_of("de").verbs
    return following.verb.finite == following.first and not says and clause in (opening, following)
