"""Two sources in one sentence: each answers for its own figure, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.services.ingest_documents import Hints, extract_claims, read_article


def _givers(text: str, lang: str) -> list[tuple[str, str | None]]:
    """Each figure with the name of its root claimant, in the order of the text."""
    claims = extract_claims(read_article(text.encode(), "text.md", Hints(published=date(2024, 5, 8), lang=lang)))
    told = [(c.reading.quantity, c.reading.claimant) for c in claims if c.reading.quantity is not None]
    return [(q.surface, actor.name if actor is not None else None) for q, actor in told]


# The second source shares the verb of the first.
@pytest.mark.parametrize(
    ("lang", "text", "first", "second"),
    [
        ("en", "The insurers put the damage at 40 million euros, the ministry at 25 million euros.",
         "The insurers", "the ministry"),
        ("en", "Organisers put the crowd in Leeds at 30,000 and police at 11,000.", "Organisers", "police"),
        ("en", "The ministry counted 120 burnt houses in the valley, the mayor 190.", "The ministry", "the mayor"),
        ("de", "Die Polizei sprach von 4.000 Demonstranten, die Veranstalter von 9.000.",
         "Die Polizei", "die Veranstalter"),
        ("de", "Den Sachschaden bezifferte die Feuerwehr auf 3 Millionen Euro, der Betreiber auf 900.000 Euro.",
         "die Feuerwehr", "der Betreiber"),
        ("de", "Die Regierung beziffert das Defizit auf 4 Milliarden Euro, der Rechnungshof dagegen auf 6 Milliarden.",
         "Die Regierung", "der Rechnungshof"),
    ],
)  # fmt: skip
def test_a_second_source_without_a_verb(lang: str, text: str, first: str, second: str) -> None:
    assert [giver for _, giver in _givers(text, lang)] == [first, second]


# An inverted source ends before the figure it speaks of; a second clause with a verb of its own has its own source.
@pytest.mark.parametrize(
    ("text", "givers"),
    [
        ("Am Mittwoch sprach die Bergwacht von acht Vermissten.", ["die Bergwacht"]),
        ("Nach dem Brand geht die Feuerwehr von mindestens drei Toten aus.", ["die Feuerwehr"]),
        ("Zuvor war das Ministerium von neun Verletzten ausgegangen.", ["das Ministerium"]),
        ("Nach dem Unglück sprach die Polizei von neun Toten, die Feuerwehr von acht.",
         ["die Polizei", "die Feuerwehr"]),
        ("Die Polizei zählte 800 Teilnehmer, die Veranstalter sprachen von 2.000.",
         ["Die Polizei", "die Veranstalter"]),
        ("Die Hilfsorganisation Rika zählte 400 Vertriebene, die UNO sprach von rund 900.",
         ["Rika", "United Nations"]),
    ],
)  # fmt: skip
def test_who_speaks_of_a_german_figure(text: str, givers: list[str]) -> None:
    assert [giver for _, giver in _givers(text, "de")] == givers


# Each source stands beside its figure, or has a clause of its own.
@pytest.mark.parametrize(
    ("lang", "text", "first", "second"),
    [
        ("de", "Laut Polizei kamen 4.000 Menschen, laut Veranstaltern 9.000.", "Polizei", "Veranstaltern"),
        ("de", "Es starben 12 Menschen, so die Polizei, und 20 laut Klinik.", "die Polizei", "Klinik"),
        ("de", "Nach Angaben der Gewerkschaft streikten 2.100 Beschäftigte, das Unternehmen nannte 800.",
         "Gewerkschaft", "das Unternehmen"),
        ("en", "According to the Red Cross, 200 people died, according to the army 90.",
         "the Red Cross", "the army"),
        ("en", "The deficit is 4 billion euros, the treasury says, while the auditor puts it at 6 billion euros.",
         "the treasury", "the auditor"),
    ],
)  # fmt: skip
def test_each_source_has_its_own_part(lang: str, text: str, first: str, second: str) -> None:
    assert [giver for _, giver in _givers(text, lang)] == [first, second]


# What is measured or counted gives no figure, nor does a place or a time.
@pytest.mark.parametrize(
    ("lang", "text", "giver"),
    [
        ("en", "The airline put its losses at 40 million euros and the cost of repairs at 25 million euros.",
         "The airline"),
        ("en", "Police put the crowd in Leeds at 30,000 and in York at 11,000.", "Police"),
        ("de", "Die Regierung beziffert den Umsatz auf 40 Millionen Euro, den Gewinn auf 5 Millionen Euro.",
         "Die Regierung"),
        ("de", "Die Polizei schätzte die Zahl der Teilnehmer auf 4.000, im Vorjahr auf 9.000.", "Die Polizei"),
    ],
)  # fmt: skip
def test_what_is_counted_gives_no_figure(lang: str, text: str, giver: str) -> None:
    assert {name for _, name in _givers(text, lang)} == {giver}


def test_a_country_reports_its_own_figures() -> None:
    givers = _givers("Germany reported 120 cases, France 40.", "en")
    assert ("40", "France") not in givers


def test_a_denial_does_not_reach_what_is_told_beside_it() -> None:
    text = "# Militia denies firing on market as toll rises to 34\n\nThe town buried its dead."
    article = read_article(text.encode(), "text.md", Hints(published=date(2024, 5, 8), lang="en"))
    toll = next(c for c in extract_claims(article) if c.reading.quantity is not None)
    assert (toll.reading.polarity, toll.reading.predicate and toll.reading.predicate.key) == ("+", "die")


def test_by_how_much_a_figure_grew_is_no_figure_of_its_own() -> None:
    text = "Die Zahl der Verletzten gab die Klinik mit 36 an, fünf mehr als am Vortag."
    assert _givers(text, "de") == [("36", "die Klinik")]
