"""Rows that are inserted many at a time are stored as the engine would store them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import JSON, Boolean, Column, Date, Integer, LargeBinary, MetaData, Table, Text, insert

from verifier.services.desk_stores import kept_store
from verifier.store.prepared import driver_of
from verifier.store.rows import insert_numbered
from verifier.store.tables.base import UtcDateTime

if TYPE_CHECKING:
    from verifier.config import Settings

OURS, THEIRS = (
    Table(
        name, MetaData(), Column("id", Integer, primary_key=True), Column("said", Text), Column("is_told", Boolean),
        Column("on", Date), Column("at", UtcDateTime), Column("slots", JSON), Column("raw", LargeBinary),
    )
    for name in ("ours", "theirs")
)  # fmt: skip
NIGHT = datetime(2026, 3, 1, 1, 30)
ROWS: dict[str, dict[str, Any]] = {
    "a moment without a zone": {"said": "Ä", "is_told": True, "on": date(2026, 3, 1), "at": NIGHT, "slots": {"b": 1}},
    "the day before in UTC": {"at": NIGHT.replace(tzinfo=timezone(timedelta(hours=3))), "slots": {"b": [None], "a": 2}},
    "the same moment elsewhere": {"at": NIGHT.replace(hour=0, tzinfo=timezone(timedelta(hours=2))), "slots": []},
    "letters and bytes": {"said": "'; --", "is_told": False, "raw": b"\x00\xff", "slots": ["ß", True]},
}  # fmt: skip


@pytest.mark.parametrize("told", ROWS.values(), ids=ROWS)
def test_rows_are_stored_as_by_the_engine(bare: Settings, told: dict[str, Any]) -> None:
    row = dict.fromkeys(("said", "is_told", "on", "at", "raw")) | told
    with kept_store(bare).write() as connection:
        for table in (OURS, THEIRS):
            table.create(connection)
        assert insert_numbered(connection, OURS, [row, row]) == [1, 2]
        assert insert_numbered(connection, OURS, [row]) == [3]
        connection.execute(insert(THEIRS), [row] * 3)
        stored = [driver_of(connection).execute(f"SELECT * FROM {t.name}").fetchall() for t in (OURS, THEIRS)]
    assert stored[0] == stored[1]
