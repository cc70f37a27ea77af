"""The words and marks the desk uses for values of the closed vocabularies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Look(NamedTuple):
    """A word, the mark that says the same without colour, and the tone that colours it."""

    label: str
    mark: str
    tone: str


OUTCOMES: Mapping[str, Look] = {
    "same": Look("same", "✓", "same"),
    "part": Look("part", "⊂", "part"),
    "different": Look("different", "≠", "different"),
    "unknown": Look("unknown", "?", "unknown"),
}
RELATIONS: Mapping[str, Look] = {
    "CONTRADICTS": Look("Contradicts", "⊥", "different"),
    "DISPUTES": Look("Disputes", "≠", "warm"),
    "REVISES": Look("Revises", "↺", "violet"),
    "UNDETERMINED": Look("Undetermined", "?", "unknown"),
    "DIFFERS": Look("Differs", "≁", "violet"),
    "UPDATES": Look("Updates", "→", "part"),
    "REFINES": Look("Refines", "⊂", "part"),
    "CORROBORATES": Look("Corroborates", "✓", "same"),
    "DUPLICATE": Look("Duplicate", "=", "same"),
    "DIFFERENT_SCOPE": Look("Different scope", "∥", "unknown"),
    "UNRELATED": Look("Unrelated", "∅", "unknown"),
    "HEADLINE_BODY": Look("Headline and body", "¶", "violet"),
    "PART_EXCEEDS_WHOLE": Look("Part exceeds whole", "⊃", "warm"),
    "SUM_MISMATCH": Look("Sum mismatch", "Σ", "warm"),
    "COPY_CHANGED": Look("Copy changed", "≈", "violet"),
}
STRENGTHS: Mapping[str, str] = {
    "hard": "the wording itself excludes that both are true",
    "soft": "a careful reader would see a conflict; the wording leaves room",
}
STATES: Mapping[str, str] = {
    "waiting": "Waiting for a verdict",
    "undetermined": "A slot is missing",
    "differs": "Rival descriptions",
    "decided": "Decided",
    "stale": "Read anew since the verdict",
    "listed": "No conflict",
}


class Verdict(NamedTuple):
    """A verdict's value, its word on a button, its key and what it means."""

    value: str
    label: str
    key: str
    meaning: str


PAIR_VERDICTS = (
    Verdict("dispute", "Dispute", "x", "the two cannot both be true"),
    Verdict("consistent", "Consistent", "n", "both can be true"),
    Verdict("not_comparable", "Not comparable", "c", "they do not speak of the same matter"),
    Verdict("duplicate", "Duplicate", "d", "one and the same utterance"),
    Verdict("unsure", "Unsure", "u", "cannot be told from what is here"),
)
FINDING_VERDICTS = (
    Verdict("confirmed", "Confirmed", "x", "the problem is there"),
    Verdict("dismissed", "Dismissed", "n", "there is no problem"),
    Verdict("unsure", "Unsure", "u", "cannot be told from what is here"),
)
ATTRIBUTION_VERDICTS = (
    Verdict("confirmed", "Confirmed", "", "they did say it"),
    Verdict("misattributed", "Misattributed", "", "they did not say it"),
)
CONTENT_VERDICTS = (
    Verdict("verified", "Verified", "", "it is true"),
    Verdict("mostly_true", "Mostly true", "", "true in what matters"),
    Verdict("misleading", "Misleading", "", "true words, false impression"),
    Verdict("missing_context", "Missing context", "", "needs something to be understood rightly"),
    Verdict("outdated", "Outdated", "", "was true, is no longer"),
    Verdict("refuted", "Refuted", "", "it is false"),
    Verdict("unverifiable", "Unverifiable", "", "cannot be checked"),
    Verdict("withdrawn", "Withdrawn", "", "its author took it back"),
)
CORRECTIONS: Mapping[str, str] = {
    "corrected": "Corrected",
    "added": "Marked as a claim",
    "rejected": "No claim",
    "paired": "Paired by hand",
    "undone": "Taken back",
    "redone": "Brought back",
}
TARGETS: Mapping[str, str] = {
    "pair": "pairs",
    "finding": "findings",
    "claim": "claims",
    "dispute": "disputes",
    "report": "reports",
}
TIES: Mapping[str, str] = {
    "source": "one source:",
    "side": "one side:",
    "step": "passed on by one:",
    "agency": "both texts credit",
    "unnamed": "a source is not named",
}
"""Why claims count as one origin."""
GRADES: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
SORTS: Mapping[str, str] = {
    "priority": "Most pressing first",
    "newest": "Newest text first",
    "relation": "By relation",
}
SLOT_NAMES: Mapping[str, str] = {"quantity": "number"}
"""Slots of a comparison that are corrected under another name."""
CLAIM_KINDS = ("quantity", "event", "state", "denial", "quote", "superlative", "characterisation", "opinion")
_KIND_TONES = {"quantity": "part", "event": "same", "state": "same", "denial": "different", "opinion": "unknown"}


def kind_tone(kind: str | None) -> str:
    """The tone that colours a kind of claim."""
    return _KIND_TONES.get(kind or "", "violet")


_ALL = {v.value: v.label for v in (*PAIR_VERDICTS, *FINDING_VERDICTS, *ATTRIBUTION_VERDICTS, *CONTENT_VERDICTS)}
_EXTRA = {
    "open": "Open", "resolved": "Resolved", "draft": "Draft", "published": "Published",
}  # fmt: skip
VERDICTS: Mapping[str, str] = dict(sorted((_ALL | _EXTRA).items(), key=lambda item: item[1]))
"""Every verdict there is, in words."""


def verdict_label(value: str | None) -> str:
    """A verdict in words; no verdict is an undo."""
    return "Taken back" if value is None else VERDICTS.get(value, plain(value).capitalize())


def relation(value: str) -> Look:
    """The look of a relation or of a kind of finding."""
    return RELATIONS.get(value) or Look(plain(value).capitalize(), "·", "unknown")


def plain(value: str) -> str:
    """A stored value as words."""
    return value.replace("_", " ").lower()
