"""Bringing the database to another schema, after a copy where there is something to lose."""

from __future__ import annotations

from verifier.config import Settings
from verifier.services.copy_store import backup_before
from verifier.store import schema
from verifier.store.engine import connect


def upgrade_store(settings: Settings) -> str:
    """Bring the database to the newest revision; the revision it is at then. Raises StoreError."""
    return _move(settings, schema.head()) or ""


def downgrade_store(settings: Settings, revision: str) -> str | None:
    """Take the database back to ``revision``. Raises StoreError."""
    return _move(settings, revision, back=True)


def _move(settings: Settings, revision: str, back: bool = False) -> str | None:
    with connect(settings.url) as store:
        if schema.current(store) not in (None, revision):
            backup_before(settings, revision)
        if back:
            schema.downgrade(store, revision)
        else:
            schema.upgrade(store)
        return schema.current(store)
