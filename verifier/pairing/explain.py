"""One sentence that says what two claims are to each other, and why."""

from __future__ import annotations

from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.domain.enums import CueClass, Relation, SlotOutcome, Strength

_SCOPES = {
    "role": "the parties or their roles differ",
    "modality": "one is told as a fact and the other is not",
    "time": "they speak of different times",
    "place": "they speak of different places",
    "thing": "they count different things",
    "predicate": "they tell of different acts",
    "aspect": "one counts a single event and the other does not",
}
_COMMITTED = {
    CueClass.ASSERTED: "says",
    CueClass.ESTIMATED: "estimates",
    CueClass.DISTANCED: "claims",
    CueClass.IMPLIED: "implies",
    CueClass.FOUND: "finds",
    CueClass.DENIED: "denies",
    CueClass.CONFIRMED: "confirms",
    CueClass.QUOTED: "says",
}
_WHY = {
    "contrast": "The text itself sets them against each other",
    "blame": "Each names another as the one behind it",
    "denial": "One rejects what the other says",
}
_LONGEST = 140


def explain_pair(left: Claim, right: Claim, comparison: Comparison) -> str:
    """The explanation of a pair in one or two sentences, from its slots alone."""
    head = _head(left, right, comparison)
    return f"{head} {_slots(comparison)}".strip()


def speaker(claim: Claim) -> str:
    """Who answers for a claim, as a reader would put it."""
    claimant = claim.reading.claimant
    if claimant is not None:
        return claimant.name[:1].upper() + claimant.name[1:]
    return f"The article itself ({claim.document_name})"


def _head(left: Claim, right: Claim, comparison: Comparison) -> str:
    relation, aspect = comparison.relation, comparison.aspect or ""
    who, whom = speaker(left), speaker(right)
    one, other = _said(left), _said(right)
    if relation is Relation.CONTRADICTS:
        why = _WHY.get(aspect, "Both cannot be true")
        return f"{who} {_verb(left)} {one}; {whom} {_verb(right)} {other}. {why} ({aspect})."
    if relation is Relation.DISPUTES:
        how = "cannot both be right" if comparison.strength is Strength.HARD else "hardly fit together"
        return f"{who} gives {_number(left)}, {whom} gives {_number(right)} for the same question; these {how}."
    if relation in (Relation.REVISES, Relation.UPDATES):
        early, late = (right, left) if comparison.direction == "left" else (left, right)
        if relation is Relation.UPDATES:
            return f"{_number(early)}, later {_number(late)}: stages of one running figure."
        return f"{speaker(early)} first gives {_number(early)}, later {_number(late)} for the same question."
    if relation is Relation.DIFFERENT_SCOPE:
        return f"They do not compete: {_SCOPES.get(aspect, aspect)}."
    if relation is Relation.UNDETERMINED:
        return f"Whether they compete cannot be told: the {aspect} is not known on both sides."
    if relation is Relation.DIFFERS:
        return f"{who} and {whom} characterise the same subject in rival ways."
    if relation is Relation.REFINES:
        return f"One is a part of the other ({aspect})."
    if relation is Relation.CORROBORATES:
        how = "independently of each other" if comparison.independent else "but not independently"
        return f"{who} and {whom} support the same, {how}."
    if relation is Relation.DUPLICATE:
        return "They are one utterance told twice."
    return "They have nothing in common."


def _verb(claim: Claim) -> str:
    return _COMMITTED[claim.reading.commitment]


def _said(claim: Claim) -> str:
    text = claim.reading.canonical_text.strip()
    return f"“{text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(' ', 1)[0] + ' …'}”"


def _number(claim: Claim) -> str:
    quantity = claim.reading.quantity
    if quantity is None:
        return _said(claim)
    return f"“{quantity.surface}”"


def _slots(comparison: Comparison) -> str:
    """The slots that differ, and those that are not known, in words."""
    parts = []
    for outcome, words in ((SlotOutcome.DIFFERENT, "Different"), (SlotOutcome.UNKNOWN, "Not known on both sides")):
        named = [
            f"{s.slot} ({s.left} – {s.right})" if outcome is SlotOutcome.DIFFERENT else s.slot
            for s in comparison.slots
            if s.outcome is outcome and (outcome is SlotOutcome.DIFFERENT or s.left or s.right)
        ]
        if named:
            parts.append(f"{words}: {', '.join(named)}.")
    return " ".join(parts)
