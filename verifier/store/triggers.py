"""Triggers that keep rows of immutable tables as they were written, and that note what the desk's lists lack."""

# ruff: noqa: S608 - statements are made of our own names only

from __future__ import annotations

from sqlalchemy import Connection, Table, UniqueConstraint, text

from verifier.store.tables import metadata


def immutable_tables() -> list[Table]:
    """The tables whose rows may be added and read, but never changed or removed."""
    return [table for table in metadata.sorted_tables if table.info.get("immutable")]


def trigger_ddl(table: Table) -> dict[str, str]:
    """The triggers of one table by name: no UPDATE but one that blanks erasable texts, no DELETE, no replacing INSERT.

    The third does not lean on ``recursive_triggers``, which only our own connections switch on.
    """
    unique = sorted(
        tuple(column.name for column in constraint.columns)
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    )
    keys = [tuple(column.name for column in table.primary_key), *unique]
    clash = " OR ".join("(" + " AND ".join(f'"{name}" = NEW."{name}"' for name in key) + ")" for key in keys)
    refuse = f"BEGIN SELECT RAISE(ABORT, 'rows of {table.name} cannot be changed'); END"
    name = f"tr_{table.name}"
    return {
        f"{name}_no_update": f'CREATE TRIGGER {name}_no_update BEFORE UPDATE ON "{table.name}" '
        f"{_unless_blanked(table)}{refuse}",
        f"{name}_no_delete": f'CREATE TRIGGER {name}_no_delete BEFORE DELETE ON "{table.name}" {refuse}',
        f"{name}_no_replace": f'CREATE TRIGGER {name}_no_replace BEFORE INSERT ON "{table.name}" '
        f'WHEN EXISTS (SELECT 1 FROM "{table.name}" WHERE {clash}) {refuse}',
    }


def _unless_blanked(table: Table) -> str:
    """The condition that lets an UPDATE pass which empties the erasable columns and touches no other."""
    erasable = table.info.get("erasable", ())
    if not erasable:
        return ""
    blank = [f"coalesce(NEW.\"{name}\", '') = ''" for name in erasable]
    kept = [f'NEW."{column.name}" IS OLD."{column.name}"' for column in table.columns if column.name not in erasable]
    return f"WHEN NOT ({' AND '.join(blank + kept)}) "


def noting_ddl() -> dict[str, str]:
    """The triggers by name that note in desk_stale which items of the desk's lists have to be read anew.

    What reviewers do besides moves desk_change on, so that what was worked out for pages is worked out again.
    """
    noted: dict[str, str] = {}
    for name, (event, table, rows) in _NOTED.items():
        what = " ".join(f"INSERT OR IGNORE INTO desk_stale {each};" for each in rows)
        noted[f"tr_{name}"] = f'CREATE TRIGGER tr_{name} AFTER {event} ON "{table}" BEGIN {what} END'
    for table in ("decision", "correction", "saved_view"):
        noted[f"tr_{table}_moves_on"] = _moves_on(table, "INSERT")
    return noted | {"tr_saved_view_moves_off": _moves_on("saved_view", "DELETE").replace("moves_on", "moves_off")}


def _moves_on(table: str, event: str) -> str:
    return (
        f'CREATE TRIGGER tr_{table}_moves_on AFTER {event} ON "{table}" '
        "BEGIN UPDATE desk_change SET number = number + 1; END"
    )


def _about_uid(row: str) -> tuple[str, ...]:
    """Whatever is listed under the uid of a row."""
    return tuple(
        f"SELECT '{kind}', id FROM {kind} WHERE uid = {row}.target_uid" for kind in ("pair", "finding", "claim")
    )


def _about_claims(which: str) -> tuple[str, ...]:
    """Some claims with their pairs and findings; a query for each, since a union of them takes ten times as long."""
    return (
        f"SELECT 'claim', id FROM claim WHERE id {which}",
        *_about_pairs(which),
        f"SELECT 'finding', finding_id FROM finding_part WHERE claim_id {which}",
    )


def _about_pairs(which: str) -> tuple[str, ...]:
    """The pairs of some claims."""
    return tuple(f"SELECT 'pair', id FROM pair WHERE {side} {which}" for side in ("left_id", "right_id"))


_NOTED = {
    "pair_added": ("INSERT", "pair", ("VALUES ('pair', NEW.id)",)),
    "pair_changed": ("UPDATE", "pair", ("VALUES ('pair', NEW.id)",)),
    "finding_added": ("INSERT", "finding", ("VALUES ('finding', NEW.id)",)),
    "finding_changed": ("UPDATE", "finding", ("VALUES ('finding', NEW.id)",)),
    "finding_part_added": ("INSERT", "finding_part", ("VALUES ('finding', NEW.finding_id)",)),
    "version_added": ("INSERT", "claim_version", _about_claims("= NEW.claim_id")),
    "text_superseded": (
        "INSERT", "snapshot", _about_claims("IN (SELECT id FROM claim WHERE snapshot_id = NEW.supersedes_id)"),
    ),
    "text_added": ("INSERT", "snapshot", ("VALUES ('document', NEW.document_id)",)),
    "document_changed": ("UPDATE", "document", ("VALUES ('document', NEW.id)",)),
    "verdict_set": ("INSERT", "standing", _about_uid("NEW")),
    "verdict_lifted": ("DELETE", "standing", _about_uid("OLD")),
    "taken_on": ("INSERT", "assignment", _about_uid("NEW")),
    "given_up": ("DELETE", "assignment", _about_uid("OLD")),
    "dispute_joined": ("INSERT", "dispute_claim", _about_pairs("= NEW.claim_id")),
    "dispute_left": ("DELETE", "dispute_claim", _about_pairs("= OLD.claim_id")),
}  # fmt: skip


def trigger_drift(connection: Connection) -> list[str]:
    """What differs between the triggers the store needs and those the database has, one sentence each."""
    needed = {name: ddl for table in immutable_tables() for name, ddl in trigger_ddl(table).items()} | noting_ddl()
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    present = {row.name: row.sql for row in rows}
    missing = [f"Trigger {name} is missing." for name in needed if name not in present]
    changed = [f"Trigger {name} has been changed." for name, ddl in needed.items() if present.get(name, ddl) != ddl]
    extra = [f"Trigger {name} does not belong here." for name in present if name not in needed]
    return missing + changed + extra
