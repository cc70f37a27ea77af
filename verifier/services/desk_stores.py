"""Stores that stay open between requests, so that a page pays for its queries only."""

from __future__ import annotations

import atexit
from threading import Lock

from verifier.config import Settings
from verifier.services.open_store import open_store
from verifier.store.engine import Store

_MOST = 4
_open: dict[tuple[str, int], Store] = {}
_lock = Lock()


def kept_store(settings: Settings) -> Store:
    """The open store of ``settings``; opened and checked at first use, and anew when its file was replaced.

    Raises StoreError.
    """
    with _lock:
        key = (settings.url, _file_id(settings))
        if key not in _open:
            store = open_store(settings)
            while len(_open) >= _MOST:
                _open.pop(next(iter(_open))).close()
            key = (settings.url, _file_id(settings))
            _open[key] = store
        return _open[key]


@atexit.register
def close_stores() -> None:
    """Let go of every kept store."""
    with _lock:
        while _open:
            _open.popitem()[1].close()


def _file_id(settings: Settings) -> int:
    """Tells a database file from another one put in its place; 0 where there is none yet."""
    path = settings.database_path
    try:
        return path.stat().st_ino if settings.database_url is None else 0
    except FileNotFoundError:
        return 0
