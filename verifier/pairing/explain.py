"""One sentence that says what two claims are to each other, and why."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison, SlotComparison
from verifier.domain.enums import Relation, SlotOutcome, Strength

_SCOPES = {
    "role": "the parties or their roles differ",
    "modality": "one is told as a fact and the other is not",
    "time": "they speak of different times",
    "place": "they speak of different places",
    "thing": "they count different things",
    "predicate": "they tell of different acts",
    "aspect": "one counts a single event and the other does not",
}
_BOTH = "Both cannot be true"
_LONGEST = 140
_NUMBERS = (Relation.DISPUTES, Relation.REVISES, Relation.UPDATES)
_CODED = ("polarity", "modality", "aspect")
"""Slots whose values are codes of ours; those of all others are words of the texts."""


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "lang" / "explain_en.toml").read_text(encoding="utf-8"))


def _word(group: str, code: str) -> str:
    """The word for a code; the code itself where it is a word of its own."""
    return _words()[group].get(code, code)


def explain_pair(left: Claim, right: Claim, comparison: Comparison) -> str:
    """The explanation of a pair in one or two sentences, from its slots alone."""
    head = _head(left, right, comparison)
    return f"{head} {_slots(comparison)}".strip()


def without_words(explanation: str) -> str:
    """An explanation as it is read beside the words of both claims: those are not told again."""
    return explanation[max(explanation.rfind(_BOTH), 0) :]


def speaker(claim: Claim) -> str:
    """Who answers for a claim, as a reader would put it."""
    claimant = claim.reading.claimant
    if claimant is not None:
        return claimant.name[:1].upper() + claimant.name[1:]
    return f"The article itself ({claim.document_name})"


def _within(name: str) -> str:
    """A name inside a sentence: "the opposition", as its article is written there."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def _head(left: Claim, right: Claim, comparison: Comparison) -> str:
    relation, aspect = comparison.relation, comparison.aspect or ""
    who, whom = speaker(left), _within(speaker(right))
    one, other = _said(left), _said(right)
    if relation is Relation.CONTRADICTS:
        because = _words()["why"].get(aspect, "")
        both = f"{_BOTH}: {because}." if because else f"{_BOTH}."
        return f"{who} {_verb(left)} {one}; {whom} {_verb(right)} {other}. {both}"
    if relation is Relation.DISPUTES:
        how = "cannot both be right" if comparison.strength is Strength.HARD else "hardly fit together"
        return f"{who} gave {_number(left)}, {whom} gave {_number(right)} for the same question; these {how}."
    if relation in (Relation.REVISES, Relation.UPDATES):
        early, late = (right, left) if comparison.direction == "left" else (left, right)
        if relation is Relation.UPDATES:
            return f"{_number(early)}, later {_number(late)}: stages of one running figure."
        return f"{speaker(early)} first gave {_number(early)}, later {_number(late)} for the same question."
    if relation is Relation.DIFFERENT_SCOPE:
        return f"They do not compete: {_SCOPES.get(aspect, aspect)}."
    if relation is Relation.UNDETERMINED:
        return f"Whether they compete cannot be told: {_word('slot', aspect)} is not known on both sides."
    if relation is Relation.DIFFERS:
        return f"{who} and {whom} characterise the same subject in rival ways."
    if relation is Relation.REFINES:
        respect = _words()["slot"].get(aspect, "")
        return f"One is a part of the other ({respect})." if respect else "One is a part of the other."
    if relation is Relation.CORROBORATES:
        how = "independently of each other" if comparison.independent else "but not independently"
        return f"{who} and {whom} support the same, {how}."
    if relation is Relation.DUPLICATE:
        return "They are one utterance told twice."
    return "They have nothing in common."


def _verb(claim: Claim) -> str:
    return _word("said", claim.reading.commitment.value)


def _said(claim: Claim) -> str:
    text = claim.reading.canonical_text.strip()
    return f"“{text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(' ', 1)[0] + ' …'}”"


def _number(claim: Claim) -> str:
    quantity = claim.reading.quantity
    if quantity is None:
        return _said(claim)
    return f"“{quantity.surface}”"


def _slots(comparison: Comparison) -> str:
    """The slots that differ, and those that one side alone tells, in words."""
    told = _told_before(comparison)
    different = [s for s in comparison.slots if s.outcome is SlotOutcome.DIFFERENT and s.slot not in told]
    unknown = [s for s in comparison.slots if s.outcome is SlotOutcome.UNKNOWN and (s.left or s.right)]
    unknown = [s for s in unknown if s.slot not in told]
    parts = []
    if different:
        parts.append(f"Different: {', '.join(_differs(s) for s in different)}.")
    if unknown:
        parts.append(f"Not known on both sides: {', '.join(_word('slot', s.slot) for s in unknown)}.")
    return " ".join(parts)


def _told_before(comparison: Comparison) -> tuple[str, ...]:
    """Slots that the first sentence has told of already."""
    if comparison.relation in _NUMBERS:
        return ("quantity",)
    if comparison.relation is Relation.CONTRADICTS:
        return ("polarity",) if comparison.aspect in _words()["why"] else ()
    return (comparison.aspect or "",) if comparison.relation is Relation.UNDETERMINED else ()


def _differs(slot: SlotComparison) -> str:
    sides = (side or "not told" for side in (slot.left, slot.right))
    left, right = (_word("value", side) if slot.slot in _CODED else side for side in sides)
    name = _word("slot", slot.slot)
    return name if left == right else f"{name} ({left} – {right})"
