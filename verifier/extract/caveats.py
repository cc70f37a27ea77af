"""A text's own reservations: "could not be independently verified" stays with the claims it covers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.domain.claim import Claim
from verifier.text.shadow import shadow_of

_CAVEAT = re.compile(
    r"\b(?:"
    r"(?:could|can|has|have|was|were)\s?(?:not|n't)(?: yet)?(?: been| be)?(?: immediately| independently)*"
    r" (?:verif\w+|confirm\w+|corroborat\w+)(?: independently)?"
    r"|(?:not|un)(?: been)? ?(?:independently )?(?:verified|verifiable)"
    r"|(?:nicht|unmöglich) (?:unabhängig |von unabhängiger Seite |sofort )?(?:über|nach)?"
    r"(?:prüf\w+|verifizier\w+|bestätig\w+)"
    r"|unabhängig (?:über|nach)prüfen l(?:ieß|ass|äss)\w*[^.\n]{1,60} nicht"
    r")",
    re.IGNORECASE,
)
_REACH = 1200
"""How many characters before its own words a reservation covers: the paragraphs it looks back on."""


def with_caveats(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims of one passage, each with the reservations that follow it closely."""
    if not claims:
        return []
    start, end = claims[0].span.start, claims[-1].span.end + _REACH
    found = [(start + at, words) for at, words in _reservations(shadow_of(text[start:end]))]
    return [_covered(claim, found) for claim in claims if not any(_is_caveat(claim, at, w) for at, w in found)]


def _reservations(shadow: str) -> Iterator[tuple[int, str]]:
    """Where a sentence with a reservation starts, and its words; each sentence once."""
    last = -1
    for match in _CAVEAT.finditer(shadow):
        opens = 1 + max(shadow.rfind(mark, 0, match.start()) for mark in ".\n")
        closes = min(found if (found := shadow.find(mark, match.end())) >= 0 else len(shadow) for mark in ".\n")
        if opens > last:
            yield opens, " ".join(shadow[opens : closes + 1].split())
            last = closes


def _covered(claim: Claim, found: Sequence[tuple[int, str]]) -> Claim:
    if not claim.reading.chain:
        return claim
    caveats = tuple(
        words for at, words in found if 0 <= at - claim.span.end <= _REACH or claim.span.start <= at <= claim.span.end
    )
    return replace(claim, reading=replace(claim.reading, caveats=caveats)) if caveats else claim


def _is_caveat(claim: Claim, at: int, words: str) -> bool:
    """A reservation itself is no claim."""
    return at <= claim.span.start < at + len(words)
