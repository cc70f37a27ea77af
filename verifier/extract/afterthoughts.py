"""What a clause adds behind a comma of none of those it tells of: "ten were hurt, none of them seriously"."""

from __future__ import annotations

from verifier.extract.clauses import Clause
from verifier.extract.phrases import Phrase
from verifier.text.tokens import Pos


def is_afterthought(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase behind verb and comma has no part in what the clause tells of its own subject."""
    if clause.subject is None or clause.subject.first >= phrase.first or phrase.first < clause.verb.last:
        return False
    before = phrase.first - 1
    if before > clause.verb.main and clause.tokens[before].pos is Pos.CONJ:
        before -= 1
    return clause.tokens[before].text in (",", "-")
