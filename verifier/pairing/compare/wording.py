"""How close two claims stand in their very words."""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.domain.claim import Claim
from verifier.pairing.entail.word_lists import load_words

NEAR_COPY = 0.8
"""The share of word 5-grams from which a text counts as a copy of another."""
_WORD = re.compile(r"\w+")
_SIZE = 5
_LONG = 3
_STEM = 5
"""How many letters of a word tell it whatever its ending."""
SAME_MATTER = 0.66
"""The share of the shorter claim's telling words from which both speak of one matter."""

Grams = frozenset[tuple[str, ...]]


@lru_cache(maxsize=16_384)
def word_grams(text: str) -> Grams:
    """The word 5-grams of a text; of a shorter text all its words at once."""
    words = _WORD.findall(text.lower())
    if len(words) < _SIZE:
        return frozenset({tuple(words)}) if words else frozenset()
    return frozenset(zip(*(words[i:] for i in range(_SIZE)), strict=False))


def containment(one: Grams, other: Grams) -> float:
    """The share of the shorter text's 5-grams that the other has."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def is_repeated(one: Grams, other: Grams) -> bool:
    """Whether the shorter of two texts is a copy out of the other, by their 5-grams."""
    return len(one) >= 2 and len(other) >= 2 and containment(one, other) >= NEAR_COPY


def is_near_copy(left: Claim, right: Claim) -> bool:
    """Whether one claim repeats the other's words; the figures of tables have no words of their own."""
    one, other = (word_grams(claim.reading.question_text) for claim in (left, right))
    return is_repeated(one, other) and not (left.is_tabular or right.is_tabular)


def shares_words(left: Claim, right: Claim) -> bool:
    """Whether two claims of one language ask one question in nearly the same words."""
    if left.lang != right.lang:
        return False
    words = [{w for w in _WORD.findall(c.reading.question_text.lower()) if len(w) >= _LONG} for c in (left, right)]
    shorter = min(len(words[0]), len(words[1]))
    return shorter >= 2 and len(words[0] & words[1]) >= NEAR_COPY * shorter


def shares_matter(left: Claim, right: Claim) -> bool:
    """Whether two claims of one language tell of one matter, whatever the order and endings of their words."""
    if left.lang != right.lang:
        return False
    one, other = (_telling_stems(c.reading.question_text, c.lang) for c in (left, right))
    shared = len(one & other)
    return shared >= 2 and shared >= SAME_MATTER * min(len(one), len(other))


@lru_cache(maxsize=16_384)
def _telling_stems(text: str, lang: str) -> frozenset[str]:
    small = load_words(lang).small
    words = (word for word in _WORD.findall(text.lower()) if len(word) > _LONG and word not in small)
    return frozenset(word[:_STEM] for word in words)
