"""Counts of people that only say who was in a vehicle: "a train with 140 passengers left the tracks"."""

from __future__ import annotations

from verifier.domain.quantity import Quantity
from verifier.extract.frames import Frame
from verifier.extract.heads import things_of
from verifier.extract.phrases import phrase_before
from verifier.extract.sentence import Sentence
from verifier.reference import load

_ABOARD, _PERSON, _VEHICLE = "be-aboard", "person", "vehicle"
_JOINTS = ("with", "mit")


def aboard_frame(sentence: Sentence, quantity: Quantity) -> Frame | None:
    """The frame of a count of people that "with" ties to a vehicle, whatever became of it; None of any other figure."""
    if quantity.thing_span is None or quantity.thing_span.start < quantity.span.start:
        return None
    counted = sentence.phrase_at(quantity.thing_span)
    kind = load().thing(quantity.thing or "")
    if counted is None or counted.preposition not in _JOINTS or kind is None or kind.tells is not None:
        return None
    if not load().is_kind_of(kind.slug, _PERSON):
        return None
    carrier = phrase_before(counted, sentence.phrases)
    if not any(load().is_kind_of(thing, _VEHICLE) for thing in things_of((carrier,), sentence.lang)):
        return None
    predicate, clause = load().predicate(_ABOARD), sentence.clause_of(counted.first)
    return Frame(counted.noun.lemma, counted.head, predicate, clause, counted, nominal=True)
