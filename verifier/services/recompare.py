"""Compare one claim anew after a person corrected it: its pairs, its document's findings, the disputes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, or_, select, update

from verifier.domain.claim import Claim
from verifier.domain.comparison import Finding
from verifier.domain.enums import FindingKind, Relation
from verifier.pairing.disputes import Contest, find_disputes
from verifier.pairing.ladder import RULESET
from verifier.pairing.pipeline import JudgedPair, judge
from verifier.pairing.priority import finding_priority
from verifier.services.keep_disputes import keep_disputes
from verifier.services.open_store import now
from verifier.services.pair_claims import pair_row
from verifier.store.claims import load_claims, version_ids
from verifier.store.embeddings import load_vectors
from verifier.store.pairs import save_findings, save_pairs
from verifier.store.tables import claim, finding, finding_part, pair

_CONTESTS = (Relation.CONTRADICTS, Relation.DISPUTES, Relation.REVISES)
_SAME = (Relation.DUPLICATE,)


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of comparing one claim with all others: its pairs, and the findings of its document."""

    uid: str
    claims: Sequence[Claim]
    pairs: Sequence[JudgedPair]
    findings: Sequence[Finding]


def judge_one(
    connection: Connection, embedder: str, old: Claim, changed: Claim | None, by_hand: Sequence[tuple[str, str]]
) -> Judged:
    """Compare the claim ``old``, as it reads in ``changed`` (None where it is no claim any more); nothing is stored.

    Only vectors that are stored already are used, so no model is loaded.
    """
    uid = old.uid
    claims = [c for c in load_claims(connection) if c.uid != uid]
    claims += [changed] if changed is not None else []
    vectors = _vectors(connection, embedder)
    near = judge(claims, new={uid}, vectors=vectors, by_hand=by_hand)
    inside = judge([c for c in claims if c.document == old.document], vectors=vectors)
    copies = [f for f in near.findings if f.kind is FindingKind.COPY_CHANGED]
    own = [f for f in inside.findings if f.kind is not FindingKind.COPY_CHANGED]
    return Judged(uid, claims, near.pairs, [*copies, *own])


def save_judged(connection: Connection, judged: Judged, *, reread: bool) -> None:
    """Store what ``judge_one`` found, inside a transaction; decisions stay.

    ``reread`` says that the claim has a new reading: whatever was decided on its pairs becomes stale.
    """
    moment, by_uid = now(), {c.uid: c for c in judged.claims}
    rows = [pair_row(each, by_uid) for each in judged.pairs]
    anew = {judged.uid} if reread else set()
    save_pairs(connection, rows, version_ids(connection), RULESET, moment, whole=False, reread=anew)
    key = select(claim.c.id).where(claim.c.uid == judged.uid).scalar_subquery()
    gone = or_(pair.c.left_id == key, pair.c.right_id == key) & pair.c.uid.not_in([row.uid for row in rows])
    connection.execute(update(pair).where(gone).values(live=False))
    if reread:
        connection.execute(update(pair).where(gone, pair.c.state == "decided").values(state="stale"))
    ranked = [(f, finding_priority(f)) for f in judged.findings]
    save_findings(connection, ranked, RULESET, moment, among=_findings_near(connection, judged.uid))
    contests, same = (
        [c for c in _contests(connection, relations) if c.left in by_uid and c.right in by_uid]
        for relations in (_CONTESTS, _SAME)
    )
    keep_disputes(connection, find_disputes(judged.claims, contests, same))


def _vectors(connection: Connection, embedder: str) -> Mapping[str, NDArray[np.float32]]:
    stored = load_vectors(connection, embedder)
    return {text: np.frombuffer(raw, dtype="<f4") for text, raw in stored.items()}


def _findings_near(connection: Connection, uid: str) -> list[str]:
    """The findings that the claim may have been part of: those of its text, and changed copies it stands in."""
    home = select(claim.c.snapshot_id).where(claim.c.uid == uid).scalar_subquery()
    parts = select(finding_part.c.finding_id).join(claim, claim.c.id == finding_part.c.claim_id)
    inside = (finding.c.snapshot_id == home) & (finding.c.kind != FindingKind.COPY_CHANGED.value)
    touching = finding.c.id.in_(parts.where(claim.c.uid == uid))
    return list(connection.execute(select(finding.c.uid).where(or_(inside, touching))).scalars())


def _contests(connection: Connection, relations: Sequence[Relation]) -> list[Contest]:
    left, right = claim.alias("left_claim"), claim.alias("right_claim")
    query = (
        select(left.c.uid, right.c.uid, pair.c.relation)
        .join(left, left.c.id == pair.c.left_id)
        .join(right, right.c.id == pair.c.right_id)
        .where(pair.c.live.is_(True), pair.c.relation.in_([r.value for r in relations]))
        .order_by(pair.c.uid)
    )
    return [Contest(row[0], row[1], Relation(row[2])) for row in connection.execute(query)]
