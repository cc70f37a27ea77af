"""The index of the desk's lists: it follows every change, says what the tables say, and no list reads a table whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from verifier.services.desk_cards import read_cards
from verifier.services.desk_index import forget_all, refresh
from verifier.services.desk_items import cards_of, live_findings, live_pairs, read_items
from verifier.services.desk_open import open_desk
from verifier.services.desk_stores import kept_store
from verifier.store.tables import desk_entry, desk_item, desk_stale, desk_tally, desk_value

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tests.web.conftest import Desk, Sample
    from verifier.config import Settings


def index_of(connection: Connection) -> dict[str, set[tuple[object, ...]]]:
    """What the index says, without the numbers its values happen to have."""
    values = {row.id: (row.facet, row.value) for row in connection.execute(desk_value.select())}
    items = {
        (
            r.uid, r.kind, r.state, r.relation, r.press, r.age, repr(r.card),
            *sorted(values[v] for vs in r.facets.values() for v in vs),
        )
        for r in connection.execute(desk_item.select())
    }  # fmt: skip
    entries = {(values[r.value_id], r.state, r.press, r.uid) for r in connection.execute(desk_entry.select())}
    tally = {
        (values.get(r.beside), r.state, r.facet, values.get(r.value_id), r.number)
        for r in connection.execute(desk_tally.select())
    }
    return {"items": items, "entries": entries, "tally": tally}


def followed_and_anew(settings: Settings) -> tuple[object, object]:
    """The index as it followed the changes, and as it is when made anew."""
    with open_desk(settings) as connection:
        followed = index_of(connection)
    with kept_store(settings).write() as connection:
        forget_all(connection)
        refresh(connection)
    with open_desk(settings) as connection:
        return followed, index_of(connection)


@pytest.mark.parametrize("many", [2, 1_000])
def test_the_index_follows_verdicts_undo_assignments_corrections_and_rejections(
    desk: Desk, sample: Sample, settings: Settings, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr("verifier.services.desk_counts.MANY", many)
    page = f"/pairs/{sample.quarrel}"
    steps = (
        lambda: desk.post(f"{page}/decide", {"verdict": "dispute"}, page=page),
        lambda: desk.post("/undo"),
        lambda: desk.post("/assignments", {"uid": sample.denial, "away": "no", "back": "/"}),
        lambda: desk.post(f"/claims/{sample.port}/verify", {"attribution": "confirmed"}),
        lambda: desk.post("/queue/decide", {"all": "yes", "verdict": "unsure"}),
        lambda: desk.post(
            "/corrections/slot", {"claim": sample.port, "slot": "stated_on", "value": "2025-03-02", "back": page}
        ),
        lambda: desk.post(f"/claims/{sample.alarm}/reject"),
    )  # fmt: skip
    seen = []
    for step in steps:
        step()
        followed, anew = followed_and_anew(settings)
        assert followed == anew
        seen.append(str(followed))
    assert len(set(seen)) > 3, "the steps change nothing, so that nothing is shown"


def test_nothing_stays_noted_once_a_page_was_read(desk: Desk, sample: Sample, settings: Settings) -> None:
    assert sample.quarrel in desk.get("/")
    with open_desk(settings) as connection:
        assert connection.execute(desk_stale.select()).all() == []


@pytest.mark.parametrize(
    "path",
    [
        "/", "/?sort=newest", "/?sort=relation", "/?lang=en", "/?lang=en&relation=DISPUTES", "/claims?kind=quantity",
        "/claims", "/pairs/{quarrel}", "/claims/{port}", "/search?q=harbour", "/?next={quarrel}",
    ],
)  # fmt: skip
def test_no_page_reads_a_table_of_claims_or_pairs_whole(
    desk: Desk,
    sample: Sample,
    settings: Settings,
    path: str,
) -> None:
    asked = path.format(quarrel=sample.quarrel, port=sample.port)
    desk.get("/history")  # brings the index up to date, and keeps nothing of the page
    store = kept_store(settings)
    said: list[str] = []
    event.listen(store.engine, "begin", lambda reading: reading.connection.set_trace_callback(said.append))
    desk.get(asked)
    told = [statement for statement in said if statement.startswith("SELECT")]
    assert len(told) > 3, "the statements of a page are not seen"
    large = ("claim", "pair", "comparison", "claim_version", "desk_item", "desk_entry", "snapshot", "attribution")
    with store.read() as connection:
        for statement in told:
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")]
            scans = [line for line in plan if line.startswith("SCAN") and line.split()[1] in large]
            assert not [line for line in scans if "VIRTUAL TABLE" not in line], (statement, plan)


def test_cards_of_lists_are_what_the_tables_say(desk: Desk, sample: Sample, settings: Settings) -> None:
    desk.post("/queue/decide", {"all": "yes", "verdict": "unsure"})
    desk.post("/assignments", {"uid": sample.denial, "away": "no", "back": "/"})
    with open_desk(settings) as connection:
        uids = [row.uid for row in connection.execute(desk_item.select().where(desk_item.c.kind != "claim"))]
        listed = read_items(connection, uids)
        assert {item.state for item in listed} > {"decided"}
        assert [item.uid for item in listed if item.assignee] == [sample.denial]
        rows = {row.uid: row for row in connection.execute(live_pairs().union_all(live_findings())).all()}
        assert sorted(uids) == sorted(rows)
        assert read_cards(connection, uids) == {card[1]: card for card in cards_of(connection, list(rows.values()))}
