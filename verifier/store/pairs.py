"""Judged pairs: current readings in place, every reading in a history."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, bindparam, func, select, update

from verifier.domain.comparison import BY_HAND, Comparison, SlotComparison
from verifier.domain.enums import SlotOutcome
from verifier.store.claims import claim_ids
from verifier.store.rows import in_parts, insert_numbered
from verifier.store.tables import (
    comparison,
    pair,
)
from verifier.store.tables.base import Dumped, dump_json

_READING = ("relation", "strength", "aspect", "rule")


class PairRow(NamedTuple):
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
    ids = claim_ids(connection, {uid for row in rows for uid in (row.left, row.right)})
    known = _known_pairs(connection, [row.uid for row in rows])
    fresh = [row for row in rows if row.uid not in known]
    values = {row.uid: _pair_values(row, ids) for row in rows}
    anew = {row.uid for row in rows if row.left in reread or row.right in reread}
    stored = [row for row in rows if row.uid in known]
    moved = [r for r in stored if r.uid in anew or _differs(known[r.uid], values[r.uid], values[r.uid])]
    changed = [r for r in moved if r.uid in anew or _differs(known[r.uid], values[r.uid], _READING)]
    made = insert_numbered(connection, pair, [{"uid": row.uid, "state": "new", **values[row.uid]} for row in fresh])
    stale = {row.uid for row in changed if known[row.uid]["state"] == "decided"}
    for row in moved:
        state = "stale" if row.uid in stale else known[row.uid]["state"]
        connection.execute(update(pair).where(pair.c.uid == row.uid), {"state": state, **values[row.uid]})
    counts = _comparison_counts(connection, [known[row.uid]["id"] for row in changed])
    readings = [(pair_id, 1, row) for pair_id, row in zip(made, fresh, strict=True)]
    readings += [(known[r.uid]["id"], counts[known[r.uid]["id"]] + 1, r) for r in changed]
    history = [_comparison_values(*reading, versions, ruleset, now) for reading in readings]
    insert_numbered(connection, comparison, history)
    if whole:
        live = connection.execute(select(pair.c.uid).where(pair.c.live.is_(True))).scalars()
        retire_pairs(connection, [uid for uid in live if uid not in values])
    return len(fresh)


def retire_pairs(connection: Connection, uids: Sequence[str]) -> None:
    """Let pairs stop being live."""
    if uids:
        gone = update(pair).where(pair.c.uid == bindparam("gone")).values(live=False)
        connection.execute(gone, [{"gone": uid} for uid in uids])


def retire_pairs_of(connection: Connection, claims: Sequence[int]) -> None:
    """Let all pairs of claims, by row, stop being live."""
    for side in (pair.c.left_id, pair.c.right_id):
        if claims:
            gone = update(pair).where(side == bindparam("gone")).values(live=False)
            connection.execute(gone, [{"gone": claim_id} for claim_id in claims])


def live_pairs_of(
    connection: Connection, claims: Sequence[int], relations: Collection[str] | None = None
) -> list[tuple[int, int, str, str]]:
    """The live pairs of claims, all by row, of some relations or any: left, right, uid, relation."""
    query = select(pair.c.left_id, pair.c.right_id, pair.c.uid, pair.c.relation).where(pair.c.live.is_(True))
    if relations is not None:
        query = query.where(pair.c.relation.in_(relations))
    sides = (pair.c.left_id, pair.c.right_id)
    return sorted({tuple(row) for side in sides for row in in_parts(connection, query, side, claims)})


def _known_pairs(connection: Connection, uids: Sequence[str]) -> dict[str, RowMapping]:
    return {row.uid: row._mapping for row in in_parts(connection, select(pair), pair.c.uid, uids)}


def _differs(before: RowMapping, after: Mapping[str, Any], columns: Iterable[str]) -> bool:
    return any(before[name] != after[name] for name in columns)


def _comparison_counts(connection: Connection, pairs: Sequence[int]) -> dict[int, int]:
    """How many readings each of these pairs has had."""
    counted = select(comparison.c.pair_id, func.count()).group_by(comparison.c.pair_id)
    return {row[0]: row[1] for row in in_parts(connection, counted, comparison.c.pair_id, pairs)}


@lru_cache(maxsize=65_536)
def _slot_text(slot: SlotComparison) -> str:
    """A slot comparison as it is stored; most come again and again."""
    told = {"outcome": slot.outcome.value, "left": slot.left, "right": slot.right, "reason": slot.reason}
    return dump_json({"slot": slot.slot, **told})


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
        "slots": Dumped(f"[{','.join(map(_slot_text, judged.slots))}]"),
        "features": {"keys": list(row.keys), "similarity": row.similarity},
        "made_at": now,
    }
