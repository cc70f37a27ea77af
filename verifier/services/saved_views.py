"""Filters of the queue under a name, shown to everybody with how much they find now."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from verifier.config import Settings
from verifier.errors import Conflict, InputRefused, NotFound
from verifier.services.desk_items import Wanted
from verifier.services.desk_open import open_desk, worked_out
from verifier.services.desk_people import SavedView
from verifier.services.desk_queue import count_matching
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.store.tables import saved_view, user
from verifier.store.users import user_id

LONGEST_NAME = 60
MOST_VIEWS = 50


def list_views(settings: Settings) -> list[SavedView]:
    """All views by name."""
    with open_desk(settings) as connection:
        return worked_out(connection, "views", lambda: _views(connection))


def _views(connection: Connection) -> list[SavedView]:
    query = select(saved_view, user.c.name.label("owner")).join(user, user.c.id == saved_view.c.user_id)
    rows = connection.execute(query.order_by(saved_view.c.name, saved_view.c.id)).all()
    views = []
    for row in rows:
        wanted = Wanted(**row.filters)
        count, is_capped = count_matching(connection, wanted, wanted.state)
        views.append(SavedView(row.id, row.name, row.owner, row.filters, count, is_capped))
    return views


def save_view(settings: Settings, name: str, filters: Mapping[str, str], reviewer: str) -> None:
    """Keep filters under a name of one's own. Raises InputRefused, Conflict."""
    title = " ".join(name.split())
    if not title or len(title) > LONGEST_NAME:
        raise InputRefused("Give the view a name of at most %(limit)s characters.", limit=LONGEST_NAME)
    with kept_store(settings).write() as connection:
        who = user_id(connection, reviewer, now())
        names = list(connection.execute(select(saved_view.c.name).where(saved_view.c.user_id == who)).scalars())
        if title in names:
            raise Conflict("You have a view called “%(name)s” already.", name=title)
        if len(names) >= MOST_VIEWS:
            raise InputRefused("You have %(number)s views; remove one first.", number=len(names))
        connection.execute(insert(saved_view).values(user_id=who, name=title, filters=dict(filters)))


def remove_view(settings: Settings, key: int, reviewer: str) -> None:
    """Forget a view of one's own. Raises NotFound."""
    with kept_store(settings).write() as connection:
        mine = saved_view.c.user_id == user_id(connection, reviewer, now())
        gone = connection.execute(delete(saved_view).where(saved_view.c.id == key, mine)).rowcount
    if not gone:
        raise NotFound("There is no such view of yours.")
