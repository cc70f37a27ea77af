"""Who speaks: an office's town is neither its holder nor the namesake that the reference data knows."""

from __future__ import annotations

import pytest

from verifier.services.ingest_documents import Hints, extract_claims, read_article


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "The mayor of Lauterbach, Ida Kern, said the bridge was closed.", "Ida Kern"),
        ("en", "The mayor of Lauterbach said the bridge was closed.", "The mayor of Lauterbach"),
        ("en", "The governor of Paris, Tom Hall, said the bridge was closed.", "Tom Hall"),
        ("en", "The head of the clinic in Sulina, Ana Ruiz, said the ward was closed.", "Ana Ruiz"),
        ("en", "The party of Angela Merkel said the office was closed.", "The party of Angela Merkel"),
        ("en", "Health minister Lauterbach said the clinic was closed.", "Karl Lauterbach"),
        ("de", "Die Bürgermeisterin von Lauterbach, Ida Kern, sagte, die Brücke sei gesperrt.", "Ida Kern"),
        ("de", "Der Bürgermeister von Lauterbach sagte, die Brücke sei gesperrt.", "Der Bürgermeister von Lauterbach"),
        ("de", "Gesundheitsminister Lauterbach sagte, die Klinik sei gesperrt.", "Karl Lauterbach"),
    ],
)  # fmt: skip
def test_the_town_of_an_office_is_not_its_holder(lang: str, text: str, name: str) -> None:
    (claim,) = extract_claims(read_article(text.encode(), "text.md", Hints(lang=lang)))
    assert claim.reading.claimant is not None
    assert claim.reading.claimant.name == name
