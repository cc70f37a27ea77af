"""Counts of further ones ("two more bodies", "another 15", "drei weitere Menschen"): no toll, what comes on top."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest

from verifier.domain.claim import Claim
from verifier.pairing.compare.telling import contrast_words

_WORD = re.compile(r"[^\W\d_]+")


def counts_further(claim: Claim) -> bool:
    """Whether a claim's figure counts others than those counted before."""
    quantity = claim.reading.quantity
    if quantity is None or not claim.span.covers(quantity.span):
        return False
    start = quantity.span.start - claim.span.start
    before, after = claim.quote[:start], claim.quote[start + len(quantity.span) :]
    return _says_further(before, claim.quote[start : start + len(quantity.span)], after, claim.lang)


@lru_cache(maxsize=8192)
def _says_further(before: str, figure: str, after: str, lang: str) -> bool:
    """Whether a word of a figure or right beside it says so and compares nothing: "two more", not "more than two"."""
    lists = contrast_words(lang)
    words = [*_words(before)[-1:], *_words(figure), *_words(after)[:1]]
    following = [*words[1:], *_words(after)[1:2]]
    pairs = zip_longest(words, following, fillvalue="")
    return any(word in lists["further"] and beside not in lists["than"] for word, beside in pairs)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
