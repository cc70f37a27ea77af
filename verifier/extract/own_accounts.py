"""German sources that only say whose account it is: "nach eigenen Angaben" is that of the subject."""

from __future__ import annotations

from verifier.extract.clauses import find_clauses
from verifier.extract.passages import Line, Range
from verifier.text.tokens import Pos


def subject_around(line: Line, at: int) -> Range | None:
    """The subject of the clause around token ``at``, as token range; things a number counts cannot speak."""
    clause = next((c for c in find_clauses(line.tokens, line.lang) if c.first <= at < c.last), None)
    if clause is None:
        return None
    for phrase in (clause.subject, *clause.objects):
        counted = phrase is None or any(token.pos is Pos.NUM for token in phrase.words)
        if phrase is not None and not counted and phrase.noun.tag != "PRF":
            return phrase.first, phrase.last
    return None
