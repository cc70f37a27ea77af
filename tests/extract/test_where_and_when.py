"""Places and times that sentences hold back: second figures, fronted places, nights before, clauses of a date."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.domain.claim import Reading
from verifier.extract.reader import read_claims
from verifier.ingest import read_document

DAY = date(2025, 3, 12)


def of(number: str, text: str, lang: str) -> Reading:
    """The reading of the claim about the number written so, told on 12 March 2025."""
    article = read_document(text.encode(), "text.txt", lang=lang, published=DAY)
    claims = read_claims(article, "document", "snapshot")
    (found,) = (c.reading for c in claims if c.reading.quantity is not None and c.reading.quantity.surface == number)
    return found


PLACES = [
    ("en", "In Berlin 5,000 people marched, in Hamburg 3,000.", "5,000", "berlin-de-16"),
    ("en", "In Berlin 5,000 people marched, in Hamburg 3,000.", "3,000", "hamburg-de-04"),
    ("de", "In Dresden demonstrierten 4.000 Menschen, in Chemnitz rund 1.500.", "4.000", "dresden-de-13"),
    ("de", "In Dresden demonstrierten 4.000 Menschen, in Chemnitz rund 1.500.", "rund 1.500", "chemnitz-de-13"),
    ("en", "The number of people killed in Sunday's fire in Leipzig rose to 12.", "12", "leipzig-de"),
    ("en", "Across Saxony, unions say, 32,000 people took part.", "32,000", "saxony-de"),
    ("en", "The march went on in Leipzig, where 12 people were arrested.", "12", "leipzig-de"),
    ("de", "Gestreikt wird auch in Leipzig, wo 40 Trams stehen blieben.", "40", "leipzig-de"),
    ("de", "In Bachmut wurden 40 Häuser zerstört.", "40", "bakhmut-ua"),
    ("de", "Leipzig – Bei der Kundgebung in Dresden waren 900 Menschen.", "900", "dresden-de-13"),
]


@pytest.mark.parametrize(("lang", "text", "number", "place"), PLACES)
def test_place(lang: str, text: str, number: str, place: str) -> None:
    found = of(number, text, lang).place
    assert found is not None
    assert found.key.startswith(place.partition("-")[0])


TIMES = [
    ("en", "Since Monday, 14 people have been arrested.", "14", "2025-03-10", "2025-03-13"),
    ("de", "Fünf Menschen starben am 3. März.", "Fünf", "2025-03-03", "2025-03-04"),
    ("de", "Fünf Menschen starben am 3. Mai.", "Fünf", "2024-05-03", "2024-05-04"),
    ("en", "It was the worst fire since 2015, when three people died.", "three", "2015-01-01", "2016-01-01"),
    ("de", "Es war der schlimmste Brand seit 2015, als drei Menschen starben.", "drei", "2015-01-01", "2016-01-01"),
    ("en", "Four people died overnight. The night before, 12 people had died.", "12", "2025-03-10", "2025-03-11"),
    ("de", "In der Nacht starben vier Menschen. In der Nacht zuvor waren es zwölf.", "zwölf", "2025-03-10",
     "2025-03-11"),
    ("en", "On the night before the vote 12 people died.", "12", None, None),
    ("en", "The death toll in Bergen rose to 12 on Tuesday, the mayor said.", "12", None, None),
    ("en", "Officials on Tuesday raised the toll of Sunday's landslide to 12.", "12", "2025-03-09", "2025-03-10"),
    ("en", "A landslide killed four people on Sunday. By Tuesday the toll stood at 12.", "12", "2025-03-09",
     "2025-03-10"),
    ("de", "Die Zahl der Toten ist am Dienstag auf zwölf gestiegen.", "zwölf", None, None),
    ("de", "Am Dienstag sprach der Zivilschutz von zwölf Toten.", "zwölf", None, None),
    ("de", "Die Zahl der Opfer des Erdrutsches vom Sonntag stieg am Dienstag auf zwölf.", "zwölf", "2025-03-09",
     "2025-03-10"),
    ("de", "Nach dem Erdrutsch am Sonntag zählte die Feuerwehr zwölf Tote.", "zwölf", "2025-03-09", "2025-03-10"),
    ("en", "The river reached 5.4 metres, its highest level since 1966.", "5.4 metres", None, None),
    ("de", "Der Pegel erreichte 5,4 Meter und damit den höchsten Stand seit 1966.", "5,4 Meter", None, None),
    ("en", "Two men had died before the landslide, the clinic said.", "Two", None, None),
    ("en", "On Monday four people died. Before the truce, the war had killed 3,900 people.", "3,900", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "number", "start", "end"), TIMES)
def test_time(lang: str, text: str, number: str, start: str | None, end: str | None) -> None:
    time = of(number, text, lang).time
    ends = (time.start, time.end) if time is not None else (None, None)
    assert tuple(each.date().isoformat() if each is not None else None for each in ends) == (start, end)


def test_what_one_number_is_more_than_another_is_no_count() -> None:
    claims = read_claims(read_document(b"Nine were hurt, two more than the day before.", "t.txt", lang="en"), "d", "s")
    assert [c.reading.quantity.surface for c in claims if c.reading.quantity is not None] == ["Nine"]
