"""Compare one claim anew after a person corrected it: its pairs, its document's findings, the disputes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select, update

from verifier.domain.claim import Claim
from verifier.domain.comparison import Finding
from verifier.domain.enums import FindingKind
from verifier.pairing.keys import key_rows
from verifier.pairing.ladder import RULESET
from verifier.pairing.pipeline import JudgedPair, judge
from verifier.pairing.priority import finding_priority
from verifier.services.ask_network import known_answers
from verifier.services.meet_claims import stored_near
from verifier.services.open_store import now
from verifier.services.pair_changes import pair_row
from verifier.services.question_vectors import stored_vectors
from verifier.services.renew_disputes import renew_disputes
from verifier.store.claims import claim_ids, load_claims, version_ids
from verifier.store.embeddings import load_vectors
from verifier.store.findings import findings_of, save_findings
from verifier.store.keys import file_keys, unfile
from verifier.store.pairs import live_pairs_of, save_pairs
from verifier.store.tables import claim, pair


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of comparing one claim with all others: its pairs, and the findings of its document.

    ``claims`` are those it was compared with and itself, as long as it is one.
    """

    uid: str
    claims: Sequence[Claim]
    pairs: Sequence[JudgedPair]
    findings: Sequence[Finding]


def judge_one(
    connection: Connection, embedder: str, old: Claim, changed: Claim | None, by_hand: Sequence[tuple[str, str]]
) -> Judged:
    """Compare the claim ``old``, as it reads in ``changed`` (None where it is no claim any more); nothing is stored.

    Only vectors and answers of the network that are stored already are used, so no model is loaded.
    """
    uid, ask = old.uid, known_answers(connection)
    own = stored_vectors(load_vectors(connection, embedder, list(version_ids(connection, {uid}).values())))
    partners = [other for pair in by_hand if uid in pair for other in pair]
    near = {c.uid: c for c in stored_near(connection, embedder, [changed or old], own)}
    near |= {c.uid: c for c in load_claims(connection, {*partners, *_paired_with(connection, uid)})}
    claims = [c for c in near.values() if c.uid != uid]
    claims += [changed] if changed is not None else []
    versions = version_ids(connection, [c.uid for c in claims])
    vectors = {**own, **stored_vectors(load_vectors(connection, embedder, sorted(versions.values())))}
    result = judge(claims, new={uid}, vectors=vectors, by_hand=by_hand, ask=ask)
    inside = judge([c for c in claims if c.document == old.document], vectors=vectors)
    copies = [f for f in result.findings if f.kind is FindingKind.COPY_CHANGED]
    found = [f for f in inside.findings if f.kind is not FindingKind.COPY_CHANGED]
    return Judged(uid, claims, result.pairs, [*copies, *found])


def save_judged(connection: Connection, judged: Judged, *, reread: bool) -> None:
    """Store what ``judge_one`` found, inside a transaction; decisions stay.

    ``reread`` says that the claim has a new reading: whatever was decided on its pairs becomes stale.
    """
    moment, by_uid = now(), {c.uid: c for c in judged.claims}
    rows = [pair_row(each, by_uid) for each in judged.pairs]
    anew = {judged.uid} if reread else set()
    key = claim_ids(connection, {judged.uid})[judged.uid]
    before = live_pairs_of(connection, [key])
    save_pairs(connection, rows, version_ids(connection, by_uid), RULESET, moment, whole=False, reread=anew)
    gone = or_(pair.c.left_id == key, pair.c.right_id == key) & pair.c.uid.not_in([row.uid for row in rows])
    connection.execute(update(pair).where(gone).values(live=False))
    if reread:
        connection.execute(update(pair).where(gone, pair.c.state == "decided").values(state="stale"))
    ranked = [(f, finding_priority(f)) for f in judged.findings]
    save_findings(connection, ranked, RULESET, moment, among=_findings_near(connection, judged.uid))
    touched = {n for left, right, _, _ in (*before, *live_pairs_of(connection, [key])) for n in (left, right)}
    renew_disputes(connection, {key, *touched})
    if judged.uid in by_uid:
        file_keys(connection, [(key, key_rows(by_uid[judged.uid]))])
    else:
        unfile(connection, [key])


def _paired_with(connection: Connection, uid: str) -> set[str]:
    """The claims that a claim has a pair with."""
    keys = list(claim_ids(connection, {uid}).values())
    ids = {n for left, right, _, _ in live_pairs_of(connection, keys) for n in (left, right)}
    return set(connection.execute(select(claim.c.uid).where(claim.c.id.in_(ids))).scalars())


def _findings_near(connection: Connection, uid: str) -> list[str]:
    """The findings that the claim may have been part of: those of its text, and changed copies it stands in."""
    home = connection.execute(select(claim.c.id, claim.c.snapshot_id).where(claim.c.uid == uid)).one()
    return [*findings_of(connection, [home.snapshot_id]), *findings_of(connection, [home.id], copies=True)]
