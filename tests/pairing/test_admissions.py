"""Who concedes a thing or says it in place of a former account, and who only says it."""

from __future__ import annotations

import pytest

from verifier.extract.reader import read_claims
from verifier.ingest import read_document
from verifier.pairing.sides import Side


def _admitted(text: str) -> set[str]:
    claims = read_claims(read_document(text.encode(), "text.md"), "text", "text")
    return {claim.quote for claim in claims if Side(claim).admits}


@pytest.mark.parametrize(
    ("text", "admitted"),
    [
        (
            "Police in Brela conceded on Thursday that the flat had been searched at night.",
            {"the flat had been searched at night"},
        ),
        ("The company admitted the leak had begun in March.", {"the leak had begun in March"}),
        ("The army now says its drone hit the school.", {"its drone hit the school"}),
        (
            "Contrary to its earlier statement, the army said its drone had hit the school.",
            {"its drone had hit the school"},
        ),
        ("The ministry backed down and said the files had been deleted.", {"the files had been deleted"}),
        ("The company said the leak had begun in March.", set()),
        ("The union conceded defeat, while police said that 12 people were arrested.", set()),
        ("The minister has not admitted that the files were deleted.", set()),
        (
            "Die Polizei in Kassel räumte am Donnerstag ein, dass die Tür in der Nacht offen stand.",
            {"die Tür in der Nacht offen stand"},
        ),
        ("Der Konzern gab zu, dass das Leck schon im März begann.", {"das Leck schon im März begann"}),
        ("Das Ministerium bestätigte nun doch, dass die Akten gelöscht wurden.", {"die Akten gelöscht wurden"}),
        (
            "Entgegen früheren Angaben sei die Drohne abgestürzt, erklärte die Armee.",
            {"Entgegen früheren Angaben sei die Drohne abgestürzt"},
        ),
        ("Der Konzern teilte mit, dass das Leck schon im März begann.", set()),
        (
            "Während die Stadt einräumte, dass der Damm leckte, sagte der Bauherr, die Pumpen seien gelaufen.",
            {"der Damm leckte"},
        ),
        ("Der Minister wollte nicht einräumen, dass die Akten gelöscht wurden.", set()),
    ],
)
def test_only_who_leaves_a_former_account_admits(text: str, admitted: set[str]) -> None:
    assert _admitted(text) == admitted
