"""The store as pages read it: one consistent view, its lists up to date, what was worked out before at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from contextvars import ContextVar
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Connection

from verifier.config import Settings
from verifier.errors import Busy
from verifier.services.desk_index import how_it_stands, refresh
from verifier.services.desk_stores import kept_store
from verifier.store.engine import Store

T = TypeVar("T")
_NUMBER = "desk_number"
_MOST = 1_000
_shared: ContextVar[Connection | None] = ContextVar("shared", default=None)
_worked_out: OrderedDict[Hashable, Any] = OrderedDict()
_lock = Lock()


def open_desk(settings: Settings) -> AbstractContextManager[Connection]:
    """The store as it is now, or as it was when an ``open_desk`` around this one began; nothing is written.

    Where something changed since the lists were written they are brought up to date first, unless somebody else is
    writing: then they are shown as they were.
    """
    outer = _shared.get()
    return _opened(settings) if outer is None else nullcontext(outer)


@contextmanager
def _opened(settings: Settings) -> Iterator[Connection]:
    store = kept_store(settings)
    with store.read() as connection:
        stands = how_it_stands(connection)
        if stands.is_behind:
            connection.rollback()
            with suppress(Busy):
                catch_up(store)
            stands = how_it_stands(connection)
        connection.info[_NUMBER] = stands.number
        token = _shared.set(connection)
        try:
            yield connection
        finally:
            _shared.reset(token)


def catch_up(store: Store) -> None:
    """Bring the lists up to date. Raises Busy."""
    with store.write() as connection:
        if how_it_stands(connection).is_behind:
            refresh(connection)


def worked_out(connection: Connection, key: Hashable, make: Callable[[], T]) -> T:
    """What ``make`` gives, worked out once for as long as the lists do not change.

    ``connection`` comes from ``open_desk``; ``key`` names what is made and all that it hangs on besides the lists.
    """
    whole = (connection.engine, connection.info[_NUMBER], key)
    with _lock:
        if whole in _worked_out:
            _worked_out.move_to_end(whole)
            found: T = _worked_out[whole]
            return found
    made = make()
    with _lock:
        _worked_out[whole] = made
        while len(_worked_out) > _MOST:
            _worked_out.popitem(last=False)
    return made
