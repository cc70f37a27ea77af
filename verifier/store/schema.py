"""Bringing a database to the current schema, and telling how it differs from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from verifier.errors import StoreError
from verifier.paths import bundled
from verifier.store.engine import APPLICATION_ID, Store, refusals
from verifier.store.tables import metadata
from verifier.store.tables.lists import FULL_TEXT
from verifier.store.triggers import trigger_drift


def upgrade(store: Store, revision: str = "head") -> None:
    """Bring the database to ``revision``, in one transaction. Raises StoreError for another program's database."""
    _refuse_foreign(store)
    _migrate(store, lambda config: command.upgrade(config, revision))
    with refusals(store.path), store.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def downgrade(store: Store, revision: str) -> None:
    """Take the database back to ``revision``. Raises StoreError for another program's database."""
    _refuse_foreign(store)
    _migrate(store, lambda config: command.downgrade(config, revision))


def current(store: Store) -> str | None:
    """The revision a database is at; None where it has none."""
    with refusals(store.path), store.engine.connect() as connection:
        return _revision(connection)


@lru_cache(maxsize=1)
def head() -> str:
    """The newest revision this installation knows."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def drift(store: Store) -> list[str]:
    """What differs between the database and the schema, triggers included; one sentence each."""
    with refusals(store.path), store.engine.connect() as connection:
        found = _revision(connection)
        if found != head():
            return [
                f"The database is at revision {found or 'none'}, the newest is {head()}: run “verifier db upgrade”."
            ]
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": lambda name, *_: not _is_full_text(name)}
        )
        differences = [f"The schema differs: {difference}." for difference in compare_metadata(context, metadata)]
        return differences + _full_text_drift(connection) + trigger_drift(connection)


def _is_full_text(name: str | None) -> bool:
    """Whether a table is one of the full text, or one that the engine keeps behind it."""
    return name is not None and any(name == table or name.startswith(f"{table}_") for table in FULL_TEXT)


def _full_text_drift(connection: Connection) -> list[str]:
    found = {
        table: tuple(row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")) for table in FULL_TEXT
    }
    return [f"The full text {table} differs." for table, columns in FULL_TEXT.items() if found[table] != columns]


def is_empty(store: Store) -> bool:
    """Whether a database has no tables at all."""
    with store.read() as connection:
        return (
            connection.exec_driver_sql(
                "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE '%alembic_version%'"
            ).scalar()
            == 0
        )


def require_current(store: Store) -> None:
    """Raises StoreError where the database is another program's, or not at the newest revision."""
    found = current(store)
    if found is None and not is_empty(store):
        raise StoreError(f"{store.path} is a database of another program.")
    if found != head():
        state = "is new or empty" if found is None else f"is at revision {found}"
        raise StoreError(f"The database {store.path} {state}. Run “verifier db upgrade”.")


def _refuse_foreign(store: Store) -> None:
    if current(store) is None and not is_empty(store):
        raise StoreError(f"{store.path} is a database of another program; nothing was changed in it.")


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(bundled("migrations")))
    return config


def _migrate(store: Store, run: Callable[[Config], None]) -> None:
    config = _config()
    with refusals(store.path), store.engine.connect().execution_options(verifier_write=True) as connection:
        config.attributes["connection"] = connection
        try:
            run(config)
        except (CommandError, RuntimeError) as error:
            raise StoreError(f"The database cannot be migrated: {str(error).rstrip('.')}.") from error
