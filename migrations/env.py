"""Runs the migrations on the connection that the store hands over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import context

from verifier.store.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection


def run(connection: Connection) -> None:
    """Migrate in one transaction with foreign keys off (batch changes rebuild tables), checking them before commit."""
    connection = connection.execution_options(verifier_write=True)
    _foreign_keys(connection, "OFF")
    # SQLite can undo changes of the schema; alembic would otherwise commit after each migration
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=True, transaction_per_migration=False,
        transactional_ddl=True,
    )  # fmt: skip
    try:
        with context.begin_transaction():
            context.run_migrations()
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise RuntimeError(f"The migration would break {len(broken)} references; nothing was changed.")
    finally:
        connection.rollback()
        _foreign_keys(connection, "ON")


def _foreign_keys(connection: Connection, state: str) -> None:
    """Inside a transaction SQLite ignores this pragma, and the engine begins one for every statement of its own."""
    connection.connection.cursor().execute(f"PRAGMA foreign_keys={state}")


run(context.config.attributes["connection"])
