"""How strong something was, told right behind its noun: "ein Beben der Stärke 6,1", "a quake of magnitude 6.1"."""

from __future__ import annotations

from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.clauses import Clause
from verifier.extract.frames import Frame
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import PredicateEntry
from verifier.text.tokens import Pos

_MEASURED_BY = "quake"
"""The one predicate whose size has a scale of its own."""


def scale_frame(sentence: Sentence, quantity: Quantity) -> Frame | None:
    """The frame of a figure on a scale, whatever else its sentence tells."""
    at, predicate = _measured_noun(sentence, quantity)
    if predicate is None:
        return None
    return Frame(sentence.tokens[at].lemma, at, predicate, sentence.clause_of(at), None, (), nominal=True)


def tells_scale(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says beside its own figure how strong its cause was."""
    inside = (q for q in sentence.quantities if clause.span.covers(q.span))
    return any(_measured_noun(sentence, quantity)[1] is not None for quantity in inside)


def _measured_noun(sentence: Sentence, quantity: Quantity) -> tuple[int, PredicateEntry | None]:
    """Where the noun before the word for its scale stands, and what it tells."""
    tokens, at = sentence.tokens, sentence.index_at(quantity.span.start) - 3
    if quantity.thing is not None or quantity.kind is not QuantityKind.NUMBER or at < 0:
        return at, None
    noun, scale = tokens[at], tokens[at + 2]
    if noun.pos is not Pos.NOUN or scale.lemma not in load_words("quantities", sentence.lang)["scales"]:
        return at, None
    senses = load().predicates_of_noun(noun.lemma, sentence.lang)
    return at, next((sense for sense in senses if sense.slug == _MEASURED_BY), None)
