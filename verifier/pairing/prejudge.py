"""What two slots alone decide, before a pair is laid side by side."""

from __future__ import annotations

from functools import lru_cache

from verifier.domain.claim import Claim, Term
from verifier.domain.enums import Aspect, ClaimKind, SlotOutcome
from verifier.pairing.compare.places import compare_places
from verifier.pairing.compare.things import compare_things
from verifier.pairing.compare.times import lie_apart
from verifier.pairing.compare.wording import is_near_copy


def cannot_compete(left: Claim, right: Claim) -> bool:
    """Whether two figures of different texts count different things, or things in different places.

    Such a pair is of different scope by every rule, unless the words of one are a copy of the other's or both are
    running totals.
    """
    one, other = left.reading, right.reading
    if one.kind is not ClaimKind.QUANTITY or other.kind is not ClaimKind.QUANTITY or left.document == right.document:
        return False
    if Aspect.CUMULATIVE in (one.aspect, other.aspect):
        return False
    if one.thing is not None and other.thing is not None and _are_apart(one.thing.key, other.thing.key):
        return True
    if one.place is None or other.place is None or one.place.key == other.place.key:
        return False
    return compare_places(one.place, other.place).outcome is SlotOutcome.DIFFERENT


def are_of_other_times(left: Claim, right: Claim) -> bool:
    """Whether claims of two texts tell of times that lie apart: look-alikes at best, by every rule.

    Copies and running totals are excepted, as above.
    """
    one, other = left.reading, right.reading
    if one.time is None or other.time is None or left.document == right.document:
        return False
    if Aspect.CUMULATIVE in (one.aspect, other.aspect):
        return False
    aspect = one.aspect if one.aspect is other.aspect else None
    return lie_apart(one.time, other.time, aspect) and not is_near_copy(left, right)


@lru_cache(maxsize=65_536)
def _are_apart(left: str, right: str) -> bool:
    return compare_things(Term(left, left), Term(right, right)).outcome is SlotOutcome.DIFFERENT
