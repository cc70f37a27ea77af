"""The name an actor is shown by does not depend on which text came first."""

from __future__ import annotations

from itertools import permutations

import pytest
from sqlalchemy import select

from verifier.config import Settings
from verifier.domain.attribution import Actor
from verifier.services.desk_stores import kept_store
from verifier.store.sources import Directory
from verifier.store.tables import actor

WRITTEN = (
    Actor("zelenskyy", "Volodymyr Zelenskyy", "person", "ukraine"),
    Actor("police", "Die Polizei", "role"),
    Actor("police", "Police", "role"),
    Actor("~ana ruiz", "ANA RUIZ", "person"),
    Actor("~ana ruiz", "Ana Ruiz", "person"),
)


@pytest.mark.parametrize("order", [*permutations(WRITTEN)][::17])
def test_names_are_those_of_the_reference_data_else_one_way_to_write_them(
    bare: Settings, order: tuple[Actor, ...]
) -> None:
    with kept_store(bare).write() as connection:
        for who in order:
            Directory(connection).actor_id(who)
    with kept_store(bare).read() as connection:
        names = dict(connection.execute(select(actor.c.slug, actor.c.name)).all())  # type: ignore[arg-type]
    assert names == {"zelenskyy": "Volodymyr Zelenskyy", "police": "police", "~ana ruiz": "Ana Ruiz"}
