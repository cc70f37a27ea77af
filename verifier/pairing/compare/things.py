"""Which things are counted, and whether one kind holds the other."""

from __future__ import annotations

import re
from dataclasses import replace

from verifier.domain.claim import Term
from verifier.domain.comparison import SlotComparison
from verifier.domain.enums import SlotOutcome
from verifier.reference import load

_SHORTEST_HEAD = 5
_WORKER, _PERSON = "worker", "person"
_HARM = ("death", "injury", "missing", "displacement", "captivity", "arrest")
"""Families of what is told of people above all."""
_DOER = re.compile(r"~(?:.* )?\w{3,}(?:er|or|ist|ian|eer|ee|man|woman|in)$")
"""Nouns that name people by what they do, where no list knows them: "docker", "machinist"."""


def compare_things(left: Term | None, right: Term | None, *, harmed: bool = False) -> SlotComparison:
    """Same kind; part where one is a kind of the other; different; unknown where one is not told.

    Where both were ``harmed``, those called by what they do are people, whether or not a list knows the word.
    """
    shown = (left.name if left else None, right.name if right else None)
    if left is None and right is None:
        return SlotComparison("thing", SlotOutcome.UNKNOWN, *shown, "told on neither side")
    if left is None or right is None:
        return SlotComparison("thing", SlotOutcome.UNKNOWN, *shown, "not told on both sides")
    if left.key == right.key:
        return SlotComparison("thing", SlotOutcome.SAME, *shown)
    reference = load()
    if reference.is_kind_of(left.key, right.key) or reference.is_kind_of(right.key, left.key):
        return SlotComparison("thing", SlotOutcome.PART, *shown, "one is a kind of the other")
    if harmed and (is_kind(left.key, right.key) or is_kind(right.key, left.key)):
        return SlotComparison("thing", SlotOutcome.PART, *shown, "one is a kind of the other")
    if _is_compound(left.key, right.key) or _is_compound(right.key, left.key):
        return SlotComparison("thing", SlotOutcome.PART, *shown, "one word holds the other")
    return SlotComparison("thing", SlotOutcome.DIFFERENT, *shown)


def is_kind(one: str, other: str) -> bool:
    """Whether what ``one`` names is of the kind ``other``; doers that no list knows are people."""
    return load().is_kind_of(one, other) or (other == _PERSON and _DOER.match(one) is not None)


def is_harm(predicate: Term | None) -> bool:
    """Whether it is told of people above all: that they died, were hurt, held or driven out."""
    return predicate is not None and load().family_of(predicate.key) in _HARM


def counted_by(thing: Term | None, predicate: Term | None) -> Term | None:
    """What is counted beside what was done: "11 dead" who died are 11 people, protesters who attend as well.

    Workers are so where people at work do it: those who strike or are employed.
    """
    reference = load()
    act = reference.predicate(predicate.key) if predicate is not None else None
    takes = {*act.subjects, *act.objects} if act is not None else set()
    if thing is not None and thing.key == _WORKER and {_WORKER, _PERSON} <= takes:
        return replace(thing, key=_PERSON)
    entry = reference.thing(thing.key) if thing is not None else None
    if thing is None or entry is None or not entry.tells or entry.parent is None or predicate is None:
        return thing
    if reference.family_of(entry.tells) != reference.family_of(predicate.key):
        return thing
    return replace(thing, key=entry.parent)


def _is_compound(one: str, other: str) -> bool:
    """Whether a word the reference data does not know ends in another: "Getreideterminal", "Terminal"."""
    word, head = one.removeprefix("~"), other.removeprefix("~")
    return one.startswith("~") and other.startswith("~") and len(head) >= _SHORTEST_HEAD and word.endswith(head)
