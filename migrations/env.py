"""Runs the migrations on the connection that the store hands over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import context

from verifier.store.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection


def run(connection: Connection) -> None:
    """Migrate in one transaction with foreign keys off (batch changes rebuild tables), checking them before commit."""
    driver = connection.connection.driver_connection  # inside a transaction the pragma would do nothing
    driver.execute("PRAGMA foreign_keys=OFF")
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=True, transaction_per_migration=False
    )
    try:
        with context.begin_transaction():
            context.run_migrations()
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise RuntimeError(f"The migration would break {len(broken)} references; nothing was changed.")
    finally:
        connection.rollback()
        driver.execute("PRAGMA foreign_keys=ON")


run(context.config.attributes["connection"])
