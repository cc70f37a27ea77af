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
from verifier.pairing.compare.actors import compare_actors
from verifier.pairing.compare.speakers import is_listed, may_be_one_speaker
from verifier.pairing.compare.telling import contrast_words, is_of_degree, is_of_some, speaks_of_others
from verifier.pairing.compare.things import counted_by, is_kind
from verifier.pairing.growth import in_order
from verifier.reference import load

SAME_STATEMENT_DAYS = 1
_BOTH = 2
_FEW = 3
"""Up to so many of one kind may by chance be as many as those of another."""


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
    if is_none_of_part(a) or denies_another_agent(a):
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


def is_light(claim: Claim) -> bool:
    """Whether a claim's verb says little by itself ("be", "have")."""
    term = claim.reading.predicate
    return term is None or term.key.removeprefix("~") in contrast_words(claim.lang)["light"]


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
    if denies_another_agent(a):
        return False
    if a.denied_matter and not other_agents_of_one_act(a):
        return True
    listed = all(
        c.reading.predicate is not None and not c.reading.predicate.key.startswith("~") for c in (a.left, a.right)
    )
    same_act = a.fits("predicate") and a.role_map is None
    return a.like_matter and (same_act or not listed) and not leaves_room(a)


def denies_another_agent(a: Alignment) -> bool:
    """Whether an act is denied of a party by another, and a second text tells of an unknown one."""
    no, told = (a.left, a.right) if a.left.reading.polarity is Polarity.NEGATIVE else (a.right, a.left)
    agent = no.reading.agent if no.reading.kind is ClaimKind.DENIAL else None
    named = agent is not None and agent.key != no.root_key
    return named and told.reading.agent is None and not a.same_passage


def other_agents_of_one_act(a: Alignment) -> bool:
    """Whether both tell of one act, done by two parties or to two."""
    return a.fits("predicate") and other_agents(a)


def is_half_told(a: Alignment) -> bool:
    """Whether only one side tells where or when, or one where and the other when: one event only by inference."""
    told = [(r.place is not None, r.time is not None) for r in (a.left.reading, a.right.reading)]
    return any(told[0]) != any(told[1]) or {*told} == {(True, False), (False, True)}


def distance(a: Alignment) -> int:
    """How many characters lie between two claims of one text."""
    first, second = sorted((a.left.span, a.right.span))
    return max(0, second.start - first.end)
