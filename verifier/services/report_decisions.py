"""Decisions as a report tells them: by name or by role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from verifier.services.desk_data import read_history
from verifier.services.desk_model import HistoryEntry
from verifier.store.reviews import TABLES
from verifier.store.rows import in_parts
from verifier.store.tables import decision, user


class Decisions:
    """The decisions on the targets a report is telling of, and the newest it told. ``reviewers`` is name or role."""

    def __init__(self, connection: Connection, reviewers: str) -> None:
        self._connection, self._reviewers = connection, reviewers
        self._roles = {row.name: row.role for row in connection.execute(select(user.c.name, user.c.role))}
        self._on: dict[str, list[HistoryEntry]] = {}
        self._newest = 0

    def on(self, uids: Iterable[str]) -> list[dict[str, Any]]:
        """The decisions on some targets, in the order in which they were made; verdicts are then told of these."""
        found = _history_of(self._connection, sorted(set(uids)))
        self._on = defaultdict(list)
        for entry in found:
            self._on[entry.uid].append(entry)
        self._newest = max([self._newest, *(entry.seq for entry in found)])
        return [self._told(entry) for entry in found]

    def verdict(self, uid: str, question: str | None = None) -> str | None:
        """The verdict in force."""
        entry = self._standing(uid, question)
        return entry.verdict if entry else None

    def day(self, uid: str, question: str | None = None) -> str | None:
        """The day on which the verdict in force was given."""
        entry = self._standing(uid, question)
        return entry.at.date().isoformat() if entry else None

    def as_of(self) -> dict[str, Any]:
        """The newest decision told so far and its day; its hash in the chain hangs on the clock and is no content."""
        query = select(decision.c.decided_at).where(decision.c.seq == self._newest)
        moment = self._connection.execute(query).scalar()
        return {"decision": self._newest, "on": moment.date().isoformat() if moment else None}

    def _standing(self, uid: str, question: str | None) -> HistoryEntry | None:
        standing = (
            e
            for e in reversed(self._on.get(uid, ()))
            if e.verdict is not None and not e.cancelled and e.question == question
        )
        return next(standing, None)

    def _told(self, entry: HistoryEntry) -> dict[str, Any]:
        return {
            "no": entry.seq,
            "on": entry.at.date().isoformat(),
            "by": entry.reviewer if self._reviewers == "name" else self._roles.get(entry.reviewer, "reviewer"),
            "target": entry.target,
            "uid": entry.uid,
            "question": entry.question,
            "verdict": entry.verdict,
            "note": entry.note or "",
            "evidence": list(entry.evidence),
            "cancels": entry.cancels,
            "cancelled": entry.cancelled,
        }


def _history_of(connection: Connection, uids: Sequence[str]) -> list[HistoryEntry]:
    """The history of some targets, the oldest first."""
    seqs: set[int] = set()
    for kind, table in TABLES.items():
        if kind != "report":
            made = select(decision.c.seq).join(table, table.c.id == decision.c[f"{kind}_id"])
            seqs.update(row.seq for row in in_parts(connection, made, table.c.uid, uids))
    return read_history(connection, conditions=[decision.c.seq.in_(seqs)])[::-1] if seqs else []
