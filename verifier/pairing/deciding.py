"""Which slots two figures must share to answer one question, and which of them the texts leave open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from verifier.domain.claim import Claim, Place
from verifier.domain.enums import Aspect, PlaceRel, Precision, QuantityKind, SlotOutcome, TimeBasis
from verifier.pairing.alignment import Alignment
from verifier.pairing.compare.carried import is_carried, opens_elsewhere, turns_to_another
from verifier.pairing.compare.counted import CROWD, counts_people, is_mere_count, tells_coming
from verifier.pairing.compare.figures import is_owned, is_part_told
from verifier.pairing.compare.stories import STORY_DAYS
from verifier.pairing.compare.telling import contrast_words, has_any
from verifier.pairing.conditions import distance, names_party, shares_party
from verifier.pairing.growth import in_order, middle
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer

NEAR = 350
"""Claims of one passage that stand this near share a place that only one of them tells."""
BESIDE = 60
"""How many characters may lie between a text's own words and a source set against them."""
_OPENERS = ("in", "im", "at", "near", "off", "outside", "bei", "beim", "vor", "am", "auf", "an")
_OPENING = 25
"""How far into a claim a place may stand and still open it."""
_MERE_FIGURES = ("exist", "amount", "contain", "confirm", "record-cases", "~have", "~haben", "~hold", "~be", "~sein")
"""Predicates that only say that there are so many."""
_STAFF = "have-staff"
_HELD = ("~have", "~haben", "poll-at", "vote-count-share")
"""Predicates of a share that belongs to somebody."""
_LONG = (Precision.MONTH, Precision.SEASON, Precision.YEAR)
_ORDERS = 20
"""Figures that many times apart hardly count one event."""
_SCALES = 1000
"""Figures that many times apart measure no one thing."""
_LIKELY = 8
"""Figures less far apart may be two counts of one crowd or column."""


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
    if not (a.is_correction and a.is_same("predicate")):
        return False
    first = a.right if a.one.takes_back else a.left
    dated = not a.fits("time") and tells_time(first) and tells_own_time(a)
    one = a.is_same("thing") or counts_no_things(a)
    return one and not (is_contrasted(a) or is_placed_part(a) or is_recalled(a) or dated)


def is_bare_correction(a: Alignment) -> bool:
    """Whether only a source's own correction leaves out where and when: whose other figures it meets nobody tells."""
    sides = ((a.one, a.right.reading), (a.other, a.left.reading))
    return not a.same_root and any(
        side.takes_back and side.reading.place is None and side.reading.time is None and (told.place or told.time)
        for side, told in sides
    )


def is_share_held(a: Alignment) -> bool:
    """Whether both say what share somebody has: of two holders that are not known, each has its own."""
    if not a.left.reading.aspect is a.right.reading.aspect is Aspect.SHARE:
        return False
    terms = [c.reading.predicate for c in (a.left, a.right)]
    return all(term is not None and term.key in _HELD for term in terms) and not a.like_words


def is_of_owners(a: Alignment) -> bool:
    """Whether one text tells how many somebody employs, in unlike words: the company and its supplier."""
    terms = [c.reading.predicate for c in (a.left, a.right)]
    return a.same_document and all(t is not None and t.key == _STAFF for t in terms) and not a.like_words


def is_one_word(a: Alignment) -> bool:
    """Whether texts of one language call what they count by the very same word, so that they mean one party's."""
    left, right = a.left.reading.thing, a.right.reading.thing
    if left is None or right is None or a.left.lang != a.right.lang:
        return False
    return left.name.rpartition(" ")[2].lower() == right.name.rpartition(" ")[2].lower()


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
    opens = place.rel is PlaceRel.IN and first in _OPENERS
    return opens and place.span.start - told.span.start <= _OPENING


def is_only_place(place: Place, other: Claim) -> bool:
    """Whether the other text speaks of this town or region and of no other, so that nothing is contrasted with it."""
    gazetteer, key, names = load_gazetteer(), place.key.partition("/")[0], other.reading.names
    towns = {name for name in names if gazetteer.find(name) is not None}
    named = key in towns or place.name.lower() in names
    return named and all(n == key or gazetteer.is_within(n, key) or gazetteer.is_within(key, n) for n in towns)


def places_told(a: Alignment) -> int:
    return sum(c.reading.place is not None for c in (a.left, a.right))


def counts_one_thing(a: Alignment) -> bool:
    """Whether both count one thing in one story by verbs that no list knows, or only say that there are so many.

    Two sources do so, or one in like words: what a text itself tells of the same kind is mostly another of that kind.
    """
    if not (a.has_numbers and a.overlap is not None) or a.is_same("predicate"):
        return False
    keys = [term.key for c in (a.left, a.right) if (term := c.reading.predicate) is not None]
    if is_counted_by_another(a):
        return True
    ownerless = a.left.reading.agent is a.right.reading.agent is None
    mere = ownerless and all(key in _MERE_FIGURES for key in keys)
    bare = mere or all(key.startswith("~") for key in keys)
    voiced = all(c.reading.chain for c in (a.left, a.right)) or a.like_words
    return len(keys) == 2 and bare and voiced and a.is_same("thing") and a.same_setting


def is_counted_by_another(a: Alignment) -> bool:
    """Whether one source tells how many came, and another only how many it counted: of people, two crowds."""
    if a.same_root or not (a.is_same("thing") and a.same_setting):
        return False
    sides = ((a.left, a.right), (a.right, a.left))
    if not any(is_mere_count(one) and tells_coming(other) for one, other in sides):
        return False
    low, high = sorted((middle(a.left), middle(a.right)))
    return low > 0 and high < _LIKELY * low and (low >= CROWD or not counts_people(a.left))


def counts_loosely(a: Alignment) -> bool:
    """Whether nothing but that they are people is told of both counted: 60 people digging, 400 inhabitants."""
    if not a.has_numbers or a.left.lang != a.right.lang or is_one_word(a):
        return False
    sides = (a.left.reading, a.right.reading)
    people = all(r.thing is not None and r.thing.key == "person" for r in sides)
    keys = [r.predicate.key for r in sides if r.predicate is not None]
    return people and all(key in _MERE_FIGURES or key.startswith("~") for key in keys)


def counts_another(a: Alignment) -> bool:
    """Whether one figure, by the words that open or own it, is of another time, bearer or owner than the other."""
    sides = ((a.left, a.right), (a.right, a.left))
    if a.same_document and any(turns_to_another(one, other) for one, other in sides):
        return not (a.is_same("time") and any(_opens_with_time(one) for one, _ in sides))
    unvoiced = not (a.left.reading.chain or a.right.reading.chain)
    if not a.same_document and unvoiced and any(opens_elsewhere(one, other) for one, other in sides):
        return True
    if is_part_beside(a) or is_share_of_another(a) or is_out_of_scale(a):
        return True
    owned = [is_owned(c) for c in (a.left, a.right)]
    return owned[0] != owned[1] and not (a.same_passage or shares_party(a))


def is_part_beside(a: Alignment) -> bool:
    """Whether one figure is by its sentence a part of what is told there, and smaller: "two of them in Zelmov"."""
    parts = [is_part_told(c) for c in (a.left, a.right)]
    part, other = (a.left, a.right) if parts[0] else (a.right, a.left)
    return parts[0] != parts[1] and middle(part) < middle(other)


def is_share_of_another(a: Alignment) -> bool:
    """Whether one share of the vote takes up another of one text: then it is somebody else's, who is told beside it."""
    shares = a.left.reading.aspect is a.right.reading.aspect is Aspect.SHARE
    terms = [c.reading.predicate for c in (a.left, a.right)]
    won = all(term is not None and term.key in (*_HELD, "win") for term in terms)
    return shares and won and a.same_passage and any(is_carried(c) for c in (a.left, a.right))


def is_out_of_scale(a: Alignment) -> bool:
    """Whether one figure is so many times the other that both can hardly measure one thing."""
    low, high = sorted((middle(a.left), middle(a.right)))
    return low > 0 and high >= _SCALES * low and not a.like_words


def _opens_with_time(claim: Claim) -> bool:
    """Whether a claim's sentence opens with the time it tells."""
    time = claim.reading.time
    start = claim.span.start - max(0, claim.context.find(claim.quote))
    return time is not None and time.span is not None and 0 <= time.span.start - start <= _OPENING


def lacks_second_voice(a: Alignment, within: int) -> bool:
    """Whether one text tells both and no second source does: "9,000 died, after 7,000 in May".

    A source for one alone is a second where it is set against the text's own words: within a sentence by a word that
    says so ("none died, but doctors say two did"), else by standing next to them or ``within`` so many letters, or by
    their being the heading.
    """
    if not a.same_document:
        return False
    told = sum(bool(c.reading.chain) for c in (a.left, a.right))
    if a.left.context == a.right.context:
        first = min(a.left, a.right, key=lambda c: c.span)
        rest = first.context[max(0, first.context.find(first.quote)) :]
        return told == 0 or (told == 1 and not has_any(rest, contrast_words(first.lang)["markers"]))
    if any(c.section_kind.is_headline for c in (a.left, a.right)):
        return False
    return told == 0 or (told == 1 and not (a.beside or distance(a) <= within))


def tells_in_one_voice(a: Alignment) -> bool:
    """Whether the body of one text tells both for itself, and not of one question in like words.

    Who tells a story seldom contradicts himself: mostly these are figures of two times or groups no slot tells apart.
    """
    sides = (a.left, a.right)
    named = any(c.reading.chain or c.section_kind.is_headline for c in sides)
    return a.same_document and not named and not a.like_words


def counts_no_things(a: Alignment) -> bool:
    """Whether both figures measure the predicate itself: a magnitude, a turnout."""
    left, right = a.left.reading, a.right.reading
    kinds = {r.quantity.kind if r.quantity is not None else None for r in (left, right)}
    if left.thing is right.thing is None and kinds in ({QuantityKind.MEASURE}, {QuantityKind.MONEY}):
        return a.same_setting or kinds == {QuantityKind.MEASURE}
    measured = (Aspect.ATTRIBUTE, Aspect.SHARE, Aspect.RATE)
    return left.thing is right.thing is None and left.aspect in measured and left.aspect is right.aspect


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
            return claim.published_on - time.end.date() > timedelta(days=STORY_DAYS)
    return False
