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
    main = next((c for c in sentence.clauses if c.first >= opening.verb.last and _is_main(sentence, c)), None)
    if main is None or clause.first > main.first:
        return False
    if sentence.lang == "en":
        return sentence.tokens[opening.verb.finite].lower in _OPENING and opening.subject is not None
    says = any(cue.takes("clause") and not cue.rest for cue in cues_of("de").verbs.get(main.verb.lemma, ()))
    return main.verb.finite == main.first and not says


def _is_main(sentence: Sentence, clause: Clause) -> bool:
    """Whether a main clause begins behind a comma."""
    behind = clause.first > 0 and sentence.tokens[clause.first - 1].text == ","
    return behind and clause.verb.form is Form.FINITE and clause.subordinator is None
