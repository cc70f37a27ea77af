"""Prepared queries give what the engine gives: names, Python's types, any number of values in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select

from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.store.prepared import Prepared, among
from verifier.store.tables import session, user

if TYPE_CHECKING:
    from verifier.config import Settings

QUERY = (
    select(user.c.name, user.c.disabled, session.c.seen_at, session.c.ended_at, user.c.id + 1)
    .join(user, user.c.id == session.c.user_id)
    .where(among(user.c.name, "names"), user.c.disabled.is_(False), session.c.seen_at <= bindparam("latest"))
    .order_by(user.c.name)
)


def test_rows_are_those_of_the_engine(bare: Settings) -> None:
    moment = now()
    names = [f"person {n}" for n in range(2_000)]
    with kept_store(bare).write() as connection:
        rows = [{"id": n, "name": name, "role": "viewer", "disabled": n == 3} for n, name in enumerate(names, 1)]
        connection.execute(insert(user), [row | {"created_at": moment} for row in rows])
        sessions = [{"id_sha256": name, "user_id": n, "created_at": moment, "seen_at": moment} for n, name in
                    enumerate(names, 1)]  # fmt: skip
        connection.execute(insert(session), sessions)
    query, given = Prepared(QUERY), {"names": [*names, "nobody"], "latest": moment}
    with kept_store(bare).read() as connection:
        found = query.all(connection, **given)
        assert [tuple(row) for row in found] == [tuple(row) for row in connection.execute(QUERY, given)]
        assert len(found) == 1_999
        first = query.first(connection, **given)
        assert (first.name, first.disabled, first.seen_at, first.ended_at) == ("person 0", False, moment, None)
        assert query.scalars(connection, **given)[:2] == ["person 0", "person 1"]
        assert query.scalar(connection, names=["person 7"], latest=moment) == "person 7"
        assert query.first(connection, names=[], latest=moment) is None
        assert query.scalar(connection, names=["nobody"], latest=moment) is None


def test_a_query_reads_the_transaction_it_stands_in(bare: Settings) -> None:
    of_name = Prepared(select(user.c.role).where(user.c.name == bindparam("name")))
    with kept_store(bare).write() as connection:
        connection.execute(insert(user).values(name="ann", role="viewer", disabled=False, created_at=now()))
        assert of_name.scalar(connection, name="ann") == "viewer"
        with kept_store(bare).read() as other:
            assert of_name.scalar(other, name="ann") is None
