"""Triggers that keep rows of immutable tables as they were written."""

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
        f"{name}_no_replace": f'CREATE TRIGGER {name}_no_replace BEFORE INSERT ON "{table.name}" '  # noqa: S608 - our names
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


def trigger_drift(connection: Connection) -> list[str]:
    """What differs between the triggers the store needs and those the database has, one sentence each."""
    needed = {name: ddl for table in immutable_tables() for name, ddl in trigger_ddl(table).items()}
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    present = {row.name: row.sql for row in rows}
    missing = [f"Trigger {name} is missing." for name in needed if name not in present]
    changed = [f"Trigger {name} has been changed." for name, ddl in needed.items() if present.get(name, ddl) != ddl]
    extra = [f"Trigger {name} does not belong here." for name in present if name not in needed]
    return missing + changed + extra
