"""The content of a report: rule results, quotes and decisions, nothing of similarity or the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from verifier.domain.claim import Claim, TimeSpan
from verifier.domain.comparison import Comparison
from verifier.domain.enums import Relation
from verifier.domain.quantity import Quantity
from verifier.domain.uids import pair_uid
from verifier.errors import VerifierError
from verifier.pairing.disputes import asked
from verifier.pairing.ladder import MEANINGS, RULESET
from verifier.services.ask_network import compare_as_stored
from verifier.services.report_decisions import Decisions
from verifier.services.report_look_alikes import look_alikes, slots_told
from verifier.services.report_sources import Sources
from verifier.store.claims import EXTRACTOR

SCHEMA = "verifier-report-3"
_ASKED = ("time", "place")
_FITTING = (Relation.CORROBORATES, Relation.DUPLICATE, Relation.REFINES, Relation.UPDATES)
Compared = tuple[Claim, Claim, Comparison]


class Composer:
    """Puts one dispute together from its claims, by row, as they are read now, their sources and the decisions."""

    def __init__(self, connection: Connection, members: Mapping[int, Claim], decisions: Decisions) -> None:
        self._connection, self._members, self.decisions = connection, members, decisions
        self.claims = {claim.uid: claim for claim in members.values()}
        self.sources = Sources(connection, members.values())

    def dispute(
        self, uid: str, question: str, status: str, positions: Sequence[tuple[str, str, Sequence[str]]]
    ) -> dict[str, Any]:
        """A dispute: its positions (label, stance, claims), conflicts, look-alikes, sources and decisions."""
        members = sorted(self.claims)
        pairs = [pair_uid(left, right) for n, left in enumerate(members) for right in members[n + 1 :]]
        decided = self.decisions.on([uid, *members, *pairs])
        compared = _compared(self._connection, [self.claims[m] for m in members])
        conflicts = sorted((c for c in compared if c[2].relation.is_queued), key=_pressing)
        asks, text = asked(question)
        return {
            "uid": uid,
            "question": {"asks": asks, "text": text},
            "status": status,
            "positions": [
                {"label": label, "stance": stance, "claims": [self.claim(u) for u in sorted(uids)]}
                for label, stance, uids in positions
            ],
            "conflicts": [self._judged(*c) for c in conflicts],
            "fitting": [self._judged(*c) for c in compared if c[2].relation in _FITTING],
            "look_alikes": look_alikes(self._connection, self._members),
            "sources": self.sources.of([self.claims[m] for m in members]),
            "decisions": decided,
            "settle": sorted({c[2].relation.value for c in conflicts}),
            "open": self._open(members, [c[2] for c in conflicts]),
        }

    def claim(self, uid: str) -> dict[str, Any]:
        """One claim as a report quotes it."""
        claim = self.claims[uid]
        reading, claimant = claim.reading, claim.reading.claimant
        return {
            "uid": claim.uid,
            "claimant": claimant.name if claimant else None,
            "kind_of_source": claimant.kind if claimant else None,
            "side": claimant.side if claimant else None,
            "side_name": self.sources.side_name(claimant.side if claimant else None),
            "commitment": reading.commitment.value,
            "chain": [
                {
                    "name": s.actor.name,
                    "role": s.role.value,
                    "kind": s.actor.kind,
                    "cue": self.sources.words(claim, s.cue_span) or s.cue,
                }
                for s in reading.chain
            ],
            "quote": claim.quote,
            "context": claim.context,
            "lang": claim.lang,
            **self.sources.document(claim),
            "start": claim.span.start,
            "end": claim.span.end,
            "number": _number(reading.quantity),
            "event_time": _days(reading.time),
            "stated_on": reading.stated_on.isoformat() if reading.stated_on else None,
            "place": reading.place.name if reading.place else None,
            "polarity": reading.polarity.value,
            "caveats": list(reading.caveats),
            "against_interest": reading.against_interest,
            "attribution": self.decisions.verdict(uid, "attribution"),
            "content": self.decisions.verdict(uid, "content"),
            "content_on": self.decisions.day(uid, "content"),
        }

    def _open(self, members: Sequence[str], conflicts: Sequence[Comparison]) -> dict[str, Any]:
        """What is not known: slots that only one side or neither tells, and how many claims nobody has checked."""
        slots = [s for judged in conflicts for s in judged.slots]
        untold = {s.slot for s in slots if s.left is None and s.right is None and s.slot in _ASKED}
        return {
            "one_sided": sorted({s.slot for s in slots if (s.left is None) != (s.right is None)}),
            "untold": sorted(untold),
            "unchecked": {
                question: sum(self.decisions.verdict(uid, question) is None for uid in members)
                for question in ("attribution", "content")
            },
        }

    def _judged(self, left: Claim, right: Claim, judged: Comparison) -> dict[str, Any]:
        return {
            "left": left.uid,
            "right": right.uid,
            "relation": judged.relation.value,
            "strength": judged.strength.value if judged.strength else None,
            "aspect": judged.aspect,
            "rule": judged.rule,
            "independent": judged.independent,
            "would_change": judged.would_change,
            "verdict": self.decisions.verdict(pair_uid(left.uid, right.uid)),
            "slots": slots_told(judged),
        }


def report_body(
    subject: Mapping[str, Any],
    disputes: Sequence[dict[str, Any]],
    findings: Sequence[dict[str, Any]],
    inputs: Sequence[dict[str, Any]],
    as_of: Mapping[str, Any],
    model: Mapping[str, Any] | None,
    quality: Mapping[str, float],
) -> dict[str, Any]:
    """The whole content that is hashed. ``quality`` is what the rules are held to on held-out texts."""
    return {
        "schema": SCHEMA,
        "subject": dict(subject),
        "as_of": dict(as_of),
        "disputes": list(disputes),
        "findings": list(findings),
        "inputs": sorted(inputs, key=lambda i: (i["name"], i["snapshot"])),
        "method": {
            "ruleset": RULESET,
            "extractor": EXTRACTOR,
            "model": model,
            "quality": dict(quality),
            "rules": MEANINGS,
        },
    }


def require_schema(body: Mapping[str, Any], name: str) -> None:
    """Raises VerifierError where a report was written in another form than this version reads."""
    if body.get("schema") != SCHEMA:
        raise VerifierError(f"{name} is written as {body.get('schema')}; this version reads {SCHEMA}: build it anew.")


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


def _days(time: TimeSpan | None) -> dict[str, Any] | None:
    """A time as its first and last day."""
    if time is None or (time.start is None and time.end is None):
        return None
    last = (time.end - timedelta(seconds=1)).date().isoformat() if time.end else None
    first = time.start.date().isoformat() if time.start else None
    return {"from": first, "to": last, "precision": time.precision.value, "basis": time.basis.value}


def _compared(connection: Connection, claims: Sequence[Claim]) -> list[Compared]:
    pairs = [(left, right) for n, left in enumerate(claims) for right in claims[n + 1 :]]
    judged = compare_as_stored(connection, pairs)
    return [(left, right, comparison) for (left, right), comparison in zip(pairs, judged, strict=True)]


def _pressing(compared: Compared) -> tuple[bool, str, str]:
    left, right, judged = compared
    return judged.strength != "hard", left.uid, right.uid
