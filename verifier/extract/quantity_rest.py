"""What is left of a whole without those excepted: "all but two of the 30 miners", "alle bis auf zwei der 30"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.enums import Qualifier, QuantityKind
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.words import load_words
from verifier.text.tokens import Token

_FAR = 6
"""How many words may stand between those excepted and the whole that is named after them."""


def with_rests(quantities: Sequence[Quantity], tokens: Sequence[Token], lang: str) -> list[Quantity]:
    """The quantities, with those excepted and their whole made the rest; those excepted alone tell no number."""
    result: list[Quantity] = []
    wholes: set[int] = set()
    for n, quantity in enumerate(quantities):
        opening = _opening(quantity, tokens, lang)
        if opening is None:
            result += [] if n in wholes else [quantity]
            continue
        following = quantities[n + 1] if n + 1 < len(quantities) else None
        if following is not None and _is_their_whole(following, quantity, tokens, lang):
            wholes.add(n + 1)
            result += _rest(quantity, following, opening)
        elif result and _opens_as_whole(result[-1], tokens, lang):
            result += _rest_of_opening(quantity, result[-1], opening)
    return result


def _opening(quantity: Quantity, tokens: Sequence[Token], lang: str) -> int | None:
    """Where the words that except a number begin ("all but", "bis auf"); None where it is none of those."""
    if quantity.kind is not QuantityKind.NUMBER or quantity.unit is not None or quantity.figure is None:
        return None
    words = load_words("quantities", lang)["rests"]
    at = bisect_left(tokens, quantity.figure.start, key=lambda token: token.span.start)
    for joint in words["joints"]:
        first = at - len(joint.split())
        if first < 0 or " ".join(token.lower for token in tokens[first:at]) != joint:
            continue
        if first and tokens[first - 1].lower in words["all"]:
            return tokens[first - 1].span.start
        if joint in words["fronted"] and any(token.lower in words["all"] for token in tokens[at : at + _FAR]):
            return tokens[first].span.start
    return None


def _is_their_whole(whole: Quantity, excepted: Quantity, tokens: Sequence[Token], lang: str) -> bool:
    """Whether a number says of how many some are excepted: "all but two of the 30", "bis auf zwei alle 30"."""
    if whole.kind is not excepted.kind or whole.unit is not None:
        return False
    if excepted.part_of == whole.span.start:
        return True
    before = bisect_left(tokens, whole.span.start, key=lambda token: token.span.start) - 1
    return tokens[before].lower in load_words("quantities", lang)["rests"]["all"]


def _left(excepted: Quantity, whole: Quantity) -> float | None:
    """How many are left, where both numbers are told as they are."""
    if excepted.point is None or whole.point is None or whole.qualifier is not Qualifier.BARE:
        return None
    return whole.point - excepted.point if whole.point > excepted.point else None


def _rest(excepted: Quantity, whole: Quantity, opening: int) -> list[Quantity]:
    """The rest as one number over the words of both."""
    left = _left(excepted, whole)
    if left is None:
        return []
    exact = Interval(left, left)
    return [replace(whole, span=Span(opening, whole.span.end), point=left, hard=exact, soft=exact)]


def _opens_as_whole(whole: Quantity, tokens: Sequence[Token], lang: str) -> bool:
    """Whether a sentence opens with the number of all: "of the 30 miners, all but two …"."""
    before = bisect_left(tokens, whole.span.start, key=lambda token: token.span.start)
    opening = " ".join(token.lower for token in tokens[:before])
    words = load_words("quantities", lang)
    return whole.kind is QuantityKind.NUMBER and whole.unit is None and opening in (
        *words["whole_joint"], *(f"{joint} {total}" for joint in words["whole_joint"] for total in words["whole_total"])
    )  # fmt: skip


def _rest_of_opening(excepted: Quantity, whole: Quantity, opening: int) -> list[Quantity]:
    """The rest as a part of a whole that is told before those excepted."""
    left = _left(excepted, whole)
    if left is None or excepted.figure is None:
        return []
    exact, span = Interval(left, left), Span(opening, excepted.figure.end)
    told = replace(whole, span=span, figure=excepted.figure, part_of=whole.span.start)
    return [replace(told, point=left, hard=exact, soft=exact)]
