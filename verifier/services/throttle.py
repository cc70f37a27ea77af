"""How often one may do a thing: counted in the database, so that a restart forgets nothing."""

from __future__ import annotations

import math
from datetime import timedelta

from sqlalchemy import Connection, delete, insert, select, update

from verifier.config import Settings
from verifier.errors import Throttled, Word
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.store.tables import throttle

QUARTER, MINUTE = timedelta(minutes=15), timedelta(minutes=1)
_WINDOWS = {MINUTE: Word("a minute"), QUARTER: Word("15 minutes")}


def count_hit(settings: Settings, key: str, limit: int, window: timedelta, what: Word) -> None:
    """Count one ``what`` under ``key``. Raises Throttled where there were ``limit`` within ``window`` already."""
    with kept_store(settings).write() as connection:
        count_hit_in(connection, key, limit, window, what)


def count_hit_in(connection: Connection, key: str, limit: int, window: timedelta, what: Word) -> None:
    """The same inside a transaction."""
    moment = now()
    row = connection.execute(select(throttle).where(throttle.c.key == key)).first()
    if row is None or not timedelta(0) <= moment - row.began_at < window:  # a clock set back begins anew as well
        connection.execute(delete(throttle).where(throttle.c.key == key))
        connection.execute(insert(throttle).values(key=key, began_at=moment, hits=1))
        return
    if row.hits >= limit:
        wait = math.ceil((row.began_at + window - moment).total_seconds())
        raise Throttled(
            "Too many %(what)s: the limit is %(limit)s in %(window)s. Try again in %(wait)s seconds.",
            wait,
            what=what,
            limit=limit,
            window=_WINDOWS[window],
            wait=wait,
        )
    connection.execute(update(throttle).where(throttle.c.key == key).values(hits=row.hits + 1))


def forget_hits(connection: Connection, key: str) -> None:
    """Begin to count anew under ``key``."""
    connection.execute(delete(throttle).where(throttle.c.key == key))
