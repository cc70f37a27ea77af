"""Figures that are no toll: of further ones ("two more bodies", "another 15"), and of what lies between two tolls."""

from __future__ import annotations

import re
from itertools import zip_longest

from verifier.domain.claim import Claim
from verifier.pairing.compare.telling import contrast_words

_WORD = re.compile(r"[^\W\d_]+")
_PAUSE = re.compile(r"[,;:()–—]")


def counts_further(claim: Claim) -> bool:
    """Whether a claim's figure counts others than those counted before, or how far two counts lie apart.

    A word of the figure or right beside it says so and compares nothing: "two more", not "more than two"; "a majority
    of 17 votes", "500 above the limit".
    """
    quantity = claim.reading.quantity
    if quantity is None or not claim.span.covers(quantity.span):
        return False
    lists, text = contrast_words(claim.lang), claim.context or claim.quote
    lowered = text.lower()
    if not any(word in lowered for word in lists["further"] | lists["gaps"] | lists["beyond"]):
        return False
    start = max(0, text.find(claim.quote)) + quantity.span.start - claim.span.start
    end = start + len(quantity.span)
    before, figure, after = _words(text[:start]), _words(text[start:end]), _words(_PAUSE.split(text[end:])[0])
    if not lists["gaps"].isdisjoint(before[-2:-1]) or not lists["beyond"].isdisjoint(after[:2]):
        return True
    words = [*before[-1:], *figure, *after[:1]]
    pairs = zip_longest(words, [*words[1:], *after[1:2]], fillvalue="")
    return any(word in lists["further"] and beside not in lists["than"] for word, beside in pairs)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
