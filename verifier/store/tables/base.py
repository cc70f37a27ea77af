"""The metadata all tables share: names of constraints, column types, checks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, DateTime, Dialect, Integer, MetaData, Text, TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

IMMUTABLE = {"immutable": True}
"""``info`` of tables whose rows can be added and read only; ``erasable`` names texts that may still be blanked."""


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
_DECODER = json.JSONDecoder()


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC. A value without a zone is taken as UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None or value.tzinfo is None:
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else value.replace(tzinfo=UTC)


class Dumped(str):
    """Canonical JSON already."""


def dump_json(value: Any) -> str:
    """``value`` as canonical JSON: sorted keys, no blanks, no NaN."""
    if isinstance(value, Dumped):
        return str(value)
    return _CANONICAL.encode(value)


def load_json(value: str) -> Any:
    """What ``dump_json`` wrote; that has no blanks around it, and half of the time of ``json.loads`` goes into them."""
    return [] if value == "[]" else _DECODER.raw_decode(value)[0]


def key_column() -> Column[int]:
    """The integer primary key."""
    return Column("id", Integer, primary_key=True)


def uid_column() -> Column[str]:
    """The public identifier."""
    return Column("uid", Text, nullable=False, unique=True)


def one_of(column: str, values: type[StrEnum] | Iterable[str]) -> CheckConstraint:
    """The values a text column may take (NULL passes where the column allows it)."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)
