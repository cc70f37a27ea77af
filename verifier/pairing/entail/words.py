"""Whether words that stand in one place of two sentences say the same, exclude each other, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from verifier.pairing.entail.standing import Standing
from verifier.pairing.entail.statement import Item
from verifier.reference import load
from verifier.reference.contrasts import Contrast
from verifier.reference.gazetteer import load_gazetteer
from verifier.text.tokens import Pos

_NUMERAL = re.compile(r"[0-9]+(?:[.,:/-][0-9]+)+")
"""Digits that name no single number: a ratio, a score, a time of day."""


def stand(premise: Sequence[Item], hypothesis: Sequence[Item], lang: str) -> Standing:
    """How the words of the hypothesis stand to those of the premise in their place."""
    one, other = _phrases(premise), _phrases(hypothesis)
    if not one.isdisjoint(other):
        return Standing.FOLLOWS
    if all(_NUMERAL.fullmatch(phrase) for phrase in one | other):
        return Standing.EXCLUDED
    for judge in (_contrast, _states, _predicates):
        found = judge(one, other, lang)
        if found is not None:
            return found
    if _are_places(premise) and _are_places(hypothesis):
        return _places(premise, hypothesis, lang)
    return Standing.OPEN


def _phrases(items: Sequence[Item]) -> set[str]:
    """The words as written and as lemmas, each alone and together."""
    return {" ".join(item.key for item in items), " ".join(item.lemma for item in items)}


def _contrast(one: Iterable[str], other: Iterable[str], lang: str) -> Standing | None:
    found = {load().contrast(a, b, lang) for a in one for b in other}
    if Contrast.SAME in found:
        return Standing.FOLLOWS
    return Standing.EXCLUDED if Contrast.OPPOSITE in found else None


def _states(one: Iterable[str], other: Iterable[str], lang: str) -> Standing | None:
    """Two states, or two adjectives or peoples of states."""
    left, right = _state(one, lang), _state(other, lang)
    if left is None or right is None:
        return None
    return Standing.FOLLOWS if left == right else Standing.EXCLUDED


def _state(phrases: Iterable[str], lang: str) -> str | None:
    return next((state for phrase in phrases if (state := _state_named(phrase, lang))), None)


@lru_cache(maxsize=16_384)
def _state_named(phrase: str, lang: str) -> str | None:
    actors = load().actors
    entries = (*actors.names.find(phrase, lang), actors.of_adjective(phrase, lang))
    return next((entry.slug for entry in entries if entry is not None and entry.kind == "state"), None)


def _predicates(one: Iterable[str], other: Iterable[str], lang: str) -> Standing | None:
    reference = load()
    left = {slug for phrase in one for slug in _predicates_named(phrase, lang)}
    right = {slug for phrase in other for slug in _predicates_named(phrase, lang)}
    if any(reference.family_of(a) == reference.family_of(b) for a in left for b in right):
        return Standing.FOLLOWS
    opposed = any(reference.opposition(a, b) is not None for a in left for b in right)
    return Standing.EXCLUDED if opposed else None


@lru_cache(maxsize=16_384)
def _predicates_named(phrase: str, lang: str) -> tuple[str, ...]:
    return tuple(entry.slug for entry in load().predicates_of_verb(phrase, lang))


def _are_places(items: Sequence[Item]) -> bool:
    return all(item.pos is Pos.NAME for item in items)


def _places(premise: Sequence[Item], hypothesis: Sequence[Item], lang: str) -> Standing:
    gazetteer = load_gazetteer()
    one, other = (
        {place.slug for place in gazetteer.places_named(" ".join(item.key for item in side), lang)}
        for side in (premise, hypothesis)
    )
    if not one or not other:
        return Standing.OPEN
    if any(gazetteer.is_within(a, b) for a in one for b in other):
        return Standing.FOLLOWS
    return Standing.OPEN if any(gazetteer.is_within(b, a) for a in one for b in other) else Standing.EXCLUDED
