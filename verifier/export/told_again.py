"""What one document tells twice, as a headline and its body do, stands in a dispute once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from verifier.export.shown import Record

AGAIN = "again"
"""Where a claim carries those that repeat it."""


def fold_repeated(dispute: Record) -> Record:
    """The dispute with each utterance once: the fuller claim, which carries its repetitions, stands for all of them.

    Conflicts stay as they were judged, one of each two utterances: where there is one, that of the fuller claims.
    """
    claims = {c["uid"]: c for p in dispute["positions"] for c in p["claims"]}
    same = [_sides(judged) for judged in dispute["fitting"] if judged["relation"] == "DUPLICATE"]
    stands_for = repetitions(same, {uid: (c["snapshot"], c["quote"]) for uid, c in claims.items()})
    if not stands_for:
        return dispute
    positions = [
        {**p, "claims": [_with_repeated(c, stands_for, claims) for c in p["claims"] if c["uid"] not in stands_for]}
        for p in dispute["positions"]
    ]
    conflicts = dict[frozenset[str], Record]()
    for judged in sorted(dispute["conflicts"], key=lambda judged: not stands_for.keys().isdisjoint(_sides(judged))):
        conflicts.setdefault(_utterances(judged, stands_for), judged)
    fitting = [judged for judged in dispute["fitting"] if len(_utterances(judged, stands_for)) > 1]
    return {**dispute, "positions": positions, "conflicts": list(conflicts.values()), "fitting": fitting}


def repetitions(same: Iterable[tuple[str, str]], told: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Which claim stands for which: of two in one text that are one utterance, the one with the longer quote.

    ``same`` are the pairs of claims that are one utterance, ``told`` the text and the quote of each.
    """
    stands_for = dict[str, str]()
    for sides in sorted(same):
        fuller, shorter = sorted(sides, key=lambda uid: (-len(told[uid][1]), uid))
        if told[fuller][0] == told[shorter][0]:
            stands_for.setdefault(shorter, fuller)
    for shorter in stands_for:
        while stands_for[shorter] in stands_for:
            stands_for[shorter] = stands_for[stands_for[shorter]]
    return stands_for


def _with_repeated(claim: Record, stands_for: Record, claims: Record) -> dict[str, Any]:
    repeated = [claims[uid] for uid, fuller in stands_for.items() if fuller == claim["uid"]]
    return {**claim, AGAIN: repeated} if repeated else dict(claim)


def _utterances(judged: Record, stands_for: Record) -> frozenset[str]:
    return frozenset(stands_for.get(uid, uid) for uid in _sides(judged))


def _sides(judged: Record) -> tuple[str, str]:
    return judged["left"], judged["right"]
