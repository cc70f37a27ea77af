"""What is a claim though no listed event is in it: bare statements and acts of speaking; and what is none."""

from __future__ import annotations

import pytest

from verifier.domain.claim import Claim
from verifier.domain.enums import ClaimKind
from verifier.services.ingest_documents import Hints, extract_claims, read_article


def _claims(lang: str, text: str) -> list[Claim]:
    return extract_claims(read_article(text.encode(), "text.md", Hints(lang=lang)))


def _told(lang: str, text: str) -> list[tuple[str, str | None]]:
    """The words of every claim and who makes it, None where the text itself does."""
    return [(c.quote, c.reading.chain[0].actor.name if c.reading.chain else None) for c in _claims(lang, text)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Her rival telephoned her at midnight."),
        ("en", "The log lists no visit since March."),
        ("en", "The ferry is still afloat."),
        ("en", "Only two stuffed owls had remained in the showcases."),
        ("en", "The union called for higher wages."),
        ("de", "Das Wetter war gut."),
        ("de", "Sie gratulierte dem Sieger am Abend."),
        ("de", "Der Fahrer ist flüchtig."),
    ],
)
def test_a_main_clause_is_a_claim_of_the_text(lang: str, text: str) -> None:
    assert _told(lang, text) == [(text.rstrip("."), None)]


# The words of the only claim of a text: whole, and nothing of what only says who says it.
WHOLE = [
    ("de", "Sie sagte, dass der Zug schneller als erlaubt gefahren sei.", "der Zug schneller als erlaubt gefahren sei"),
    ("en", "A clerk said it ran faster than permitted when it fell.", "it ran faster than permitted when it fell"),
    ("de", "Drei Gäste wurden verletzt. Das teilte die Klinik am Montag mit.", "Drei Gäste wurden verletzt"),
    ("en", "A report by the ministry seen by the daily Der Kurier lists 17 defects.", "17 defects"),
    ("de", "Den Schaden schätzt das Land auf drei Millionen Euro.",
     "Den Schaden schätzt das Land auf drei Millionen Euro"),
    ("en", "Prosecutors said Jane Moss, 51, handed over the money.", "Jane Moss, 51, handed over the money"),
    ("en", "An officer said 18 clerks had been told to leave.", "18 clerks had been told to leave"),
    ("en", "Trams are expected to run again on Friday at the earliest.",
     "Trams are expected to run again on Friday at the earliest"),
    ("en", "As many as 300 guests left.", "As many as 300 guests left"),
    ("en", "Some 400 families have left, the United Nations estimates.", "Some 400 families have left"),
    ("de", "Nach dem Fund haben Eltern die Schließung verlangt.", "Nach dem Fund haben Eltern die Schließung verlangt"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "words"), WHOLE)
def test_words_of_a_claim_are_whole(lang: str, text: str, words: str) -> None:
    assert [quote for quote, _ in _told(lang, text)] == [words]


@pytest.mark.parametrize(
    ("lang", "text", "aboard"),
    [
        ("en", "A ferry with 310 people aboard capsized off Norderney.", "310 people aboard"),
        ("de", "Ein Regionalzug mit rund 140 Fahrgästen an Bord ist entgleist.", "rund 140 Fahrgästen an Bord"),
    ],
)
def test_who_was_in_a_vehicle_is_told_beside_what_became_of_it(lang: str, text: str, aboard: str) -> None:
    event, figure = _claims(lang, text)
    assert (event.quote, figure.quote) == (text.rstrip("."), aboard)
    told = [claim.reading.predicate.key for claim in (event, figure) if claim.reading.predicate is not None]
    assert told == ["crash", "be-aboard"]


def test_words_end_before_what_leads_to_the_next_claim() -> None:
    text = "It made a profit of £61 million in 2025, down from £74 million in 2024 with the loss of 20 jobs."
    assert [quote for quote, _ in _told("en", text)] == [
        "It made a profit of £61 million in 2025", "£74 million in 2024", "loss of 20 jobs",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "words", "source"),
    [
        ("en", "The mayor said the firm had offered to pay for the pump.",
         "the firm had offered to pay for the pump", "mayor"),
        ("en", "Tenants had complained about the noise for years, nurse Ida Holt said.",
         "Tenants had complained about the noise for years", "Ida Holt"),
        ("en", "Police said a test of both drivers showed nothing unusual.",
         "a test of both drivers showed nothing unusual", "Police"),
        ("en", "The envoy said that the offer was on the table in May.", "the offer was on the table in May", "envoy"),
        ("en", "No drill had been held on board, three of them said.", "No drill had been held on board", "three"),
        ("en", "The mission described men in dark jackets.", "men in dark jackets", "mission"),
        ("de", "Nach Angaben der Stadt hat der Verein die Halle nie beantragt.",
         "hat der Verein die Halle nie beantragt", "Stadt"),
        ("de", "Das Ministerium lehnte fremde Hilfe ab, wie ein Sprecher sagte.",
         "Das Ministerium lehnte fremde Hilfe ab", "Sprecher"),
        ("de", "Beim Amt war bis Mittwoch kein Brief eingegangen, so dessen Sprecherin.",
         "Beim Amt war bis Mittwoch kein Brief eingegangen", "Sprecherin"),
        ("de", "Frau Frei bestätigte, die Kosten mit dem Bauleiter besprochen zu haben.",
         "die Kosten mit dem Bauleiter besprochen zu haben", None),
    ],
)  # fmt: skip
def test_acts_of_speaking_are_claims_of_who_tells_of_them(lang: str, text: str, words: str, source: str | None) -> None:
    [(quote, teller)] = _told(lang, text)
    assert quote == words
    assert source is None or (teller is not None and source in teller)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "What will the council do about the bridge?"),
        ("en", "Stop the works now!"),
        ("en", "She nodded."),
        ("en", "It rained."),
        ("en", "Police said on Monday."),
        ("en", "The ministry did not respond to requests for comment."),
        ("en", "The spokesman did not say how many people were hurt."),
        ("en", "We reported on the case last week."),
        ("en", "He said he would think about it."),
        ("de", "Was wird der Rat mit der Brücke tun?"),
        ("de", "Sie nickte."),
        ("de", "Es regnete."),
        ("de", "Das Ministerium beantwortete eine Anfrage nicht."),
        ("de", "Wir berichteten in der vergangenen Woche über den Fall."),
        ("de", "Die Firma könnte ihr Werk nach Polen verlegen."),
    ],
)
def test_questions_wishes_and_silence_are_no_claims(lang: str, text: str) -> None:
    assert _told(lang, text) == []


def test_what_somebody_only_passes_on_is_told_once() -> None:
    [claim] = _claims("en", "Officials said witnesses reported two shots.")
    assert claim.quote == "two shots"


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", '"This is a disgrace," Kos said.', ClaimKind.OPINION),
        ("de", '"Das ist eine Frechheit", sagte Kos.', ClaimKind.OPINION),
        ("en", '"This is a bridge of steel," Kos said.', ClaimKind.QUOTE),
    ],
)
def test_a_verdict_is_an_opinion(lang: str, text: str, kind: ClaimKind) -> None:
    (claim,) = extract_claims(read_article(text.encode(), "text.md", Hints(lang=lang)))
    assert claim.reading.kind is kind
