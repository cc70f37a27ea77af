"""Parts whose whole is named again, places of parts only, prices, and senses that a verb has of few things."""

from __future__ import annotations

import pytest

from verifier.domain.claim import Claim
from verifier.services.ingest_documents import Hints, extract_claims, read_article


def _figures(lang: str, text: str) -> dict[str, Claim]:
    found = extract_claims(read_article(text.encode(), "text.md", Hints(lang=lang)))
    return {c.reading.quantity.surface: c for c in found if c.reading.quantity is not None}


# "Of the drones" are those told before, and so is whose they are.
@pytest.mark.parametrize(
    ("lang", "text", "part", "whole", "owner"),
    [
        ("en", "Russia launched 48 drones. Air defences shot down 41 of the drones.", "41", "48", "Russia"),
        ("en", "Ukraine fired 20 missiles. Nine of the missiles were downed.", "Nine", "20", "Ukraine"),
        ("en", "The clinic admitted 34 passengers. Nine of the passengers are in intensive care.", "Nine", "34", None),
        ("en", "The city bought 40 buses. Seven of the buses caught fire.", "Seven", "40", None),
        ("en", "Police counted 90 tents. Twelve of those tents were empty.", "Twelve", "90", None),
        ("de", "Russland hat 48 Drohnen gestartet. Abgeschossen wurden 41 der Drohnen.", "41", "48", "Russland"),
        ("de", "Russland setzte 30 Raketen ein. 12 von den Raketen wurden abgefangen.", "12", "30", "Russland"),
        ("de", "In der Halle waren 300 Menschen. Sieben der Menschen starben.", "Sieben", "300", None),
        ("de", "Es gab 14 Angriffe. Neun der Angriffe trafen Belgorod.", "Neun", "14", None),
        ("de", "Die Stadt kaufte 40 Busse. Sieben dieser Busse brannten aus.", "Sieben", "40", None),
    ],
)
def test_a_part_belongs_to_the_whole_named_again(
    lang: str, text: str, part: str, whole: str, owner: str | None
) -> None:
    figures = _figures(lang, text)
    quantity = figures[part].reading.quantity
    before = figures[whole].reading.quantity
    assert quantity is not None
    assert before is not None
    assert quantity.part_of == before.span.start
    assert len(figures[part].reading.quantities) == 1
    if owner is not None:
        patient, agent = figures[part].reading.patient, figures[whole].reading.agent
        assert patient is not None
        assert patient == agent


@pytest.mark.parametrize(
    ("lang", "text", "part"),
    [
        ("en", "Ukraine downed 20 drones. It sent 48 drones. Nine drones hit homes.", "Nine"),
        ("en", "Ukraine downed 20 drones and Russia sent 48 drones. Nine of the drones hit homes.", "Nine"),
        ("en", "Police held 12 people. Four of the houses burned.", "Four"),
        ("en", "Police held 12 people. Forty of the people went home.", "Forty"),
        ("de", "Die Polizei nahm zwölf Menschen fest. Vier der Häuser brannten.", "Vier"),
    ],
)
def test_another_thing_or_more_of_it_is_no_part(lang: str, text: str, part: str) -> None:
    quantity = _figures(lang, text)[part].reading.quantity
    assert quantity is not None
    assert quantity.part_of is None


# Where most of them were is not where all were.
@pytest.mark.parametrize(
    ("lang", "text", "number", "place"),
    [
        ("en", "Air defences shot down 41 drones, most of them over Odesa.", "41", None),
        ("en", "The storm killed 14 people, most of them in Leipzig.", "14", None),
        ("en", "Police arrested 90 people, 12 of them in Leipzig.", "12", "leipzig-de-13"),
        ("en", "Police arrested 90 people in Leipzig, most of them students.", "90", "leipzig-de-13"),
        ("de", "Die Polizei nahm 90 Menschen fest, die meisten von ihnen in Leipzig.", "90", None),
        ("de", "Es starben 31 Menschen, davon neun in Leipzig.", "31", None),
        ("de", "Es starben 31 Menschen, davon neun in Leipzig.", "neun", "leipzig-de-13"),
    ],
)
def test_a_place_of_a_part_is_none_of_the_whole(lang: str, text: str, number: str, place: str | None) -> None:
    found = _figures(lang, text)[number].reading.place
    assert (found.key if found is not None else None) == place


@pytest.mark.parametrize(
    ("lang", "text", "number", "predicate"),
    [
        ("en", "The ministry ordered two ships for 3 million euros.", "3 million euros", "cost"),
        ("en", "The city bought 12 buses for about 4 million euros.", "about 4 million euros", "cost"),
        ("en", "The land was sold for 3 million euros.", "3 million euros", "cost"),
        ("de", "Die Stadt kaufte das Gelände für rund drei Millionen Euro.", "rund drei Millionen Euro", "cost"),
        ("de", "Das Ministerium hat Schiffe für 3 Millionen Euro bestellt.", "3 Millionen Euro", "cost"),
        ("en", "The court ordered him to pay 4 million euros for the damage.", "4 million euros", "pay"),
        ("en", "The mayor said he had accepted no bribes.", "no", "take-bribe"),
        ("en", "The army accepted 12 dead.", "12", "die"),
    ],
)
def test_what_is_bought_for_a_sum_costs_it(lang: str, text: str, number: str, predicate: str) -> None:
    term = _figures(lang, text)[number].reading.predicate
    assert term is not None
    assert term.key == predicate
