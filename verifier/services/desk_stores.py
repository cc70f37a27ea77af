"""Stores that stay open between requests, so that a page pays for its queries only."""

from __future__ import annotations

import atexit
import os
from pathlib import Path
from threading import Lock

from verifier.config import Settings
from verifier.services.open_store import open_store
from verifier.store.engine import Store

_MOST = 4
_open: dict[tuple[str, int], Store] = {}
_places: dict[tuple[Path, str | None], tuple[str, str | None]] = {}
_lock = Lock()


def kept_store(settings: Settings) -> Store:
    """The open store of ``settings``; opened and checked at first use, and anew when its file was replaced.

    Raises StoreError.
    """
    with _lock:
        url, path = _place(settings)
        key = (url, _file_id(path))
        if key not in _open:
            store = open_store(settings)
            while len(_open) >= _MOST:
                _open.pop(next(iter(_open))).close()
            key = (url, _file_id(path))
            _open[key] = store
        return _open[key]


@atexit.register
def close_stores() -> None:
    """Let go of every kept store."""
    with _lock:
        _places.clear()
        while _open:
            _open.popitem()[1].close()


def _place(settings: Settings) -> tuple[str, str | None]:
    """The URL of a store, and its file if that is the one of the data folder: worked out once, as pages ask often."""
    named = (settings.home, settings.database_url)
    if named not in _places:
        _places[named] = settings.url, str(settings.database_path) if settings.database_url is None else None
    return _places[named]


def _file_id(path: str | None) -> int:
    """Tells a database file from another one put in its place; 0 where there is none yet."""
    try:
        return os.stat(path).st_ino if path is not None else 0
    except FileNotFoundError:
        return 0
