"""Findings: what was found inside texts, and in changed copies of others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from verifier.domain.comparison import Finding
from verifier.domain.enums import FindingKind
from verifier.domain.uids import finding_uid
from verifier.store.rows import in_parts
from verifier.store.tables import claim, finding, finding_part, finding_reading, snapshot


def save_findings(
    connection: Connection,
    rows: Sequence[tuple[Finding, float]],
    ruleset: str,
    now: datetime,
    among: Collection[str] | None = None,
) -> None:
    """Store findings; those ``among`` (uids, all where None) that are no longer found stop being live."""
    parts_told = sorted({part.claim for each, _ in rows for part in each.parts})
    homes = select(claim.c.uid, claim.c.id, claim.c.snapshot_id, snapshot.c.uid.label("home")).join(
        snapshot, snapshot.c.id == claim.c.snapshot_id
    )
    told = {row.uid: row for row in in_parts(connection, homes, claim.c.uid, parts_told)}
    kept: set[str] = set()
    for each, priority in rows:
        home = told[each.parts[0].claim]
        uid = finding_uid(home.home, each.kind.value, [part.claim for part in each.parts])
        if uid in kept:
            continue
        kept.add(uid)
        values = {
            "snapshot_id": home.snapshot_id, "kind": each.kind.value,
            "strength": each.strength.value if each.strength else None, "rule": each.rule,
            "aspects": list(each.aspects), "explanation": each.explanation, "queued": True,
            "priority": priority, "live": True,
        }  # fmt: skip
        if connection.execute(update(finding).where(finding.c.uid == uid).values(values)).rowcount:
            continue
        made = connection.execute(insert(finding).values(uid=uid, **values)).inserted_primary_key
        finding_id = int(made[0]) if made else 0
        parts = [
            {
                "finding_id": finding_id, "ordinal": n, "claim_id": told[part.claim].id,
                "start": part.span.start, "end": part.span.end, "quote": part.quote,
            }
            for n, part in enumerate(each.parts)
        ]  # fmt: skip
        connection.execute(insert(finding_part), parts)
        first = {name: values[name] for name in ("strength", "rule", "aspects", "explanation")}
        connection.execute(
            insert(finding_reading).values(finding_id=finding_id, seq=1, ruleset=ruleset, made_at=now, **first)
        )
    before = connection.execute(select(finding.c.uid)).scalars() if among is None else among
    for uid in set(before) - kept:
        connection.execute(update(finding).where(finding.c.uid == uid).values(live=False))


def findings_of(connection: Connection, rows: Sequence[int], copies: bool = False) -> list[str]:
    """The findings inside texts, given by row; with ``copies`` the changed copies that claims stand in."""
    of_copies = finding.c.kind == FindingKind.COPY_CHANGED.value
    if not copies:
        inside = select(finding.c.uid).where(~of_copies)
        return [row[0] for row in in_parts(connection, inside, finding.c.snapshot_id, rows)]
    touching = select(finding.c.uid).join(finding_part, finding_part.c.finding_id == finding.c.id).where(of_copies)
    return [row[0] for row in in_parts(connection, touching, finding_part.c.claim_id, rows)]
