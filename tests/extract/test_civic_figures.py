"""Figures of public life: polls, wage disputes, votes and seats, costs and changes, told in the words of agencies."""

from __future__ import annotations

import pytest

from verifier.domain.claim import Claim
from verifier.domain.enums import Polarity
from verifier.extract.reader import read_claims
from verifier.ingest import read_document

# Shares of people are counted: language, text, number as written, predicate, thing, claimant
STANCES = [
    ("en", "48 percent of Danes support a toll, while 41 percent oppose it.", "48 percent", "support", "~toll"),
    ("en", "48 percent of Danes support a toll, while 41 percent oppose it.", "41 percent", "oppose", "~toll"),
    ("en", "Three quarters of those asked were against the merger.", "Three quarters", "oppose", "~merger"),
    ("en", "Some 63% of respondents said they favoured a toll.", "Some 63%", "support", "~toll"),
    ("en", "51 percent voted against the charter.", "51 percent", "oppose", "~charter"),
    ("en", "Only 30 percent of nurses support the charter.", "30 percent", "support", "~charter nurse"),
    ("de", "44 Prozent der Befragten sprachen sich für eine Maut aus.", "44 Prozent", "support", "~maut"),
    ("de", "44 Prozent sprachen sich für eine Maut aus. 39 Prozent waren dagegen.", "39 Prozent", "oppose", "~maut"),
    ("de", "Mehr als die Hälfte der Befragten lehnt die Maut ab.", "Mehr als die Hälfte", "oppose", "~maut"),
    ("de", "Laut einer Umfrage lehnen zwei Drittel der Dänen die Fusion ab.", "zwei Drittel", "oppose", "~fusion"),
    ("de", "Eine Mehrheit von 58 Prozent befürwortet die Fusion.", "58 Prozent", "support", "~fusion"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "number", "predicate", "thing"), STANCES)
def test_stances(lang: str, text: str, number: str, predicate: str, thing: str) -> None:
    reading = counted(text, lang, number).reading
    assert slots(text, lang, number) == (predicate, None if reading.agent is None else "denmark", thing)
    assert reading.claimant is None or not any(t.isdigit() for t in reading.claimant.name)


# Who demands or offers how much: language, text, number, predicate, agent, thing
BIDS = [
    ("en", "IG Metall is demanding a pay rise of 7 percent.", "7 percent", "demand", "ig-metall", "wage"),
    ("en", "The union is calling for 8 percent more pay.", "8 percent", "demand", "union", "wage"),
    ("en", "The employers have offered a 3 percent pay rise.", "3 percent", "offer", "employers", "wage"),
    ("en", "Verdi wants a raise of 7 percent. Employers offered 3 percent.", "3 percent", "offer", "employers", "wage"),
    ("en", "The union is demanding 300 euros more a month.", "300 euros", "demand", "union", None),
    ("de", "Die IG Metall fordert 7 Prozent mehr Lohn.", "7 Prozent", "demand", "ig-metall", "wage"),
    ("de", "Die Arbeitgeber bieten laut Verdi 3 Prozent mehr Geld.", "3 Prozent", "offer", "employers", "wage"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "number", "predicate", "agent", "thing"), BIDS)
def test_bids(lang: str, text: str, number: str, predicate: str, agent: str, thing: str | None) -> None:
    assert slots(text, lang, number) == (predicate, agent, thing)


# What parties and candidates reach: language, text, number, predicate, agent, thing
SCORES: list[tuple[str, str, str, str, str | None, str]] = [
    ("en", "The Farmers' Party won 31 seats.", "31", "hold-seats", "~farmers party", "seat"),
    ("en", "The Northern Alliance took 12 percent of the vote.", "12 percent", "poll-at", "~northern alliance", "vote"),
    ("de", "Die Bauernpartei kommt auf 31 Sitze, die SPD auf 40.", "31", "hold-seats", "~bauernpartei", "seat"),
    ("de", "Die Bauernpartei kommt auf 31 Sitze, die SPD auf 40.", "40", "hold-seats", "spd", "seat"),
    ("en", "Ana Ruiz was re-elected with 52 percent of votes.", "52 percent", "poll-at", "~ana ruiz", "vote"),
    ("en", "Her challenger Luis Prado received 44 percent.", "44 percent", "poll-at", "~luis prado", "vote"),
    ("en", "Ana Ruiz won by 9,400 votes.", "9,400", "lead-by", "~ana ruiz", "vote"),
    ("en", "The margin was only 3,000 votes.", "3,000", "lead-by", None, "vote"),
    ("de", "Der Kandidat Luis Prado kam auf 44 Prozent.", "44 Prozent", "poll-at", "~luis prado", "vote"),
    ("de", "Ana Ruiz gewann mit einem Vorsprung von 400 Stimmen.", "400", "lead-by", "~ana ruiz", "vote"),
    ("de", "Die Bauernpartei siegte mit 33 Prozent der Stimmen.", "33 Prozent", "poll-at", "~bauernpartei", "vote"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "number", "predicate", "agent", "thing"), SCORES)
def test_scores(lang: str, text: str, number: str, predicate: str, agent: str | None, thing: str | None) -> None:
    assert slots(text, lang, number) == (predicate, agent, thing)


# Who came: language, text, number, predicate, agent, thing
CROWDS = [
    ("en", "The chief of police put attendance at 4,000.", "4,000", "attend", None, "person"),
    ("en", "Attendance was put at 4,000 by the police.", "4,000", "attend", None, "person"),
    ("en", "The union put the turnout at 9,000.", "9,000", "attend", None, "person"),
    ("en", "Some 9,000 people packed the square.", "Some 9,000", "fill-place", None, "person"),
    ("en", "Some 9,000 people filled the streets.", "Some 9,000", "fill-place", None, "person"),
    ("en", "Helpers filled 200 sandbags.", "200", "~fill", None, "sandbag"),
    ("en", "One employee in ten joined the strike.", "One employee in ten", "strike-labour", None, "worker"),
    ("en", "Turnout fell to 44 percent.", "44 percent", "vote", None, None),
    ("en", "Less than half of the voters took part.", "Less than half", "vote", None, None),
    ("en", "School attendance fell to 91 percent.", "91 percent", "amount", None, "~attendance"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "number", "predicate", "agent", "thing"), CROWDS)
def test_crowds(lang: str, text: str, number: str, predicate: str, agent: str | None, thing: str | None) -> None:
    assert slots(text, lang, number) == (predicate, agent, thing)


@pytest.mark.parametrize(
    ("text", "number", "most"),
    [
        ("There had never been more than 250 lorries at the gate.", "never been more than 250", 250),
        ("The crowd never exceeded 2,000, police said.", "never exceeded 2,000", 2000),
    ],
)
def test_a_count_that_was_never_exceeded_is_an_upper_bound(text: str, number: str, most: int) -> None:
    reading = counted(text, "en", number).reading
    assert reading.polarity is Polarity.POSITIVE
    assert reading.quantity is not None
    assert reading.quantity.hard.hi == most


# Sums and changes: language, text, number, predicate, agent, thing
SIZES: list[tuple[str, str, str, str, str | None, str | None]] = [
    ("de", "Sie gehen von Gesamtkosten von 70 Millionen Euro aus.", "70 Millionen Euro", "cost", None, None),
    ("de", "Es sind Mehrkosten in Höhe von 9 Millionen Euro.", "9 Millionen Euro", "amount", None, "extra-cost"),
    ("de", "Es entstand ein Schaden in Höhe von 2 Millionen Euro.", "2 Millionen Euro", "amount", None, "damage"),
    ("en", "The firm made a loss of 3 million dollars.", "3 million dollars", "amount", "company", "loss"),
    ("en", "Rents in Lisbon rose by 9 percent last year.", "9 percent", "rise", None, "rent"),
    ("en", "Inflation fell to 2 percent in May from 2.3 percent in April.", "2.3 percent", "amount", None, "inflation"),
    ("de", "Der Bau soll 47 Millionen Euro kosten.", "47 Millionen Euro", "cost", None, None),
    ("en", "The mill has 560 employees.", "560", "have-staff", None, "worker"),
    ("en", "Sales fell by 4 percent to 2.1 billion pounds.", "4 percent", "fall", None, "revenue"),
    ("en", "Sales fell by 4 percent to 2.1 billion pounds.", "2.1 billion pounds", "amount", None, "revenue"),
    ("de", "Die Löhne stiegen um 5 Prozent, die Preise um 3 Prozent.", "3 Prozent", "rise", None, "price"),
    ("de", "Der Konzern steigerte den Umsatz um 6 Prozent.", "6 Prozent", "raise", "company", "revenue"),
    ("de", "Die Miete betrage 13 Euro, sagte er. Laut Amt liegt sie bei 12 Euro.", "12 Euro", "amount", None, "rent"),
    ("de", "Die Wahlbeteiligung betrug 8 Prozent. 2019 betrug sie 66 Prozent.", "66 Prozent", "vote", None, None),
    ("en", "The union spoke of 9 cases. Voltix employs 84 people. It made 21 cars.", "21", "create", None, "car"),
    ("de", "Die Armee kam. Die Polizei hielt 12 Leute fest. Sie setzte 30 Hunde ein.", "30", "use", "police", "dog"),
    ("de", "Rund 90 Feuerwehrleute waren im Einsatz.", "Rund 90", "deploy", None, "firefighter"),
    ("de", "Die Polizei war mit 300 Beamten im Einsatz.", "300", "deploy", "police", "police-officer"),
    ("en", "Some said 900 staff took part in the walkout.", "900", "strike-labour", None, "worker"),
    ("en", "The utility reported 4,000 homes without power.", "4,000", "cut-off-supply", None, "house"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "number", "predicate", "agent", "thing"), SIZES)
def test_sizes(lang: str, text: str, number: str, predicate: str, agent: str | None, thing: str | None) -> None:
    assert slots(text, lang, number) == (predicate, agent, thing)


def slots(text: str, lang: str, number: str) -> tuple[str | None, str | None, str | None]:
    """Predicate, agent and thing of the claim about the number written so."""
    reading = counted(text, lang, number).reading
    keys = [slot.key if slot is not None else None for slot in (reading.predicate, reading.agent, reading.thing)]
    return keys[0], keys[1], keys[2]


def counted(text: str, lang: str, number: str) -> Claim:
    """The claim about the number written so."""
    claims = read_claims(read_document(text.encode(), "text.txt", lang=lang), "document", "snapshot")
    (found,) = (c for c in claims if c.reading.quantity is not None and c.reading.quantity.surface == number)
    return found
