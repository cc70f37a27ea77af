"""Who speaks in German: "nach eigenen Angaben" is the subject; offices of a district take no side of the moment."""

from __future__ import annotations

import pytest

from verifier.extract.reader import read_claims
from verifier.ingest import read_document

CLAIMANTS = [
    ("Die Veranstalter sprachen von 25.000 Teilnehmern. Die Polizei nahm nach eigenen Angaben zwölf Personen fest.",
     "zwölf", "police"),
    ("Der Bürgermeister bestätigte das. Eigenen Angaben zufolge entlässt der Zulieferer Brose 700 Beschäftigte.",
     "700", "~brose"),
    ("Die Regierung lehnt das ab. Der Verband, der nach eigenen Angaben 5000 Ärzte vertritt, warnte davor.",
     "5000", "~verband"),
    ("Russland wies das zurück. Die ukrainische Armee hat nach eigenen Angaben 14 Drohnen abgeschossen.",
     "14", "ukraine:armed-forces"),
    ("Die Polizei bestätigte das. Zwölf Personen wurden nach Angaben der Feuerwehr verletzt.", "Zwölf", "fire-brigade"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "claimant"), CLAIMANTS)
def test_claimant(text: str, number: str, claimant: str) -> None:
    claims = read_claims(read_document(text.encode(), "text.txt", lang="de"), "document", "snapshot")
    (found,) = (c for c in claims if c.reading.quantity is not None and c.reading.quantity.surface == number)
    assert found.root_key == claimant


# Prosecutors, police and courts belong to the state that spoke before only where the text tells of no other.
OFFICES = [
    ("Deutschland wirft Moskau den Mord vor. Moskau wies das zurück. Die Staatsanwaltschaft widersprach dieser "
     "Darstellung.", "prosecutors"),
    ("Moskau wies den Bericht zurück. Die Staatsanwaltschaft teilte mit, der Mann sei frei.", "russia:prosecutors"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claimant"), OFFICES)
def test_office(text: str, claimant: str) -> None:
    claims = read_claims(read_document(text.encode(), "text.txt", lang="de"), "document", "snapshot")
    assert claims[-1].root_key == claimant


def test_who_contradicts_a_denial_says_it_was_so() -> None:
    text = (
        "Berlin wirft Moskau den Mord vor. Moskau wies das zurück. Die Staatsanwaltschaft widersprach dieser Aussage."
    )
    claims = read_claims(read_document(text.encode(), "text.txt", lang="de"), "document", "snapshot")
    assert claims[-1].reading.polarity.value == "+"
