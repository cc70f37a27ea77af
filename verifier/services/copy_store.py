"""Copies of the database: made while it is in use, verified, put back without losing what was there."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from verifier.config import Settings
from verifier.errors import StoreError
from verifier.services.maintain_store import problems_of
from verifier.services.open_store import now, open_store
from verifier.store.engine import connect, sqlite_path

_BESIDE = ("-wal", "-shm", "-journal")
_PATIENCE = 30.0


def backup_store(settings: Settings, target: Path) -> None:
    """Copy the database while it is in use and verify the copy. Raises StoreError."""
    with open_store(settings):
        pass
    _copy(sqlite_path(settings.url), target, whole=True)


def backup_before(settings: Settings, revision: str) -> Path:
    """A copy in the folder of backups, made before the schema changes. Raises StoreError."""
    target = settings.backups / f"before-{revision}-{now():%Y%m%dT%H%M%S%f}.db"
    _copy(sqlite_path(settings.url), target, whole=False)
    return target


def restore_store(settings: Settings, source: Path, force: bool = False) -> Path | None:
    """Put a verified copy in the place of the database; where the one that was there is kept now, if one was.

    Raises StoreError where the copy is not sound, or a database is there already and ``force`` is not given.
    """
    target = sqlite_path(settings.url)
    if not source.is_file():
        raise StoreError(f"{source} does not exist.")
    if target.exists() and target.stat().st_size and not force:
        raise StoreError(f"{target} is already there; add --force to replace it.")
    fresh = target.with_suffix(".restoring")
    with _sentences(f"{source} cannot be put in the place of {target}"):
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            _copy_pages(source, fresh)
            _verify(fresh, named=source)
            _sync(fresh)
            kept = _set_aside(settings, target)
            fresh.replace(target)
        finally:
            _remove(fresh)
        _sync(target.parent)
    return kept


def _copy(source: Path, target: Path, whole: bool) -> None:
    """Write the copy under another name first, so that no half of one is ever taken for a copy."""
    partial = target.with_name(target.name + ".partial")
    with _sentences(f"The copy {target} cannot be written"):
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            raise StoreError(f"{target} is already there; choose another name.")
        try:
            _copy_pages(source, partial)
            if whole:
                _verify(partial, named=target)
            _sync(partial)
            os.link(partial, target)
        finally:
            _remove(partial)


def _copy_pages(source: Path, target: Path) -> None:
    """Copy a database that may be in use, with what it has not yet written back, into one private file."""
    _remove(target)
    os.close(os.open(target, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(source, timeout=_PATIENCE)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)
        other.execute("PRAGMA journal_mode=DELETE")
        damage = other.execute("PRAGMA integrity_check").fetchone()[0]
    if damage != "ok":
        raise StoreError(f"{source} is damaged: {damage}.")


def _verify(path: Path, named: Path) -> None:
    """Raises StoreError naming what is wrong with a copy."""
    try:
        with connect(f"sqlite:///{path.resolve()}") as store:
            problems = problems_of(store)
    except StoreError as error:
        raise StoreError(str(error).replace(str(path), str(named))) from error
    if problems:
        raise StoreError(f"{named} is not sound: {problems[0]}")


def _set_aside(settings: Settings, target: Path) -> Path | None:
    """Move the database that is there into the folder of backups, with what it has not yet written back."""
    if not target.exists() or not target.stat().st_size:
        return None
    settings.backups.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = settings.backups / f"replaced-{now():%Y%m%dT%H%M%S%f}.db"
    for suffix in ("", *_BESIDE):
        old = target.with_name(target.name + suffix)
        if old.exists():
            old.replace(kept.with_name(kept.name + suffix))
    return kept


def _remove(path: Path) -> None:
    for suffix in ("", *_BESIDE):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _sentences(failure: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{failure}: {error.strerror or error}.") from error
    except sqlite3.Error as error:
        raise StoreError(f"{failure}: {error}.") from error
