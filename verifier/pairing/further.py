"""Counts of further ones ("two more bodies", "another 15", "drei weitere Menschen"): no toll, what comes on top."""

from __future__ import annotations

import re
from itertools import islice, zip_longest

from verifier.domain.claim import Claim
from verifier.pairing.compare.telling import contrast_words

_WORD = re.compile(r"[^\W\d_]+")
_BESIDE = 24
"""In so many letters before a figure the word before it mostly stands whole, and another before that."""


def counts_further(claim: Claim) -> bool:
    """Whether a claim's figure counts others than those counted before.

    A word of the figure or right beside it says so and compares nothing: "two more", not "more than two".
    """
    quantity = claim.reading.quantity
    if quantity is None or not claim.span.covers(quantity.span):
        return False
    lists = contrast_words(claim.lang)
    start = quantity.span.start - claim.span.start
    end = start + len(quantity.span)
    words = [*_last_word(claim.quote[:start]), *_words(claim.quote[start:end])]
    after = [found.group().lower() for found in islice(_WORD.finditer(claim.quote, end), 2)]
    words += after[:1]
    if lists["further"].isdisjoint(words):
        return False
    pairs = zip_longest(words, [*words[1:], *after[1:]], fillvalue="")
    return any(word in lists["further"] and beside not in lists["than"] for word, beside in pairs)


def _last_word(text: str) -> list[str]:
    """The last word of a text, looked for at its end first."""
    for part in (text[-_BESIDE:], text):
        words = _words(part)
        if len(words) > 1 or part is text:
            return words[-1:]
    return []


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
