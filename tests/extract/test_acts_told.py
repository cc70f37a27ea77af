"""Acts told by a noun: what a campaign that reaches people does to them, and defeat that is conceded."""

from __future__ import annotations

import pytest

from verifier.domain.claim import Claim
from verifier.services.ingest_documents import Hints, extract_claims, read_article


def _claims(lang: str, text: str) -> list[Claim]:
    return extract_claims(read_article(text.encode(), "text.md", Hints(lang=lang)))


@pytest.mark.parametrize(
    ("lang", "text", "predicate"),
    [
        ("en", "The vaccination campaign reached 15,000 people in Leipzig.", "vaccinate"),
        ("en", "The vaccination drive covered 9,000 children.", "vaccinate"),
        ("en", "The evacuation reached 300 residents.", "evacuate"),
        ("de", "Die Impfkampagne erreichte 15.000 Menschen in Leipzig.", "vaccinate"),
        ("de", "Die Evakuierung erreichte 300 Bewohner.", "evacuate"),
        ("en", "The boat reached 300 people on the island.", "arrive"),
        ("en", "The flood reached 300 houses.", "flood"),
        ("en", "The number of vaccinations reached 4,000.", "amount"),
        ("en", "The vaccination campaign reached 40 villages.", "amount"),
        ("de", "Der Zug erreichte Leipzig mit 300 Menschen.", "arrive"),
    ],
)
def test_what_reaches_people_is_done_to_them(lang: str, text: str, predicate: str) -> None:
    assert [c.reading.predicate.key for c in _claims(lang, text) if c.reading.predicate] == [predicate]


@pytest.mark.parametrize(
    ("lang", "text", "polarity"),
    [
        ("en", "The mayor conceded defeat on Monday, the commission said.", "+"),
        ("en", "Ana Ruiz admitted defeat, her party said.", "+"),
        ("en", "A spokesman said the mayor had not conceded defeat.", "-"),
        ("en", "The candidate acknowledged her defeat, the commission said.", "+"),
        ("de", "Der Bürgermeister hat seine Niederlage am Montag eingeräumt, sagte die Ministerin.", "+"),
        ("de", "Der Kandidat sagte, er habe seine Niederlage nicht eingeräumt.", "-"),
        ("de", "Die Kandidatin gestand ihre Niederlage ein, teilte die Partei mit.", "+"),
    ],
)
def test_conceding_defeat_is_an_act(lang: str, text: str, polarity: str) -> None:
    told = [c.reading for c in _claims(lang, text) if c.reading.predicate is not None]
    assert [r.predicate.key for r in told if r.predicate] == ["concede-defeat"]
    assert told[0].polarity == polarity
    assert told[0].thing is not None
    assert told[0].thing.key == "defeat"


@pytest.mark.parametrize(
    ("lang", "text", "predicate"),
    [
        ("en", "The mayor admitted that 12 people had died.", "die"),
        ("en", "The army conceded the loss of 12 tanks.", "lose-forces"),
        ("de", "Der Sprecher räumte ein, dass zwölf Menschen starben.", "die"),
    ],
)
def test_what_is_conceded_else_is_told(lang: str, text: str, predicate: str) -> None:
    told = [c.reading for c in _claims(lang, text) if c.reading.predicate is not None]
    assert [r.predicate.key for r in told if r.predicate] == [predicate]
    assert told[0].claimant is not None


# What "without" takes away did not happen; a colon parts "no" from the verb behind it.
@pytest.mark.parametrize(
    ("lang", "text", "words", "polarity"),
    [
        ("en", "The hall burned down without anybody losing their life.", "losing", "-"),
        ("en", "The driver left without paying 40 euros.", "paying", "-"),
        ("de", "Der Fahrer fuhr davon, ohne 40 Euro zu zahlen.", "zahlen", "-"),
        ("de", "Die Halle brannte ab, ohne dass jemand starb.", "starb", "-"),
        ("de", "Ohne Strom saßen 400 Menschen in Ulm fest.", "400", "+"),
        ("de", "Kein Bewerber in Sicht: Ein Dorf sucht einen Bürgermeister", "Bürgermeister", "+"),
    ],
)
def test_what_did_not_happen(lang: str, text: str, words: str, polarity: str) -> None:
    assert next(c.reading.polarity for c in _claims(lang, text) if words in c.quote) == polarity
