"""Parts and wholes among the quantities of one sentence: "17 of 22", "hundreds of doctors, some 6,000 of whom"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos, Token

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
        at = _whole_of(n, result, tokens, lang)
        if at is None:
            continue
        whole = result[at]
        thing, span = quantity.thing, quantity.thing_span
        if thing is None or (span is not None and whole.thing_span is not None and span.overlaps(whole.span)):
            thing, span = whole.thing, whole.thing_span
        if thing is None and quantity.thing is not None:
            thing, span = quantity.thing, quantity.thing_span
        result[n] = replace(quantity, part_of=whole.span.start, thing=thing, thing_span=span)
        if whole.thing is None and quantity.thing is not None and not _is_among(quantity, whole, tokens, lang):
            result[at] = replace(whole, thing=quantity.thing, thing_span=quantity.thing_span)
    return result


def _is_among(part: Quantity, whole: Quantity, tokens: Sequence[Token], lang: str) -> bool:
    """Whether a part with a noun of its own only lies among the whole: of "23 others, including three children"."""
    between = _words_between(tokens, whole.span.end, part.span.start)
    return any(word in load_words("quantities", lang)["among_words"] for word in between)


def with_shared_things(quantities: Sequence[Quantity], tokens: Sequence[Token], lang: str) -> list[Quantity]:
    """Numbers without a noun count what the number before them counts: "two people were killed and 14 injured".

    A toll has people of its own: "two more miners died, bringing the toll to eight".
    """
    tolls = set(load_words("syntax", lang)["tolls"])
    result: list[Quantity] = []
    for quantity in quantities:
        before = result[-1] if result else None
        sized = before is not None and tolls & set(_words_between(tokens, before.span.end, quantity.span.start))
        if before is not None and before.thing is not None and not sized and _is_elliptic(quantity, before, tokens):
            result.append(replace(quantity, thing=before.thing, thing_span=before.thing_span))
        else:
            result.append(quantity)
    return result


def _is_elliptic(quantity: Quantity, before: Quantity, tokens: Sequence[Token]) -> bool:
    if quantity.kind is not QuantityKind.NUMBER or before.kind is not QuantityKind.NUMBER or quantity.thing is not None:
        return False
    if quantity.point is not None and not quantity.point.is_integer():
        return False
    between = _words_between(tokens, before.span.end, quantity.span.start)
    if ";" in between[:-1]:
        return False
    following = next(iter(_words_from(tokens, quantity.span.end, 1)), None)
    if " ".join(t.lower for t in _words_from(tokens, quantity.span.end, 2)) == "out of":
        return False  # "12,000 took part; two out of three trains ran"
    return following is None or not (following.is_nominal or following.pos in (Pos.ADJ, Pos.NUM))


def _words_from(tokens: Sequence[Token], offset: int, count: int) -> Sequence[Token]:
    """The first ``count`` tokens from ``offset`` on."""
    first = bisect_left(tokens, offset, key=lambda token: token.span.start)
    return tokens[first : first + count]


def _words_between(tokens: Sequence[Token], start: int, end: int) -> list[str]:
    """The words that lie from ``start`` to ``end``, in lower case."""
    first = bisect_left(tokens, start, key=lambda token: token.span.start)
    last = bisect_left(tokens, end, lo=first, key=lambda token: token.span.start)
    return [token.lower for token in tokens[first:last] if token.span.end <= end]


def _whole_of(n: int, quantities: Sequence[Quantity], tokens: Sequence[Token], lang: str) -> int | None:
    """The index of the whole that the quantity ``n`` is a part of: the next one or the one before."""
    part = quantities[n]
    if part.kind not in (QuantityKind.NUMBER, QuantityKind.MONEY):
        return None
    words = load_words("quantities", lang)
    following = quantities[n + 1] if n + 1 < len(quantities) else None
    if following is not None and following.kind is part.kind and _is_whole_after(part, following, tokens, words):
        return n + 1
    if n and quantities[n - 1].kind is part.kind and _points_back(part, quantities[n - 1], tokens, words):
        return n - 1
    return None


def _is_whole_after(part: Quantity, whole: Quantity, tokens: Sequence[Token], words: dict[str, list[str]]) -> bool:
    """ "17 of 22 drones", "17 drones …, out of a total of 22"."""
    between = _words_between(tokens, part.span.end, whole.span.start)
    joint = " ".join(between)
    if joint in words["whole_joint"] or joint in [
        f"{j} {t}" for j in words["whole_joint"] for t in words["whole_total"]
    ]:
        return True
    tail = " ".join(between[-5:])
    return "out of" in tail or tail.endswith(("von insgesamt", "aus insgesamt"))


def _points_back(part: Quantity, whole: Quantity, tokens: Sequence[Token], words: dict[str, list[str]]) -> bool:
    """ "some 6,000 of whom", "davon 17", "including three children": a word near the part that means the whole."""
    after = [t.lower for t in _words_from(tokens, part.span.end, 2)]
    if " ".join(after) in words["part_words"] or (after and after[0] in ("davon",)):
        return True
    if _leads_back(part, whole, tokens, words):
        return True
    text = f" {' '.join(_words_between(tokens, whole.span.end, part.span.start)[-_NEAR:])} "
    for words_of_part in words["part_words"]:
        at = text.rfind(f" {words_of_part} ")
        if at >= 0 and " ," not in text[at + len(words_of_part) :]:
            return True
    return False


def _leads_back(part: Quantity, whole: Quantity, tokens: Sequence[Token], words: dict[str, list[str]]) -> bool:
    """ "Of the 30 men arrested, 12", "unter den 64 Toten sind neun": only a verb lies between whole and part."""
    opening = bisect_left(tokens, whole.span.start, key=lambda token: token.span.start) - 1
    while opening > 0 and tokens[opening].pos in (Pos.DET, Pos.POSS):
        opening -= 1
    led = tokens[opening].lower if opening >= 0 else ""
    known = tokens[opening + 1].pos is Pos.DET  # "unter 18" is a bound
    if led not in ("of", "von") and not (known and led in words["among_words"]):
        return False
    end = max(whole.span.end, whole.thing_span.end if whole.thing_span is not None else 0)
    first = bisect_left(tokens, end, key=lambda token: token.span.start)
    between = tokens[first : bisect_left(tokens, part.span.start, lo=first, key=lambda token: token.span.start)]
    if (
        opening == 0 or tokens[opening - 1].pos is Pos.PUNCT
    ):  # "Von den elf Brunnen der Stadt seien nur vier in Betrieb"
        between = _without_attribute(between)
    return len(between) <= _NEAR and all(t.text == "," or t.is_verbal or t.pos is Pos.ADV for t in between)


def _without_attribute(between: Sequence[Token]) -> Sequence[Token]:
    """The words between whole and part without what describes the whole: "announced by the United Nations"."""
    if not between or not (between[0].pos in (Pos.DET, Pos.ADP) or between[0].form is Form.PARTICIPLE):
        return between
    attribute = (Pos.DET, Pos.ADP, Pos.NOUN, Pos.NAME, Pos.ADJ)
    end = next((n for n, t in enumerate(between) if n and t.pos not in attribute), len(between))
    return between[end:]


def linked_back(sentence: SentenceLike, before: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of a sentence; "Nine of them" at its start is a part of the last one of the sentence before."""
    result = list(sentence.quantities)
    if not result or not before or result[0].part_of is not None or result[0].kind is not QuantityKind.NUMBER:
        return result
    following = [t.lower for t in sentence.tokens if t.span.start >= result[0].span.end][:2]
    before_it = (t for t in sentence.tokens if t.span.end <= result[0].span.start)
    leading = [t.lower for t in before_it if t.pos is not Pos.PUNCT]
    words = load_words("quantities", sentence.lang)["back_words"]
    if (named := _named_again(sentence, result[0], before)) is not None:
        result[0] = replace(result[0], part_of=named.span.start)
        return result
    after = (" ".join(following[:count]) for count in range(1, len(following) + 1))
    if any(each in words for each in after) or (
        len(leading) <= 2 and (" ".join(leading) in words or any(word in words for word in leading))
    ):
        whole = next((q for q in reversed(before) if _may_hold(q, result[0])), before[-1])
        result[0] = replace(
            result[0],
            part_of=whole.span.start,
            thing=result[0].thing if result[0].thing_span is not None else whole.thing,
            thing_span=result[0].thing_span or whole.thing_span,
        )
        result = with_shared_things(result, sentence.tokens, sentence.lang)
    return result


def _named_again(sentence: SentenceLike, part: Quantity, before: Sequence[Quantity]) -> Quantity | None:
    """The whole whose things are named again: "41 of the drones", "neun der Verletzten" after so many of them."""
    first = bisect_left(sentence.tokens, part.span.end, key=lambda token: token.span.start)
    tie = " ".join(t.lower for t in sentence.tokens[first : first + 2])
    ties = load_words("quantities", sentence.lang)["again_words"]
    if part.thing is None or not any(f"{tie} ".startswith(f"{each} ") for each in ties):
        return None
    wholes = [q for q in before if q.thing == part.thing and q.part_of is None and _may_hold(q, part)]
    return wholes[-1] if len(wholes) == 1 else None


def _may_hold(whole: Quantity, part: Quantity) -> bool:
    """Whether a number is large enough to be the whole of another."""
    if whole.kind is not QuantityKind.NUMBER:
        return False
    highest = whole.soft.hi if whole.hard.hi is None else whole.hard.hi
    return highest is None or highest >= (part.hard.lo or 0)
