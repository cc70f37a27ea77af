"""Times that only tell as of when people are counted: "rose to 31 on Monday", "am Freitag auf 19 korrigiert"."""

from __future__ import annotations

from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.clauses import Clause
from verifier.extract.figures import leads_to_level
from verifier.extract.frames import Frame
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words

_OF = ("of", "von", "vom")
_OWNS = ("'s", "\u2019s")


def is_as_of(sentence: Sentence, frame: Frame | None, quantity: Quantity | None, told: Span | None) -> bool:
    """Whether the time at ``told`` is that of the count, not of what happened to those counted."""
    clause = frame.clause if frame is not None else None
    if clause is None or quantity is None or told is None or not clause.span.covers(told):
        return False
    return leads_to_level(sentence, quantity, clause) and not _belongs_to_noun(sentence, clause, told)


def _belongs_to_noun(sentence: Sentence, clause: Clause, told: Span) -> bool:
    """Whether a time says when the event of a noun was: "Tuesday's toll", "die Zahl der Toten vom Montag"."""
    at, after = sentence.index_at(told.start), sentence.index_at(told.end - 1) + 1
    if any(token.lower in _OF for token in sentence.tokens[max(0, at - 1) : at + 1]):
        return True
    if after < len(sentence.tokens) and sentence.tokens[after].lower in _OWNS:
        return True
    words = load_words("syntax", sentence.lang)
    gives = {clause.verb.lemma, clause.verb.plain} & {*words["revising"], *words["tally_verbs"]}
    if clause.subject is None or (gives and not clause.verb.passive):
        return False
    return clause.subject.first < at < clause.verb.finite
