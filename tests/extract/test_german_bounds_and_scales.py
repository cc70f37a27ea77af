"""German bounds by negation, turnouts, magnitudes beside tolls, and figures that close a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.domain.claim import Reading
from verifier.domain.enums import Modality, Polarity, Qualifier
from verifier.extract.reader import read_claims
from verifier.ingest import read_document
from verifier.text.sentences import split_sentences

DAY = date(2025, 3, 12)


def readings(text: str, lang: str = "de") -> list[Reading]:
    article = read_document(text.encode(), "text.txt", lang=lang, published=DAY)
    return [claim.reading for claim in read_claims(article, "document", "snapshot")]


def figure(text: str, lang: str = "de") -> Reading:
    """The one claim with a figure."""
    (found,) = [r for r in readings(text, lang) if r.quantity is not None]
    return found


# "Keine 300" is fewer than 300 and denies nothing; "keine der drei" is none, "keine Boote" none as well.
BOUNDS = [
    ("In Rostock kamen keine 300 Menschen zur Kundgebung.", Qualifier.BELOW, Polarity.POSITIVE),
    ("Nicht einmal 40 Boote liefen aus.", Qualifier.BELOW, Polarity.POSITIVE),
    ("Kaum 400 Menschen demonstrierten.", Qualifier.JUST_BELOW, Polarity.POSITIVE),
    ("Kaum mehr als 400 Menschen demonstrierten.", Qualifier.JUST_ABOVE, Polarity.POSITIVE),
    ("Keine der drei Pumpen lief.", Qualifier.NONE, Polarity.NEGATIVE),
    ("Keine Boote liefen aus.", Qualifier.NONE, Polarity.NEGATIVE),
]


@pytest.mark.parametrize(("text", "qualifier", "polarity"), BOUNDS)
def test_bounds_told_by_a_negation(text: str, qualifier: Qualifier, polarity: Polarity) -> None:
    found = figure(text)
    assert found.quantity is not None
    assert (found.quantity.qualifier, found.polarity) == (qualifier, polarity)


# An estimate is of what is, "werden … sein" of what will be.
MODALITIES = [
    ("Nach Schätzung der Veranstalter beteiligten sich 8.000 Menschen.", Modality.ACTUAL),
    ("Nach der Prognose beteiligen sich 8.000 Menschen.", Modality.FORECAST),
    ("Am Ende werden es 3 Millionen Euro sein.", Modality.FORECAST),
    ("Am Ende waren es 3 Millionen Euro.", Modality.ACTUAL),
]


@pytest.mark.parametrize(("text", "modality"), MODALITIES)
def test_estimates_and_what_will_be(text: str, modality: Modality) -> None:
    assert figure(text).modality is modality


ACTS = [
    ("de", "Etwa 900 Menschen seien in der Altstadt unterwegs gewesen, sagte der Minister.", "attend"),
    ("de", "Vier Arbeiter kamen mit Brüchen in zwei Kliniken.", "treat"),
    ("de", "Sechs Beschäftigte wurden stationär aufgenommen.", "treat"),
    ("de", "Das Lager nahm 600 Flüchtlinge auf.", "admit"),
    ("de", "Zur Wahl gingen 47 Prozent der Wahlberechtigten.", "vote"),
    ("de", "Zur Wahl gingen 47 von hundert Wahlberechtigten.", "vote"),
    ("de", "Er habe mit keinem Menschen gesprochen, sagte der Wirt.", "address"),
]


@pytest.mark.parametrize(("lang", "text", "act"), ACTS)
def test_acts_of_the_counted(lang: str, text: str, act: str) -> None:
    term = figure(text, lang).predicate
    assert term is not None
    assert term.key == act


# How strong a quake was is no number of the dead it left; where they died is told once for both.
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Bei einem Erdbeben der Stärke 6,1 sind in Dresden mindestens 27 Menschen ums Leben gekommen."),
        ("en", "An earthquake of magnitude 6.1 killed at least 27 people in Dresden."),
    ],
)
def test_a_magnitude_beside_a_toll(lang: str, text: str) -> None:
    found = {r.predicate.key: r for r in readings(text, lang) if r.predicate is not None and r.quantity is not None}
    toll = found["die" if lang == "de" else "kill"]
    assert found["quake"].quantity is not None
    assert found["quake"].quantity.point == 6.1
    assert toll.quantity is not None
    assert toll.quantity.low == 27
    assert toll.place is not None


# The word for a scale has no strength of its own: an aftershock's is not that of the quake before it.
@pytest.mark.parametrize(
    ("lang", "text", "act"),
    [
        ("en", "An aftershock on Monday evening had a magnitude of 5.1.", "aftershock"),
        ("en", "An aftershock with a magnitude of 5.1 was felt.", "aftershock"),
        ("en", "The earthquake on Monday had a magnitude of 5.1.", "quake"),
        ("de", "Ein Nachbeben am Montag hatte eine Stärke von 5,1.", "aftershock"),
        ("de", "Ein Nachbeben der Stärke 5,1 war zu spüren.", "aftershock"),
    ],
)
def test_whose_magnitude(lang: str, text: str, act: str) -> None:
    told = [r for r in readings(text, lang) if r.quantity is not None]
    assert [r.predicate.key for r in told if r.predicate is not None] == [act]


def test_the_site_of_an_accident_is_no_job() -> None:
    things = {
        r.thing.key for r in readings("An der Unglücksstelle waren drei Kräne im Einsatz.") if r.thing is not None
    }
    assert "job" not in things


# A number that counts may close a sentence; an ordinal before a noun or a month does not.
SENTENCES = [
    ("Die Zahl stieg auf 44. Zwölf Menschen fehlen.", 2),
    ("Zugelassen sind 30. Fischer klagen.", 2),
    ("Er kam am 16. Bezirk vorbei.", 1),
    ("Der Termin fällt auf den 3. Oktober.", 1),
    ("Verschoben auf 3. Oktober.", 1),
    ("Im 4. Quartal stieg der Umsatz.", 1),
]


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_numbers_that_close_a_sentence(text: str, count: int) -> None:
    assert len(split_sentences(text, 0, len(text), "de")) == count
