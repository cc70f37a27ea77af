"""Opening the database: connections, transactions, and refusals in one sentence."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from verifier.errors import Busy, StoreError
from verifier.store.tables.base import dump_json, load_json

APPLICATION_ID = 0x56524659
"""Marks a SQLite file as ours ("VRFY")."""

_BUSY_SECONDS = 5.0
"""How long a page waits for the write lock before it says that the store is busy."""

_MOST_IDLE = 4
"""How many connections are kept ready for the next to read: the desk answers so many at once."""

PATIENT_SECONDS = 120.0
"""How long work that nobody waits for at a page does."""

_BUSY = "The database is busy: another process holds it. Try again in a moment."


@dataclass(frozen=True, slots=True)
class Store:
    """The database behind every service: short read and write transactions. Leaving its context closes it.

    ``path`` is the SQLite file. Threads of one process take turns at writing: the engine's own waiting is not fair.
    """

    engine: Engine
    path: Path
    patience: float
    turn: Lock = field(default_factory=Lock)
    _idle: list[Connection] = field(default_factory=list)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent view; nothing written in it is kept."""
        with refusals(self.path):
            connection = self._take()
            try:
                yield connection
                connection.rollback()
            except BaseException:
                connection.close()
                raise
            self._put_back(connection)

    def _take(self) -> Connection:
        """A connection to read by: one that was used before, which takes a third of the time, if any is free."""
        try:
            return self._idle.pop()
        except IndexError:
            return self.engine.connect()

    def _put_back(self, connection: Connection) -> None:
        if len(self._idle) < _MOST_IDLE:
            self._idle.append(connection)
        else:
            connection.close()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is kept whole or not at all. It takes the write lock at once. Raises Busy."""
        if not self.turn.acquire(timeout=self.patience):
            raise Busy(_BUSY)
        try:
            with (
                refusals(self.path),
                self.engine.connect() as connection,
                connection.execution_options(verifier_write=True).begin(),
            ):
                yield connection
        finally:
            self.turn.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of every pooled connection."""
        while self._idle:
            self._idle.pop().close()
        self.engine.dispose()


def connect(url: str, patience: float | None = None) -> Store:
    """The store at ``url``, its file and folder created with access for the owner only.

    It waits ``patience`` seconds for a lock.

    Raises StoreError where the engine is not supported or the file is no database of ours.
    """
    path, seconds = sqlite_path(url), _BUSY_SECONDS if patience is None else patience
    _prepare(path, seconds)
    engine = create_engine(
        f"sqlite:///{path}",
        json_serializer=dump_json,
        json_deserializer=load_json,
        connect_args={"timeout": seconds, "check_same_thread": False},
        pool_size=8,
        max_overflow=24,
    )
    event.listen(engine, "connect", lambda connection, _: _configure(connection, seconds))
    event.listen(engine, "begin", _begin)
    return Store(engine, path, seconds)


def sqlite_path(url: str) -> Path:
    """The file a database URL names. Raises StoreError for another engine, and for a database in memory."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError(
            "The database URL cannot be read; it should look like sqlite:////folder/verifier.db."
        ) from None
    if parsed.get_backend_name() != "sqlite":
        raise StoreError(f"This version stores into SQLite only, not {parsed.get_backend_name()}.")
    if not parsed.database or parsed.database == ":memory:":
        raise StoreError("The database must be a file, so that decisions outlast the program.")
    return Path(parsed.database)


def _prepare(path: Path, busy_seconds: float) -> None:
    """Make folder (0700) and file (0600), and look whether the file is a database of ours.

    SQLite looks, not we: were this process to close the file by itself, it would lose the locks of its open
    connections, and another program could drop the write-ahead log under them.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreError(f"The database {path} cannot be opened: {error.strerror or error}.") from None
    with refusals(path), closing(sqlite3.connect(path, timeout=busy_seconds)) as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] not in (0, APPLICATION_ID):
            raise StoreError(f"{path} is a database of another program.")


def _configure(connection: sqlite3.Connection, busy_seconds: float) -> None:
    connection.isolation_level = None  # the engine says BEGIN, not the driver
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "recursive_triggers=ON",
        "secure_delete=ON",
        f"busy_timeout={int(busy_seconds * 1000)}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("verifier_write", False)
    driver = connection.connection.driver_connection
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")  # type: ignore[union-attr]


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turn what the driver says into one sentence a user can act on."""
    try:
        yield
    except (DBAPIError, sqlite3.DatabaseError) as error:
        told = error.orig if isinstance(error, DBAPIError) else error
        sentence = _sentence(told, path)
        if sentence is None:
            raise
        raise (Busy if "locked" in str(told).lower() else StoreError)(sentence) from error


def _sentence(told: BaseException | None, path: Path) -> str | None:
    said = str(told).lower()
    known: dict[str, str] = {
        "locked": _BUSY,
        "malformed": f"The database {path} is damaged. Restore a backup with “verifier restore FILE”.",
        "not a database": f"{path} is not a Verifier database, or it is damaged.",
        "full": f"The disk is full: nothing was changed in {path}.",
        "readonly": f"The database {path} is read-only: nothing was changed.",
        "unable to open": f"The database {path} cannot be opened.",
        "disk i/o": f"The disk refused to read or write {path}.",
        "no such table": f"{path} is not a current Verifier database. Run “verifier db upgrade”.",
        "no such column": f"{path} is not a current Verifier database. Run “verifier db upgrade”.",
    }
    if not isinstance(told, sqlite3.OperationalError) and type(told) is not sqlite3.DatabaseError:
        return None
    return next((sentence for words, sentence in known.items() if words in said), None)
