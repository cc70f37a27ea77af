"""Corrections follow a document into its next text where their words still stand, and are listed where they do not."""

from __future__ import annotations

import pytest

from tests.services.ferry import TEXT, claim_with
from verifier.config import Settings
from verifier.services.correct_claims import add_words, correct, reject
from verifier.services.ingest_documents import ingest_record
from verifier.services.list_stored import list_claims
from verifier.services.maintain_store import check_store
from verifier.services.move_corrections import list_unplaced
from verifier.services.undo_decision import undo

OPENING = "Rescue teams from Lindholm were praised on Tuesday.\n\n"
PASSENGERS = "14 passengers were injured"


@pytest.fixture
def settings(ferry: Settings) -> Settings:
    return ferry


def update(settings: Settings, text: str) -> None:
    names = {claim["document"] for claim in list_claims(settings)}
    (name,) = names
    assert ingest_record(settings, {"name": name, "text": text}).status == "updated"


def test_a_slot_follows_its_words(settings: Settings) -> None:
    correct(settings, claim_with(settings, PASSENGERS)["uid"], {"stated_on": "2024-05-07"})
    update(settings, TEXT.replace("Lifeboats", f"{OPENING}Lifeboats"))
    assert claim_with(settings, PASSENGERS)["stated_on"] == "2024-05-07"
    assert list_unplaced(settings) == []
    assert check_store(settings) == []


def test_it_follows_through_several_texts(settings: Settings) -> None:
    correct(settings, claim_with(settings, PASSENGERS)["uid"], {"stated_on": "2024-05-07"})
    update(settings, TEXT + "\n" + OPENING)
    update(settings, TEXT + "\nHarbour staff applauded.\n")
    assert claim_with(settings, PASSENGERS)["stated_on"] == "2024-05-07"
    assert list_unplaced(settings) == []


def test_what_was_taken_back_stays_behind(settings: Settings) -> None:
    correct(settings, claim_with(settings, PASSENGERS)["uid"], {"stated_on": "2024-05-07"})
    undo(settings)
    update(settings, TEXT + "\n" + OPENING)
    assert claim_with(settings, PASSENGERS)["stated_on"] is None
    assert list_unplaced(settings) == []


def test_words_that_make_no_claim_and_marked_ones_follow_too(settings: Settings) -> None:
    reject(settings, claim_with(settings, PASSENGERS)["uid"])
    document = next(iter({claim["document"] for claim in list_claims(settings)}))
    add_words(settings, document, "called the evening a lesson")
    update(settings, TEXT + "\n" + "Gulls circled.\n")
    assert not [claim for claim in list_claims(settings) if claim["quote"].startswith(PASSENGERS)]
    assert claim_with(settings, "called the evening a lesson")
    assert list_unplaced(settings) == []


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("14 passengers", "15 passengers"),
        TEXT + "\nThe shipping company said that 14 passengers were injured in the accident in Lindholm on Monday.\n",
    ],
    ids=["gone", "twice"],
)
def test_words_that_are_gone_or_stand_twice_need_placing(settings: Settings, text: str) -> None:
    made = correct(settings, claim_with(settings, PASSENGERS)["uid"], {"stated_on": "2024-05-07"})
    update(settings, text)
    (left,) = list_unplaced(settings)
    assert (left.seq, left.slots) == (made.seq, {"stated_on": "2024-05-07"})
    assert not [claim for claim in list_claims(settings) if claim["stated_on"] == "2024-05-07"]
    assert check_store(settings) == []
