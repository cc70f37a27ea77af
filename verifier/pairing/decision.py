"""What a rule of the ladder answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from verifier.domain.enums import Relation, Strength
from verifier.pairing.alignment import Alignment


class Decision(NamedTuple):
    """What a rule decides; ``would_change`` tells what would make it another."""

    relation: Relation
    strength: Strength | None = None
    aspect: str | None = None
    direction: str | None = None
    would_change: str = ""


Condition = Callable[[Alignment], Decision | str]
"""A decision, or why the rule does not apply."""
