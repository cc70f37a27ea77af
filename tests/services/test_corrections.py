"""Corrections by a person: new readings, missed claims, words that are none, pairs by hand, undo and redo."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from tests.services.ferry import TEXT, claim_with, readings, rival
from verifier.config import Settings
from verifier.errors import Conflict, InputRefused, NotFound
from verifier.services.correct_claims import add, correct, reject
from verifier.services.decide import decide
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_claims, list_disputes, list_pairs
from verifier.services.open_store import open_store
from verifier.services.pair_by_hand import pair_by_hand
from verifier.services.pair_claims import pair_claims
from verifier.services.undo_decision import redo, undo
from verifier.store.tables import comparison, decision, pair


@pytest.fixture
def settings(ferry: Settings) -> Settings:
    return ferry


def test_the_sample_has_one_rivalry(settings: Settings) -> None:
    assert rival(settings)["relation"] == "DISPUTES"
    assert len(list_disputes(settings)) == 1


# Correcting a slot


def test_a_corrected_slot_is_a_new_reading_and_its_pairs_are_compared_at_once(settings: Settings) -> None:
    before = rival(settings)
    decide(settings, before["uid"], "dispute", "two counts")
    uid = claim_with(settings, "14 passengers")["uid"]
    made = correct(settings, uid, {"time": "2023-05-01..2023-05-03"}, reason="of last year")
    assert (made.kind, made.uid) == ("corrected", uid)
    assert "2023-05-01..2023-05-03" in made.told
    first, second = readings(settings, uid)
    assert (second.version_no, second.made_by.startswith("user:")) == (2, True)
    assert first.made_by.startswith("extractor")
    after = next(p for p in list_pairs(settings) if p["uid"] == before["uid"])
    assert after["relation"] != "DISPUTES"
    assert after["state"] == "stale"
    assert list_disputes(settings) == []


def test_a_decision_stays_stale_even_where_the_relation_does_not_change(settings: Settings) -> None:
    uid = rival(settings)["uid"]
    decide(settings, uid, "dispute")
    correct(settings, claim_with(settings, "14 passengers")["uid"], {"stated_on": "2024-05-07"})
    assert rival(settings) | {"state": ""} == rival(settings) | {"uid": uid, "state": ""}
    assert rival(settings)["state"] == "stale"
    with open_store(settings) as store, store.read() as connection:
        compared = connection.execute(select(comparison.c.id).join(pair).where(pair.c.uid == uid)).all()
        shown = connection.execute(select(decision.c.shown)).scalar_one()
    assert len(compared) == 2
    assert shown["readings"] == [1, 1]


@pytest.mark.parametrize("paired_again", [False, True])
def test_reading_and_pairing_again_leave_a_correction_in_place(
    settings: Settings, tmp_path: Path, paired_again: bool
) -> None:
    uid = claim_with(settings, "14 passengers")["uid"]
    correct(settings, uid, {"place": "Odense"})
    at_once = [(p["uid"], p["relation"], p["queued"]) for p in list_pairs(settings)]
    if paired_again:
        assert [r.status for r in ingest_documents(settings, [str(tmp_path / "ferry.txt")])] == ["same"]
        pair_claims(settings)
        assert [(p["uid"], p["relation"], p["queued"]) for p in list_pairs(settings)] == at_once
    assert claim_with(settings, "14 passengers")["place"].startswith("odense")


@pytest.mark.parametrize(
    ("slots", "told"),
    [
        ({"colour": "red"}, "no slot"),
        ({"time": "2024-13-01"}, "calendar"),
        ({"time": "2024-05-07..2024-05-01"}, "ends before"),
        ({"time": "some day"}, "no time"),
        ({"stated_on": "Monday"}, "no day"),
        ({"polarity": "maybe"}, "choose"),
        ({"modality": ""}, "choose"),
        ({"number": "ten of twelve"}, "not one number"),
        ({"place": "Springfield"}, "several places"),
        ({"agent": "x" * 300}, "limit"),
        ({"polarity": "+"}, "Nothing would change"),
    ],
)
def test_what_cannot_be_read_into_a_slot_is_refused_and_nothing_is_stored(
    settings: Settings, slots: dict[str, str], told: str
) -> None:
    uid = claim_with(settings, "14 passengers")["uid"]
    with pytest.raises(InputRefused, match=told):
        correct(settings, uid, slots)
    assert len(readings(settings, uid)) == 1


def test_all_problems_are_said_at_once(settings: Settings) -> None:
    with pytest.raises(InputRefused, match=r"no slot.*calendar"):
        correct(settings, rival(settings)["left"]["claim"], {"colour": "red", "time": "2024-02-30"})


@pytest.mark.parametrize(
    ("slots", "field", "value"),
    [
        ({"time": "2024"}, "time", ("2024-01-01T00:00:00+00:00", "2025-01-01T00:00:00+00:00", "year")),
        ({"time": "2024-12"}, "time", ("2024-12-01T00:00:00+00:00", "2025-01-01T00:00:00+00:00", "month")),
        ({"time": "2024-02-29"}, "time", ("2024-02-29T00:00:00+00:00", "2024-03-01T00:00:00+00:00", "day")),
        ({"time": "2024-02.."}, "time", ("2024-02-01T00:00:00+00:00", None, "month")),
        ({"place": ""}, "place", None),
        ({"place": "Nowhere-upon-Sand"}, "place", "~nowhere upon sand"),
        ({"claimant": ""}, "claimant", None),
        ({"polarity": "-"}, "polarity", "-"),
        ({"aspect": "cumulative"}, "aspect", "cumulative"),
        ({"stated_on": "2024-05-07"}, "stated_on", "2024-05-07"),
    ],
)
def test_values_are_read_as_a_person_writes_them(
    settings: Settings, slots: dict[str, str], field: str, value: object
) -> None:
    correct(settings, claim_with(settings, "14 passengers")["uid"], slots)
    found = claim_with(settings, "14 passengers")[field]
    if field == "time":
        found = (found["start"], found["end"], found["precision"])
    assert found == value


def test_a_number_is_read_anew_while_its_letters_stay(settings: Settings) -> None:
    correct(settings, claim_with(settings, "14 passengers")["uid"], {"number": "at least 14"})
    found = claim_with(settings, "14 passengers")
    told = found["quantities"][0]
    assert (told["qualifier"], told["hard"]) == ("at_least", [14.0, None])
    assert TEXT[told["start"] : told["end"]] == told["surface"]


# A missed claim, and words that make none


def test_a_missed_claim_is_read_from_its_words_and_paired(settings: Settings) -> None:
    words = "three harbours"
    start = TEXT.index(words)
    made = add(settings, "ferry.txt", start - 1, start + len(words), reason="missed")
    found = claim_with(settings, words)
    assert (found["uid"], found["quote"], found["start"]) == (made.uid, words, start)
    assert readings(settings, made.uid)[0].made_by.startswith("user:")
    with pytest.raises(Conflict, match="already"):
        add(settings, "ferry.txt", start, start + len(words))
    pair_claims(settings)
    assert claim_with(settings, words)["uid"] == made.uid
    undo(settings)
    assert not [c for c in list_claims(settings) if c["quote"] == words]
    redo(settings)
    assert claim_with(settings, words)["uid"] == made.uid


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 2), (27, 28), (0, 10_000), (10, 120)])
def test_words_that_cannot_be_marked_are_refused(settings: Settings, start: int, end: int) -> None:
    count = len(list_claims(settings))
    with pytest.raises(InputRefused):
        add(settings, "ferry.txt", start, end)
    assert len(list_claims(settings)) == count
    with pytest.raises(NotFound):
        add(settings, "no-such.txt", 0, 5)


def test_what_is_no_claim_leaves_all_lists_and_comes_back_by_undo(settings: Settings) -> None:
    decided = rival(settings)["uid"]
    decide(settings, decided, "dispute")
    uid = claim_with(settings, "14 passengers")["uid"]
    reject(settings, uid, reason="a drill")
    assert uid not in {c["uid"] for c in list_claims(settings)}
    assert decided not in {p["uid"] for p in list_pairs(settings)}
    assert list_disputes(settings) == []
    pair_claims(settings)
    assert uid not in {c["uid"] for c in list_claims(settings)}
    with pytest.raises(Conflict, match="take that back"):
        correct(settings, uid, {"place": ""})
    assert undo(settings, uid).what == "correction"
    assert rival(settings)["uid"] == decided
    assert len(list_disputes(settings)) == 1


# Pairs by hand


def test_a_pair_by_hand_waits_for_a_verdict_and_outlasts_pairing(settings: Settings) -> None:
    start = TEXT.index("three harbours")
    marked = add(settings, "ferry.txt", start, start + 14).uid
    other = claim_with(settings, "14 passengers")["uid"]
    made = pair_by_hand(settings, other, marked)
    assert made.target == "pair"
    for _ in range(2):
        line = next(p for p in list_pairs(settings, queued=True) if p["uid"] == made.uid)
        assert {line["left"]["claim"], line["right"]["claim"]} == {marked, other}
        pair_claims(settings)
    with pytest.raises(Conflict, match="already"):
        pair_by_hand(settings, marked, other)
    decide(settings, made.uid, "not_comparable")
    undo(settings)
    undo(settings, made.uid)
    assert made.uid not in {p["uid"] for p in list_pairs(settings, queued=True)}
    redo(settings)
    assert made.uid in {p["uid"] for p in list_pairs(settings, queued=True)}


def test_a_claim_is_not_paired_with_itself_or_with_nothing(settings: Settings) -> None:
    uid = claim_with(settings, "14 passengers")["uid"]
    with pytest.raises(InputRefused, match="itself"):
        pair_by_hand(settings, uid, uid)
    with pytest.raises(NotFound):
        pair_by_hand(settings, uid, "0" * 16)


def test_a_correction_holds_while_another_text_has_been_updated_but_not_paired(
    settings: Settings, tmp_path: Path
) -> None:
    harbour = tmp_path / "harbour.txt"
    harbour.write_text("Thirty boats were lost in Odense on Monday, police said.\n", encoding="utf-8")
    ingest_documents(settings, [str(harbour)])
    ferry = tmp_path / "ferry.txt"
    old = claim_with(settings, "14 passengers")["uid"]
    ferry.write_text(TEXT.replace("14", "15"), encoding="utf-8")
    assert [r.status for r in ingest_documents(settings, [str(ferry)])] == ["updated"]
    made = correct(settings, claim_with(settings, "Thirty boats")["uid"], {"stated_on": "2024-05-07"})
    assert made.kind == "corrected"
    with pytest.raises(Conflict, match="earlier text"):
        correct(settings, old, {"stated_on": "2024-05-07"})
