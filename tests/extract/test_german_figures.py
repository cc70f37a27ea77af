"""German figures that lean on what was told: second figures, "es waren nur", levels, parts, participles, scores."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.domain.claim import Reading
from verifier.extract.reader import read_claims
from verifier.ingest import read_document

DAY = date(2025, 3, 12)


def figures(text: str, lang: str = "de") -> dict[str, Reading]:
    """The readings of the claims with a figure, by the figure as written."""
    article = read_document(text.encode(), "text.txt", lang=lang, published=DAY)
    found = (claim.reading for claim in read_claims(article, "document", "snapshot"))
    return {r.quantity.surface: r for r in found if r.quantity is not None}


# What is told of a whole is its own, and what of a part: launched, shot down; damaged, reopened.
PARTS_AND_WHOLES = [
    ("en", "The army shot down 12 of 30 missiles fired by the rebels.", {"12": "down", "30": "launch-weapon"}),
    ("en", "Seven of the nine bridges damaged by the storm have been reopened.", {"Seven": "open", "nine": "damage"}),
    ("en", "Seven bridges damaged by the storm have been reopened.", {"Seven": "open"}),
    ("en", "Some 900 dockers walked off the job on Monday.", {"Some 900": "strike-labour"}),
    ("de", "Der Gegner feuerte 30 Raketen ab. Zwölf davon seien abgefangen worden.", {"Zwölf": "down"}),
]


@pytest.mark.parametrize(("lang", "text", "acts"), PARTS_AND_WHOLES)
def test_parts_and_wholes(lang: str, text: str, acts: dict[str, str]) -> None:
    found = figures(text, lang)
    told = {number: found[number].predicate for number in acts}
    assert {number: term.key if term else None for number, term in told.items()} == acts


def test_a_part_counts_what_its_whole_counts() -> None:
    found = figures("Der Gegner feuerte 30 Raketen ab. Zwölf davon seien abgefangen worden.")
    assert found["Zwölf"].thing is not None
    assert found["Zwölf"].thing.key == "missile"


# A second figure after a comma has the place or the subject before it, and the verb told with the first.
SECOND_PLACES = [
    ("In Lwiw wurden zwei Menschen getötet, in Cherson vier.", {"zwei": "lviv", "vier": "kherson"}),
    ("In Dresden gingen 4000 Menschen auf die Straße, in Chemnitz 1500.", {"4000": "dresden", "1500": "chemnitz"}),
    ("In Ulm kamen drei Männer um, in Leipzig 14.", {"drei": "ulm", "14": "leipzig"}),
]


@pytest.mark.parametrize(("text", "places"), SECOND_PLACES)
def test_second_places(text: str, places: dict[str, str]) -> None:
    found = figures(text)
    for number, place in places.items():
        told = found[number].place
        assert told is not None
        assert told.key.startswith(place)


SECOND_SUBJECTS = [
    ("Die FDP kam auf 4,9 Prozent, die SPD auf 21,3 Prozent.", {"4,9 Prozent": "fdp", "21,3 Prozent": "spd"}),
    ("Kamala Harris lag bei 47 Prozent, Donald Trump bei 46 Prozent.", {"47 Prozent": "harris", "46 Prozent": "trump"}),
    ("Brose streicht 700 Stellen, Kabex 1200.", {"700": "~brose", "1200": "~kabex"}),
]


@pytest.mark.parametrize(("text", "agents"), SECOND_SUBJECTS)
def test_second_subjects(text: str, agents: dict[str, str]) -> None:
    found = figures(text)
    for number, agent in agents.items():
        told = found[number]
        assert told.agent is not None
        assert told.agent.key == agent
        assert told.patient is None


# What parties reach is one predicate, whatever the verb; nobody counts there.
SCORES = [
    ("Die FDP stürzte auf 4,9 Prozent ab.", "4,9 Prozent"),
    ("Die SPD landete bei 16,4 Prozent.", "16,4 Prozent"),
    ("Die CDU wurde mit 30 Prozent stärkste Kraft.", "30 Prozent"),
    ("Die Grünen holten 11,9 Prozent.", "11,9 Prozent"),
    ("Die AfD kam auf 15,9 Prozent.", "15,9 Prozent"),
]


@pytest.mark.parametrize(("text", "number"), SCORES)
def test_scores(text: str, number: str) -> None:
    told = figures(text)[number]
    assert told.predicate is not None
    assert told.predicate.key == "poll-at"
    assert told.agent is not None
    assert not told.chain


def test_what_it_was_only_is_what_was_counted_before() -> None:
    found = figures("Die Stadt baute 300 Wohnungen. Nach Darstellung der Opposition waren es nur 120.")
    later = found["120"]
    assert later.thing is not None
    assert later.predicate is not None
    assert later.claimant is not None
    assert (later.thing.key, later.predicate.key, later.claimant.key) == ("flat", "build", "opposition")


# By how much something rose is no claim of its own where the level follows.
LEVELS = [
    ("Die Zahl der Toten erhöhte sich um drei auf 14.", ["14"]),
    ("Die Arbeitslosenquote sank um 0,2 Punkte auf 5,8 Prozent.", ["5,8 Prozent"]),
    ("Der Preis stieg um zwölf Cent auf 1,80 Euro.", ["1,80 Euro"]),
    ("Der Preis stieg um zwölf Cent.", ["zwölf Cent"]),
]


@pytest.mark.parametrize(("text", "numbers"), LEVELS)
def test_levels(text: str, numbers: list[str]) -> None:
    assert list(figures(text)) == numbers


def test_what_somebody_raises_is_the_object() -> None:
    told = figures("Die Regierung stockte den Hilfsfonds auf 500 Millionen Euro auf.")["500 Millionen Euro"]
    assert told.thing is not None
    assert told.thing.key == "~hilfsfonds"


def test_others_among_whom_are_children_are_people() -> None:
    found = figures("Ein Mann starb. 23 weitere seien verletzt worden, darunter drei Kinder, teilte die Polizei mit.")
    assert [each.thing.key for each in found.values() if each.thing is not None][-2:] == ["person", "child"]


# Participles tell what happened, also those of strong verbs.
PARTICIPLES = [
    ("Die Armee sprach von 14 abgeschossenen Drohnen.", "14", "down"),
    ("Das Amt meldete 40 gestrichene Stellen.", "40", "lay-off"),
    ("Die Behörden sprachen von neun ertrunkenen Migranten.", "neun", "die"),
    ("Zunächst war von drei Toten die Rede.", "drei", "die"),
    ("In dem Haus hielten sich 50 Menschen auf.", "50", "exist"),
]


@pytest.mark.parametrize(("text", "number", "predicate"), PARTICIPLES)
def test_what_participles_tell(text: str, number: str, predicate: str) -> None:
    told = figures(text)[number].predicate
    assert told is not None
    assert told.key == predicate


def test_the_year_a_figure_is_measured_by_is_not_its_time() -> None:
    assert (
        figures("Die Stadt plant 53 Millionen Euro ein, zwei Millionen mehr als im Vorjahr.")["53 Millionen Euro"].time
        is None
    )


def test_where_a_ministry_sits_is_not_where_it_happened() -> None:
    assert figures("Das Verteidigungsministerium in Moskau sprach von 14 abgeschossenen Drohnen.")["14"].place is None
