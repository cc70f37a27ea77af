"""What people decide: verdicts on pairs, findings, disputes and claims, and taking them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from verifier.config import Settings
from verifier.domain.enums import AttributionVerdict, ContentVerdict, DisputeStatus, FindingVerdict, PairVerdict
from verifier.errors import NotFound, VerifierError
from verifier.services.desk_stores import kept_store
from verifier.services.leases import end_lease
from verifier.services.open_store import now
from verifier.services.submitted import Submitted, once
from verifier.store.reviews import TABLES, Target, append_decision, find_target, newest_own, target_of
from verifier.store.tables import decision
from verifier.store.users import user_id

VOCABULARY: Mapping[str, tuple[str, ...]] = {
    "pair": tuple(PairVerdict),
    "finding": tuple(FindingVerdict),
    "dispute": tuple(DisputeStatus),
    "attribution": tuple(AttributionVerdict),
    "content": tuple(ContentVerdict),
}
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


def verify(
    settings: Settings,
    uid: str,
    *,
    content: str | None = None,
    attribution: str | None = None,
    note: str = "",
    evidence: Sequence[str] = (),
    user: str | None = None,
    submitted: Submitted = _PLAIN,
) -> list[Decided]:
    """Record verdicts on a claim: whether it was said, whether it is true; one decision each."""
    asked = [(q, v) for q, v in (("attribution", attribution), ("content", content)) if v is not None]
    if not asked:
        raise VerifierError("Say --content or --attribution: there is no verdict to record.")
    with kept_store(settings).write() as connection:
        target = find_target(connection, uid, ("claim",))
        verdicts = [(replace(target, question=question), verdict) for question, verdict in asked]
        return _record_all(connection, verdicts, user or settings.user, submitted, note, evidence)


def undo(settings: Settings, uid: str | None = None, user: str | None = None) -> Decided:
    """Take back one's own newest decision that still stands, on ``uid`` if given, by a new decision."""
    with kept_store(settings).write() as connection:
        target = find_target(connection, uid) if uid is not None else None
        return undo_in(connection, target, user or settings.user)


def undo_in(connection: Connection, target: Target | None, user: str, seq: int | None = None) -> Decided:
    """The same inside a transaction; ``seq`` names the decision to take back."""
    moment = now()
    reviewer = user_id(connection, user, moment)
    row = newest_own(connection, reviewer, target) if seq is None else _own(connection, reviewer, seq)
    if row is None:
        raise NotFound("There is no decision of yours to take back.")
    about = target_of(connection, row)
    made = append_decision(connection, about, reviewer, None, cancels=row.seq, now=moment)
    return Decided(made, about.kind, about.uid, None, about.question)


def _record_all(
    connection: Connection,
    verdicts: Sequence[tuple[Target, str]],
    user: str,
    submitted: Submitted,
    note: str,
    evidence: Sequence[str] = (),
) -> list[Decided]:
    """Append the verdicts of one submit, which are about one thing, inside a transaction."""
    reviewer, target = user_id(connection, user, now()), verdicts[0][0]
    content = [target.uid, [[each.question, verdict] for each, verdict in verdicts], note, list(evidence)]
    made = once(
        connection, target, reviewer, submitted, content,
        lambda: [_record(connection, each, verdict, reviewer, note, evidence) for each, verdict in verdicts],
    )  # fmt: skip
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
        raise VerifierError(f"The note has {len(note):,} characters; the limit is {MAX_NOTE:,}.")
    _check_evidence(evidence)
    end_lease(connection, target.uid)
    shown = shown_of(connection, target)
    return append_decision(
        connection, target, reviewer, verdict, note=note, evidence_refs=evidence, shown=shown, now=now()
    )


def _check_evidence(evidence: Sequence[str]) -> None:
    if len(evidence) > MAX_EVIDENCE:
        raise VerifierError(f"There are {len(evidence)} references; the limit is {MAX_EVIDENCE}.")
    longest = max(map(len, evidence), default=0)
    if longest > MAX_REFERENCE:
        raise VerifierError(f"A reference has {longest:,} characters; the limit is {MAX_REFERENCE:,}.")


def shown_of(connection: Connection, target: Target) -> dict[str, Any]:
    """What the reviewer saw when deciding: the machine's reading at that moment."""
    row = connection.execute(select(TABLES[target.kind]).where(TABLES[target.kind].c.id == target.id)).first()
    names = ("relation", "strength", "aspect", "rule", "kind", "explanation", "question", "exact")
    return {name: getattr(row, name) for name in names if row is not None and hasattr(row, name)}


def _own(connection: Connection, reviewer: int, seq: int) -> Any:
    cancelled = select(decision.c.cancels_seq).where(decision.c.cancels_seq.is_not(None))
    return connection.execute(
        select(decision).where(
            decision.c.seq == seq,
            decision.c.user_id == reviewer,
            decision.c.cancels_seq.is_(None),
            decision.c.seq.not_in(cancelled),
        )
    ).first()
