"""What every page of the desk is read from: voices of claims, documents, decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, func, select

from verifier.services.desk_model import HistoryEntry, Voice
from verifier.store.chains import in_force, starts_of
from verifier.store.prepared import Prepared, among
from verifier.store.reviews import TABLES, cancellations
from verifier.store.tables import (
    attribution,
    claim,
    claim_version,
    decision,
    document,
    evidence,
    snapshot,
    user,
)

NOBODY = "The article itself"
"""How a claim is signed that its text attributes to nobody."""

_VOICE = 10
"""How many columns ``voice_query`` has."""
_LATER = snapshot.alias("later")


def is_newest(snapshot_id: Any) -> Any:
    """Whether no later snapshot supersedes the one with this id."""
    return ~select(_LATER.c.id).where(_LATER.c.supersedes_id == snapshot_id).exists()


@lru_cache(maxsize=1)
def current_version() -> Any:
    """Joins claim_version to its claim: the newest reading only."""
    other = claim_version.alias("other")
    newest = select(func.max(other.c.version_no)).where(other.c.claim_id == claim.c.id).scalar_subquery()
    return and_(claim_version.c.claim_id == claim.c.id, claim_version.c.version_no == newest)


def is_current() -> Any:
    """Whether a claim of ``voice_query`` stands in a newest text and nobody said that it is none."""
    return and_(is_newest(claim.c.snapshot_id), claim_version.c.rejected.is_(False))


@lru_cache(maxsize=1)
def voice_query() -> Select[Any]:
    """Claims in short, with the claimant of their current reading."""
    return (
        select(
            claim.c.id, claim.c.uid, claim.c.exact, claim.c.lang, claim_version.c.kind,
            document.c.uid.label("document_uid"), document.c.name, document.c.title,
            attribution.c.actor_name, attribution.c.actor_side,
        )
        .select_from(claim)
        .join(snapshot, snapshot.c.id == claim.c.snapshot_id)
        .join(document, document.c.id == snapshot.c.document_id)
        .join(claim_version, current_version())
        .outerjoin(attribution, and_(attribution.c.claim_version_id == claim_version.c.id, attribution.c.step == 0))
    )  # fmt: skip


def voice_of(row: Any) -> Voice:
    """A row of ``voice_query`` as a voice."""
    return Voice(*voice_fields(row))


def voice_fields(row: Any) -> list[Any]:
    """The fields of the same voice."""
    _, uid, exact, lang, kind, document_uid, name, title, who, side = row[:_VOICE]
    return [uid, who[:1].upper() + who[1:] if who else NOBODY, exact, document_uid, title or name, side, kind, lang]


def voices(connection: Connection, claim_ids: Collection[int]) -> dict[int, Voice]:
    """The voices of claims by their row."""
    return {key: Voice(*fields) for key, fields in read_voices(connection, claim_ids).items()}


def read_voices(connection: Connection, claim_ids: Collection[int]) -> dict[int, list[Any]]:
    """The fields of the same voices."""
    return {row[0]: voice_fields(row) for row in _VOICES.all(connection, claims=list(claim_ids))}


_VOICES = Prepared(voice_query().where(among(claim.c.id, "claims")))


def read_history(
    connection: Connection,
    kind: str | None = None,
    uid: str | None = None,
    *,
    before: int | None = None,
    limit: int | None = None,
    conditions: Sequence[Any] = (),
) -> list[HistoryEntry]:
    """Decisions, the newest first: those on one target, before one number, for which ``conditions`` hold."""
    given = {"uid": uid, "before": before, "most": -1 if limit is None else limit}
    if conditions:
        rows = connection.execute(_history(kind, before is not None).query.where(*conditions), given).all()
    else:
        rows = _history(kind, before is not None).all(connection, **given)
    if not rows:
        return []
    links, refs = cancellations(connection), _evidence(connection, [row.seq for row in rows])
    starts = starts_of(links)
    undone = {row.seq: starts[row.seq] for row in rows if row.cancels_seq is not None}
    first = select(decision.c.seq, decision.c.shown).where(decision.c.seq.in_(undone.values()))
    shown = {row.seq: row.shown for row in connection.execute(first)} if undone else {}
    return [
        _entry(row, shown.get(undone.get(row.seq, 0), row.shown), tuple(refs[row.seq]), in_force(row.seq, links))
        for row in rows
    ]


@lru_cache(maxsize=32)
def _history(kind: str | None, is_before: bool) -> Prepared:
    about = [table.c.uid.label(f"{name}_uid") for name, table in TABLES.items()]
    query = select(decision, user.c.name.label("reviewer"), *about)
    query = query.select_from(decision).join(user, user.c.id == decision.c.user_id)
    for name, table in TABLES.items():
        query = query.outerjoin(table, table.c.id == decision.c[f"{name}_id"])
    if kind is not None:
        target = select(TABLES[kind].c.id).where(TABLES[kind].c.uid == bindparam("uid"))
        query = query.where(decision.c[f"{kind}_id"] == target.scalar_subquery())
    if is_before:
        query = query.where(decision.c.seq < bindparam("before"))
    return Prepared(query.order_by(decision.c.seq.desc()).limit(bindparam("most")))


def _evidence(connection: Connection, seqs: Sequence[int]) -> dict[int, list[str]]:
    refs: dict[int, list[str]] = defaultdict(list)
    query = select(evidence).where(evidence.c.decision_seq.in_(seqs))
    for item in connection.execute(query.order_by(evidence.c.decision_seq, evidence.c.ordinal)):
        refs[item.decision_seq].append(item.ref)
    return refs


def _entry(row: Any, shown: Mapping[str, Any], refs: tuple[str, ...], stands: bool) -> HistoryEntry:
    """A decision; ``shown`` is what was seen at it, or at the one that it takes back."""
    target = next(name for name in TABLES if getattr(row, f"{name}_id") is not None)
    uid = getattr(row, f"{target}_uid")
    return HistoryEntry(
        seq=row.seq,
        at=row.decided_at,
        reviewer=row.reviewer,
        target=target,
        uid=uid,
        label=shown.get("question") or shown.get("exact") or shown.get("explanation") or uid,
        verdict=row.verdict,
        question=row.question or None,
        note=row.note or None,
        evidence=refs,
        cancels=row.cancels_seq,
        cancelled=not stands,
        readings=tuple(row.shown.get("readings", ())),
    )
