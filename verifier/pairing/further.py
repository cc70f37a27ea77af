"""Counts of further ones ("two more bodies", "another 15", "drei weitere Menschen"): no toll, what comes on top."""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.domain.claim import Claim
from verifier.pairing.compare.telling import contrast_words

_WORD = re.compile(r"[^\W\d_]+")


def counts_further(claim: Claim) -> bool:
    """Whether a claim's figure counts others than those counted before."""
    quantity = claim.reading.quantity
    if quantity is None or not claim.span.covers(quantity.span):
        return False
    start = quantity.span.start - claim.span.start
    return _says_further(claim.quote[:start], claim.quote[start : start + len(quantity.span)], claim.lang) or (
        _begins_further(claim.quote[start + len(quantity.span) :], claim.lang)
    )


@lru_cache(maxsize=8192)
def _says_further(before: str, figure: str, lang: str) -> bool:
    """Whether the word right before a figure, or the first or last of its own, says so."""
    words = contrast_words(lang)["further"]
    near = [*_WORD.findall(before)[-1:], *(_WORD.findall(figure)[n] for n in (0, -1) if _WORD.findall(figure))]
    return any(word.lower() in words for word in near)


@lru_cache(maxsize=8192)
def _begins_further(after: str, lang: str) -> bool:
    """Whether the word right after a figure says so, and compares nothing: "two more", not "two more than"."""
    lists, words = contrast_words(lang), [word.lower() for word in _WORD.findall(after)[:2]]
    return bool(words) and words[0] in lists["further"] and not (words[1:] and words[1] in lists["than"])
