"""What the rules ask of an alignment: one question each, answered from its slots."""

from __future__ import annotations

from verifier.domain.claim import Claim, Reading
from verifier.domain.enums import (
    Aspect,
    ClaimKind,
    Polarity,
    QuantityKind,
    SlotOutcome,
)
from verifier.pairing.alignment import Alignment
from verifier.pairing.compare.actors import compare_actors, root_side
from verifier.pairing.compare.carried import names_more
from verifier.pairing.compare.ground import fit_on_ground
from verifier.pairing.compare.speakers import is_listed, may_be_one_speaker
from verifier.pairing.compare.telling import contrast_words, has_any, is_of_degree, is_of_some, speaks_of_others
from verifier.pairing.compare.things import counted_by, is_kind
from verifier.pairing.growth import in_order
from verifier.reference import load

SAME_STATEMENT_DAYS = 1
_BOTH = 2
_FEW = 3
"""Up to so many of one kind may by chance be as many as those of another."""
_GROUND = {"town", "village", "territory"}
"""What armed sides take from each other."""
_SINGLE = ("building", "vehicle", "bridge", "ship", "aircraft", "train", "bus", "dam", "pipeline", "substation", "port")
"""Kinds of things of which a text means a single one by its article."""
_NEXT = 150
"""How many characters may lie between a claim and one that takes up its words."""


def is_comparable(a: Alignment) -> bool:
    """Whether the predicates are of one family, opposites or akin."""
    return a.gists.are_comparable


def shares_something(a: Alignment) -> bool:
    """Whether two claims of different predicates still speak of one thing or one party in one place."""
    return (
        a.denial
        or a.is_linked
        or is_negated_matter(a)
        or a.fits("thing")
        or (shares_party(a) and a.fits("place"))
        or both_judge_one(a)
    )


def both_characterise(a: Alignment) -> bool:
    return {a.left.reading.kind, a.right.reading.kind} == {ClaimKind.CHARACTERISATION}


def both_judge_one(a: Alignment) -> bool:
    return both_characterise(a) and a.is_same("agent")


def shares_party(a: Alignment) -> bool:
    return a.gists.shares_party


def shares_sole_party(a: Alignment) -> bool:
    """Whether two senses that exclude each other name one party each, the same: "was ousted", "stays in office"."""
    told = [[p for p in (c.reading.agent, c.reading.patient) if p is not None] for c in (a.left, a.right)]
    if a.role_map != {} or any(len(parties) != 1 for parties in told) or not names_party(a):
        return False
    return compare_actors("agent", told[0][0], told[1][0]).outcome is SlotOutcome.SAME


def are_swapped(a: Alignment) -> bool:
    """Whether who acts on one side undergoes the same on the other, and nobody else is told."""
    return a.gists.are_swapped


def names_party(a: Alignment) -> bool:
    """Whether a party is told by more than an office that every side has ("the army")."""
    actors = [actor for c in (a.left, a.right) for actor in (c.reading.agent, c.reading.patient)]
    return any(actor is not None and actor.kind != "role" for actor in actors)


def is_announced(a: Alignment) -> bool:
    """Whether a headline of the document tells what its body does: of one source, as far as both name one."""
    if not a.same_document or a.left.section_kind.is_headline is a.right.section_kind.is_headline:
        return False
    named = [c.reading.claimant for c in (a.left, a.right) if c.reading.claimant is not None]
    one = len(named) < _BOTH or may_be_one_speaker(a.left, a.right) or not all(map(is_listed, named))
    alike = a.equal_numbers or not (a.has_numbers or a.left.reading.quantity or a.right.reading.quantity)
    return one and alike and not other_agents(a)


def other_agents(a: Alignment) -> bool:
    return a.differs("agent") or a.differs("patient")


def is_one_office(a: Alignment) -> bool:
    """Whether both claimants may be one that only one text names in full: "the port authority", "the company"."""
    return (a.one_story or a.same_document) and may_be_one_speaker(a.left, a.right)


def outgrows(a: Alignment) -> bool:
    """Whether of one running figure the later one has the higher lower bound."""
    if not (a.is_tally and a.has_numbers) or a.later is None:
        return False
    early, late = (claim.reading.quantity for claim in in_order(a))
    return early is not None and late is not None and (late.hard.lo or 0) > (early.hard.lo or 0)


def counts_none(a: Alignment) -> bool:
    """Whether one claimant counts some of what another says there was none of: "12 died", "nobody died"."""
    if a.same_root or not (a.opposite_polarity and a.event_possible and a.is_same("predicate") and a.fits("thing")):
        return False
    none, counted = (a.left, a.right) if a.left.reading.polarity is Polarity.NEGATIVE else (a.right, a.left)
    quantity = counted.reading.quantity
    some = quantity is not None and quantity.kind is QuantityKind.NUMBER and (quantity.hard.lo or 0) > 0
    if is_none_of_part(a):
        return False
    unnumbered = none.reading.quantity is None or tells_none(none.reading)
    return some and unnumbered and counted.reading.kind is ClaimKind.QUANTITY and not leaves_room(a)


def is_none_of_part(a: Alignment) -> bool:
    """Whether there was none in one place, and so many in all or elsewhere: none in one province, 1,200 in the country.

    Under two headings a place that only one side tells is its own.
    """
    sides = ((a.left.reading, a.right.reading), (a.right.reading, a.left.reading))
    return any(
        tells_none(none) and none.place is not None and counted.place is None and counted.quantity is not None
        and (counted.aspect is Aspect.CUMULATIVE or not (a.same_passage or a.same_name))
        for none, counted in sides
    )  # fmt: skip


def exceeds_whole(a: Alignment) -> bool:
    """Whether of one event one claimant counts more of a kind than another of all: 12 protesters and 3 people held."""
    left, right = a.left.reading, a.right.reading
    things = counted_by(left.thing, left.predicate), counted_by(right.thing, right.predicate)
    if a.same_root or None in things or not (a.has_numbers and a.is_same("predicate")):
        return False
    if not (a.event_possible and a.is_same("aspect") and not a.is_linked and a.numbers_clash):
        return False
    one, other = (thing.key if thing is not None else "" for thing in things)
    part, whole = (left, right) if is_kind(one, other) else (right, left)
    if part.quantity is None or whole.quantity is None or whole.quantity.hard.hi is None:
        return False
    return (part.quantity.hard.lo or 0) > whole.quantity.hard.hi


def is_money_of_two_kinds(a: Alignment) -> bool:
    """Whether both name sums, in currencies without a rate between them."""
    quantities = (a.left.reading.quantity, a.right.reading.quantity)
    units = {q.unit for q in quantities if q is not None and q.kind is QuantityKind.MONEY}
    return a.overlap is None and len(units) > 1 and a.is_same("predicate", "modality")


def has_no_places(a: Alignment) -> bool:
    return a.left.reading.place is a.right.reading.place is None


def tells_same_event(a: Alignment) -> bool:
    """Whether two claims without numbers tell one event: predicate of one family, a party shared, in one passage."""
    one = shares_party(a) or a.fits("thing")
    return not a.has_numbers and a.is_same("predicate", "modality") and one and a.same_passage and tells_again(a)


def tells_again(a: Alignment) -> bool:
    """Whether one text may say something twice: in a headline, in like words, or by the sources it quotes.

    What it tells in its own voice without numbers is else something new, though of one kind.
    """
    quoted = all(c.reading.chain for c in (a.left, a.right))
    return not a.same_document or a.has_numbers or quoted or is_announced(a) or a.like_words


def is_one_count(a: Alignment) -> bool:
    """Whether two documents give the same exact figure, more than a few, of people: "14 workers", "14 injured"."""
    quantities = [c.reading.quantity for c in (a.left, a.right)]
    told = all(q is not None and q.point is not None and q.point > _FEW for q in quantities)
    things = [c.reading.thing for c in (a.left, a.right)]
    people = all(thing is not None and load().is_kind_of(thing.key, "person") for thing in things)
    return told and people and a.equal_numbers and not a.same_document and not a.differs("time")


def is_told_alike(a: Alignment) -> bool:
    """Whether two documents of one story tell of an act or state alike, either both with a number or both without."""
    counting = [c.reading.kind is ClaimKind.QUANTITY and not tells_none(c.reading) for c in (a.left, a.right)]
    return a.sure_story and counting[0] == counting[1]


def stated_together(a: Alignment) -> bool:
    stated = [c.reading.stated_on for c in (a.left, a.right)]
    if a.same_document and None in stated:
        return True
    one, other = a.one.stated, a.other.stated
    return one is not None and other is not None and abs((one - other).days) <= SAME_STATEMENT_DAYS


def opposed_by(a: Alignment) -> str | None:
    """How one side opposes the other: denial, negation or antonym; None where it does not."""
    if a.denial:
        return "denial"
    how = _opposed_in_matter(a)
    if how is None or a.other_ones or denies_others(a) or (a.same_document and is_none_of_part(a)):
        return None
    return how


def _opposed_in_matter(a: Alignment) -> str | None:
    """The same without a denial of the very words, and whichever of their kind the things are."""
    if is_negated_matter(a):
        return "wording"
    if blames_another(a) or gives_to_another(a):
        return "agent"
    left, right = a.left.reading.predicate, a.right.reading.predicate
    if left is None or right is None:
        return None
    if a.role_map is not None and a.left.reading.polarity is a.right.reading.polarity is Polarity.POSITIVE:
        counted = any(c.reading.kind is ClaimKind.QUANTITY for c in (a.left, a.right))
        sides = root_side(a.left), root_side(a.right)
        allied = a.same_root or (sides[0] is not None and sides[0] == sides[1])
        one = shares_party(a) or shares_sole_party(a) or is_of_one_thing(a) or is_of_one_ground(a)
        judged = any(describes_event(c.reading) for c in (a.left, a.right))
        counted = counted and not (_is_of_all(a.left) or _is_of_all(a.right))
        fits = counted or allied or judged or fit_on_ground(a.left.reading, a.right.reading)
        return "antonym" if not fits and one and is_told_apart(a) else None
    if not (a.opposite_polarity and a.is_same("predicate") and a.role_map is None):
        return None
    if a.has_numbers and not (a.equal_numbers or tells_none(a.left.reading) or tells_none(a.right.reading)):
        return None
    if left.key.startswith("~") or right.key.startswith("~"):
        known = a.like_words or not both_characterise(a)
        told = a.fits("thing") or is_elliptic(a)
        bare = is_light(a.left) and is_light(a.right) and not (a.is_same("thing") or a.like_words)
        if bare or not (a.same_setting and a.left.lang == a.right.lang and told and known):
            return None
    one_event = (a.fits("agent") or leaves_agents_open(a)) and same_object(a)
    return "negation" if one_event and not leaves_room(a) else None


def is_light(claim: Claim) -> bool:
    """Whether a claim's verb says little by itself ("be", "have")."""
    term = claim.reading.predicate
    return term is None or term.key.removeprefix("~") in contrast_words(claim.lang)["light"]


def describes_event(reading: Reading) -> bool:
    """Whether a claim only says what the event of a noun was like: "der Raketenangriff sei der größte"."""
    return reading.kind is ClaimKind.STATE and reading.predicate is not None and reading.predicate.name[:1].isupper()


def tells_none(reading: Reading) -> bool:
    """Whether a claim gives zero of what it counts."""
    return reading.quantity is not None and reading.quantity.is_none


def leaves_room(a: Alignment) -> bool:
    """Whether what one side has none of is only a kind or degree of what the other has, or others than those."""
    if denies_others(a) or denies_degree(a):
        return True
    readings = ((a.left.reading, a.right.reading), (a.right.reading, a.left.reading))
    return any(
        tells_none(one) and one.thing is not None and other.thing is not None
        and one.thing.key != other.thing.key and load().is_kind_of(one.thing.key, other.thing.key)
        for one, other in readings
    )  # fmt: skip


def denies_others(a: Alignment) -> bool:
    """Whether one side denies something only of others than those told of before, or of those a clause picks out."""
    denials = (c for c in (a.left, a.right) if c.reading.polarity is Polarity.NEGATIVE)
    return any(speaks_of_others(c.quote, c.lang) or is_of_some(c.context, c.quote, c.lang) for c in denials)


def denies_degree(a: Alignment) -> bool:
    """Whether a denial leaves room for a lesser degree that the other side tells: "nobody was seriously hurt"."""
    sides = ((a.left, a.right), (a.right, a.left))
    denials = ((no, told) for no, told in sides if no.reading.polarity is Polarity.NEGATIVE)
    return any(is_of_degree(no.quote, told.quote, no.lang, told.lang) for no, told in denials)


def is_negated_matter(a: Alignment) -> bool:
    """Whether one side negates what the other says of one matter in one text or story, whatever their verbs."""
    if not a.opposite_polarity or a.has_numbers or a.same_root:
        return False
    if not (a.same_document or a.one_story or a.looks_back):
        return False
    if a.denied_matter and not other_agents_of_one_act(a):
        return True
    listed = all(
        c.reading.predicate is not None and not c.reading.predicate.key.startswith("~") for c in (a.left, a.right)
    )
    same_act = a.fits("predicate") and a.role_map is None
    return a.like_matter and (same_act or not listed) and not leaves_room(a)


def blames_another(a: Alignment) -> bool:
    """Whether each side charges a party that is not its own with one act on one thing, on one day in one place."""
    if not a.gists.may_blame or a.same_root:
        return False
    charged = [(root_side(c), c.reading.agent.side if c.reading.agent is not None else None) for c in (a.left, a.right)]
    rivals = all(by is not None and agent is not None and by != agent for by, agent in charged)
    one_event = a.fits("place") and a.fits("time") and a.is_same("predicate", "thing") and not a.differs("patient")
    return rivals and one_event and is_single(a)


def gives_to_another(a: Alignment) -> bool:
    """Whether each claim says that another party holds one place."""
    rivals = a.gists.are_rival_holders and not a.same_root and not a.differs("time")
    return rivals and (is_of_one_thing(a) or is_of_one_ground(a))


def is_single(a: Alignment) -> bool:
    """Whether both speak of the one building, vehicle or place of its kind, not of people or of weapons."""
    things = [c.reading.thing for c in (a.left, a.right) if c.reading.thing is not None]
    known = all(any(load().is_kind_of(thing.key, kind) for kind in _SINGLE) for thing in things)
    return known and _is_definite(a.left) and _is_definite(a.right)


def is_of_one_ground(a: Alignment) -> bool:
    """Whether both tell who holds one place, in one story."""
    entries = [load().predicate(c.reading.predicate.key) for c in (a.left, a.right) if c.reading.predicate is not None]
    held = any(entry is not None and _GROUND & {*entry.objects, *entry.subjects} for entry in entries)
    return held and (a.one_story or a.looks_back) and not a.differs("thing") and (a.is_same("place") or a.same_name)


def other_agents_of_one_act(a: Alignment) -> bool:
    """Whether both tell of one act, done by two parties or to two."""
    return a.fits("predicate") and other_agents(a)


def is_of_one_thing(a: Alignment) -> bool:
    """Whether both speak of the one thing of its kind: "the treaty", "the dam"."""
    definite = _is_definite(a.left) and _is_definite(a.right)
    things = [c.reading.thing for c in (a.left, a.right) if c.reading.thing is not None]
    if a.is_same("thing") and a.same_setting and (_is_of_all(a.left) or _is_of_all(a.right)):
        return True
    if any(load().is_kind_of(thing.key, "person") for thing in things):
        one = a.is_same("thing") and (things[0].key != "person" or _is_named_alike(a))
    else:
        one = a.is_same("thing") or (a.fits("thing") and definite)
    return one and a.same_setting and (definite or a.is_same("place"))


def _is_of_all(claim: Claim) -> bool:
    """Whether a claim is of all things of a kind: "all passengers survived", "sämtliche Schulen"."""
    words = claim.reading.thing.name.lower().split() if claim.reading.thing is not None else []
    return bool(words) and words[0] in contrast_words(claim.lang)["universal"]


def _is_named_alike(a: Alignment) -> bool:
    """Whether people of no special kind are told by one noun: "the woman" twice, not the woman and the man."""
    nouns = [c.reading.thing.name.lower().split()[-1:] for c in (a.left, a.right) if c.reading.thing is not None]
    return a.left.lang == a.right.lang and nouns[:1] == nouns[1:]


def _is_definite(claim: Claim) -> bool:
    """Whether a thing is the one of its kind: "the airport", "Varno's airport", "his car"; bare in headlines.

    A bare singular is a substance or the only one there is as well: "water", "Alarm".
    """
    thing = claim.reading.thing
    words = thing.name.lower().replace("’", "'").split() if thing is not None else []
    lists = contrast_words(claim.lang)
    if not words or words[0] in lists["definite"] or "'s" in words:
        return True
    if words[0] in lists["indefinite"] or claim.reading.quantity is not None or thing is None:
        return False
    entry = load().thing(thing.key)
    singular = entry is not None and any(words[-1] == noun.lower() for noun in entry.nouns.get(claim.lang, ()))
    return claim.section_kind.is_headline or singular


def is_told_apart(a: Alignment) -> bool:
    """Opposite acts in one event need a place or a passage that ties them, and no weapons of two kinds."""
    things = [c.reading.thing for c in (a.left, a.right) if c.reading.thing is not None]
    if a.differs("thing") and all(load().is_kind_of(thing.key, "weapon") for thing in things):
        return False
    return a.same_setting or (a.fits("place") and a.fits("time"))


def leaves_agents_open(a: Alignment) -> bool:
    """Whether who did it is not told on both sides: then setting and object must tell that it is one event."""
    left, right = a.left.reading, a.right.reading
    money = is_money_either_way(left, right) or is_money_either_way(right, left)
    told = a.fits("thing") or a.fits("patient") or is_elliptic(a) or money or _is_of_whole_scene(left, right)
    return not a.differs("agent") and a.same_setting and told


def _is_of_whole_scene(left: Reading, right: Reading) -> bool:
    """Whether both tell of a state of nobody and nothing in particular: "there is no danger"."""
    states = left.aspect is right.aspect is Aspect.ATTRIBUTE and left.quantity is right.quantity is None
    return states and not any((left.thing, right.thing, left.patient, right.patient))


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
    """Whether only one side tells where or when, or one where and the other when: one event only by inference."""
    told = [(r.place is not None, r.time is not None) for r in (a.left.reading, a.right.reading)]
    return any(told[0]) != any(told[1]) or {*told} == {(True, False), (False, True)}


def is_elliptic(a: Alignment) -> bool:
    """Whether one side, right after the other, leaves out what the other names: "denied that he had resigned".

    A denial may come first: "denied that anything had leaked".
    """
    if not a.same_passage or a.same_root or distance(a) > _NEXT:
        return False
    first, later = sorted((a.left, a.right), key=lambda c: c.span)
    unsaid = [c.reading.thing is None and c.reading.patient is None for c in (first, later)]
    if unsaid == [True, False] and first.reading.kind is ClaimKind.DENIAL:
        first, later = later, first
    elif unsaid != [False, True]:
        return False
    return not names_more(later, first) and not has_any(later.quote, contrast_words(later.lang)["pronouns"])


def is_money_either_way(one: Reading, other: Reading) -> bool:
    """Whether one side names a sum and the other money, or a kind of it."""
    sum_told = one.thing is None and one.quantity is not None and one.quantity.kind is QuantityKind.MONEY
    return sum_told and other.thing is not None and load().is_kind_of(other.thing.key, "money")


def distance(a: Alignment) -> int:
    """How many characters lie between two claims of one text."""
    first, second = sorted((a.left.span, a.right.span))
    return max(0, second.start - first.end)
