"""Counts beside a filter: whatever people change, they are what a plain count over all items says."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, update

from benchmarks.page_store import build
from verifier.config import Settings
from verifier.errors import VerifierError
from verifier.services.decide import decide
from verifier.services.desk_counts import ANY, FACETS
from verifier.services.desk_facets import facets_of
from verifier.services.desk_items import Wanted
from verifier.services.desk_listed import CLAIMS, Listed, lists_of, read_claims, read_findings, read_pairs
from verifier.services.desk_open import open_desk
from verifier.services.desk_stores import close_stores, kept_store
from verifier.services.desk_work import assign
from verifier.services.pair_by_hand import pair_by_hand
from verifier.services.undo_decision import redo, undo
from verifier.store.tables import claim, desk_tally, finding, pair

SIZE, MANY, STEPS = 320, 12, 12
CLAIM_FACETS = ("kind", "document", "lang")
Counts = dict[str, Counter[str]]


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    for module in ("desk_counts", "desk_facets"):
        monkeypatch.setattr(f"verifier.services.{module}.MANY", MANY)
    monkeypatch.setattr("benchmarks.page_store.DISPUTE_EVERY", 4)
    made = Settings(home=tmp_path / "home", embedder="hash", user="rita")
    build(made, SIZE)
    yield made
    close_stores()


def listed(connection: Connection) -> list[Listed]:
    """All that lists show, read from the tables and not from the index."""
    readers = ((pair, read_pairs), (finding, read_findings), (claim, read_claims))
    return [each for table, read in readers for each in read(connection, connection.scalars(select(table.c.id)).all())]


def plainly_counted(items: list[Listed]) -> dict[tuple[str, str, str], Counts]:
    """How many items have which values, by facet, beside each value of each state."""
    counts: dict[tuple[str, str, str], Counts] = defaultdict(lambda: defaultdict(Counter))
    for each in items:
        told = {(name, value) for name, value, _ in each.facets}
        for state, (facet, beside) in product(lists_of(each.kind, each.state), told):
            for name, value in told:
                counts[state, facet, beside][name][value] += 1
    return counts


def differences(settings: Settings) -> list[tuple[object, ...]]:
    """Where the filters beside one value say another count than the items themselves."""
    wrong: list[tuple[object, ...]] = []
    with open_desk(settings) as connection:
        for (state, facet, value), counted in plainly_counted(listed(connection)).items():
            names = set(CLAIM_FACETS if state == CLAIMS else FACETS) - {facet}
            if facet in ("day", "year"):
                continue
            said = facets_of(connection, Wanted(**{facet: value}), state, sorted(names))
            shown = {name: {each.value: each.count for each in said[name]} for name in names}
            if any(shown[name] != counted.get(name, {}) for name in names) or said.is_capped:
                wrong.append((state, facet, value, shown, counted))
    return wrong


def change(settings: Settings, uids: list[str], **told: object) -> None:
    """Give pairs another relation or retire them, as pairing after a correction does."""
    with kept_store(settings).write() as connection:
        connection.execute(update(pair).where(pair.c.uid.in_(uids)).values(**told))


def changes(settings: Settings, draw: random.Random) -> list[Callable[[], object]]:
    """What may happen next."""
    with open_desk(settings) as connection:
        pairs = list(connection.scalars(select(pair.c.uid).where(pair.c.live)))
        queued = list(connection.scalars(select(pair.c.uid).where(pair.c.queued, pair.c.state == "new")))
        claims = list(connection.scalars(select(claim.c.uid).order_by(claim.c.id)))
    at = draw.randrange(1, len(claims))
    return [
        lambda: [decide(settings, uid, "dispute") for uid in draw.sample(queued, 3)],
        lambda: undo(settings),
        lambda: redo(settings),
        lambda: assign(settings, draw.sample(pairs, 20), "rita"),
        lambda: assign(settings, draw.sample(pairs, 90), "rita", away=True),
        lambda: pair_by_hand(settings, claims[at], claims[at - 1]),
        lambda: change(settings, draw.sample(pairs, 15), relation="REVISES", strength=None, queued=True),
        lambda: change(settings, draw.sample(pairs, 15), live=False),
    ]


def beside(settings: Settings) -> set[tuple[int, str]]:
    """The values beside which counts are kept, with their states."""
    with open_desk(settings) as connection:
        kept = select(desk_tally.c.beside, desk_tally.c.state).where(desk_tally.c.beside != ANY).distinct()
        return {(row.beside, row.state) for row in connection.execute(kept)}


def test_counts_beside_one_filter_stay_exact_whatever_people_change(settings: Settings) -> None:
    draw = random.Random(11)
    assert differences(settings) == []
    kept, gone, come = beside(settings), 0, 0
    for _ in range(STEPS):
        with suppress(VerifierError):
            draw.choice(changes(settings, draw))()
        assert differences(settings) == []
        now = beside(settings)
        kept, gone, come = now, gone + len(kept - now), come + len(now - kept)
    assert gone, "no value became rare"
    assert come, "no value became common"
