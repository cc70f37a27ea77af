"""What is told of the future: which plans, forecasts and announcements of one matter may be held against each other."""

from __future__ import annotations

from verifier.domain.enums import Aspect, CueClass, Modality
from verifier.pairing.alignment import Alignment
from verifier.reference import load

_ANNOUNCED = ("lay-off", "hire")
_INTENDED = {Modality.GOAL, Modality.FORECAST}


def is_told_of_the_future(a: Alignment) -> bool:
    """Whether one side says what will be and the other that it is not so, or both what something costs in the end."""
    modalities = {a.left.reading.modality, a.right.reading.modality}
    if modalities == _INTENDED:
        return is_one_intention(a) if a.has_numbers else a.opposite_polarity or is_one_intention(a)
    if is_headline_of_plan(a):
        return True
    if modalities != {Modality.ACTUAL, Modality.FORECAST}:
        return False
    if a.has_numbers:
        undated = a.left.reading.time is a.right.reading.time is None
        alike = a.left.reading.aspect is a.right.reading.aspect
        planned = undated and not a.is_tally and a.is_same("predicate") and (not _is_foretold(a) or is_of_one_plan(a))
        return alike and (a.left.reading.aspect is Aspect.ATTRIBUTE or planned)
    threatened = any(c.reading.hedged and c.reading.modality is Modality.FORECAST for c in (a.left, a.right))
    return a.opposite_polarity and not threatened


def is_one_intention(a: Alignment) -> bool:
    """Whether "plans to cut 640 jobs" and "will cut 640 jobs" are one resolve: of one party, source or story."""
    one = a.same_root or a.fits("agent") or (a.equal_numbers and not a.differs("agent"))
    one = one or (a.same_setting and not a.differs("agent") and _is_announced_act(a))
    return one and a.is_same("predicate") and not _is_foretold(a)


def is_headline_of_plan(a: Alignment) -> bool:
    """Whether a headline puts as done what is only resolved: "Werk streicht 640 Stellen" above "will … streichen"."""
    sides = ((a.left, a.right), (a.right, a.left))
    heads = any(
        one.section_kind.is_headline
        and one.reading.modality is Modality.ACTUAL
        and other.reading.modality in _INTENDED
        and one.reading.time is None
        for one, other in sides
    )
    told = a.same_document or a.same_setting
    return heads and told and a.is_same("predicate") and _is_announced_act(a) and not _is_foretold(a)


def is_of_one_plan(a: Alignment) -> bool:
    """Whether one passage tells twice of an act that is announced before it is done: jobs cut, and jobs to go."""
    return a.same_passage and _is_announced_act(a)


def _is_announced_act(a: Alignment) -> bool:
    terms = [c.reading.predicate for c in (a.left, a.right)]
    return all(t is not None and load().family_of(t.key) in _ANNOUNCED for t in terms)


def _is_foretold(a: Alignment) -> bool:
    """Whether one side only estimates what will be."""
    return any(c.reading.commitment is CueClass.ESTIMATED for c in (a.left, a.right))
