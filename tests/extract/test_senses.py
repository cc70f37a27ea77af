"""What a sentence says by an adjective, a noun beside an empty verb, or a verb parted from its subject."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from verifier.extract.reader import read_claims
from verifier.ingest import read_document

# Sentence, then predicate, thing and polarity of its first claim.
SENSES = [
    ("en", "The old bridge is unsafe, an engineer said.", "be-dangerous", "bridge", "+"),
    ("de", "Die Brücke sei nicht sicher, sagte ein Ingenieur.", "be-safe", "bridge", "-"),
    ("en", "The school remained closed.", "close", "school", "+"),
    ("de", "Der Busfahrer war betrunken, sagte die Polizei.", "be-drunk", "driver", "+"),
    ("en", "The march turned violent, police said.", "be-violent", "protest", "+"),
    ("de", "Das Krankenhaus stand leer, sagte der Bürgermeister.", "be-empty", "hospital", "+"),
    ("en", "The fire was an accident, police said.", "be-accidental", "fire", "+"),
    ("en", "Passengers received no warning, a survivor said.", "warn", "person", "-"),
    ("de", "Die Gäste erhielten keine Warnung, sagte ein Helfer.", "warn", "person", "-"),
    ("en", "There was no inspection of the lift, tenants said.", "inspect", "lift", "-"),
    ("de", "Eine Inspektion des Aufzugs fand nicht statt.", "inspect", "lift", "-"),
    ("en", "The union rejected the offer.", "reject", "proposal", "+"),
    ("de", "Die Gewerkschaft wies das Angebot zurück.", "reject", "proposal", "+"),
    ("en", "The mayor was dismissed by the governor.", "lay-off", "official-state", "+"),
    ("en", "The court dismissed the lawsuit.", "reject", "lawsuit", "+"),
    ("de", "Der Bürgermeister wurde vom Gouverneur entlassen.", "lay-off", "official-state", "+"),
    ("de", "Der Häftling wurde am Montag entlassen.", "free", "prisoner", "+"),
    ("en", "Before the vote, 200 people gathered in Lyon.", "attend", "person", "+"),
    ("en", "Two dozen schools closed because of the heat.", "close", "school", "+"),
    ("en", "The firm that owns the dam was insolvent, he said.", "own", None, "+"),
    ("en", "An audit found 17 flaws in the lift.", "exist", "defect", "+"),
    ("de", "Es gab im Keller keinen einzigen Mangel, sagte sie.", "exist", "defect", "-"),
    ("en", "The tram jumped the tracks on Monday.", "crash", None, "+"),
    ("de", "Der Bus kam von der Straße ab.", "crash", "bus", "+"),
    ("en", "The nurse had not been drinking, prosecutors said.", "drink", None, "-"),
    ("de", "Seit März klagten 34 Kinder über Husten.", "complain", "child", "+"),
    ("de", "Die Firma klagte gegen die Stadt.", "sue", None, "+"),
    ("de", "Zwei Spieler wurden gesperrt.", "suspend-person", "athlete", "+"),
    ("de", "Zwei Brücken wurden gesperrt.", "close-off", "bridge", "+"),
    ("de", "Die Sirenen seien ausgefallen, sagte er.", "malfunction", "system", "+"),
    ("en", "A farmer went on trial on Monday.", "try", None, "+"),
    ("en", "None of the doors had been locked, a guest said.", "be-locked", None, "-"),
    ("en", "A court heard that the clinic failed to report the deaths of two babies.", "~report", "dead", "-"),
    ("en", "Kos told a court that a second case, from May 2024, had come to light.", "be-known", "case", "+"),
    ("de", "Mehr als 300 Häuser wurden überflutet.", "flood", "house", "+"),
    ("de", "Der Fall wurde bekannt.", "be-known", None, "+"),
    ("en", "The trial is expected to last six weeks.", "~last", None, "+"),
    ("en", "Two envoys are to meet in Bern on Friday.", "meet", "official", "+"),
    ("en", "The plant met its target.", "fulfil", None, "+"),
    ("en", "The ruling was based on three letters.", "rest-on", None, "+"),
    ("en", "No train was passing at the time.", "pass-by", "train", "-"),
    ("de", "Der Keim war im Mai in einer Klinik aufgetreten.", "appear-illness", "germ", "+"),
    ("en", "The rebels took Goma in May.", "capture", None, "+"),
    ("en", "The junta says it retook Kyaukme.", "capture", None, "+"),
]


@pytest.mark.parametrize(("lang", "text", "predicate", "thing", "polarity"), SENSES)
def test_sense_is_read(lang: str, text: str, predicate: str, thing: str | None, polarity: str) -> None:
    article = read_document(text.encode(), "text")
    claims = read_claims(replace(article, lang=lang, published_on=datetime(2025, 3, 4, tzinfo=UTC)), "text", "text")
    reading = claims[0].reading
    told = [term.key if term is not None else None for term in (reading.predicate, reading.thing)]
    assert told == [predicate, thing if thing is not None else told[1]]
    assert reading.polarity == polarity


def test_office_in_capitals_is_no_part_of_a_name() -> None:
    article = read_document(b"Mayor Klara Henning resigned on Monday. Henning was not fired.", "text")
    claims = read_claims(replace(article, lang="en", published_on=datetime(2025, 3, 4, tzinfo=UTC)), "text", "text")
    parties = {a.key for c in claims for a in (c.reading.agent, c.reading.patient) if a is not None}
    assert parties == {"~klara henning"}


def test_town_the_tagger_does_not_know_is_a_name() -> None:
    article = read_document(b"The road to Tarsun was closed on Monday.", "text")
    claims = read_claims(replace(article, lang="en", published_on=datetime(2025, 3, 4, tzinfo=UTC)), "text", "text")
    assert claims[0].reading.names == ("tarsun",)
