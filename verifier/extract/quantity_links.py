"""Parts and wholes among the quantities of one sentence: "17 of 22", "hundreds of doctors, some 6,000 of whom"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.words import load_words
from verifier.text.tokens import Pos, Token

_NEAR = 6


class SentenceLike(Protocol):
    """What a sentence tells of its numbers."""

    @property
    def lang(self) -> str: ...
    @property
    def tokens(self) -> Sequence[Token]: ...
    @property
    def quantities(self) -> Sequence[Quantity]: ...


def with_links(quantities: Sequence[Quantity], tokens: Sequence[Token], lang: str) -> list[Quantity]:
    """The quantities with ``part_of`` set to the offset of their whole, and the thing a part shares with it."""
    result = list(quantities)
    for n, quantity in enumerate(result):
        whole = _whole_of(n, result, tokens, lang)
        if whole is None:
            continue
        thing, span = quantity.thing, quantity.thing_span
        if thing is None or (span is not None and whole.thing_span is not None and span.overlaps(whole.span)):
            thing, span = whole.thing, whole.thing_span
        if thing is None and quantity.thing is not None:
            thing, span = quantity.thing, quantity.thing_span
        result[n] = replace(quantity, part_of=whole.span.start, thing=thing, thing_span=span)
        at = result.index(whole)
        if whole.thing is None and quantity.thing is not None:
            result[at] = replace(whole, thing=quantity.thing, thing_span=quantity.thing_span)
    return result


def with_shared_things(quantities: Sequence[Quantity], tokens: Sequence[Token]) -> list[Quantity]:
    """Numbers without a noun count what the number before them counts: "two people were killed and 14 injured"."""
    result: list[Quantity] = []
    for quantity in quantities:
        before = result[-1] if result else None
        if before is not None and before.thing is not None and _is_elliptic(quantity, before, tokens):
            result.append(replace(quantity, thing=before.thing, thing_span=before.thing_span))
        else:
            result.append(quantity)
    return result


def _is_elliptic(quantity: Quantity, before: Quantity, tokens: Sequence[Token]) -> bool:
    if quantity.kind is not QuantityKind.NUMBER or before.kind is not QuantityKind.NUMBER or quantity.thing is not None:
        return False
    if quantity.point is not None and not quantity.point.is_integer():
        return False
    following = next((t for t in tokens if t.span.start >= quantity.span.end), None)
    return following is None or not (following.is_nominal or following.pos in (Pos.ADJ, Pos.NUM))


def _whole_of(n: int, quantities: Sequence[Quantity], tokens: Sequence[Token], lang: str) -> Quantity | None:
    part = quantities[n]
    if part.kind not in (QuantityKind.NUMBER, QuantityKind.MONEY):
        return None
    words = load_words("quantities", lang)
    following = quantities[n + 1] if n + 1 < len(quantities) else None
    if following is not None and following.kind is part.kind and _is_whole_after(part, following, tokens, words):
        return following
    if n and quantities[n - 1].kind is part.kind and _points_back(part, quantities[n - 1], tokens, words):
        return quantities[n - 1]
    return None


def _is_whole_after(part: Quantity, whole: Quantity, tokens: Sequence[Token], words: dict[str, list[str]]) -> bool:
    """ "17 of 22 drones", "17 drones …, out of a total of 22"."""
    between = [t.lower for t in tokens if part.span.end <= t.span.start and t.span.end <= whole.span.start]
    joint = " ".join(between)
    if joint in words["whole_joint"] or joint in [
        f"{j} {t}" for j in words["whole_joint"] for t in words["whole_total"]
    ]:
        return True
    tail = " ".join(between[-5:])
    return "out of" in tail or tail.endswith(("von insgesamt", "aus insgesamt"))


def _points_back(part: Quantity, whole: Quantity, tokens: Sequence[Token], words: dict[str, list[str]]) -> bool:
    """ "some 6,000 of whom", "davon 17", "including three children": a word near the part that means the whole."""
    gap = Span(whole.span.end, max(whole.span.end, part.span.start))
    before = " ".join(t.lower for t in tokens if gap.covers(t.span)).split()[-_NEAR:]
    after = [t.lower for t in tokens if t.span.start >= part.span.end][:2]
    if " ".join(after) in words["part_words"] or (after and after[0] in ("davon",)):
        return True
    whole_end = max(whole.span.end, whole.thing_span.end if whole.thing_span is not None else 0)
    opener = next((t for t in reversed(tokens) if t.span.end <= whole.span.start), None)
    if (
        opener is not None
        and opener.lower in ("of", "von")
        and not any(whole_end <= t.span.start < part.span.start and t.text != "," for t in tokens)
    ):
        return True
    text = f" {' '.join(before)} "
    for words_of_part in words["part_words"]:
        at = text.rfind(f" {words_of_part} ")
        if at >= 0 and " ," not in text[at + len(words_of_part) :]:
            return True
    return False


def linked_back(sentence: SentenceLike, before: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of a sentence; "Nine of them" at its start is a part of the last one of the sentence before."""
    result = list(sentence.quantities)
    if not result or not before or result[0].part_of is not None or result[0].kind is not QuantityKind.NUMBER:
        return result
    following = [t.lower for t in sentence.tokens if t.span.start >= result[0].span.end][:2]
    leading = [t.lower for t in sentence.tokens if t.span.end <= result[0].span.start]
    words = load_words("quantities", sentence.lang)["back_words"]
    if " ".join(following) in words or (len(leading) <= 2 and any(word in words for word in leading)):
        whole = next((q for q in reversed(before) if _may_hold(q, result[0])), before[-1])
        result[0] = replace(
            result[0],
            part_of=whole.span.start,
            thing=result[0].thing if result[0].thing_span is not None else whole.thing,
            thing_span=result[0].thing_span or whole.thing_span,
        )
        result = with_shared_things(result, sentence.tokens)
    return result


def _may_hold(whole: Quantity, part: Quantity) -> bool:
    """Whether a number is large enough to be the whole of another."""
    return whole.kind is QuantityKind.NUMBER and (whole.hard.hi is None or whole.hard.hi >= (part.hard.lo or 0))
