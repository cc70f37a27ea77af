"""What the words around two figures tell of them: "one of them" counts nothing, "within a year" is another span."""

from __future__ import annotations

import re

from verifier.domain.claim import Claim
from verifier.domain.enums import Qualifier
from verifier.domain.quantity import Quantity
from verifier.pairing.compare.quantities import Overlap, are_close, overlap_of
from verifier.pairing.compare.telling import contrast_words
from verifier.reference import load

_WORD = re.compile(r"\w+")
_DURATION = "time"


def points_out_one(claim: Claim) -> bool:
    """Whether a claim's figure only points out one of several: "one of them", "declared one unlawful".

    "Only one of the twelve" counts.
    """
    quantity, lists = claim.reading.quantity, contrast_words(claim.lang)
    if quantity is None or quantity.surface.lower() not in lists["single"]:
        return False
    before, after = _around(claim, quantity)
    if before[-1:] and before[-1] in lists["limiting"]:
        return False
    thing = claim.reading.thing
    taken_up = thing is not None and thing.span is not None and not claim.span.covers(thing.span)
    return bool(after) and (taken_up or after[0] in lists["partitive"])


def is_owned(claim: Claim) -> bool:
    """Whether a claim's figure counts what belongs to somebody: "his 48,000 hens"."""
    quantity = claim.reading.quantity
    if quantity is None:
        return False
    before, _ = _around(claim, quantity)
    return before[-1:] != [] and before[-1] in contrast_words(claim.lang)["owning"]


def is_part_told(claim: Claim) -> bool:
    """Whether a claim's figure is in its sentence a part: right before "of them", or told after it."""
    quantity, text = claim.reading.quantity, claim.context
    if quantity is None or not text:
        return False
    start = max(0, text.find(claim.quote)) + quantity.span.start - claim.span.start
    for phrase in contrast_words(claim.lang)["parting"]:
        at = text.lower().find(f" {phrase} ")
        if at >= 0 and (start > at or start + len(quantity.span) == at):
            return True
    return False


def is_part_of(claim: Claim, whole: Claim) -> bool:
    """Whether a text itself makes the figure of one of its claims a part of another's."""
    part, of = claim.reading.quantity, whole.reading.quantity
    return part is not None and of is not None and part.part_of == of.span.start


def is_rounded(left: Claim, right: Claim) -> bool:
    """Whether of two bare numbers one rounds the other: a headline's, or one within a fiftieth (17, 17.2 million)."""
    one, other = left.reading.quantity, right.reading.quantity
    if one is None or other is None or {one.qualifier, other.qualifier} != {Qualifier.BARE}:
        return False
    if left.section_kind.is_headline != right.section_kind.is_headline:
        return True
    return one.point is not None and other.point is not None and are_close(one, other)


def are_of_other_spans(left: Claim, right: Claim) -> bool:
    """Whether both figures hold for a span of time that their own words name, and the spans differ."""
    one, other = _span_of(left), _span_of(right)
    return one is not None and other is not None and overlap_of(one, other) is not Overlap.OK


def _span_of(claim: Claim) -> Quantity | None:
    """The length of time in which so many were reached: "within five years"."""
    words = contrast_words(claim.lang)["spanning"]
    for quantity in claim.reading.quantities[1:]:
        unit = load().unit(quantity.unit) if quantity.unit else None
        if unit is not None and unit.dimension == _DURATION and claim.span.covers(quantity.span):
            before, _ = _around(claim, quantity)
            if before[-1:] and before[-1] in words:
                return quantity
    return None


def _around(claim: Claim, quantity: Quantity) -> tuple[list[str], list[str]]:
    """The words of a claim before and after one of its figures."""
    if not claim.span.covers(quantity.span):
        return [], []
    start, end = quantity.span.start - claim.span.start, quantity.span.end - claim.span.start
    lowered = claim.quote.lower()
    return _WORD.findall(lowered[:start]), _WORD.findall(lowered[end:])
