"""What people decide: verdicts on pairs, findings, disputes and claims."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select

from verifier.config import Settings
from verifier.domain.enums import AttributionVerdict, ContentVerdict, DisputeStatus, FindingVerdict, PairVerdict
from verifier.errors import InputRefused, VerifierError
from verifier.services.desk_stores import kept_store
from verifier.services.leases import end_lease
from verifier.services.open_store import now
from verifier.services.submitted import Submitted, once
from verifier.store.reviews import TABLES, Target, append_decision, find_target, mark_batch
from verifier.store.tables import claim_check, claim_version
from verifier.store.users import user_id

VOCABULARY: Mapping[str, tuple[str, ...]] = {
    "pair": tuple(PairVerdict),
    "finding": tuple(FindingVerdict),
    "dispute": tuple(DisputeStatus),
    "attribution": tuple(AttributionVerdict),
    "content": tuple(ContentVerdict),
}
TRUE_OR_FALSE = (ContentVerdict.VERIFIED, ContentVerdict.MOSTLY_TRUE, ContentVerdict.REFUTED)
MAX_NOTE = 10_000
MAX_EVIDENCE = 100
MAX_REFERENCE = 2_000
_PLAIN = Submitted()


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it was recorded."""

    seq: int
    target: str
    uid: str
    verdict: str | None
    question: str = ""


def decide(
    settings: Settings, uid: str, verdict: str, note: str = "", user: str | None = None, submitted: Submitted = _PLAIN
) -> Decided:
    """Record a verdict on a pair, finding or dispute. Raises NotFound, VerifierError, Stale."""
    with kept_store(settings).write() as connection:
        target = find_target(connection, uid, ("pair", "finding", "dispute"))
        return _record_all(connection, [(target, verdict)], user or settings.user, submitted, note)[0]


def decide_many(
    settings: Settings,
    uids: Sequence[str],
    verdict: str,
    note: str = "",
    user: str | None = None,
    submitted: Submitted = _PLAIN,
) -> list[Decided]:
    """Record one verdict on many pairs or findings in one go, all or none; one undo takes them all back.

    Raises NotFound, VerifierError, Conflict.
    """
    with kept_store(settings).write() as connection:
        targets = [find_target(connection, uid, ("pair", "finding")) for uid in dict.fromkeys(uids)]
        if not targets:
            return []
        return _record_all(
            connection, [(each, verdict) for each in targets], user or settings.user, submitted, note,
            also=lambda made: mark_batch(connection, made, secrets.token_hex(8)),
        )  # fmt: skip


def verify(
    settings: Settings,
    uid: str,
    *,
    content: str | None = None,
    attribution: str | None = None,
    note: str = "",
    evidence: Sequence[str] = (),
    true_as_of: date | None = None,
    recheck_on: date | None = None,
    user: str | None = None,
    submitted: Submitted = _PLAIN,
) -> list[Decided]:
    """Record verdicts on a claim: whether it was said, whether it is true; one decision each.

    Whoever calls a claim true or false says why and on what evidence. ``recheck_on`` reminds to look again.
    """
    asked = [(q, v) for q, v in (("attribution", attribution), ("content", content)) if v is not None]
    if not asked:
        raise VerifierError("Say --content or --attribution: there is no verdict to record.")
    days = {"true_as_of": true_as_of, "recheck_on": recheck_on} if content is not None else {}
    with kept_store(settings).write() as connection:
        target = find_target(connection, uid, ("claim",))
        if content in TRUE_OR_FALSE and not (note.strip() and any(ref.strip() for ref in evidence)):
            raise InputRefused(
                "The verdict “%(verdict)s” needs a note that says why, and evidence that shows it.", verdict=content
            )
        verdicts = [(replace(target, question=question), verdict) for question, verdict in asked]
        return _record_all(
            connection, verdicts, user or settings.user, submitted, note, evidence,
            also=lambda made: _keep_days(connection, made[-1], days),
        )  # fmt: skip


def _keep_days(connection: Connection, seq: int, days: Mapping[str, date | None]) -> None:
    if any(days.values()):
        connection.execute(insert(claim_check).values(decision_seq=seq, **days))


def _record_all(
    connection: Connection,
    verdicts: Sequence[tuple[Target, str]],
    user: str,
    submitted: Submitted,
    note: str,
    evidence: Sequence[str] = (),
    also: Callable[[Sequence[int]], None] | None = None,
) -> list[Decided]:
    """Append the verdicts of one submit inside a transaction, and what goes with their numbers (``also``)."""
    reviewer, target = user_id(connection, user, now()), verdicts[0][0]
    content = [[[each.uid, each.question, verdict] for each, verdict in verdicts], note, list(evidence)]

    def act() -> list[int]:
        made = [_record(connection, each, verdict, reviewer, note, evidence) for each, verdict in verdicts]
        if also is not None:
            also(made)
        return made

    made = once(connection, target, reviewer, submitted, content, act)
    return [
        Decided(seq, each.kind, each.uid, verdict, each.question)
        for seq, (each, verdict) in zip(made, verdicts, strict=True)
    ]


def _record(
    connection: Connection, target: Target, verdict: str, reviewer: int, note: str, evidence: Sequence[str]
) -> int:
    """Append one verdict; its number. Raises VerifierError for a word that is none, or a text beyond its limit."""
    allowed = VOCABULARY[target.question or target.kind]
    if verdict not in allowed:
        kind = f"the {target.question} of a claim" if target.question else f"a {target.kind}"
        raise VerifierError(f"“{verdict}” is no verdict on {kind}; choose {', '.join(allowed)}.")
    if len(note) > MAX_NOTE:
        raise InputRefused(
            "The note has %(number)s characters; the limit is %(limit)s.",
            number=f"{len(note):,}",
            limit=f"{MAX_NOTE:,}",
        )
    _check_evidence(evidence)
    end_lease(connection, target.uid)
    shown = shown_of(connection, target)
    return append_decision(
        connection, target, reviewer, verdict, note=note, evidence_refs=evidence, shown=shown, now=now()
    )


def _check_evidence(evidence: Sequence[str]) -> None:
    if len(evidence) > MAX_EVIDENCE:
        raise InputRefused(
            "There are %(number)s references; the limit is %(limit)s.", number=len(evidence), limit=MAX_EVIDENCE
        )
    longest = max(map(len, evidence), default=0)
    if longest > MAX_REFERENCE:
        raise InputRefused(
            "A reference has %(number)s characters; the limit is %(limit)s.",
            number=f"{longest:,}",
            limit=f"{MAX_REFERENCE:,}",
        )


def shown_of(connection: Connection, target: Target) -> dict[str, Any]:
    """What the reviewer saw when deciding: the machine's reading at that moment."""
    row = connection.execute(select(TABLES[target.kind]).where(TABLES[target.kind].c.id == target.id)).first()
    names = ("relation", "strength", "aspect", "rule", "kind", "explanation", "question", "exact")
    shown = {name: getattr(row, name) for name in names if row is not None and hasattr(row, name)}
    claims = {"pair": ("left_id", "right_id"), "claim": ("id",)}.get(target.kind, ())
    newest = select(func.max(claim_version.c.version_no))
    readings = [
        connection.execute(newest.where(claim_version.c.claim_id == getattr(row, name))).scalar() for name in claims
    ]
    return shown | ({"readings": readings} if readings else {})
