"""The conditions of the ladder: each looks at an alignment and decides, or says why it does not apply."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from verifier.domain.claim import Claim
from verifier.domain.enums import Aspect, ClaimKind, Modality, Precision, Relation, SlotOutcome, Strength, TimeBasis
from verifier.pairing.alignment import Alignment
from verifier.pairing.compare.actors import root_side
from verifier.pairing.compare.quantities import Overlap
from verifier.reference import load

UNFOLDING = timedelta(hours=72)
"""How long the count of an event is still growing."""
SAME_STATEMENT_DAYS = 1
NEAR = 350
"""Claims of one passage that stand this near share a place that only one of them tells."""
_NO_FACTS = (Modality.QUESTION, Modality.CONDITIONAL)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a rule decides; ``would_change`` tells what would make it another."""

    relation: Relation
    strength: Strength | None = None
    aspect: str | None = None
    direction: str | None = None
    would_change: str = ""


Condition = Callable[[Alignment], Decision | str]
"""A decision, or why the rule does not apply."""


def no_facts(a: Alignment) -> Decision | str:
    """R1"""
    for claim in (a.left, a.right):
        if claim.reading.kind is ClaimKind.OPINION or claim.reading.modality in _NO_FACTS:
            return Decision(Relation.UNRELATED, aspect="opinion")
    if a.outcome("predicate") is SlotOutcome.UNKNOWN and not (a.is_linked or a.denial or a.near_copy):
        return Decision(Relation.UNRELATED, aspect="sense not known")
    if not _is_comparable(a) and not _shares_something(a):
        return Decision(Relation.UNRELATED, aspect="nothing shared")
    return "both state facts"


def duplicate(a: Alignment) -> Decision | str:
    """R2"""
    if a.opposite_polarity or a.role_map is not None:
        return "they do not say the same"
    if a.near_copy:
        same = a.equal_numbers or not a.has_numbers
        return Decision(Relation.DUPLICATE, aspect="copy") if same else "a near-copy whose number changed"
    if not (a.same_root or _is_announced(a)):
        return "different root claimants"
    if a.has_numbers != (a.left.reading.quantity is not None and a.right.reading.quantity is not None):
        return "only one side gives a number"
    if a.has_numbers and a.overlap is not Overlap.OK:
        return "the numbers do not fit"
    if a.has_numbers and not (a.is_same("place") or a.equal_numbers or _has_no_places(a)):
        return "only one side tells the place, or one place is part of the other"
    if not ((a.is_same("predicate", "modality") and a.is_same("thing")) or _tells_same_event(a)):
        return "they differ in what they tell"
    if any(a.differs(slot) for slot in ("agent", "patient", "place", "time", "thing")):
        return "a slot differs"
    if not a.same_document and not (a.fits("time") and (a.fits("place") or a.is_same("agent"))):
        return "nothing ties two articles to one event"
    if a.is_linked:
        return "one number is part of the other"
    return Decision(Relation.DUPLICATE, aspect="same claimant") if _stated_together(a) else "stated on different days"


def other_role(a: Alignment) -> Decision | str:
    """R3"""
    if not _is_comparable(a):
        return "the predicates are not comparable"
    if a.differs("agent") or a.differs("patient"):
        return Decision(Relation.DIFFERENT_SCOPE, aspect="role", would_change="the same parties in the same roles")
    return "the parties do not differ"


def other_modality(a: Alignment) -> Decision | str:
    """R4"""
    if a.left.reading.modality is a.right.reading.modality:
        return "both are put alike"
    return Decision(Relation.DIFFERENT_SCOPE, aspect="modality", would_change="both told as facts, or both as plans")


def part_of_whole(a: Alignment) -> Decision | str:
    """R5"""
    if not a.is_linked:
        return "the text does not link the numbers"
    left, right = a.left.reading.quantity, a.right.reading.quantity
    part = "left" if left is not None and right is not None and left.part_of == right.span.start else "right"
    return Decision(Relation.REFINES, aspect="part", direction=part)


def other_time(a: Alignment) -> Decision | str:
    """R6"""
    if not a.differs("time"):
        return "the times do not lie apart"
    if a.same_root and a.is_total and a.has_numbers and a.is_same("predicate") and not a.differs("place"):
        return _in_series(a)
    return Decision(Relation.DIFFERENT_SCOPE, aspect="time", would_change="times that overlap")


def other_place(a: Alignment) -> Decision | str:
    """R7"""
    if not a.differs("place"):
        return "the places do not exclude each other"
    return Decision(Relation.DIFFERENT_SCOPE, aspect="place", would_change="one place, or one inside the other")


def contradiction(a: Alignment) -> Decision | str:
    """R8"""
    how = _opposed_by(a)
    if how is None:
        return "nothing is denied, negated or opposite"
    if not a.event_possible:
        return "nothing ties them to one event"
    soft = a.is_unsure or not a.event_stated or how != "negation"
    why = "a named source that says so outright" if a.is_unsure else "the same event named by both"
    return Decision(
        Relation.CONTRADICTS,
        Strength.SOFT if soft else Strength.HARD,
        how,
        would_change=why if soft else "a different event, place or time for one side",
    )


def rival_characterisation(a: Alignment) -> Decision | str:
    """R9"""
    kinds = {a.left.reading.kind, a.right.reading.kind}
    if kinds != {ClaimKind.CHARACTERISATION}:
        return "not both are characterisations"
    if not a.is_same("agent") or a.same_root:
        return "not one subject seen by two claimants"
    if a.is_same("thing"):
        return "both say the same of it"
    return Decision(Relation.DIFFERS, Strength.SOFT, "characterisation")


def other_matter(a: Alignment) -> Decision | str:
    """R10"""
    if a.differs("predicate"):
        return Decision(Relation.DIFFERENT_SCOPE, aspect="predicate", would_change="one and the same act or state")
    if a.differs("thing"):
        return Decision(Relation.DIFFERENT_SCOPE, aspect="thing", would_change="one and the same counted thing")
    return "predicate and thing do not differ"


def other_aspect(a: Alignment) -> Decision | str:
    """R11"""
    if not a.differs("aspect"):
        return "both count in one way"
    aspects = {a.left.reading.aspect, a.right.reading.aspect}
    if aspects == {Aspect.EVENT_COUNT, Aspect.CUMULATIVE}:
        part = "left" if a.left.reading.aspect is Aspect.EVENT_COUNT else "right"
        return Decision(Relation.REFINES, aspect="aspect", direction=part)
    return Decision(Relation.DIFFERENT_SCOPE, aspect="aspect", would_change="both as totals, or both of one event")


def slot_unknown(a: Alignment) -> Decision | str:
    """R12"""
    if not a.has_numbers or a.overlap is None:
        return "no two numbers to compare"
    supports = a.overlap is Overlap.OK and a.same_document
    for slot in _deciding_slots(a):
        if supports and slot in ("place", "time"):
            continue
        if a.outcome(slot) is SlotOutcome.UNKNOWN:
            return Decision(Relation.UNDETERMINED, aspect=slot, would_change=f"the {slot} of both sides")
    return "no deciding slot is unknown"


def part_relation(a: Alignment) -> Decision | str:
    """R13"""
    slot = next((s for s in ("place", "time", "thing") if a.outcome(s) is SlotOutcome.PART), None)
    if slot is None or not a.fits("predicate") or a.role_map is not None:
        return "no slot is part of the other"
    listed = any(c.reading.place is not None and "+" in c.reading.place.key for c in (a.left, a.right))
    if a.overlap is Overlap.OK and a.event_stated and slot != "thing" and not listed:
        return Decision(Relation.CORROBORATES, aspect=slot)
    return Decision(Relation.REFINES, aspect=slot)


def fitting(a: Alignment) -> Decision | str:
    """R14"""
    if a.has_numbers and a.overlap is not Overlap.OK:
        return "the numbers do not fit" if a.overlap is not None else "the numbers cannot be compared"
    if not a.is_same("predicate") or a.role_map is not None:
        return "they tell different things"
    one = _shares_party(a) or (a.same_passage and a.is_same("thing"))
    if not a.has_numbers and not (one and a.event_possible and not a.opposite_polarity):
        return "without numbers nothing tells that they support each other"
    if not a.same_root:
        return Decision(Relation.CORROBORATES)
    left, right = a.left.reading.quantity, a.right.reading.quantity
    if a.later is not None and a.is_tally and left is not None and right is not None:
        early, late = (right, left) if a.later == "left" else (left, right)
        if (late.hard.lo or 0) > (early.hard.lo or 0):
            return Decision(Relation.UPDATES, aspect="quantity", direction=a.later)
    return Decision(Relation.DUPLICATE, aspect="same claimant")


def own_revision(a: Alignment) -> Decision | str:
    """R15"""
    if a.overlap in (None, Overlap.OK) or not a.same_root or not a.is_same("predicate") or a.role_map is not None:
        return "not one claimant with two numbers"
    if a.same_document and a.left.context == a.right.context:
        return "one sentence gives both"
    if a.later is None:
        return Decision(Relation.DISPUTES, Strength.SOFT, "differs with itself", would_change="the order of statement")
    early, late = _in_order(a)
    grows = _middle(late) > _middle(early)
    if a.is_tally and grows and _is_fresh(a):
        return Decision(Relation.UPDATES, aspect="quantity", direction=a.later)
    strength = Strength.HARD if a.overlap is Overlap.HARD else Strength.SOFT
    return Decision(Relation.REVISES, strength, "quantity", a.later)


def dispute(a: Alignment) -> Decision | str:
    """R16"""
    if a.overlap in (None, Overlap.OK) or a.same_root:
        return "not two claimants with two numbers"
    if (
        not a.is_same("predicate")
        or a.role_map is not None
        or a.opposite_polarity
        or not (a.is_same("thing") or _counts_no_things(a))
    ):
        return "not one question"
    grows = False
    if a.is_tally and a.later is not None and _is_fresh(a):
        early, late = _in_order(a)
        grows = _middle(late) > _middle(early)
    hard = a.overlap is Overlap.HARD and not grows and not a.is_unsure
    return Decision(
        Relation.DISPUTES,
        Strength.HARD if hard else Strength.SOFT,
        "quantity",
        would_change="another place, time or sense for one of the numbers",
    )


def otherwise(a: Alignment) -> Decision | str:
    """R17"""
    if not (a.has_numbers and a.overlap is not None and _is_comparable(a)):
        return Decision(Relation.UNRELATED)
    if a.role_map is not None:
        return Decision(Relation.DIFFERENT_SCOPE, aspect="predicate")
    return Decision(Relation.UNDETERMINED, aspect="sense")


def _is_comparable(a: Alignment) -> bool:
    """Whether the predicates are of one family, opposites or akin."""
    return a.fits("predicate") or a.role_map is not None


def _shares_something(a: Alignment) -> bool:
    """Whether two claims of different predicates still speak of one thing or one party in one place."""
    return a.denial or a.is_linked or a.fits("thing") or (_shares_party(a) and a.fits("place")) or _both_judge_one(a)


def _both_judge_one(a: Alignment) -> bool:
    kinds = {a.left.reading.kind, a.right.reading.kind}
    return kinds == {ClaimKind.CHARACTERISATION} and a.is_same("agent")


def _shares_party(a: Alignment) -> bool:
    return a.fits("agent") or a.fits("patient")


def _is_announced(a: Alignment) -> bool:
    """Whether a headline of the document tells, without naming anybody, what its body lets somebody say."""
    heads = [c for c in (a.left, a.right) if c.section_kind.is_headline and not c.reading.chain]
    return a.same_document and len(heads) == 1 and a.equal_numbers and not _other_agents(a)


def _other_agents(a: Alignment) -> bool:
    return a.differs("agent") or a.differs("patient")


def _has_no_places(a: Alignment) -> bool:
    return a.left.reading.place is a.right.reading.place is None


def _tells_same_event(a: Alignment) -> bool:
    """Whether two claims without numbers tell one event: predicate of one family, a party shared, in one passage."""
    one = _shares_party(a) or a.fits("thing")
    return not a.has_numbers and a.is_same("predicate", "modality") and one and a.same_passage


def _stated_together(a: Alignment) -> bool:
    stated = [c.reading.stated_on for c in (a.left, a.right)]
    if a.same_document and None in stated:
        return True
    one, other = (c.reading.stated_on or c.published_on for c in (a.left, a.right))
    return one is not None and other is not None and abs((one - other).days) <= SAME_STATEMENT_DAYS


def _opposed_by(a: Alignment) -> str | None:
    """How one side opposes the other: denial, negation or antonym; None where it does not."""
    if a.denial:
        return "denial"
    for claim in (a.left, a.right):
        term = claim.reading.predicate
        if term is None or term.key.startswith("~"):
            return None
    if a.role_map is not None and not a.opposite_polarity and not a.splits:
        counted = any(c.reading.kind is ClaimKind.QUANTITY for c in (a.left, a.right))
        sides = root_side(a.left), root_side(a.right)
        allied = a.same_root or (sides[0] is not None and sides[0] == sides[1])
        return "antonym" if not counted and not allied and _shares_party(a) and _is_told_apart(a) else None
    if a.opposite_polarity and a.is_same("predicate") and a.role_map is None and not a.has_numbers:
        return "negation" if (a.fits("agent") or _tells_no_agents(a)) and _same_object(a) else None
    return None


def _is_told_apart(a: Alignment) -> bool:
    """Opposite acts in one event need a place or a passage that ties them, and no weapons of two kinds."""
    things = [c.reading.thing for c in (a.left, a.right) if c.reading.thing is not None]
    if a.differs("thing") and all(load().is_kind_of(thing.key, "weapon") for thing in things):
        return False
    return a.same_passage or (a.fits("place") and a.fits("time"))


def _tells_no_agents(a: Alignment) -> bool:
    """Whether both leave open who did it: then thing and passage must tell that it is one event."""
    bare = a.left.reading.agent is a.right.reading.agent is None
    return bare and a.is_same("thing") and a.same_passage


def _same_object(a: Alignment) -> bool:
    """Whether a negation and an assertion are of one object: the same thing or patient, or both without one."""
    if a.fits("thing"):
        return not a.differs("patient")
    left, right = a.left.reading, a.right.reading
    bare = left.thing is right.thing is None
    return bare and (a.fits("patient") or (left.patient is right.patient is None and a.same_passage))


def _deciding_slots(a: Alignment) -> tuple[str, ...]:
    """The slots without which two numbers are not of one question; a shared passage tells place and time."""
    slots = ["predicate"] if _counts_no_things(a) else ["predicate", "thing"]
    left = a.left.reading.thing
    entry = load().thing(left.key) if left is not None else None
    if entry is not None and entry.side_bearing and not _shares_party(a):
        slots.append("patient" if a.left.reading.patient or a.right.reading.patient else "agent")
    if not a.same_passage or (_places_told(a) < 2 and _distance(a) > NEAR):
        slots += ["place", "time"]
    elif (a.left.reading.time is None) != (a.right.reading.time is None) and _tells_own_time(a):
        slots.append("time")
    return tuple(slots)


def _places_told(a: Alignment) -> int:
    return sum(c.reading.place is not None for c in (a.left, a.right))


def _distance(a: Alignment) -> int:
    """How many characters lie between two claims of one text."""
    first, second = sorted((a.left.span, a.right.span))
    return max(0, second.start - first.end)


def _counts_no_things(a: Alignment) -> bool:
    """Whether both figures measure the predicate itself: a magnitude, a turnout."""
    left, right = a.left.reading, a.right.reading
    measured = (Aspect.ATTRIBUTE, Aspect.SHARE, Aspect.RATE)
    return left.thing is right.thing is None and left.aspect in measured and left.aspect is right.aspect


def _tells_own_time(a: Alignment) -> bool:
    """Whether the one time that is told is named by the text itself: then the other may be of another time."""
    times = [c.reading.time for c in (a.left, a.right) if c.reading.time is not None]
    return any(time.basis is TimeBasis.EXPLICIT or time.precision is Precision.YEAR for time in times)


def _in_series(a: Alignment) -> Decision:
    left, right = a.left.reading.time, a.right.reading.time
    ends = [t.end if t is not None and t.end is not None else datetime.min for t in (left, right)]
    later = "left" if ends[0] > ends[1] else "right"
    values = [_middle(a.left), _middle(a.right)]
    late, early = (values[0], values[1]) if later == "left" else (values[1], values[0])
    if late >= early:
        return Decision(Relation.UPDATES, aspect="time", direction=later)
    return Decision(Relation.REVISES, Strength.HARD if a.overlap is Overlap.HARD else Strength.SOFT, "time", later)


def _in_order(a: Alignment) -> tuple[Claim, Claim]:
    return (a.right, a.left) if a.later == "left" else (a.left, a.right)


def _middle(claim: Claim) -> float:
    quantity = claim.reading.quantity
    if quantity is None:
        return 0.0
    if quantity.point is not None:
        return quantity.point
    low = quantity.soft.lo if quantity.soft.lo is not None else 0.0
    return (low + quantity.soft.hi) / 2 if quantity.soft.hi is not None else low


def _is_fresh(a: Alignment) -> bool:
    """Whether the later statement came while the event was less than 72 hours old, as far as the text tells."""
    days = [c.reading.stated_on or c.published_on for c in (a.left, a.right)]
    known = [day for day in days if day is not None]
    events = [c.reading.time.start for c in (a.left, a.right) if c.reading.time is not None and c.reading.time.start]
    if not known or not events:
        return False
    stated = datetime.combine(max(known), time())
    return stated - min(event.replace(tzinfo=None) for event in events) < UNFOLDING
