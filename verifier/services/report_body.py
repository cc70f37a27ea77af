"""The content of a report: rule results, quotes and decisions, nothing of similarity or the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.domain.enums import Relation
from verifier.domain.quantity import Quantity
from verifier.pairing.candidates import find_candidates
from verifier.pairing.compare.times import show_time
from verifier.pairing.explain import explain_pair, speaker
from verifier.pairing.ladder import MEANINGS, RULESET, compare_claims
from verifier.store.claims import EXTRACTOR

SCHEMA = "verifier-report-1"
LOOK_ALIKES = 6
_STRUCTURED = {"matter", "deed", "link"}
_STATUS = {
    "open": "The desk has not decided yet.",
    "resolved": "The desk has resolved it.",
    "dismissed": "The desk has dismissed it: the claims do not compete.",
}
_SETTLE = {
    Relation.CONTRADICTS: "a dated record or a second, independent source of the event itself",
    Relation.DISPUTES: "an independent count for the same place, time and sense",
    Relation.REVISES: "the claimant's own account of why the number changed",
}


def claim_facts(claim: Claim, snapshots: Mapping[str, str]) -> dict[str, Any]:
    """One claim as a report quotes it."""
    reading = claim.reading
    return {
        "uid": claim.uid,
        "claimant": speaker(claim),
        "side": reading.claimant.side if reading.claimant else None,
        "commitment": reading.commitment.value,
        "chain": [{"name": s.actor.name, "role": s.role.value, "cue": s.cue} for s in reading.chain],
        "quote": claim.quote,
        "context": claim.context,
        "lang": claim.lang,
        "document": claim.document_name,
        "start": claim.span.start,
        "end": claim.span.end,
        "snapshot": snapshots[claim.document],
        "number": _number(reading.quantity),
        "event_time": show_time(reading.time),
        "stated_on": reading.stated_on.isoformat() if reading.stated_on else None,
        "place": reading.place.name if reading.place else None,
        "caveats": list(reading.caveats),
        "against_interest": reading.against_interest,
    }


def dispute_body(
    uid: str,
    question: str,
    status: str,
    positions: Sequence[tuple[str, Sequence[str]]],
    claims: Mapping[str, Claim],
    snapshots: Mapping[str, str],
    decisions: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    """One dispute with its positions, conflicts, look-alikes and decisions."""
    members = sorted({claim for _, uids in positions for claim in uids})
    compared = _compared([claims[m] for m in members])
    conflicts = [c for c in compared if c[2].relation.is_queued]
    fitting = [c for c in compared if c[2].relation in (Relation.CORROBORATES, Relation.DUPLICATE, Relation.REFINES)]
    strongest = min(conflicts, key=lambda c: (c[2].strength != "hard", c[0].uid, c[1].uid), default=None)
    first = explain_pair(*strongest) if strongest else question
    return {
        "uid": uid,
        "question": question,
        "status": status,
        "summary": [first, _STATUS.get(status, status)],
        "positions": [
            {"label": label, "claims": [claim_facts(claims[u], snapshots) for u in sorted(uids)]}
            for label, uids in positions
        ],
        "conflicts": [_judged(*c) for c in conflicts],
        "fitting": [_judged(*c) for c in fitting],
        "look_alikes": _look_alikes(members, claims),
        "decisions": list(decisions),
        "settle": sorted({_SETTLE[c[2].relation] for c in conflicts}),
        "open_questions": sorted({c[2].would_change for c in conflicts if c[2].would_change}),
    }


def report_body(
    title: str,
    disputes: Sequence[dict[str, Any]],
    findings: Sequence[dict[str, Any]],
    inputs: Sequence[dict[str, Any]],
    as_of: int,
    audit_head: str | None,
) -> dict[str, Any]:
    """The whole content that is hashed."""
    return {
        "schema": SCHEMA,
        "title": title,
        "as_of": as_of,
        "audit_head": audit_head,
        "disputes": list(disputes),
        "findings": list(findings),
        "inputs": sorted(inputs, key=lambda i: (i["name"], i["snapshot"])),
        "method": {
            "ruleset": RULESET,
            "extractor": EXTRACTOR,
            "rules": MEANINGS,
            "note": "Claims are read by rules, compared slot by slot, and judged by the first rule that applies. "
            "Numbers are quoted as written; an interval shows what the wording entails, not where the truth lies.",
        },
    }


def _number(quantity: Quantity | None) -> dict[str, Any] | None:
    if quantity is None:
        return None
    return {
        "surface": quantity.surface,
        "qualifier": quantity.qualifier.value,
        "point": quantity.point,
        "hard": [quantity.hard.lo, quantity.hard.hi],
        "soft": [quantity.soft.lo, quantity.soft.hi],
        "unit": quantity.unit,
    }


def _compared(claims: Sequence[Claim]) -> list[tuple[Claim, Claim, Comparison]]:
    found = []
    for n, left in enumerate(claims):
        for right in claims[n + 1 :]:
            judged = compare_claims(left, right)
            if judged.relation is not Relation.UNRELATED:
                found.append((left, right, judged))
    return found


def _judged(left: Claim, right: Claim, judged: Comparison) -> dict[str, Any]:
    return {
        "left": left.uid,
        "right": right.uid,
        "left_quote": left.quote,
        "right_quote": right.quote,
        "relation": judged.relation.value,
        "strength": judged.strength.value if judged.strength else None,
        "aspect": judged.aspect,
        "rule": judged.rule,
        "meaning": MEANINGS[judged.rule],
        "explanation": explain_pair(left, right, judged),
        "would_change": judged.would_change,
        "slots": [{"slot": s.slot, "outcome": s.outcome.value, "left": s.left, "right": s.right} for s in judged.slots],
    }


def _look_alikes(members: Sequence[str], claims: Mapping[str, Claim]) -> list[dict[str, Any]]:
    """Claims of the same matter or deed that do not compete, with the reason; none found by likeness alone."""
    ordered = sorted(claims.values(), key=lambda c: c.uid)
    inside = set(members)
    found: dict[str, dict[str, Any]] = {}
    for (i, j), keys in find_candidates(ordered, new=inside).items():
        left, right = ordered[i], ordered[j]
        other = right if left.uid in inside else left
        if not _STRUCTURED & set(keys) or other.uid in inside or other.uid in found:
            continue
        judged = compare_claims(left, right)
        if judged.relation is Relation.DIFFERENT_SCOPE:
            found[other.uid] = {
                "claim": other.uid,
                "claimant": speaker(other),
                "quote": other.quote,
                "document": other.document_name,
                "aspect": judged.aspect,
                "rule": judged.rule,
                "reason": explain_pair(left, right, judged),
            }
    return [found[uid] for uid in sorted(found)][:LOOK_ALIKES]
