"""Which slots two figures must share to answer one question, and which of them the texts leave open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from verifier.domain.claim import Claim, Place
from verifier.domain.enums import Aspect, PlaceRel, Precision, SlotOutcome, TimeBasis
from verifier.pairing.alignment import Alignment
from verifier.pairing.compare.carried import opens
from verifier.pairing.compare.stories import STORY_DAYS
from verifier.pairing.conditions import distance, names_party, shares_party
from verifier.pairing.counting import (
    counts_no_things,
    counts_one_thing,
    is_one_word,
    is_share_held,
)
from verifier.pairing.growth import are_of_two_periods, in_order, middle
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer

NEAR = 350
"""Claims of one passage that stand this near share a place that only one of them tells."""
BESIDE = 60
"""How many characters may lie between a text's own words and a source set against them."""
_OPENERS = ("in", "im", "at", "near", "off", "outside", "bei", "beim", "vor", "am", "auf", "an")
_STAFF = "have-staff"
_LONG = (Precision.MONTH, Precision.SEASON, Precision.YEAR)
_ORDERS = 20
"""Figures that many times apart hardly count one event."""


def open_slot(a: Alignment, deciding: Sequence[tuple[str, Decides]]) -> str | None:
    """The first slot without which two numbers are not of one question, and that is not told on both sides."""
    outcomes = a.outcomes
    for slot, decides in deciding:
        if outcomes[slot] is SlotOutcome.UNKNOWN and decides(a):
            return slot
    return None


def asks_predicate(a: Alignment) -> bool:
    return counts_no_things(a) or not counts_one_thing(a)


def asks_thing(a: Alignment) -> bool:
    return not counts_no_things(a)


def asks_patient(a: Alignment) -> bool:
    """Whether what belongs to a party is counted, by who suffered it."""
    return bool(a.left.reading.patient or a.right.reading.patient) and asks_party(a)


def asks_agent(a: Alignment) -> bool:
    """The same by who did it where nobody suffered it; and whose share or staff it is."""
    if is_of_owners(a) or (not (a.left.reading.patient or a.right.reading.patient) and asks_party(a)):
        return True
    return is_share_held(a) and counts_no_things(a)


def asks_party(a: Alignment) -> bool:
    """Whether both count what belongs to a party, which nothing else tells."""
    left = a.left.reading.thing
    entry = load().thing(left.key) if left is not None else None
    if entry is None or not entry.side_bearing or (shares_party(a) and names_party(a)):
        return False
    return not (a.same_passage and (a.like_words or is_one_word(a)))


def asks_place(a: Alignment) -> bool:
    """Whether one passage or story does not tell the place of both."""
    return places_told(a) > 1 or is_open_setting(a) or is_placed_part(a) or is_bare_correction(a)


def asks_time(a: Alignment) -> bool:
    """Whether one passage or story does not tell the time of both."""
    if is_open_setting(a) or is_loose_loss(a) or is_recalled(a) or is_of_another_order(a):
        return True
    if is_bare_correction(a):
        return True
    one_time = tells_time(a.left) != tells_time(a.right)
    return one_time and (tells_own_time(a) or is_past_stock(a) or is_of_a_period(a)) and not is_running(a)


def is_dated_apart(a: Alignment) -> bool:
    """Whether only one side tells when, and that is no time of the news."""
    return tells_time(a.left) != tells_time(a.right) and tells_own_time(a)


def asks_past(a: Alignment) -> bool:
    """Whether only one side tells when, and that was before the news: "the last strong quake killed 212 in 2015"."""
    return tells_time(a.left) != tells_time(a.right) and any(_is_of_past(claim) for claim in (a.left, a.right))


def _is_of_past(claim: Claim) -> bool:
    time, day = claim.reading.time, claim.published_on
    if time is None or time.end is None or day is None:
        return False
    return day - time.end.date() > timedelta(days=STORY_DAYS)


def is_open_setting(a: Alignment) -> bool:
    """Whether what one side leaves unsaid of place and time the other does not tell."""
    return not a.same_setting or (a.same_document and places_told(a) == 1 and distance(a) > NEAR) or is_contrasted(a)


Decides = Callable[[Alignment], bool]
TOLD_AGAIN = ("predicate", "thing")
"""What who corrects a number has to tell again."""
DECIDING_PARTIES: tuple[tuple[str, Decides], ...] = (
    ("predicate", asks_predicate),
    ("thing", asks_thing),
    ("patient", asks_patient),
    ("agent", asks_agent),
)
"""The slots on which it may depend whether two numbers answer one question, and when it does; in this order."""
DECIDING_SUPPORT = (*DECIDING_PARTIES, ("time", asks_past))
"""The same where the numbers of one text fit."""
DECIDING = (*DECIDING_PARTIES, ("place", asks_place), ("time", asks_time))


def takes_up_question(a: Alignment) -> bool:
    """Whether a source that corrects a number need not tell again of what: no other place or time is set beside it."""
    if a.same_document or not (a.one.takes_back or a.other.takes_back):
        return False
    if not ((a.is_correction or corrects_another(a)) and a.is_same("predicate")):
        return False
    first = a.right if a.one.takes_back else a.left
    dated = not a.fits("time") and tells_time(first) and tells_own_time(a)
    one = a.is_same("thing") or counts_no_things(a)
    return one and not (is_contrasted(a) or is_placed_part(a) or is_recalled(a) or dated)


def corrects_another(a: Alignment) -> bool:
    """Whether a source corrects, later in one story, a number that another one gave or that the text answers for."""
    late = {"left": a.one, "right": a.other}.get(a.later or "")
    told = late is not None and late.takes_back and a.one_story and not a.same_root and a.numbers_clash
    return told and not (asks_past(a) or are_of_two_periods(a))


def is_bare_correction(a: Alignment) -> bool:
    """Whether only a source's own correction leaves out where and when: whose other figures it meets nobody tells."""
    sides = ((a.one, a.right.reading), (a.other, a.left.reading))
    return not a.same_root and any(
        side.takes_back and side.reading.place is None and side.reading.time is None and (told.place or told.time)
        for side, told in sides
    )


def is_of_owners(a: Alignment) -> bool:
    """Whether one text tells how many somebody employs, in unlike words: the company and its supplier."""
    terms = [c.reading.predicate for c in (a.left, a.right)]
    return a.same_document and all(t is not None and t.key == _STAFF for t in terms) and not a.like_words


def is_of_another_order(a: Alignment) -> bool:
    """Whether one figure is so many times the other that they hardly count one event."""
    low, high = sorted((middle(a.left), middle(a.right)))
    return low > 0 and high >= _ORDERS * low and not a.like_words


def is_recalled(a: Alignment) -> bool:
    """Whether one side tells of a time long past that it does not name, or of a year that no date of the text tells.

    "Two were hurt then"; "last year", where nothing says when that was written.
    """
    times = [r.time for r in (a.left.reading, a.right.reading) if r.time is not None]
    unknown = [t.precision for t in times if t.start is t.end is None]
    return any(t.precision is Precision.NONE for t in times) or any(p in _LONG for p in unknown)


def is_of_a_period(a: Alignment) -> bool:
    """Whether of two totals only one tells the days it holds for, more than one of them."""
    sides = (a.left.reading, a.right.reading)
    times = [r.time for r in sides if r.time is not None and r.time.start is not None and r.time.end is not None]
    totals = all(r.aspect is Aspect.CUMULATIVE for r in sides)
    return totals and any(t.start and t.end and t.end - t.start > timedelta(days=2) for t in times)


def is_running(a: Alignment) -> bool:
    """Whether one source gives a total of one story and later a higher one: it runs on, whether or not since when."""
    if not (a.same_root and a.same_setting) or a.later is None:
        return False
    early, late = in_order(a)
    totals = all(c.reading.aspect is Aspect.CUMULATIVE for c in (early, late))
    return totals and middle(late) > middle(early)


def is_loose_loss(a: Alignment) -> bool:
    """Whether one text counts losses that happen daily without telling where or when, and no party is named."""
    if any(c.section_kind.is_headline for c in (a.left, a.right)):
        return False
    things = [c.reading.thing for c in (a.left, a.right)]
    entries = [load().thing(thing.key) for thing in things if thing is not None]
    daily = len(entries) == 2 and all(entry is not None and entry.side_bearing for entry in entries)
    loose = any(c.reading.place is None and c.reading.time is None for c in (a.left, a.right)) and not is_answered(a)
    return daily and loose and not (shares_party(a) and names_party(a))


def is_answered(a: Alignment) -> bool:
    """Whether people one claimant lost stand right beside another's of the same word: they are the same ones."""
    things = [c.reading.thing for c in (a.left, a.right)]
    people = all(thing is not None and load().is_kind_of(thing.key, "person") for thing in things)
    later = max((a.left, a.right), key=lambda c: c.span)
    open_setting = later.reading.place is None and later.reading.time is None
    return people and open_setting and a.same_passage and not a.same_root and is_one_word(a) and distance(a) <= NEAR


def is_past_stock(a: Alignment) -> bool:
    """Whether of two states one holds today and the other at a time in the past that nobody tells."""
    sides = (a.left, a.right)
    return all(c.reading.aspect is Aspect.STOCK and not c.section_kind.is_headline for c in sides)


def is_contrasted(a: Alignment) -> bool:
    """Whether only one side tells its place, and as the very opening of its sentence: "In Bavaria it was 3.8"."""
    if places_told(a) != 1:
        return False
    told = a.left if a.left.reading.place is not None else a.right
    other = a.right if told is a.left else a.left
    place = told.reading.place
    if place is None or place.span is None or not told.span.covers(place.span):
        return False
    if (a.same_document and told.span < other.span) or (not a.same_document and is_only_place(place, other)):
        return False
    first = told.quote.split(maxsplit=1)[0].lower()
    return place.rel is PlaceRel.IN and first in _OPENERS and opens(place.span, told.span.start)


def is_only_place(place: Place, other: Claim) -> bool:
    """Whether the other text speaks of this town or region and of no other, so that nothing is contrasted with it."""
    gazetteer, key, names = load_gazetteer(), place.key.partition("/")[0], other.reading.names
    towns = {name for name in names if gazetteer.find(name) is not None}
    named = key in towns or place.name.lower() in names
    return named and all(n == key or gazetteer.is_within(n, key) or gazetteer.is_within(key, n) for n in towns)


def places_told(a: Alignment) -> int:
    return sum(c.reading.place is not None for c in (a.left, a.right))


def tells_time(claim: Claim) -> bool:
    """Whether a claim tells when; "a day after the flood" does not where nothing tells when that was."""
    time = claim.reading.time
    return time is not None and not (time.start is time.end is None)


def is_counted_back(claim: Claim) -> bool:
    """Whether a claim's own words count its time from another's: "the night before, it downed 61"."""
    time = claim.reading.time
    own = time is not None and time.span is not None and claim.span.covers(time.span)
    return own and time is not None and time.basis is TimeBasis.INFERRED


def is_placed_part(a: Alignment) -> bool:
    """Whether one side is by its text a part, with a place of its own, and the other tells neither."""
    for part, other in ((a.left.reading, a.right.reading), (a.right.reading, a.left.reading)):
        linked = part.quantity is not None and part.quantity.part_of is not None
        if linked and part.place is not None and other.place is None:
            return True
    return False


def tells_own_time(a: Alignment) -> bool:
    """Whether the one time that is told is no time of the news: then the other may be of another time."""
    for claim in (a.left, a.right):
        time = claim.reading.time
        if time is None or not tells_time(claim):
            continue
        if time.basis is TimeBasis.EXPLICIT or time.precision is Precision.YEAR or is_counted_back(claim):
            return True
        if a.same_document and time.precision in (Precision.WEEK, Precision.MONTH):
            return time.end is not None and claim.published_on is not None and time.end.date() <= claim.published_on
        if claim.published_on is not None and time.end is not None:
            return _is_of_past(claim)
    return False
