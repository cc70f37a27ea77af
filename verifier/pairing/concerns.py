"""Which claims of two texts a rule of the ladder can decide, by what they tell: asked once for each two gists."""

from __future__ import annotations

from collections.abc import Callable

from verifier.domain.enums import ClaimKind, SlotOutcome
from verifier.pairing.gists import GistPair

Concern = Callable[[GistPair], bool]
"""Whether a rule may apply to two gists of two texts."""


def any_pair(_: GistPair) -> bool:
    return True


def no_pair(_: GistPair) -> bool:
    """What only one text can tell."""
    return False


def none_or_unlike_facts(gists: GistPair) -> bool:
    """One states no fact, or nothing tells that both acts are of one kind."""
    return not (gists.left.states_fact and gists.right.states_fact and gists.are_comparable)


def other_parties(gists: GistPair) -> bool:
    return gists.are_comparable and (gists.differs("agent") or gists.differs("patient") or gists.are_swapped)


def other_modality(gists: GistPair) -> bool:
    return gists.left.modality is not gists.right.modality


def opposed(gists: GistPair) -> bool:
    """One denies, or acts or parties exclude each other."""
    denied = gists.opposite_polarity or gists.role_map is not None
    return denied or gists.may_blame or gists.are_rival_holders


def characterisations(gists: GistPair) -> bool:
    return gists.left.kind is gists.right.kind is ClaimKind.CHARACTERISATION


def other_aspect(gists: GistPair) -> bool:
    return gists.outcomes["aspect"] is SlotOutcome.DIFFERENT
