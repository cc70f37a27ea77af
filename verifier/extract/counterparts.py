"""Figures that leave out what they count ("police spoke of 9,000", "put the number at 40"): it was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.claim import Claim, Reading, TimeSpan
from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.clauses import Clause
from verifier.extract.echoes import counts_again, echoes, lacks_unit, leaves_out
from verifier.extract.frames import Frame
from verifier.extract.memory import Memory
from verifier.extract.phrases import is_linker
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.text.tokens import Pos

_NEAR = 240
"""How many characters may lie between a figure and the one it answers."""


def with_counterpart(
    reading: Reading, frame: Frame | None, sentence: Sentence, cues: Sequence[Span], memory: Memory
) -> Reading:
    """``reading`` with predicate, thing, parties, place and time of the figure it answers, where it names none."""
    quantity = reading.quantity
    before = next((c for c in reversed(memory.claims) if c.reading.quantity is not None), None)
    if quantity is None or before is None or not _answers(quantity, before, sentence):
        return reading
    told = before.reading
    if leaves_out(quantity, sentence):
        return reading
    sum_before = next((c for c in reversed(memory.claims) if lacks_unit(reading, c.reading)), None)
    if sum_before is not None:
        return replace(reading, quantities=(_in_unit_of(sum_before, quantity), *reading.quantities[1:]))
    again = _is_named_again(reading, frame, sentence) and _is_same_thing(reading, told)
    bare = _is_bare(quantity, frame, sentence, cues)
    if not (again or bare or counts_again(reading, frame, sentence, told) or echoes(reading, frame, sentence, told)):
        return reading
    return replace(
        reading,
        predicate=told.predicate,
        thing=told.thing,
        agent=told.agent,
        patient=told.patient,
        place=reading.place or told.place,
        time=_time_of(reading, told),
        aspect=told.aspect,
        quantities=(_in_unit_of(before, quantity), *reading.quantities[1:]),
    )


def _time_of(reading: Reading, told: Reading) -> TimeSpan | None:
    """The time of the figure before, where the one told here lies within it: it may be when the number was given."""
    own, other = reading.time, told.time
    if own is None or other is None or own.start is None or other.start is None or other.end is None:
        return own or other
    inside = other.start.date() <= own.start.date() and own.start.date() < other.end.date()
    return other if inside else own


def _in_unit_of(before: Claim, quantity: Quantity) -> Quantity:
    other = before.reading.quantity
    if other is None or quantity.unit is not None or other.unit is None:
        return quantity
    return replace(quantity, kind=other.kind, unit=other.unit, unit_name=other.unit_name)


def _is_same_thing(reading: Reading, told: Reading) -> bool:
    return told.thing is not None and reading.thing is not None and told.thing.key == reading.thing.key


def _is_named_again(reading: Reading, frame: Frame | None, sentence: Sentence) -> bool:
    """Whether a verb only counts what the figure before counted by that noun: "spoke of 4 million customers"."""
    term, clause = reading.predicate, frame.clause if frame is not None else None
    if reading.thing is None or term is None or term.key != "exist" or clause is None:
        return False
    counted = reading.quantity is not None and reading.quantity.point != 1
    return counted and clause.verb.lemma in load_words("syntax", sentence.lang)["counting"]


def _is_bare(quantity: Quantity, frame: Frame | None, sentence: Sentence, cues: Sequence[Span]) -> bool:
    """Whether a verb only counts or puts "the number" without saying of what."""
    if quantity.thing is not None or (frame is not None and frame.clause is None):
        return False
    if frame is not None and frame.clause is not None and _is_it(frame.clause, sentence.lang):
        return True
    if frame is not None and frame.measures is not None:
        words = load_words("quantities", sentence.lang)
        after = sentence.tokens[frame.measures.last]
        owned = after.pos in (Pos.DET, Pos.GENITIVE) or is_linker(after, sentence.lang)
        return frame.measures.noun.lemma in (*words["tallies"], *words["sizes"]) and not owned
    words = load_words("syntax", sentence.lang)
    told = [t.lemma for t in sentence.tokens if any(cue.overlaps(t.span) for cue in cues)] if frame is None else []
    verb = frame.clause.verb if frame is not None and frame.clause is not None else None
    verbs = {verb.lemma, verb.plain} if verb is not None else set(told)
    giving = (*words["counting"], *words["tally_verbs"], *words["figure_joints"])
    return not verbs.isdisjoint((*giving, *words["headline_verbs"]) if frame is None else giving)


def _is_it(clause: Clause, lang: str) -> bool:
    """Whether a clause only says how many it was: "it was 120", "es seien nur 120 gewesen"."""
    words, subject = load_words("syntax", lang), clause.subject
    copula = clause.verb.plain in words["copulas"]
    return copula and subject is not None and subject.pronoun and subject.noun.lower in words["pronouns"]["impersonal"]


def _answers(quantity: Quantity, before: Claim, sentence: Sentence) -> bool:
    """Whether the figure before is near, has its thing or predicate told, and is of the same kind and unit."""
    other = before.reading.quantity
    known = before.reading.predicate is not None and other is not None
    near = 0 <= sentence.span.end - before.span.end <= _NEAR + len(sentence.span)
    return known and near and other is not None and _may_share_unit(quantity, other)


def _may_share_unit(quantity: Quantity, other: Quantity) -> bool:
    """Whether both have one unit, or the later one leaves it out: "140 million euros …, the ministry cites only 95"."""
    bare = quantity.kind is QuantityKind.NUMBER and other.kind in (QuantityKind.MONEY, QuantityKind.MEASURE)
    return bare or (other.kind, other.unit) == (quantity.kind, quantity.unit)
