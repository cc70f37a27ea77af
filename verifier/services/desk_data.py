"""What every page of the desk is read from: one consistent view, voices of claims, documents, decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from verifier.config import Settings
from verifier.services.desk_model import HistoryEntry, Voice
from verifier.services.desk_stores import kept_store
from verifier.store.chains import in_force
from verifier.store.reviews import TABLES, cancellations
from verifier.store.tables import (
    attribution,
    claim,
    claim_version,
    decision,
    document,
    evidence,
    outlet,
    snapshot,
    user,
)

NOBODY = "The article itself"
"""How a claim is signed that its text attributes to nobody."""

_LATER = snapshot.alias("later")


@contextmanager
def open_desk(settings: Settings) -> Iterator[Connection]:
    """The store as it is now; nothing is written."""
    with kept_store(settings).read() as connection:
        yield connection


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
    name = row.actor_name
    return Voice(
        claim=row.uid,
        claimant=name[:1].upper() + name[1:] if name else NOBODY,
        quote=row.exact,
        document=row.document_uid,
        document_title=row.title or row.name,
        side=row.actor_side,
        kind=row.kind,
        lang=row.lang,
    )


def lookup(connection: Connection, query: Select[Any]) -> dict[Any, Any]:
    """The rows of a query of two columns, the second by the first."""
    return {row[0]: row[1] for row in connection.execute(query)}


def voices(connection: Connection, claim_ids: Collection[int]) -> dict[int, Voice]:
    """The voices of claims by their row."""
    rows = connection.execute(voice_query().where(claim.c.id.in_(claim_ids))) if claim_ids else ()
    return {row.id: voice_of(row) for row in rows}


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
    links = cancellations(connection)
    about = {name: table.c.uid.label(f"{name}_uid") for name, table in TABLES.items()}
    query = (
        select(decision, user.c.name.label("reviewer"), *about.values())
        .select_from(decision)
        .join(user, user.c.id == decision.c.user_id)
    )
    for name, table in TABLES.items():
        query = query.outerjoin(table, table.c.id == decision.c[f"{name}_id"])
    if kind is not None:
        query = query.where(TABLES[kind].c.uid == uid)
    if before is not None:
        query = query.where(decision.c.seq < before)
    query = query.where(*conditions)
    rows = connection.execute(query.order_by(decision.c.seq.desc()).limit(limit)).all()
    refs = _evidence(connection, [row.seq for row in rows])
    return [_entry(row, tuple(refs[row.seq]), in_force(row.seq, links)) for row in rows]


def document_rows(connection: Connection) -> list[Any]:
    """Every document with its newest snapshot and outlet."""
    query = (
        select(document, snapshot.c.text, snapshot.c.text_sha256, snapshot.c.published_on, snapshot.c.id.label("snap"),
               snapshot.c.lang.label("text_lang"), snapshot.c.seq, outlet.c.name.label("outlet_name"), outlet.c.slug)
        .join(snapshot, snapshot.c.document_id == document.c.id)
        .join(outlet, outlet.c.id == document.c.outlet_id)
        .where(is_newest(snapshot.c.id))
        .order_by(document.c.name, document.c.uid)
    )  # fmt: skip
    return list(connection.execute(query))


def with_words(columns: Sequence[Any], words: str) -> list[Any]:
    """Conditions that hold where each of ``words`` stands in one of ``columns``, in whatever case."""
    return [
        or_(*(column.icontains(form, autoescape=True) for column in columns for form in _cases(word)))
        for word in words.split()
    ]


def _cases(word: str) -> set[str]:
    """The ways a word may be written: engines fold the case of ASCII letters only."""
    return {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}


def _evidence(connection: Connection, seqs: Sequence[int]) -> dict[int, list[str]]:
    refs: dict[int, list[str]] = defaultdict(list)
    query = select(evidence).where(evidence.c.decision_seq.in_(seqs))
    for item in connection.execute(query.order_by(evidence.c.decision_seq, evidence.c.ordinal)):
        refs[item.decision_seq].append(item.ref)
    return refs


def _entry(row: Any, refs: tuple[str, ...], stands: bool) -> HistoryEntry:
    target = next(name for name in TABLES if getattr(row, f"{name}_id") is not None)
    uid = getattr(row, f"{target}_uid")
    return HistoryEntry(
        seq=row.seq,
        at=row.decided_at,
        reviewer=row.reviewer,
        target=target,
        uid=uid,
        label=row.shown.get("question") or row.shown.get("exact") or row.shown.get("explanation") or uid,
        verdict=row.verdict,
        question=row.question or None,
        note=row.note or None,
        evidence=refs,
        cancels=row.cancels_seq,
        cancelled=not stands,
        readings=tuple(row.shown.get("readings", ())),
    )
