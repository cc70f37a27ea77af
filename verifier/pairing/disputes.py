"""Pairs that contest one question joined into disputes with positions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from verifier.domain.claim import Claim
from verifier.domain.enums import Polarity, Relation
from verifier.domain.uids import dispute_uid
from verifier.pairing.compare.matter import wording_of
from verifier.pairing.explain import speaker

HOW_MANY, IS_IT_SO = "How many?", "Is it so?"
_BLANK = re.compile(r"\bN\b")
_TELLING = 3
"""So many words that name something tell what a question is about."""


@dataclass(frozen=True, slots=True)
class Contest:
    """Two claims, by uid, that contest one question."""

    left: str
    right: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to a question: its stance (asserts, denies or a number) and the claims that give it."""

    stance: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """One question with the positions that answer it; ``uid`` is the name it gets if it is new."""

    uid: str
    question: str
    claims: tuple[str, ...]
    positions: tuple[Position, ...]


def find_disputes(claims: Sequence[Claim], contests: Sequence[Contest], same: Sequence[Contest]) -> list[Dispute]:
    """Disputes over ``claims``: contested pairs joined over shared claims and over ``same`` utterances."""
    by_uid = {claim.uid: claim for claim in claims}
    parents: dict[str, str] = {}

    def root(uid: str) -> str:
        while parents.setdefault(uid, uid) != uid:
            parents[uid] = parents[parents[uid]]
            uid = parents[uid]
        return uid

    contested = {uid for c in contests for uid in (c.left, c.right)}
    for contest in contests:
        parents[root(contest.left)] = root(contest.right)
    for pair in same:
        if {pair.left, pair.right} & contested:
            parents[root(pair.left)] = root(pair.right)
    groups: dict[str, list[str]] = defaultdict(list)
    for uid in sorted(parents):
        groups[root(uid)].append(uid)
    found = [
        _dispute([by_uid[uid] for uid in members], contested) for members in groups.values() if contested & set(members)
    ]
    return sorted(found, key=lambda d: d.uid)


def continue_disputes(
    found: Sequence[Dispute], stored: Mapping[str, Collection[str]], others: Collection[str] = ()
) -> tuple[list[Dispute], dict[str, str]]:
    """The disputes under the uids they had, and into which uid the others went that were ``stored``.

    ``stored`` are the claims of each live dispute by uid, the oldest first: a question keeps its name where it
    keeps most of its claims, and of two that became one the older name stays. ``others`` are names that are taken.
    """
    named: dict[int, str] = {}
    merged: dict[str, str] = {}
    for uid, members in stored.items():
        shared = [len(set(members) & set(each.claims)) for each in found]
        best = max(range(len(found)), key=lambda n: shared[n], default=None)
        if best is None or not shared[best]:
            continue
        if best in named:
            merged[uid] = named[best]
        else:
            named[best] = uid
    taken = {*named.values(), *merged, *others}
    kept = []
    for n, each in enumerate(found):
        names = (dispute_uid([key]) for key in (*each.claims, "+".join(each.claims)))
        uid = named.get(n) or next(name for name in names if name not in taken)
        taken.add(uid)
        kept.append(replace(each, uid=uid))
    return kept, merged


def _dispute(members: Sequence[Claim], contested: Collection[str]) -> Dispute:
    inside = {claim.uid for claim in members}
    asking = min((c for c in members if c.uid in contested), key=_vagueness)
    positions: dict[str, list[str]] = defaultdict(list)
    for claim in members:
        positions[_stance(claim)].append(claim.uid)
    if len(positions) == 1:
        positions = _by_speaker(members)
    ordered = tuple(Position(stance, tuple(sorted(uids))) for stance, uids in sorted(positions.items()))
    return Dispute(dispute_uid(sorted(inside)), question_of(asking), tuple(sorted(inside)), ordered)


def _by_speaker(members: Sequence[Claim]) -> dict[str, list[str]]:
    answers: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in members:
        term = claim.reading.predicate
        answers[speaker(claim), term.name if term is not None else claim.reading.kind.value].append(claim)
    positions: dict[str, list[str]] = defaultdict(list)
    for (who, _), told in answers.items():
        words = min((c.reading.canonical_text for c in told), key=len)
        positions[f"{who}: {words}"].extend(c.uid for c in told)
    return positions


def _vagueness(claim: Claim) -> tuple[int, int, str]:
    """How little the wording of a claim tells by itself: it names little ("sixty of them"), or in many words."""
    text = claim.reading.question_text
    told = wording_of(text, claim.lang)
    return -min(_TELLING, len(told.nouns | told.names) + told.has_verb), len(text), claim.uid


def _stance(claim: Claim) -> str:
    """What a claim answers: its number as written, else whether it asserts or denies."""
    quantity = claim.reading.quantity
    if quantity is not None:
        return quantity.surface
    return "denies" if claim.reading.polarity is Polarity.NEGATIVE else "asserts"


def question_of(claim: Claim) -> str:
    """The question a claim answers, in words: its text with the number and the negation left open."""
    reading = claim.reading
    text = reading.question_text.strip(" .,\"'“”„")
    if reading.quantity is not None:
        return f"{HOW_MANY} {_BLANK.sub('…', text)}"
    return f"{IS_IT_SO} {text}"


def asked(question: str) -> tuple[str | None, str]:
    """What a question asks for, ``number`` or ``fact`` (None where it is in nobody's form), and its words."""
    for words, asks in ((HOW_MANY, "number"), (IS_IT_SO, "fact")):
        if question.startswith(words):
            return asks, question.removeprefix(words).strip()
    return None, question
