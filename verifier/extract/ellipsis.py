"""Figures that leave unsaid what they count: they answer the figure told just before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.claim import Claim, Reading
from verifier.domain.enums import ClaimKind, QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.words import load_words
from verifier.reference import load

_NEAR, _NEXT = 320, 160
"""How many characters after a figure another may still answer it; where it names the noun again."""
_EMPTY = ("exist", "amount", "name", "give", "put", "become", "happen", "announce")
"""Families of predicates that only say that there are so many."""
_IMPERSONAL = frozenset({"it", "es"})


def answering(claim: Claim, told: Sequence[Claim]) -> Claim:
    """A figure without a noun or an act of its own is about what the nearest figure of its kind is about.

    "Police counted 800 marchers, the organisers spoke of 3,000." A figure with that noun takes the act alone.
    """
    reading = claim.reading
    if not _only_states(claim) or reading.quantity is None:
        return claim
    before = next((c for c in reversed(told) if _is_of_one_kind(claim, c)), None)
    whole = before.reading if before is not None and not _says_nothing(before.reading) else None
    if whole is None or whole.quantity is None:
        return claim
    quantity = reading.quantity
    if quantity.unit is None and whole.quantity.unit is not None:
        sized = whole.quantity
        quantity = replace(quantity, unit=sized.unit, unit_name=sized.unit_name, kind=sized.kind)
    answered = replace(
        reading, predicate=whole.predicate, thing=whole.thing, agent=whole.agent, patient=whole.patient,
        place=reading.place or whole.place, time=reading.time or whole.time, aspect=whole.aspect,
        quantities=(quantity, *reading.quantities[1:]),
    )  # fmt: skip
    return replace(claim, reading=answered)


def _only_states(claim: Claim) -> bool:
    """Whether the verb of a figure only counts, estimates or names it: "spoke of", "put it at", "it was"."""
    reading = claim.reading
    if reading.kind is not ClaimKind.QUANTITY or reading.predicate is None or not _says_nothing(reading):
        return False
    if reading.quantity is None or reading.quantity.point == 1:
        return False  # "a witness spoke" counts nobody
    words = load_words("syntax", claim.lang)
    verb = reading.predicate.name.lower()
    if verb in words["copulas"]:
        return reading.thing is None and bool(_IMPERSONAL & set(claim.quote.lower().split()))
    return verb in (*words["estimating"], *words["counting"], *words["tally_verbs"])


def _says_nothing(reading: Reading) -> bool:
    """Whether a figure's predicate tells no act."""
    entry = load().predicate(reading.predicate.key) if reading.predicate is not None else None
    return entry is None or (entry.family in _EMPTY and not (entry.family == "amount" and reading.thing is not None))


def _is_of_one_kind(claim: Claim, before: Claim) -> bool:
    """Whether ``before`` is a figure near by that counts, or measures in, what ``claim`` may."""
    reading, other = claim.reading, before.reading
    if other.kind is not ClaimKind.QUANTITY or other.quantity is None or reading.quantity is None:
        return False
    near = _NEAR if reading.thing is None else _NEXT
    if claim.span.start - before.span.end > near or not _may_share_unit(reading.quantity, other.quantity):
        return False
    if reading.thing is None:
        return True
    return other.thing is not None and reading.thing.key == other.thing.key


def _may_share_unit(quantity: Quantity, other: Quantity) -> bool:
    if quantity.unit is None:
        plain = quantity.kind is QuantityKind.NUMBER
        return plain and other.kind in (QuantityKind.NUMBER, QuantityKind.MEASURE, QuantityKind.MONEY)
    return quantity.unit == other.unit
