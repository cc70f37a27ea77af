"""Figures that leave out what they count ("police spoke of 9,000", "put the number at 40"): it was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.domain.claim import Claim, Reading, TimeSpan
from verifier.domain.enums import Aspect, Precision, QuantityKind
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.clauses import Clause
from verifier.extract.echoes import counts_again, echoes, lacks_unit, leaves_out
from verifier.extract.figures import HARM
from verifier.extract.frames import Frame
from verifier.extract.memory import Memory
from verifier.extract.phrases import is_linker
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Pos

_OPENING = 2
"""How many words may stand before a time that opens its sentence."""
_SIZES = ("amount", "voting", "cost")
"""Families of predicates that only say how much something is."""
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
    if _has_own_size(reading, told) or leaves_out(quantity, sentence) or _is_of_another_loss(reading, told):
        return reading
    sum_before = next((c for c in reversed(memory.claims) if lacks_unit(reading, c.reading)), None)
    if sum_before is not None:
        return replace(reading, quantities=(_in_unit_of(sum_before, quantity), *reading.quantities[1:]))
    if frame is not None and frame.clause is not None and _is_that_size(frame.clause, told, sentence.lang):
        return replace(
            reading, predicate=told.predicate, thing=told.thing, agent=None, aspect=told.aspect,
            place=reading.place or told.place, time=reading.time or told.time,
        )  # fmt: skip
    again = _is_named_again(reading, frame, sentence) and _is_same_thing(reading, told)
    bare = _is_bare(quantity, frame, sentence, cues)
    if not (again or bare or counts_again(reading, frame, sentence, told) or echoes(reading, frame, sentence, told)):
        return reading
    if frame is not None and frame.clause is not None and _is_it(frame.clause, sentence.lang):
        if _is_total(sentence) and told.aspect is None:
            return replace(reading, agent=None, patient=None)
        told = replace(told, time=None, aspect=Aspect.CUMULATIVE) if _is_total(sentence) else told
    return replace(
        reading,
        predicate=told.predicate,
        thing=told.thing,
        agent=told.agent,
        patient=told.patient,
        place=reading.place or (None if _opens_with_place(sentence, quantity) else told.place),
        time=reading.time if _opens_with_time(sentence, quantity) else _time_of(reading, told),
        aspect=told.aspect,
        quantities=(_in_unit_of(before, quantity), *reading.quantities[1:]),
    )


def _opens_with_place(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a name after "in" or the like before the figure says where, known or not: "In the village of Dol, 60"."""
    words = load_words("syntax", sentence.lang)["locatives"]
    led = (p for p in sentence.phrases if p.preposition in words and p.span.end <= quantity.span.start)
    return any(t.pos is Pos.NAME for p in led for t in p.words)


def _opens_with_time(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the sentence opens with a time of its own, known or not: "in the week before, there were 310"."""
    return any(
        m.span.end <= quantity.span.start and sentence.index_at(m.span.start) <= _OPENING and m.counted is not None
        for m in sentence.dates
    )


def _time_of(reading: Reading, told: Reading) -> TimeSpan | None:
    """The time of the figure before, where the one told here lies within it: it may be when the number was given."""
    own, other = reading.time, told.time
    if own is None or other is None or own.start is None or other.start is None or other.end is None:
        return own or other
    if own.precision is Precision.HOUR and own.start == other.start:  # "by noon turnout had reached 27 percent"
        return own
    inside = other.start.date() <= own.start.date() and own.start.date() < other.end.date()
    return other if inside else own


def _is_total(sentence: Sentence) -> bool:
    """Whether a sentence gives a running total: "im gesamten Jahr waren es bislang 160"."""
    totals = load_words("syntax", sentence.lang)["totals"]
    return any(token.lower in totals for token in sentence.tokens)


def _in_unit_of(before: Claim, quantity: Quantity) -> Quantity:
    other = before.reading.quantity
    if other is None or quantity.unit is not None or other.unit is None:
        return quantity
    return replace(quantity, kind=other.kind, unit=other.unit, unit_name=other.unit_name)


def _is_of_another_loss(reading: Reading, told: Reading) -> bool:
    """Whether a figure tells by itself what people underwent, and the one before something else: "the toll at 14"."""
    keys = [term.key for term in (reading.predicate, told.predicate) if term is not None]
    entry = load().predicate(keys[0]) if len(keys) == 2 else None
    return entry is not None and entry.family in HARM and load().family_of(keys[1]) != entry.family


def _has_own_size(reading: Reading, told: Reading) -> bool:
    """Whether a figure measures what the one before counts: "a magnitude of 6.8" under "Two magnitudes"."""
    keys = {term.key if term is not None else None for term in (reading.predicate, told.predicate)}
    counts = told.thing is not None and reading.thing is None
    return reading.aspect is Aspect.ATTRIBUTE and len(keys) == 1 and counts


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
    if quantity.thing is not None or (frame is not None and frame.clause is None) or _names_matter(sentence, quantity):
        return False
    if frame is not None and frame.predicate is not None and frame.predicate.family == "polling":
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
    following = next((t for t in sentence.tokens if t.span.start >= quantity.span.end), None)
    acted = following is not None and following.is_verbal and not any(c.overlaps(following.span) for c in cues)
    if frame is None and (acted or quantity.is_none):
        return False
    giving = (*words["counting"], *words["tally_verbs"], *words["figure_joints"])
    return not verbs.isdisjoint((*giving, *words["headline_verbs"], *words["in_passing"]) if frame is None else giving)


def _names_matter(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the number is said to be that of something: "its figure for arrests", "die Zahl der Verhafteten"."""
    words = load_words("quantities", sentence.lang)
    before = [t for t in sentence.tokens if t.span.end <= quantity.span.start]
    return any(t.lemma in words["tallies"] and tie.lower in words["tally_ties"] for t, tie in pairwise(before))


def _is_it(clause: Clause, lang: str) -> bool:
    """Whether a clause only says how many it was: "it was 120", "es seien nur 120 gewesen"."""
    words, subject = load_words("syntax", lang), clause.subject
    said = clause.verb.plain in words["copulas"] and clause.antecedent is None
    return said and subject is not None and subject.pronoun and subject.noun.lower in words["pronouns"]["it"]


def _is_that_size(clause: Clause, told: Reading, lang: str) -> bool:
    """Whether a pronoun stands for what was measured before: "the average rent is 13 euros …, it was 12 in 2019"."""
    words, subject = load_words("syntax", lang), clause.subject
    if subject is None or not subject.pronoun or told.agent is not None or clause.verb.passive:
        return False
    if subject.noun.lower not in words["pronouns"]["singular"] or clause.verb.plain not in words["amounting"]:
        return False
    entry = load().predicate(told.predicate.key) if told.predicate is not None else None
    return entry is not None and (entry.family in _SIZES or told.aspect in (Aspect.SHARE, Aspect.ATTRIBUTE))


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
