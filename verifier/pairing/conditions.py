"""What the rules ask of an alignment: one question each, answered from its slots."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from verifier.domain.claim import Claim, Reading
from verifier.domain.enums import Aspect, ClaimKind, CueClass, Modality, PlaceRel, Precision, QuantityKind, TimeBasis
from verifier.pairing.alignment import STORY_DAYS, Alignment
from verifier.pairing.compare.actors import root_side
from verifier.reference import load

UNFOLDING = timedelta(hours=72)
"""How long the count of an event is still growing."""
SAME_STATEMENT_DAYS = 1
_DEFINITE = ("the", "der", "die", "das", "dem", "den", "des")
_OPENERS = ("in", "im", "at", "near", "off", "outside", "bei", "beim", "vor", "am", "auf", "an")
_OPENING = 25
"""How far into a claim a place may stand and still open it."""
_NEXT = 150
"""How many characters may lie between a claim and one that takes up its words."""
NEAR = 350
"""Claims of one passage that stand this near share a place that only one of them tells."""


def is_comparable(a: Alignment) -> bool:
    """Whether the predicates are of one family, opposites or akin."""
    return a.fits("predicate") or a.role_map is not None


def shares_something(a: Alignment) -> bool:
    """Whether two claims of different predicates still speak of one thing or one party in one place."""
    return a.denial or a.is_linked or a.fits("thing") or (shares_party(a) and a.fits("place")) or both_judge_one(a)


def both_characterise(a: Alignment) -> bool:
    return {a.left.reading.kind, a.right.reading.kind} == {ClaimKind.CHARACTERISATION}


def both_judge_one(a: Alignment) -> bool:
    return both_characterise(a) and a.is_same("agent")


def is_told_of_the_future(a: Alignment) -> bool:
    """Whether one side says what will be and the other that it is not so, or both what something costs in the end."""
    modalities = {a.left.reading.modality, a.right.reading.modality}
    if modalities != {Modality.ACTUAL, Modality.FORECAST}:
        return False
    if a.has_numbers:
        undated = a.left.reading.time is a.right.reading.time is None
        alike = a.left.reading.aspect is a.right.reading.aspect
        foretold = any(r.commitment is CueClass.ESTIMATED for r in (a.left.reading, a.right.reading))
        planned = undated and not foretold and not a.is_tally and a.is_same("predicate")
        return alike and (a.left.reading.aspect is Aspect.ATTRIBUTE or planned)
    return a.opposite_polarity


def shares_party(a: Alignment) -> bool:
    return a.fits("agent") or a.fits("patient")


def names_party(a: Alignment) -> bool:
    """Whether a party is told by more than an office that every side has ("the army")."""
    actors = [actor for c in (a.left, a.right) for actor in (c.reading.agent, c.reading.patient)]
    return any(actor is not None and actor.kind != "role" for actor in actors)


def is_announced(a: Alignment) -> bool:
    """Whether a headline of the document tells, without naming anybody, what its body lets somebody say."""
    heads = [c for c in (a.left, a.right) if c.section_kind.is_headline and not c.reading.chain]
    return a.same_document and len(heads) == 1 and a.equal_numbers and not other_agents(a)


def other_agents(a: Alignment) -> bool:
    return a.differs("agent") or a.differs("patient")


def has_no_places(a: Alignment) -> bool:
    return a.left.reading.place is a.right.reading.place is None


def tells_same_event(a: Alignment) -> bool:
    """Whether two claims without numbers tell one event: predicate of one family, a party shared, in one passage."""
    one = shares_party(a) or a.fits("thing")
    return not a.has_numbers and a.is_same("predicate", "modality") and one and a.same_passage


def stated_together(a: Alignment) -> bool:
    stated = [c.reading.stated_on for c in (a.left, a.right)]
    if a.same_document and None in stated:
        return True
    one, other = (c.reading.stated_on or c.published_on for c in (a.left, a.right))
    return one is not None and other is not None and abs((one - other).days) <= SAME_STATEMENT_DAYS


def opposed_by(a: Alignment) -> str | None:
    """How one side opposes the other: denial, negation or antonym; None where it does not."""
    if a.denial:
        return "denial"
    terms = [c.reading.predicate for c in (a.left, a.right)]
    if any(term is None for term in terms):
        return None
    unlisted = any(term is not None and term.key.startswith("~") for term in terms)
    if a.role_map is not None and not a.opposite_polarity:
        counted = any(c.reading.kind is ClaimKind.QUANTITY for c in (a.left, a.right))
        sides = root_side(a.left), root_side(a.right)
        allied = a.same_root or (sides[0] is not None and sides[0] == sides[1])
        one = shares_party(a) or is_of_one_thing(a)
        return "antonym" if not counted and not allied and one and is_told_apart(a) else None
    if a.opposite_polarity and a.is_same("predicate") and a.role_map is None and (not a.has_numbers or counts_none(a)):
        known = a.like_words or not both_characterise(a)
        told = a.fits("thing") or is_elliptic(a)
        if unlisted and not (a.same_setting and a.left.lang == a.right.lang and told and known):
            return None
        one_event = (a.fits("agent") or leaves_agents_open(a)) and same_object(a)
        return "negation" if one_event and not leaves_room(a) else None
    return None


def counts_none(a: Alignment) -> bool:
    """Whether one side says that there was none of what the other counts."""
    quantities = (a.left.reading.quantity, a.right.reading.quantity)
    return any(quantity is not None and quantity.is_none for quantity in quantities)


def leaves_room(a: Alignment) -> bool:
    """Whether what one side has none of is only a kind of what the other has: no children among three people."""
    readings = ((a.left.reading, a.right.reading), (a.right.reading, a.left.reading))
    return any(
        one.quantity is not None and one.quantity.is_none and one.thing is not None and other.thing is not None
        and one.thing.key != other.thing.key and load().is_kind_of(one.thing.key, other.thing.key)
        for one, other in readings
    )  # fmt: skip


def is_of_one_thing(a: Alignment) -> bool:
    """Whether both speak of the one thing of its kind: "the treaty", "the dam"."""
    names = [c.reading.thing.name.lower() for c in (a.left, a.right) if c.reading.thing is not None]
    definite = all(name.split(maxsplit=1)[0] in _DEFINITE for name in names if name)
    return a.is_same("thing") and a.same_setting and definite


def is_told_apart(a: Alignment) -> bool:
    """Opposite acts in one event need a place or a passage that ties them, and no weapons of two kinds."""
    things = [c.reading.thing for c in (a.left, a.right) if c.reading.thing is not None]
    if a.differs("thing") and all(load().is_kind_of(thing.key, "weapon") for thing in things):
        return False
    return a.same_setting or (a.fits("place") and a.fits("time"))


def leaves_agents_open(a: Alignment) -> bool:
    """Whether who did it is not told on both sides: then setting and object must tell that it is one event."""
    return not a.differs("agent") and a.same_setting and (a.fits("thing") or a.fits("patient") or is_elliptic(a))


def same_object(a: Alignment) -> bool:
    """Whether a negation and an assertion are of one object: the same thing or patient, or both without one."""
    if a.fits("thing") or (a.is_same("place") and a.fits("agent") and not a.differs("thing")):
        return not a.differs("patient")
    left, right = a.left.reading, a.right.reading
    if is_money_either_way(left, right) or is_money_either_way(right, left):
        return not a.differs("patient")
    if is_elliptic(a):
        return True
    bare = left.thing is right.thing is None
    return bare and (a.fits("patient") or (left.patient is right.patient is None and a.same_setting))


def is_half_told(a: Alignment) -> bool:
    """Whether one side tells neither place nor time while the other does: one event only by inference."""
    told = [r.place is not None or r.time is not None for r in (a.left.reading, a.right.reading)]
    return told[0] != told[1]


def is_elliptic(a: Alignment) -> bool:
    """Whether one side, right after the other, leaves out what the other names: "denied that he had resigned"."""
    sides = (a.left.reading, a.right.reading)
    unsaid = [r.thing is None and r.patient is None for r in sides]
    return a.same_passage and not a.same_root and unsaid[0] != unsaid[1] and distance(a) <= _NEXT


def is_money_either_way(one: Reading, other: Reading) -> bool:
    """Whether one side names a sum and the other money, or a kind of it."""
    sum_told = one.thing is None and one.quantity is not None and one.quantity.kind is QuantityKind.MONEY
    return sum_told and other.thing is not None and load().is_kind_of(other.thing.key, "money")


def deciding_slots(a: Alignment) -> tuple[str, ...]:
    """The slots without which two numbers are not of one question; a shared passage tells place and time."""
    slots = ["predicate"] if counts_no_things(a) else ["predicate", "thing"]
    left = a.left.reading.thing
    entry = load().thing(left.key) if left is not None else None
    alike = a.same_passage and a.like_words
    if entry is not None and entry.side_bearing and not alike and not (shares_party(a) and names_party(a)):
        slots.append("patient" if a.left.reading.patient or a.right.reading.patient else "agent")
    apart = a.same_document and places_told(a) < 2 and distance(a) > NEAR
    if not a.same_setting or apart or is_contrasted(a):
        slots += ["place", "time"]
    elif (a.left.reading.time is None) != (a.right.reading.time is None) and tells_own_time(a):
        slots.append("time")
    return tuple(slots)


def is_contrasted(a: Alignment) -> bool:
    """Whether only one side tells its place, and as the very opening of its sentence: "In Bavaria it was 3.8"."""
    if places_told(a) != 1:
        return False
    told = a.left if a.left.reading.place is not None else a.right
    other = a.right if told is a.left else a.left
    place = told.reading.place
    if place is None or place.span is None or (a.same_document and told.span < other.span):
        return False
    first = told.quote.split(maxsplit=1)[0].lower()
    opens = place.rel is PlaceRel.IN and first in _OPENERS
    return opens and place.span.start - told.span.start <= _OPENING


def places_told(a: Alignment) -> int:
    return sum(c.reading.place is not None for c in (a.left, a.right))


def distance(a: Alignment) -> int:
    """How many characters lie between two claims of one text."""
    first, second = sorted((a.left.span, a.right.span))
    return max(0, second.start - first.end)


def counts_no_things(a: Alignment) -> bool:
    """Whether both figures measure the predicate itself: a magnitude, a turnout."""
    left, right = a.left.reading, a.right.reading
    kinds = {r.quantity.kind if r.quantity is not None else None for r in (left, right)}
    if left.thing is right.thing is None and kinds == {QuantityKind.MEASURE}:
        return True
    measured = (Aspect.ATTRIBUTE, Aspect.SHARE, Aspect.RATE)
    return left.thing is right.thing is None and left.aspect in measured and left.aspect is right.aspect


def tells_own_time(a: Alignment) -> bool:
    """Whether the one time that is told is no time of the news: then the other may be of another time."""
    for claim in (a.left, a.right):
        time = claim.reading.time
        if time is None:
            continue
        if time.basis is TimeBasis.EXPLICIT or time.precision is Precision.YEAR:
            return True
        if claim.published_on is not None and time.end is not None:
            return claim.published_on - time.end.date() > timedelta(days=STORY_DAYS)
    return False


def in_order(a: Alignment) -> tuple[Claim, Claim]:
    return (a.right, a.left) if a.later == "left" else (a.left, a.right)


def middle(claim: Claim) -> float:
    quantity = claim.reading.quantity
    if quantity is None:
        return 0.0
    if quantity.point is not None:
        return quantity.point
    low = quantity.soft.lo if quantity.soft.lo is not None else 0.0
    return (low + quantity.soft.hi) / 2 if quantity.soft.hi is not None else low


def is_fresh(a: Alignment) -> bool:
    """Whether the later statement came while the event was less than 72 hours old, as far as the text tells."""
    days = [c.reading.stated_on or c.published_on for c in (a.left, a.right)]
    known = [day for day in days if day is not None]
    events = [c.reading.time.start for c in (a.left, a.right) if c.reading.time is not None and c.reading.time.start]
    if not known or not events:
        return False
    stated = datetime.combine(max(known), time())
    return stated - min(event.replace(tzinfo=None) for event in events) < UNFOLDING
