"""The words and marks the desk uses for values of the closed vocabularies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from verifier.domain.comparison import SlotComparison
from verifier.web.vocabulary import N_, P_


class Look(NamedTuple):
    """A word, the mark that says the same without colour, and the tone that colours it."""

    label: str
    mark: str
    tone: str


OUTCOMES: Mapping[str, Look] = {
    "same": Look(N_("same"), "✓", "same"),
    "part": Look(N_("part"), "⊂", "part"),
    "different": Look(N_("different"), "≠", "different"),
    "unknown": Look(N_("unknown"), "?", "unknown"),
}
RELATIONS: Mapping[str, Look] = {
    "CONTRADICTS": Look(P_("relation", "Contradicts"), "⊥", "different"),
    "DISPUTES": Look(P_("relation", "Disputes"), "≠", "warm"),
    "REVISES": Look(P_("relation", "Revises"), "↺", "violet"),
    "UNDETERMINED": Look(P_("relation", "Undetermined"), "?", "unknown"),
    "DIFFERS": Look(P_("relation", "Differs"), "≁", "violet"),
    "UPDATES": Look(P_("relation", "Updates"), "→", "part"),
    "REFINES": Look(P_("relation", "Refines"), "⊂", "part"),
    "CORROBORATES": Look(P_("relation", "Corroborates"), "✓", "same"),
    "DUPLICATE": Look(P_("relation", "Duplicate"), "=", "same"),
    "DIFFERENT_SCOPE": Look(P_("relation", "Different scope"), "∥", "unknown"),
    "UNRELATED": Look(P_("relation", "Unrelated"), "∅", "unknown"),
    "HEADLINE_BODY": Look(P_("relation", "Headline and body"), "¶", "violet"),
    "PART_EXCEEDS_WHOLE": Look(P_("relation", "Part exceeds whole"), "⊃", "warm"),
    "SUM_MISMATCH": Look(P_("relation", "Sum mismatch"), "Σ", "warm"),
    "COPY_CHANGED": Look(P_("relation", "Copy changed"), "≈", "violet"),
}
STRENGTHS: Mapping[str, str] = {
    "hard": N_("the wording itself excludes that both are true"),
    "soft": N_("a careful reader would see a conflict; the wording leaves room"),
}
STATES: Mapping[str, str] = {
    "waiting": N_("Waiting for a verdict"),
    "undetermined": N_("A slot is missing"),
    "differs": N_("Rival descriptions"),
    "decided": N_("Decided"),
    "stale": N_("Read anew since the verdict"),
    "listed": N_("No conflict"),
}


class Verdict(NamedTuple):
    """A verdict's value, its word on a button, its key and what it means."""

    value: str
    label: str
    key: str
    meaning: str


PAIR_VERDICTS = (
    Verdict("dispute", N_("Dispute"), "x", N_("the two cannot both be true")),
    Verdict("consistent", N_("Consistent"), "n", N_("both can be true")),
    Verdict("not_comparable", N_("Not comparable"), "c", N_("they do not speak of the same matter")),
    Verdict("duplicate", N_("Duplicate"), "d", N_("one and the same utterance")),
    Verdict("unsure", N_("Unsure"), "u", N_("cannot be told from what is here")),
)
FINDING_VERDICTS = (
    Verdict("confirmed", N_("Confirmed"), "x", N_("the problem is there")),
    Verdict("dismissed", N_("Dismissed"), "n", N_("there is no problem")),
    Verdict("unsure", N_("Unsure"), "u", N_("cannot be told from what is here")),
)
ATTRIBUTION_VERDICTS = (
    Verdict("confirmed", N_("Confirmed"), "", N_("they did say it")),
    Verdict("misattributed", N_("Misattributed"), "", N_("they did not say it")),
)
CONTENT_VERDICTS = (
    Verdict("verified", N_("Verified"), "", N_("it is true")),
    Verdict("mostly_true", N_("Mostly true"), "", N_("true in what matters")),
    Verdict("misleading", N_("Misleading"), "", N_("true words, false impression")),
    Verdict("missing_context", N_("Missing context"), "", N_("needs something to be understood rightly")),
    Verdict("outdated", N_("Outdated"), "", N_("was true, is no longer")),
    Verdict("refuted", N_("Refuted"), "", N_("it is false")),
    Verdict("unverifiable", N_("Unverifiable"), "", N_("cannot be checked")),
    Verdict("withdrawn", N_("Withdrawn"), "", N_("its author took it back")),
)
CORRECTIONS: Mapping[str, str] = {
    "corrected": N_("Corrected"),
    "added": N_("Marked as a claim"),
    "rejected": N_("No claim"),
    "paired": N_("Paired by hand"),
    "undone": N_("Taken back"),
    "redone": N_("Brought back"),
}
TARGETS: Mapping[str, str] = {
    "pair": N_("pairs"),
    "finding": N_("findings"),
    "claim": N_("claims"),
    "dispute": N_("disputes"),
    "report": N_("reports"),
}
TIES: Mapping[str, str] = {
    "source": N_("one source:"),
    "side": N_("one side:"),
    "step": N_("passed on by one:"),
    "agency": N_("both texts credit"),
    "unnamed": N_("a source is not named"),
}
"""Why claims count as one origin."""
GRADES: Mapping[str, str] = {
    "A": N_("completely reliable"),
    "B": N_("usually reliable"),
    "C": N_("fairly reliable"),
    "D": N_("not usually reliable"),
    "E": N_("unreliable"),
    "F": N_("reliability cannot be judged"),
}
SORTS: Mapping[str, str] = {
    "priority": N_("Most pressing first"),
    "newest": N_("Newest text first"),
    "relation": N_("By relation"),
}
FILTERS: Mapping[str, str] = {
    "state": N_("State"), "document": N_("Document"), "dispute": N_("Dispute"), "claimant": N_("Claimant"),
    "outlet": N_("Outlet"), "place": N_("Place"), "date": N_("Published"), "assignee": N_("With"), "kind": N_("Kind"),
}  # fmt: skip
"""What a list may be narrowed by, besides what a report's form has fields for."""
LANGUAGES: Mapping[str, str] = {"en": N_("English"), "de": N_("German")}
"""Languages of texts and of reports."""
SLOT_NAMES: Mapping[str, str] = {"quantity": "number"}
"""Slots of a comparison that are corrected under another name."""
SLOTS: Mapping[str, str] = {
    "predicate": N_("what is done"), "agent": N_("who does it"), "patient": N_("whom it is done to"),
    "thing": N_("what is counted or meant"), "place": N_("place"), "time": N_("time"), "quantity": N_("number"),
    "aspect": N_("kind of figure"), "modality": N_("fact or plan"), "polarity": N_("said or denied"),
    "commitment": N_("certainty"),
}  # fmt: skip
"""Slots as explanations name them, where they have another name than their own."""
CODED = ("aspect", "modality", "polarity", "commitment")
"""Slots whose values are codes of ours, not words of the text."""
CLAIM_KINDS = ("quantity", "event", "state", "denial", "quote", "superlative", "characterisation", "opinion")
_KIND_TONES = {"quantity": "part", "event": "same", "state": "same", "denial": "different", "opinion": "unknown"}


def kind_tone(kind: str | None) -> str:
    """The tone that colours a kind of claim."""
    return _KIND_TONES.get(kind or "", "violet")


_ALL = {v.value: v.label for v in (*PAIR_VERDICTS, *FINDING_VERDICTS, *ATTRIBUTION_VERDICTS, *CONTENT_VERDICTS)}
_EXTRA = {
    "open": N_("Open"), "resolved": N_("Resolved"), "draft": N_("Draft"), "published": N_("Published"),
}  # fmt: skip
VERDICTS: Mapping[str, str] = dict(sorted((_ALL | _EXTRA).items(), key=lambda item: item[1]))
"""Every verdict there is, in words."""


def verdict_label(value: str | None) -> str:
    """A verdict in words; no verdict is an undo."""
    return N_("Taken back") if value is None else VERDICTS.get(value, plain(value).capitalize())


def relation(value: str) -> Look:
    """The look of a relation or of a kind of finding."""
    return RELATIONS.get(value) or Look(plain(value).capitalize(), "·", "unknown")


def spoken(code: str | None) -> str:
    """The language of a text in words; its code where it has none here."""
    return LANGUAGES.get(code, code) if code else N_("language unknown")


def first_open(rows: Iterable[SlotComparison]) -> str:
    """The first slot of a comparison that does not agree; nothing where all do."""
    return next((row.slot for row in rows if row.outcome != "same"), "")


def slot(name: str) -> str:
    """A slot in words."""
    return SLOTS.get(name) or plain(name)


def coded(value: str) -> str:
    """The value of a coded slot in words."""
    return {"+": "affirmed", "-": "denied"}.get(value, plain(value))


def plain(value: str) -> str:
    """A stored value as words."""
    return value.replace("_", " ").lower()
