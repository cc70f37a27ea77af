"""How strong something was, told right behind its noun: "ein Beben der Stärke 6,1", "a quake of magnitude 6.1"."""

from __future__ import annotations

from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.clauses import Clause
from verifier.extract.frames import Frame
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import PredicateEntry
from verifier.text.tokens import Pos

_MEASURED_BY = ("aftershock", "quake")
"""The predicates whose size has a scale of its own."""


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
    scale = _scale_before(sentence, quantity)
    if quantity.thing is not None or quantity.kind is not QuantityKind.NUMBER or scale is None:
        return -1, None
    owner = next((phrase for phrase in sentence.phrases if phrase.last == _begin(scale)), None)
    if owner is None or owner.noun.pos is not Pos.NOUN:
        return -1, None
    senses = load().predicates_of_noun(owner.noun.lemma, sentence.lang)
    return owner.head, next((sense for sense in senses if sense.slug in _MEASURED_BY), None)


def _scale_before(sentence: Sentence, quantity: Quantity) -> Phrase | None:
    """The word for a scale that a figure follows: "magnitude 6.1", "with a magnitude of 6.1", "der Stärke 6,1"."""
    words, at = load_words("quantities", sentence.lang), sentence.index_at(quantity.span.start)
    near = (phrase for phrase in sentence.phrases if phrase.head in (at - 1, at - 2))
    return next((phrase for phrase in near if phrase.noun.lemma in words["scales"]), None)


def _begin(phrase: Phrase) -> int:
    return phrase.first if phrase.prep is None else phrase.prep
