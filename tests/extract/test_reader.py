"""What a whole text is read into, one table a slot; what is not told stays unknown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.domain.claim import Claim
from verifier.extract.reader import read_claims
from verifier.ingest import read_document

EN_DE = ["en", "de"]


def claims_of(text: str, lang: str) -> list[Claim]:
    return read_claims(read_document(text.encode(), "text.txt", lang=lang), "document", "snapshot")


def only(text: str, lang: str) -> Claim:
    (claim,) = claims_of(text, lang)
    return claim


CLAIMANTS = [
    ("en", "Nineteen cyclists were injured in Utrecht, the fire brigade said.", "the fire brigade"),
    ("en", "According to the coast guard, 300 families lost their homes.", "the coast guard"),
    ("en", "Nineteen cyclists were injured in Utrecht.", None),
    ("de", "Die Feuerwehr teilte mit, in Kassel seien 19 Radfahrer verletzt worden.", "Die Feuerwehr"),
    ("de", "In Kassel wurden 19 Radfahrer verletzt.", None),
]


@pytest.mark.parametrize(("lang", "text", "name"), CLAIMANTS)
def test_claimant(lang: str, text: str, name: str | None) -> None:
    claimant = only(text, lang).reading.claimant
    assert (claimant.name if claimant else None) == name


POLARITIES = [
    ("en", "The bridge was closed on Friday, the council said.", "+"),
    ("en", "The council denied that the bridge had been closed.", "-"),
    ("en", "The council denied reports that the bridge had been closed.", "-"),
    ("en", "The council confirmed reports that the bridge had been closed.", "+"),
    ("en", "There was never an explosion, the council said.", "-"),
    ("de", "Die Brücke sei gesperrt worden, sagte die Bürgermeisterin.", "+"),
    ("de", "Die Brücke sei keineswegs gesperrt worden, sagte die Bürgermeisterin.", "-"),
    ("de", "Die Bürgermeisterin bestritt, dass die Brücke gesperrt worden sei.", "-"),
]


@pytest.mark.parametrize(("lang", "text", "polarity"), POLARITIES)
def test_polarity(lang: str, text: str, polarity: str) -> None:
    assert only(text, lang).reading.polarity.value == polarity


# What "neither" and "nor" join is denied on both sides; "noch" alone is "still".
@pytest.mark.parametrize(
    ("lang", "text", "polarities"),
    [
        ("en", "The bridge was neither closed nor damaged, the mayor said.", {"-"}),
        ("de", "Die Brücke sei weder gesperrt noch beschädigt worden, sagte die Bürgermeisterin.", {"-"}),
        ("de", "Die Brücke werde noch gesperrt, sagte die Bürgermeisterin.", {"+"}),
    ],
)
def test_neither_nor(lang: str, text: str, polarities: set[str]) -> None:
    assert {claim.reading.polarity.value for claim in claims_of(text, lang)} == polarities


MODALITIES = [
    ("en", "The council said 40 trees were planted.", "actual"),
    ("en", "The council wants to plant 40 trees next year.", "goal"),
    ("de", "Die Stadt will im nächsten Jahr 40 Bäume pflanzen.", "goal"),
]


@pytest.mark.parametrize(("lang", "text", "modality"), MODALITIES)
def test_modality(lang: str, text: str, modality: str) -> None:
    assert only(text, lang).reading.modality.value == modality


UNKNOWN = [
    ("en", "By Monday 12 people had been killed.", ("agent",)),
    ("en", "By Saturday the number of people hurt had risen to six.", ("agent",)),
    ("en", "Nineteen cyclists were injured, the fire brigade said.", ("agent", "place", "time", "stated_on")),
    ("de", "19 Radfahrer wurden verletzt, sagte die Feuerwehr.", ("agent", "place", "time", "stated_on")),
]


@pytest.mark.parametrize(("lang", "text", "slots"), UNKNOWN)
def test_what_is_not_told_stays_unknown(lang: str, text: str, slots: tuple[str, ...]) -> None:
    reading = only(text, lang).reading
    assert {slot: getattr(reading, slot) for slot in slots} == dict.fromkeys(slots)


PLACES = [
    ("en", "Nineteen cyclists were injured in Utrecht.", "Utrecht"),
    ("de", "In Kassel wurden 19 Radfahrer verletzt.", "Kassel"),
]


@pytest.mark.parametrize(("lang", "text", "place"), PLACES)
def test_place(lang: str, text: str, place: str) -> None:
    found = only(text, lang).reading.place
    assert found is not None
    assert found.name == place


PIECES = st.sampled_from(
    [
        "Nineteen people were hurt in Utrecht", "the mayor said", "Nach Angaben der Polizei",
        "wurden 1.200 Menschen verletzt",
        "„Wir zählten 14 Boote“", "“We saw five boats,”", "she denied that", "on 3 March 2024", "am Montag",
        "50\u00a0000",
        "🔥", "🇩🇪", "e\u0301", "\u202e", ",", ".", ":", "—", "\r\n", "\n\n", "\u00a0", "'", "\"", "’", "(", ")", "%",
        "$5m",
    ]
)  # fmt: skip


AGENTS = [
    ("de", "Im Mai belieferte Kanada Japan mit 200 Waggons.", "canada"),
    ("de", "Die Behörde sagte, am Montag habe Polen Ungarn 40 Busse geliefert.", "poland"),
    ("de", "Die Behörde sagte, dass Kanada Japan mit 200 Waggons beliefert habe.", "canada"),
    ("de", "Im Mai Kanada lieferte Japan 200 Waggons.", "canada"),
]


@pytest.mark.parametrize(("lang", "text", "agent"), AGENTS)
def test_two_states_side_by_side_are_two_parties(lang: str, text: str, agent: str) -> None:
    found = only(text, lang).reading.agent
    assert found is not None
    assert found.key == agent


@pytest.mark.parametrize("lang", EN_DE)
@settings(max_examples=40, deadline=None)
@given(pieces=st.lists(PIECES, min_size=1, max_size=14))
def test_every_quote_is_the_text_at_its_span(lang: str, pieces: list[str]) -> None:
    article = read_document(("Report. " + " ".join(pieces)).encode(), "text.txt", lang=lang)
    for claim in read_claims(article, "document", "snapshot"):
        assert claim.quote == article.text[claim.span.start : claim.span.end] != ""
        for quantity in claim.reading.quantities:
            assert quantity.surface == article.text[quantity.span.start : quantity.span.end]
