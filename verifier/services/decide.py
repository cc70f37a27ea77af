"""What people decide: verdicts on pairs, findings, disputes and claims."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select

from verifier.config import Settings
from verifier.domain.enums import AttributionVerdict, ContentVerdict, DisputeStatus, FindingVerdict, PairVerdict
from verifier.errors import VerifierError
from verifier.services.open_store import now, open_store
from verifier.store.reviews import TABLES, Target, append_decision, find_target, mark_batch, user_id
from verifier.store.tables import claim_check, claim_version

VOCABULARY: Mapping[str, tuple[str, ...]] = {
    "pair": tuple(PairVerdict),
    "finding": tuple(FindingVerdict),
    "dispute": tuple(DisputeStatus),
    "attribution": tuple(AttributionVerdict),
    "content": tuple(ContentVerdict),
}
TRUE_OR_FALSE = (ContentVerdict.VERIFIED, ContentVerdict.MOSTLY_TRUE, ContentVerdict.REFUTED)
MAX_NOTE = 10_000


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it was recorded."""

    seq: int
    target: str
    uid: str
    verdict: str | None
    question: str = ""


def decide(settings: Settings, uid: str, verdict: str, note: str = "", user: str | None = None) -> Decided:
    """Record a verdict on a pair, finding or dispute. Raises NotFound, VerifierError."""
    store = open_store(settings)
    with store.write() as connection:
        target = find_target(connection, uid, ("pair", "finding", "dispute"))
        return record(connection, target, verdict, note=note, user=user or settings.user)


def decide_many(
    settings: Settings, uids: Sequence[str], verdict: str, note: str = "", user: str | None = None
) -> list[Decided]:
    """Record one verdict on many pairs or findings in one go, all or none; one undo takes them all back.

    Raises NotFound, VerifierError.
    """
    store = open_store(settings)
    with store.write() as connection:
        targets = [find_target(connection, uid, ("pair", "finding")) for uid in dict.fromkeys(uids)]
        made = [record(connection, each, verdict, note=note, user=user or settings.user) for each in targets]
        if made:
            mark_batch(connection, [each.seq for each in made], secrets.token_hex(8))
        return made


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
) -> list[Decided]:
    """Record verdicts on a claim: whether it was said, whether it is true; one decision each.

    Whoever calls a claim true or false says why and on what evidence. ``recheck_on`` reminds to look again.
    """
    asked = [(q, v) for q, v in (("attribution", attribution), ("content", content)) if v is not None]
    if not asked:
        raise VerifierError("Say --content or --attribution: there is no verdict to record.")
    if content in TRUE_OR_FALSE and not (note.strip() and any(ref.strip() for ref in evidence)):
        raise VerifierError(f"The verdict “{content}” needs a note that says why, and evidence that shows it.")
    store = open_store(settings)
    with store.write() as connection:
        target = find_target(connection, uid, ("claim",))
        made = [
            record(connection, replace(target, question=q), v, note=note, evidence=evidence, user=user or settings.user)
            for q, v in asked
        ]
        if content is not None and (true_as_of or recheck_on):
            days = {"true_as_of": true_as_of, "recheck_on": recheck_on}
            connection.execute(insert(claim_check).values(decision_seq=made[-1].seq, **days))
        return made


def record(
    connection: Connection,
    target: Target,
    verdict: str,
    *,
    note: str = "",
    evidence: Sequence[str] = (),
    user: str,
) -> Decided:
    """Append one verdict inside a transaction. Raises VerifierError for a word that is none."""
    allowed = VOCABULARY[target.question or target.kind]
    if verdict not in allowed:
        kind = f"the {target.question} of a claim" if target.question else f"a {target.kind}"
        raise VerifierError(f"“{verdict}” is no verdict on {kind}; choose {', '.join(allowed)}.")
    if len(note) > MAX_NOTE:
        raise VerifierError(f"The note has {len(note):,} characters; the limit is {MAX_NOTE:,}.")
    moment = now()
    reviewer = user_id(connection, user, moment)
    shown = shown_of(connection, target)
    seq = append_decision(
        connection, target, reviewer, verdict, note=note, evidence_refs=evidence, shown=shown, now=moment
    )
    return Decided(seq, target.kind, target.uid, verdict, target.question)


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
