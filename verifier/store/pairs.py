"""Judged pairs and findings: current readings in place, every reading in a history."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, func, insert, select, update

from verifier.domain.comparison import BY_HAND, Comparison, Finding, SlotComparison
from verifier.domain.enums import SlotOutcome
from verifier.domain.uids import finding_uid
from verifier.store.rows import insert_all
from verifier.store.tables import (
    claim,
    comparison,
    finding,
    finding_part,
    finding_reading,
    pair,
    snapshot,
)

_READING = ("relation", "strength", "aspect", "rule")


@dataclass(frozen=True, slots=True)
class PairRow:
    """A judged pair ready to be stored."""

    uid: str
    left: str
    right: str
    locus: str
    priority: float
    similarity: float
    keys: tuple[str, ...]
    comparison: Comparison
    explanation: str


def claim_ids(connection: Connection) -> dict[str, int]:
    """The row of every claim by uid."""
    return {row.uid: row.id for row in connection.execute(select(claim.c.uid, claim.c.id))}


def save_pairs(
    connection: Connection,
    rows: Sequence[PairRow],
    versions: Mapping[str, int],
    ruleset: str,
    now: datetime,
    whole: bool,
    reread: Collection[str] = (),
) -> int:
    """Store pairs; a reading that is the same as the last one is not stored again. How many are new.

    With ``whole`` the rows are all there are: pairs that are not among them stop being live. Pairs of the claims
    ``reread`` were compared on new readings, so what was decided on them is stale whatever came out.
    """
    ids = claim_ids(connection)
    known = {row.uid: row._mapping for row in connection.execute(select(pair))}
    values = {row.uid: _pair_values(row, ids) for row in rows}
    fresh = [row for row in rows if row.uid not in known]
    anew = {row.uid for row in rows if row.left in reread or row.right in reread}
    stored = [row for row in rows if row.uid in known]
    moved = [r for r in stored if r.uid in anew or _differs(known[r.uid], values[r.uid], values[r.uid])]
    changed = [r for r in moved if r.uid in anew or _differs(known[r.uid], values[r.uid], _READING)]
    made = insert_all(connection, pair, [{"uid": row.uid, "state": "new", **values[row.uid]} for row in fresh])
    stale = {row.uid for row in changed if known[row.uid]["state"] == "decided"}
    for row in moved:
        state = "stale" if row.uid in stale else known[row.uid]["state"]
        connection.execute(update(pair).where(pair.c.uid == row.uid), {"state": state, **values[row.uid]})
    counts = _comparison_counts(connection, [known[row.uid]["id"] for row in changed])
    readings = [(pair_id, 1, row) for pair_id, row in zip(made, fresh, strict=True)]
    readings += [(known[r.uid]["id"], counts[known[r.uid]["id"]] + 1, r) for r in changed]
    history = [_comparison_values(*reading, versions, ruleset, now) for reading in readings]
    if history:
        connection.execute(insert(comparison), history)
    gone = [{"gone": uid} for uid in known.keys() - values.keys() if known[uid]["live"]] if whole else []
    if gone:
        connection.execute(update(pair).where(pair.c.uid == bindparam("gone")).values(live=False), gone)
    return len(fresh)


def _differs(before: Mapping[str, Any] | RowMapping, after: Mapping[str, Any], columns: Iterable[str]) -> bool:
    return any(before[name] != after[name] for name in columns)


def _comparison_counts(connection: Connection, pairs: Sequence[int]) -> dict[int, int]:
    """How many readings each of these pairs has had."""
    counted = select(comparison.c.pair_id, func.count()).group_by(comparison.c.pair_id)
    return {row[0]: row[1] for row in connection.execute(counted) if row[0] in set(pairs)} if pairs else {}


def save_findings(
    connection: Connection,
    rows: Sequence[tuple[Finding, float]],
    ruleset: str,
    now: datetime,
    among: Collection[str] | None = None,
) -> None:
    """Store findings; those ``among`` (uids, all where None) that are no longer found stop being live."""
    ids = claim_ids(connection)
    snapshots = {r.uid: r.snapshot_id for r in connection.execute(select(claim.c.uid, claim.c.snapshot_id))}
    uids = {r.id: r.uid for r in connection.execute(select(snapshot.c.id, snapshot.c.uid))}
    known = {row.uid: row for row in connection.execute(select(finding))}
    kept = set()
    for each, priority in rows:
        home = snapshots[each.parts[0].claim]
        uid = finding_uid(uids[home], each.kind.value, [part.claim for part in each.parts])
        if uid in kept:
            continue
        kept.add(uid)
        values = {
            "snapshot_id": home, "kind": each.kind.value, "strength": each.strength.value if each.strength else None,
            "rule": each.rule, "aspects": list(each.aspects), "explanation": each.explanation, "queued": True,
            "priority": priority, "live": True,
        }  # fmt: skip
        if uid in known:
            connection.execute(update(finding).where(finding.c.uid == uid).values(values))
            continue
        made = connection.execute(insert(finding).values(uid=uid, **values)).inserted_primary_key
        finding_id = int(made[0]) if made else 0
        parts = [
            {
                "finding_id": finding_id, "ordinal": n, "claim_id": ids[part.claim],
                "start": part.span.start, "end": part.span.end, "quote": part.quote,
            }
            for n, part in enumerate(each.parts)
        ]  # fmt: skip
        connection.execute(insert(finding_part), parts)
        first = {name: values[name] for name in ("strength", "rule", "aspects", "explanation")}
        connection.execute(
            insert(finding_reading).values(finding_id=finding_id, seq=1, ruleset=ruleset, made_at=now, **first)
        )
    for uid in (known.keys() if among is None else set(among)) - kept:
        connection.execute(update(finding).where(finding.c.uid == uid).values(live=False))


def slots_json(slots: Sequence[SlotComparison]) -> list[dict[str, Any]]:
    """Slot comparisons as they are stored."""
    return [
        {"slot": s.slot, "outcome": s.outcome.value, "left": s.left, "right": s.right, "reason": s.reason}
        for s in slots
    ]


def slots_of(stored: Sequence[Mapping[str, Any]]) -> tuple[SlotComparison, ...]:
    """Slot comparisons as they were stored."""
    return tuple(
        SlotComparison(s["slot"], SlotOutcome(s["outcome"]), s["left"], s["right"], s["reason"]) for s in stored
    )


def _pair_values(row: PairRow, ids: Mapping[str, int]) -> dict[str, Any]:
    judged = row.comparison
    return {
        "left_id": ids[row.left],
        "right_id": ids[row.right],
        "locus": row.locus,
        "relation": judged.relation.value,
        "strength": judged.strength.value if judged.strength else None,
        "aspect": judged.aspect,
        "rule": judged.rule,
        "direction": judged.direction,
        "independent": judged.independent,
        "queued": judged.relation.is_queued or BY_HAND in row.keys,
        "priority": row.priority,
        "probability": None,
        "similarity": row.similarity,
        "explanation": row.explanation,
        "live": True,
    }


def _comparison_values(
    pair_id: int, seq: int, row: PairRow, versions: Mapping[str, int], ruleset: str, now: datetime
) -> dict[str, Any]:
    judged = row.comparison
    return {
        "pair_id": pair_id,
        "seq": seq,
        "left_version_id": versions[row.left],
        "right_version_id": versions[row.right],
        "ruleset": ruleset,
        "relation": judged.relation.value,
        "strength": judged.strength.value if judged.strength else None,
        "aspect": judged.aspect,
        "rule": judged.rule,
        "direction": judged.direction,
        "independent": judged.independent,
        "explanation": row.explanation,
        "would_change": judged.would_change,
        "slots": slots_json(judged.slots),
        "features": {"keys": list(row.keys), "similarity": row.similarity},
        "made_at": now,
    }
