"""States against acts and their opposites, across documents and languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from verifier.domain.claim import Claim
from verifier.extract.reader import read_claims
from verifier.ingest import read_document
from verifier.pairing.candidates import find_nearby
from verifier.pairing.ladder import compare_claims


def _read(text: str, lang: str, name: str) -> list[Claim]:
    article = read_document(text.encode(), "text")
    dated = replace(article, lang=lang, published_on=datetime(2025, 3, 4, tzinfo=UTC))
    return read_claims(dated, name, name)


def _conflicts(one: tuple[str, str], other: tuple[str, str]) -> list[tuple[str, str]]:
    """The quotes of the pairs across two documents of one story that a reviewer would see."""
    claims = [*_read(one[1], one[0], "a"), *_read(other[1], other[0], "b")]
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
]

NO_CONFLICTS = [
    ("en", "The bridge was safe, the council said.", "de", "Die Straße sei gefährlich, sagte der Ingenieur."),
    ("en", "The bridge was not safe, the council said.", "de", "Die Brücke sei gefährlich, sagte der Ingenieur."),
    ("de", "Der Fahrer war nicht nüchtern, sagte die Polizei.", "en", "The driver was drunk, a witness said."),
    ("en", "The woman survived, the clinic said.", "de", "Der Mann ist tot, sagte die Polizei."),
    ("en", "A contract was void, the mayor said.", "de", "Ein Vertrag sei gültig, sagte der Anwalt."),
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
