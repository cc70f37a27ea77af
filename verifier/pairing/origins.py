"""How many independent origins stand behind claims that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from verifier.domain.claim import Claim
from verifier.pairing.compare.actors import Tie, tie_between


@dataclass(frozen=True, slots=True)
class Origins:
    """``count`` is how many there are at least; ``ties`` say what made claims count as one."""

    count: int
    ties: tuple[Tie, ...]


def count_origins(claims: Sequence[Claim]) -> Origins:
    """Claims that are tied, directly or over others, collapse into one origin; two whose tie is unknown do too."""
    groups = [{n} for n in range(len(claims))]
    ties: dict[Tie, None] = {}
    for i, j in combinations(range(len(claims)), 2):
        tie = tie_between(claims[i], claims[j])
        if tie is None:
            continue
        ties[tie] = None
        one, other = (next(group for group in groups if n in group) for n in (i, j))
        if one is not other:
            one |= other
            groups.remove(other)
    return Origins(len(groups), tuple(ties))
