"""Statements by which a source leaves what it said before: it concedes, or says now what it did not say then."""

from __future__ import annotations

import re

from verifier.domain.claim import Claim
from verifier.pairing.compare.telling import contrast_words, has_any

_PARTED = re.compile(r"[;,]\s*(?=(\w+))")


def admits(claim: Claim) -> bool:
    """Whether the source of ``claim`` concedes it by its verb of saying, or tells that its account has changed."""
    if not claim.reading.chain:
        return False
    step, lists = claim.reading.chain[0], contrast_words(claim.lang)
    return step.cue in lists["admitting"] or has_any(_of_source(claim), lists["turning"])


def _of_source(claim: Claim) -> str:
    """The part of the sentence in which the source is said to speak, up to where another one is set against it."""
    cue = claim.reading.chain[0].cue_span
    at = (cue if cue is not None else claim.span).start - claim.sentence_start
    turns = [m.start() for m in _PARTED.finditer(claim.context) if m[1].lower() in _opposing(claim.lang)]
    first = max((turn for turn in turns if turn <= at), default=0)
    return claim.context[first : min((turn for turn in turns if turn > at), default=len(claim.context))]


def _opposing(lang: str) -> frozenset[str]:
    return contrast_words(lang)["markers"]
