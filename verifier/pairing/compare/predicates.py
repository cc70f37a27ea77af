"""What: whether two predicates are one, of one family, opposites of each other, or unrelated."""

from __future__ import annotations

from collections.abc import Mapping

from verifier.domain.claim import Term
from verifier.domain.comparison import SlotComparison
from verifier.domain.enums import SlotOutcome
from verifier.reference import load


def compare_predicates(left: Term | None, right: Term | None) -> SlotComparison:
    """Same family; part where a headline may put one for the other; different; unknown."""
    shown = (left.name if left else None, right.name if right else None)
    if left is None or right is None:
        return SlotComparison("predicate", SlotOutcome.UNKNOWN, *shown, "not told on both sides")
    reference = load()
    if left.key == right.key or reference.family_of(left.key) == reference.family_of(right.key):
        return SlotComparison("predicate", SlotOutcome.SAME, *shown)
    if opposition(left, right) is not None:
        return SlotComparison("predicate", SlotOutcome.SAME, *shown, "opposites of one event")
    if reference.are_akin(left.key, right.key):
        return SlotComparison("predicate", SlotOutcome.PART, *shown, "akin")
    if left.key.startswith("~") and right.key.startswith("~"):
        return SlotComparison("predicate", SlotOutcome.UNKNOWN, *shown, "senses that no list knows")
    return SlotComparison("predicate", SlotOutcome.DIFFERENT, *shown)


def opposition(left: Term | None, right: Term | None) -> Mapping[str, str] | None:
    """How to rename the right side's roles to the left's if the predicates exclude each other, else None."""
    if left is None or right is None:
        return None
    reference = load()
    found = reference.opposition(left.key, right.key)
    if found is not None:
        return found
    entry, other = reference.predicate(left.key), reference.predicate(right.key)
    if entry is None or other is None or entry.family == other.family:
        return None
    for one, two, forward in ((entry, other, True), (other, entry, False)):
        opposite = reference.predicate(one.opposite) if one.opposite else None
        if opposite is not None and opposite.family == two.family:
            role_map = dict(one.role_map)
            return role_map if forward else {new: old for old, new in role_map.items()}
    return None
