"""Any number of stored rows one after the other: memory holds their order and one batch of them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection

from verifier.config import Settings
from verifier.services.open_store import open_store

_BATCH = 1_000
T = TypeVar("T")


def in_batches(
    settings: Settings, query: Any, read: Callable[[Connection, Sequence[int]], Iterator[T]]
) -> tuple[int, Iterator[T]]:
    """How many keys ``query`` finds, and in their order what ``read`` makes of a batch of them."""
    with open_store(settings) as store, store.read() as connection:
        order = ordered_keys(connection, query)

    def rows() -> Iterator[T]:
        with open_store(settings) as store, store.read() as connection:
            for start in range(0, len(order), _BATCH):
                yield from read(connection, order[start : start + _BATCH])

    return len(order), rows()


def ordered_keys(connection: Connection, query: Any) -> array[int]:
    """The keys that ``query`` finds, eight bytes each."""
    found = connection.execution_options(yield_per=10_000).execute(query)
    return array("q", (key for part in found.scalars().partitions() for key in part))
