"""Claims that look as if they belonged to a dispute, with the reason why they do not compete with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.domain.enums import Relation, SlotOutcome
from verifier.pairing.keys import structured_rows
from verifier.pairing.ladder import compare_claims
from verifier.pairing.series import may_meet
from verifier.services.meet_claims import filed_beside
from verifier.store.claims import load_current

LOOK_ALIKES = 6


def look_alikes(connection: Connection, members: Mapping[int, Claim]) -> list[dict[str, Any]]:
    """Claims of the same matter or deed as these, by row, that do not compete; none found by likeness alone."""
    owns: dict[int, list[int]] = defaultdict(list)
    for own, beside in filed_beside(connection, {n: structured_rows(claim) for n, claim in members.items()}):
        if beside not in members:
            owns[beside].append(own)
    found: list[dict[str, Any]] = []
    near = load_current(connection, owns)
    for row, (other, _) in sorted(near.items(), key=lambda item: item[1][0].uid):
        told = _excluded(sorted((members[n] for n in owns[row]), key=lambda c: c.uid), other)
        if told is not None:
            found.append(told)
        if len(found) == LOOK_ALIKES:
            break
    return found


def slots_told(judged: Comparison) -> list[dict[str, Any]]:
    """The slot table of a comparison as a report keeps it."""
    return [{"slot": s.slot, "outcome": s.outcome.value, "left": s.left, "right": s.right} for s in judged.slots]


def _excluded(members: list[Claim], other: Claim) -> dict[str, Any] | None:
    """``other`` beside the first of ``members`` whose scope is another; None where there is none."""
    for own in members:
        if not may_meet(own, other):
            continue
        judged = compare_claims(own, other)
        if judged.relation is Relation.DIFFERENT_SCOPE:
            return {
                "claim": other.uid,
                "member": own.uid,
                "claimant": other.reading.claimant.name if other.reading.claimant else None,
                "quote": other.quote,
                "lang": other.lang,
                "document": other.document_name,
                "start": other.span.start,
                "end": other.span.end,
                "aspect": judged.aspect,
                "rule": judged.rule,
                "slots": [s for s in slots_told(judged) if s["outcome"] == SlotOutcome.DIFFERENT],
            }
    return None
