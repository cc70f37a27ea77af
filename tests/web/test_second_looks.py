"""Two reviewers on one item: a differing verdict sends it back to both, agreeing or an editor settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from verifier.errors import Conflict
from verifier.services.decide import decide, decide_many
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.services.second_looks import ask_second_look, count_second_looks, find_second_look, list_second_looks
from verifier.services.undo_decision import undo
from verifier.store.reviews import find_target
from verifier.store.second_looks import settle_second_look
from verifier.store.tables import second_look
from verifier.store.users import insert_user

if TYPE_CHECKING:
    from tests.web.conftest import Desk, Sample
    from verifier.config import Settings

PEOPLE = {"rita": "reviewer", "otto": "reviewer", "edda": "editor"}
Steps = tuple[tuple[str, str], ...]


@pytest.fixture(autouse=True)
def people(settings: Settings, sample: Sample) -> None:  # noqa: ARG001 - the store is filled first
    with kept_store(settings).write() as connection:
        for name, role in PEOPLE.items():
            insert_user(connection, name, role, None, now())


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ((("rita", "dispute"), ("otto", "dispute")), None),
        ((("rita", "dispute"), ("otto", "consistent")), "differ"),
        ((("rita", "dispute"), ("rita", "consistent")), None),
        ((("rita", "dispute"), ("otto", "consistent"), ("rita", "consistent")), "done"),
        ((("rita", "dispute"), ("otto", "consistent"), ("otto", "undo")), "asked"),
        ((("rita", "dispute"), ("otto", "consistent"), ("edda", "unsure")), "done"),
        ((("rita", "dispute"), ("otto", "consistent"), ("edda", "unsure"), ("rita", "dispute")), "differ"),
        ((("edda", "dispute"), ("otto", "consistent"), ("edda", "dispute")), "differ"),
        ((("rita", "dispute"),), None),
    ],
)
def test_where_an_item_stands(settings: Settings, sample: Sample, steps: Steps, state: str | None) -> None:
    uid = _undrawn(sample)
    for who, verdict in steps:
        if verdict == "undo":
            undo(settings, uid, user=who)
        else:
            decide(settings, uid, verdict, user=who)
    look = find_second_look(settings, uid)
    assert (look.state if look else None) == state


def _undrawn(sample: Sample) -> str:
    """A pair that is not among the one in ten that are judged twice anyway."""
    return next(uid for uid in (sample.quarrel, sample.denial, sample.lookalike) if uid[-2:] >= "1a")


def test_one_in_ten_is_judged_twice_where_there_is_somebody_to_do_it(settings: Settings, sample: Sample) -> None:
    decide(settings, sample.quarrel, "dispute", user="rita")
    with kept_store(settings).write() as connection:
        row = find_target(connection, sample.quarrel).id
        for n in range(256):
            settle_second_look(connection, "pair", row, f"{n:016x}", now())
        drawn = connection.execute(select(func.count()).where(second_look.c.state == "asked")).scalar_one()
    assert drawn == 26


def test_asking_needs_one_verdict(settings: Settings, sample: Sample) -> None:
    uid = _undrawn(sample)
    with pytest.raises(Conflict, match="Nobody"):
        ask_second_look(settings, uid)
    decide(settings, uid, "dispute", user="rita")
    ask_second_look(settings, uid)
    assert count_second_looks(settings) == {"asked": 1, "differ": 0}
    decide(settings, uid, "dispute", user="otto")
    assert count_second_looks(settings) == {"asked": 0, "differ": 0}
    with pytest.raises(Conflict, match="Two"):
        ask_second_look(settings, uid)


def test_a_bulk_meets_verdicts_of_others_too(settings: Settings, sample: Sample) -> None:
    uids = [sample.quarrel, sample.denial]
    decide_many(settings, uids, "dispute", user="rita")
    decide_many(settings, uids, "unsure", user="otto")
    found = list_second_looks(settings, "differ").items
    assert {look.item.uid for look in found if look.item} == set(uids)
    assert found[0].told == {"rita": "dispute", "otto": "unsure"}
    undo(settings, user="otto")
    assert list_second_looks(settings, "differ").items == ()


def test_the_first_verdict_is_kept_from_the_second_reviewer_and_both_are_shown_to_both(
    desk: Desk, settings: Settings, sample: Sample
) -> None:
    uid = _undrawn(sample)
    decide(settings, uid, "dispute", "they cannot both be right", user="otto")
    page = f"/pairs/{uid}"
    assert "they cannot both be right" in desk.get(page)
    desk.post(f"/second-looks/{uid}/ask", {"back": page}, page=page)
    shown = desk.get(page)
    assert "A second look is wanted" in shown
    assert "they cannot both be right" not in shown
    assert 'aria-pressed="true"><span>Dispute' not in shown
    assert uid in desk.get("/second-looks?state=asked")
    desk.post(f"{page}/decide", {"verdict": "consistent"}, page=page)
    assert "Reviewers differ." in desk.get(page)
    listed = desk.get("/second-looks")
    assert uid in listed
    assert "otto" in listed
    assert desk.client.get("/second-looks.json").json["items"][0]["told"] == {"otto": "dispute", "rita": "consistent"}
    assert uid in desk.get("/second-looks.csv")
    assert 'Second looks <span class="count">1</span>' in desk.get("/")
    desk.post(f"{page}/decide", {"verdict": "dispute"}, page=page)
    assert "Nobody differs" in desk.get("/second-looks")
