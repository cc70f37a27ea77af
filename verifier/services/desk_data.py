"""What the desk shows, read from the store in one consistent view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.domain.enums import Relation
from verifier.services.desk_model import DeskItem, HistoryEntry, Voice
from verifier.services.open_store import open_store
from verifier.store.claims import load_claims
from verifier.store.reviews import TABLES, verdicts
from verifier.store.tables import (
    claim,
    decision,
    document,
    evidence,
    finding,
    finding_part,
    outlet,
    pair,
    snapshot,
    user,
)

_OWN_LISTS = {Relation.UNDETERMINED.value: "undetermined", Relation.DIFFERS.value: "differs"}


@dataclass(frozen=True)
class Desk:
    """All live claims, pairs and findings with the verdicts in force."""

    connection: Connection
    claims: Mapping[str, Claim]
    titles: Mapping[str, str]
    verdicts: Mapping[tuple[str, str], str]
    pairs: Sequence[DeskItem]
    findings: Sequence[DeskItem]
    slots: Mapping[str, Any] = field(default_factory=dict)

    @property
    def items(self) -> list[DeskItem]:
        """Pairs and findings, the most pressing first."""
        return sorted([*self.pairs, *self.findings], key=lambda item: (-item.priority, item.uid))

    def voice(self, each: Claim) -> Voice:
        """A claim in short."""
        claimant = each.reading.claimant
        return Voice(
            claim=each.uid,
            claimant=claimant.name[:1].upper() + claimant.name[1:] if claimant is not None else "The article itself",
            quote=each.quote,
            document=each.document,
            document_title=self.titles.get(each.document, each.document_name),
            side=claimant.side if claimant is not None else None,
            kind=each.reading.kind.value,
            lang=each.lang,
        )


@contextmanager
def open_desk(settings: Settings) -> Iterator[Desk]:
    """The desk as it is now."""
    store = open_store(settings)
    try:
        with store.read() as connection:
            yield _load(connection)
    finally:
        store.close()


def _load(connection: Connection) -> Desk:
    claims = {c.uid: c for c in load_claims(connection)}
    titles = {
        r.uid: r.title or r.name for r in connection.execute(select(document.c.uid, document.c.title, document.c.name))
    }
    standing = verdicts(connection)
    desk = Desk(connection, claims, titles, standing, (), ())
    uids = {row.id: row.uid for row in connection.execute(select(claim.c.id, claim.c.uid))}
    pairs = [
        _pair_item(desk, row, uids)
        for row in connection.execute(select(pair).where(pair.c.live.is_(True)))
        if uids[row.left_id] in claims and uids[row.right_id] in claims
    ]
    return Desk(connection, claims, titles, standing, tuple(pairs), tuple(_findings(desk, uids)))


def _pair_item(desk: Desk, row: Any, uids: Mapping[int, str]) -> DeskItem:
    verdict = desk.verdicts.get((row.uid, ""))
    if row.state == "stale" and verdict is not None:
        state = "stale"
    elif verdict is not None:
        state = "decided"
    else:
        state = "waiting" if row.queued else _OWN_LISTS.get(row.relation, "listed")
    sides = tuple(desk.voice(desk.claims[uids[key]]) for key in (row.left_id, row.right_id))
    return DeskItem(
        "pair", row.uid, row.relation, row.strength, row.aspect, row.rule, row.priority, state, verdict, row.explanation,
        sides,
    )  # fmt: skip


def _findings(desk: Desk, uids: Mapping[int, str]) -> Iterator[DeskItem]:
    parts: dict[int, list[str]] = defaultdict(list)
    for part in desk.connection.execute(select(finding_part).order_by(finding_part.c.ordinal)):
        parts[part.finding_id].append(uids[part.claim_id])
    for row in desk.connection.execute(select(finding).where(finding.c.live.is_(True))):
        told = [uid for uid in parts[row.id] if uid in desk.claims]
        if not told:
            continue
        verdict = desk.verdicts.get((row.uid, ""))
        yield DeskItem(
            "finding", row.uid, row.kind, row.strength, ", ".join(row.aspects) or None, row.rule, row.priority,
            "decided" if verdict else "waiting", verdict, row.explanation,
            tuple(desk.voice(desk.claims[uid]) for uid in told),
        )  # fmt: skip


def read_history(connection: Connection, kind: str | None = None, uid: str | None = None) -> list[HistoryEntry]:
    """Decisions, the newest first; only those on one target where it is named."""
    query = select(decision, user.c.name.label("reviewer")).join(user, user.c.id == decision.c.user_id)
    rows = connection.execute(query.order_by(decision.c.seq.desc())).all()
    cancelled = {row.cancels_seq for row in rows if row.cancels_seq is not None}
    refs: dict[int, list[str]] = defaultdict(list)
    for item in connection.execute(select(evidence).order_by(evidence.c.decision_seq, evidence.c.ordinal)):
        refs[item.decision_seq].append(item.ref)
    names = {k: {r.id: r.uid for r in connection.execute(select(t.c.id, t.c.uid))} for k, t in TABLES.items()}
    entries = []
    for row in rows:
        target = next(k for k in TABLES if getattr(row, f"{k}_id") is not None)
        about = names[target][getattr(row, f"{target}_id")]
        if kind is not None and (target, about) != (kind, uid):
            continue
        label = row.shown.get("question") or row.shown.get("exact") or row.shown.get("explanation") or about
        entries.append(
            HistoryEntry(
                row.seq,
                row.decided_at,
                row.reviewer,
                target,
                about,
                label,
                row.verdict,
                row.question or None,
                row.note or None,
                tuple(refs[row.seq]),
                row.cancels_seq,
                row.seq in cancelled,
            )  # fmt: skip
        )
    return entries


def document_rows(connection: Connection) -> list[Any]:
    """Every document with its newest snapshot and outlet."""
    query = (
        select(document, snapshot.c.text, snapshot.c.text_sha256, snapshot.c.published_on, snapshot.c.id.label("snap"),
               snapshot.c.lang.label("text_lang"), snapshot.c.seq, outlet.c.name.label("outlet_name"), outlet.c.slug)
        .join(snapshot, snapshot.c.document_id == document.c.id)
        .join(outlet, outlet.c.id == document.c.outlet_id)
        .order_by(document.c.name, snapshot.c.seq)
    )  # fmt: skip
    newest = {row.uid: row for row in connection.execute(query)}
    return list(newest.values())
