"""Every decision, narrowed by who decided what about which kind of thing, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Text, exists, func, select

from verifier.config import Settings
from verifier.services.desk_data import read_history
from verifier.services.desk_list_model import Listing
from verifier.services.desk_model import HistoryEntry
from verifier.services.desk_open import open_desk
from verifier.services.desk_queue import PAGE
from verifier.store.reviews import TABLES
from verifier.store.tables import decision, user

_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Past:
    """What the history is narrowed to; empty words narrow nothing.

    ``target`` is pair, finding, claim, dispute or report, ``day`` a year, month or day (UTC) like 2024-05-07.
    """

    reviewer: str = ""
    target: str = ""
    verdict: str = ""
    day: str = ""


def list_history(settings: Settings, after: str | None, size: int = PAGE, past: Past = Past()) -> Listing[HistoryEntry]:
    """Decisions, the newest first."""
    with open_desk(settings) as connection:
        before = int(after) if after and after.isdecimal() and len(after) <= _MOST_DIGITS else None
        found = read_history(connection, before=before, limit=size + 1, conditions=_conditions(past))
        return Listing(tuple(found[:size]), str(found[size - 1].seq) if len(found) > size else None)


def list_deciders(settings: Settings) -> list[str]:
    """The names of all who ever decided something."""
    with open_desk(settings) as connection:
        decided = exists().where(decision.c.user_id == user.c.id)
        return list(connection.execute(select(user.c.name).where(decided).order_by(user.c.name)).scalars())


def _conditions(past: Past) -> list[Any]:
    found = []
    if past.reviewer:
        found.append(user.c.name == past.reviewer)
    if past.target in TABLES:
        found.append(decision.c[f"{past.target}_id"].is_not(None))
    if past.verdict:
        found.append(decision.c.verdict == past.verdict)
    if past.day:
        found.append(func.substr(decision.c.decided_at.cast(Text), 1, len(past.day)) == past.day)
    return found
