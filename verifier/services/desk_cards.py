"""Cards: what lists show of pairs, findings and claims, kept with the index of the lists so that few rows are read.

A card holds what the index is told of when it changes. Who looks after an item is not in it, since names may be erased.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Connection, Text, select, type_coerce

from verifier.services.desk_model import DeskItem, Voice
from verifier.store.prepared import Prepared, among
from verifier.store.tables import assignment, desk_item, user

Card = list[Any]
"""The fields of an item in order, its voices last; of a claim its voice, the kind of its section and its number."""

_CARDS = Prepared(select(desk_item.c.uid, type_coerce(desk_item.c.card, Text)).where(among(desk_item.c.uid, "uids")))
_ASSIGNED = Prepared(
    select(assignment.c.target_uid, user.c.name)
    .join(user, user.c.id == assignment.c.user_id)
    .where(among(assignment.c.target_uid, "uids"))
)


ASSIGNEE = (
    select(user.c.name)
    .join(assignment, assignment.c.user_id == user.c.id)
    .where(assignment.c.target_uid == desk_item.c.uid)
    .scalar_subquery()
)
"""Who looks after a listed item, beside its other columns."""


def read_cards(connection: Connection, uids: Sequence[str]) -> dict[str, Card]:
    """The cards of what is listed among ``uids``."""
    rows = _CARDS.all(connection, uids=uids)
    return {row[0]: card for row, card in zip(rows, _parsed([row[1] for row in rows]), strict=True)}


def items_from(connection: Connection, cards: Sequence[Card]) -> list[DeskItem]:
    """Cards of pairs and findings as items, with who looks after them now."""
    with_whom = dict(_ASSIGNED.all(connection, uids=[card[1] for card in cards])) if cards else {}
    return [_item(card, with_whom.get(card[1])) for card in cards]


def items_of_rows(rows: Sequence[Any]) -> list[DeskItem]:
    """Rows that hold the uid of a listed pair or finding, its card as written and who looks after it, as items."""
    return [_item(card, row[2]) for row, card in zip(rows, _parsed([row[1] for row in rows]), strict=True)]


def _parsed(cards: Sequence[str]) -> list[Card]:
    """Cards as written, read all at once: each by itself takes twice as long."""
    return cast("list[Card]", json.loads(f"[{','.join(cards)}]"))


def _item(card: Card, assignee: str | None) -> DeskItem:
    *fields, told = card
    item = DeskItem(*fields)
    item.voices, item.assignee = tuple([Voice(*each) for each in told]), assignee
    return item
