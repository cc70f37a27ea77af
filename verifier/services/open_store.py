"""The store a command or page works on, checked to be current."""

from __future__ import annotations

from datetime import UTC, datetime

from verifier.config import Settings
from verifier.store import schema
from verifier.store.engine import Store, connect


def open_store(settings: Settings, patience: float | None = None) -> Store:
    """The store of ``settings``, to be closed by who opened it: ``with open_store(settings) as store``.

    A database that has never been used is made; an old one is refused.
    ``patience`` is how many seconds it waits for a lock, where that is to differ from a page's.

    Raises StoreError.
    """
    store = connect(settings.url, patience)
    try:
        if schema.current(store) is None and schema.is_empty(store):
            schema.upgrade(store)
        schema.require_current(store)
    except BaseException:
        store.close()
        raise
    return store


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)
