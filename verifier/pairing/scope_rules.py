"""The rules that keep apart what answers different questions: of other parties, times, places, things or counts."""

from __future__ import annotations

from datetime import datetime

from verifier.domain.enums import Aspect, Relation, Strength
from verifier.pairing.alignment import Alignment
from verifier.pairing.compare.quantities import Overlap
from verifier.pairing.conditions import are_swapped, is_comparable
from verifier.pairing.contrast import contrasted_by
from verifier.pairing.counting import counts_one_thing
from verifier.pairing.decision import Decision
from verifier.pairing.growth import are_of_two_periods, middle
from verifier.pairing.opposition import blames_another, gives_to_another
from verifier.pairing.plans import is_told_of_the_future


def other_role(a: Alignment) -> Decision | str:
    """R3"""
    if not is_comparable(a):
        return "the predicates are not comparable"
    if a.denial or contrasted_by(a) is not None:
        return "the text sets one against the other"
    if blames_another(a):
        return "each side charges the other with one act"
    if gives_to_another(a):
        return "each says that another party holds the place"
    if a.differs("agent") or a.differs("patient") or are_swapped(a):
        return Decision(Relation.DIFFERENT_SCOPE, aspect="role", would_change="the same parties in the same roles")
    return "the parties do not differ"


def other_modality(a: Alignment) -> Decision | str:
    """R4"""
    if a.left.reading.modality is a.right.reading.modality:
        return "both are put alike"
    if is_told_of_the_future(a):
        return "both tell of what is to come, or one denies what the other expects"
    return Decision(Relation.DIFFERENT_SCOPE, aspect="modality", would_change="both told as facts, or both as plans")


def other_time(a: Alignment) -> Decision | str:
    """R6"""
    if not a.differs("time"):
        return "the times do not lie apart"
    one_series = a.same_root and a.gists.is_total and a.has_numbers and not are_of_two_periods(a)
    if one_series and a.is_same("predicate") and not a.differs("place"):
        return _in_series(a)
    return Decision(Relation.DIFFERENT_SCOPE, aspect="time", would_change="times that overlap")


def other_place(a: Alignment) -> Decision | str:
    """R7"""
    if not a.differs("place"):
        return "the places do not exclude each other"
    return Decision(Relation.DIFFERENT_SCOPE, aspect="place", would_change="one place, or one inside the other")


def other_matter(a: Alignment) -> Decision | str:
    """R10"""
    if a.differs("predicate") and not counts_one_thing(a):
        return Decision(Relation.DIFFERENT_SCOPE, aspect="predicate", would_change="one and the same act or state")
    further = a.has_numbers and a.one.counts_further is not a.other.counts_further
    if a.differs("thing") or further:
        return Decision(Relation.DIFFERENT_SCOPE, aspect="thing", would_change="one and the same counted thing")
    return "predicate and thing do not differ"


def other_aspect(a: Alignment) -> Decision | str:
    """R11"""
    if not a.differs("aspect") or (a.opposite_polarity and not a.has_numbers):
        return "both count in one way"
    aspects = {a.left.reading.aspect, a.right.reading.aspect}
    if aspects == {Aspect.EVENT_COUNT, Aspect.CUMULATIVE} and a.event_possible:
        part = "left" if a.left.reading.aspect is Aspect.EVENT_COUNT else "right"
        return Decision(Relation.REFINES, aspect="aspect", direction=part)
    return Decision(Relation.DIFFERENT_SCOPE, aspect="aspect", would_change="both as totals, or both of one event")


def _in_series(a: Alignment) -> Decision:
    left, right = a.left.reading.time, a.right.reading.time
    ends = [t.end.replace(tzinfo=None) if t is not None and t.end is not None else datetime.min for t in (left, right)]
    later = "left" if ends[0] > ends[1] else "right"
    values = [middle(a.left), middle(a.right)]
    late, early = (values[0], values[1]) if later == "left" else (values[1], values[0])
    if late >= early:
        return Decision(Relation.UPDATES, aspect="time", direction=later)
    return Decision(Relation.REVISES, Strength.HARD if a.overlap is Overlap.HARD else Strength.SOFT, "time", later)
