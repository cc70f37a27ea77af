"""States against acts and their opposites, across documents and languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.pairing.reading import claims_of
from verifier.pairing.candidates import find_nearby
from verifier.pairing.ladder import compare_claims

DAY = datetime(2025, 3, 4, tzinfo=UTC)


def _conflicts(one: tuple[str, str], other: tuple[str, str]) -> list[tuple[str, str]]:
    """The quotes of the pairs across two documents of one story that a reviewer would see."""
    claims = [*claims_of(one[1], one[0], "a", DAY), *claims_of(other[1], other[0], "b", DAY)]
    pairs = [(claims[i], claims[j]) for i, j in find_nearby(claims) if claims[i].document != claims[j].document]
    return [(a.quote, b.quote) for a, b in pairs if compare_claims(a, b).relation.is_queued]


_EN, _DE = "A storm hit Varnsee on Monday. ", "Am Montag traf ein Sturm die Stadt Varnsee. "

CONFLICTS = [
    ("en", "The bridge was safe, the council said.", "de", "Die Brücke sei gefährlich gewesen, sagte der Ingenieur."),
    (
        "en",
        "The road remained closed, police said.",
        "de",
        "Die Straße wurde am Abend freigegeben, teilte der Kreis mit.",
    ),
    ("de", "Der Fahrer war betrunken, sagte die Polizei.", "en", "The driver was sober, his lawyer said."),
    ("en", "The dam was intact, engineers said.", "de", "Der Damm sei zerstört, sagte der Landrat."),
    ("de", "Der Vertrag sei gültig, sagte der Anwalt.", "en", "The contract was void, the mayor said."),
    ("en", "The building was undamaged, officials said.", "en", "The building was destroyed, the owner said."),
    ("de", "Das Dokument sei echt, sagte die Kanzlei.", "en", "The document was forged, the ministry said."),
    ("en", "The door was locked, the caretaker said.", "de", "Die Tür sei unverschlossen gewesen, sagte der Lehrer."),
    (
        "de",
        "Das Trinkwasser ist unbedenklich, erklärte das Amt.",
        "en",
        "The drinking water is contaminated, a chemist said.",
    ),
    (
        "en",
        "The company rejected the offer, it said.",
        "de",
        "Die Firma habe das Angebot angenommen, sagte der Sprecher.",
    ),
    ("en", "The talks have failed, the union said.", "de", "Die Verhandlungen gehen weiter, sagte der Minister."),
    ("en", "The alarm failed, guests said.", "de", "Der Alarm ging los, sagte der Wirt."),
    (
        "de",
        "Die Notausgänge seien verschlossen gewesen, sagte ein Gast.",
        "en",
        "The emergency exits were open, he said.",
    ),
    ("en", "The fire was deliberate, police said.", "de", "Der Brand sei ein Unfall gewesen, sagte der Gutachter."),
    ("en", "The tower is still standing, the mayor said.", "de", "Der Turm wurde zerstört, sagte die Feuerwehr."),
    ("de", "Die Turnhalle stand leer, sagte der Kreis.", "en", "The gym was full, parents said."),
    ("en", "All passengers survived, the airline said.", "de", "Passagiere seien gestorben, sagte die Klinik."),
    ("en", "The crew gave no warning, a guest said.", "de", "Die Besatzung habe alle Gäste gewarnt, so die Reederei."),
    (
        "en",
        "The workers will go on strike, the union said.",
        "de",
        "Einen Streik werde es nicht geben, sagte der Chef.",
    ),
    ("en", "Mayor Klara Henning was ousted.", "de", "Klara Henning bleibe im Amt, sagte ein Sprecher."),
    ("en", "There is no danger, the mayor said.", "de", "Für die Dörfer besteht Gefahr, sagte der Ingenieur."),
    ("de", "Die Bauern haben das Angebot zurückgewiesen.", "en", "The farmers accepted the offer, a minister said."),
    ("en", "The driver who left the road was sober, he said.", "de", "Der Fahrer war betrunken, sagte die Polizei."),
]

NO_CONFLICTS = [
    ("en", "The bridge was safe, the council said.", "de", "Die Straße sei gefährlich, sagte der Ingenieur."),
    ("en", "The bridge was not safe, the council said.", "de", "Die Brücke sei gefährlich, sagte der Ingenieur."),
    ("de", "Der Fahrer war nicht nüchtern, sagte die Polizei.", "en", "The driver was drunk, a witness said."),
    ("en", "The woman survived, the clinic said.", "de", "Der Mann ist tot, sagte die Polizei."),
    ("en", "A contract was void, the mayor said.", "de", "Ein Vertrag sei gültig, sagte der Anwalt."),
    ("en", "All passengers survived, the airline said.", "de", "Ein Feuerwehrmann sei gestorben, sagte die Klinik."),
    ("en", "Mayor Klara Henning was ousted.", "de", "Jens Pohl bleibe im Amt, sagte ein Sprecher."),
    ("en", "Schools were closed, the mayor said.", "de", "Schulen seien geöffnet gewesen, sagte der Kreis."),
    ("en", "The alarm failed, guests said.", "de", "Die Kamera habe funktioniert, sagte der Wirt."),
    ("en", "The dam has not burst, the mayor said.", "de", "Der Damm droht zu brechen, sagte der Ingenieur."),
    ("de", "Das Werk bleibt offen, sagte die Firma.", "en", "The school was closed, the mayor said."),
]


@pytest.mark.parametrize(("lang", "text", "other_lang", "other"), CONFLICTS)
def test_states_that_exclude_each_other(lang: str, text: str, other_lang: str, other: str) -> None:
    opening = {"en": _EN, "de": _DE}
    assert len(_conflicts((lang, opening[lang] + text), (other_lang, opening[other_lang] + other))) == 1


@pytest.mark.parametrize(("lang", "text", "other_lang", "other"), NO_CONFLICTS)
def test_states_that_may_both_hold(lang: str, text: str, other_lang: str, other: str) -> None:
    opening = {"en": _EN, "de": _DE}
    assert _conflicts((lang, opening[lang] + text), (other_lang, opening[other_lang] + other)) == []
