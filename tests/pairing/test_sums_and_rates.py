"""Sums that are told of two things, and rates of a country that only one side names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.pairing.reading import claims_of
from verifier.domain.claim import Claim
from verifier.pairing.ladder import compare_claims


def _figures(lang: str, text: str, name: str) -> list[Claim]:
    claims = claims_of(text, lang, name, datetime(2024, 3, 4, tzinfo=UTC), outlet=name)
    return [c for c in claims if c.reading.quantity is not None]


@pytest.mark.parametrize(
    ("lang", "text", "relation"),
    [
        (
            "en",
            "The bridge cost 5 million euros, the mayor said. The bridge cost 9 million, the union said.",
            "DISPUTES",
        ),
        ("en", "The land was sold for 3 million euros, the bank said. It cost 5 million, the union said.", "DISPUTES"),
        ("en", "The bridge cost 5 million euros, the mayor said. The tunnel cost 9 million, the union said.", "other"),
        ("en", "The school cost 5 million euros, the mayor said. The road cost 9 million, the union said.", "other"),
        (
            "de",
            "Die Brücke kostet laut Rathaus 5 Millionen Euro. Der Tunnel kostet laut FDP 9 Millionen Euro.",
            "other",
        ),
        ("de", "Die Schule kostet laut Rathaus 5 Millionen Euro. Die Busse kosten laut FDP 9 Millionen Euro.", "other"),
        (
            "de",
            "Die Brücke kostet laut Rathaus 5 Millionen Euro. Die Brücke kostet laut FDP 9 Millionen Euro.",
            "DISPUTES",
        ),
    ],
)
def test_sums_for_things_of_unlike_kinds_do_not_compete(lang: str, text: str, relation: str) -> None:
    left, right = _figures(lang, text, "one")
    found = compare_claims(left, right)
    assert found.relation == (relation if relation != "other" else "DIFFERENT_SCOPE")


EMPLOYERS = "The employers said the unemployment rate in Germany was 5.2 percent in February."


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("Die Arbeitslosenquote lag im Februar laut Bundesagentur bei 6,1 Prozent.", EMPLOYERS, "DISPUTES"),
        ("Die Arbeitslosenquote lag im Februar laut Statistischem Bundesamt bei 6,1 Prozent.", EMPLOYERS, "DISPUTES"),
        ("In Bayern lag die Arbeitslosenquote im Februar laut Bundesagentur bei 3,1 Prozent.", EMPLOYERS, "REFINES"),
        ("Die Arbeitslosenquote lag im Februar laut Gewerkschaft bei 6,1 Prozent.", EMPLOYERS, "UNDETERMINED"),
        (
            "Die Arbeitslosenquote lag im Februar laut Bundesagentur bei 6,1 Prozent.",
            EMPLOYERS.replace("Germany", "Austria"),
            "UNDETERMINED",
        ),
    ],
)
def test_an_office_of_the_country_speaks_of_the_whole_country(first: str, second: str, relation: str) -> None:
    left, right = _figures("de", first, "one")[0], _figures("en", second, "two")[0]
    assert compare_claims(left, right).relation == relation


SUMS = {
    "en": ("The mill in Varno made a {} of {} million euros in 2023, ", "the owner said.", "the union said."),
    "de": ("Die Mühle in Varno machte 2023 einen {} von {} Millionen Euro, ", "sagte der Wirt.", "sagte der Verband."),
}


@pytest.mark.parametrize(
    ("lang", "left", "right", "relation"),
    [
        ("en", "net profit", "gross profit", "UNDETERMINED"),
        ("en", "profit", "profit", "DISPUTES"),
        ("en", "net profit", "net profit", "DISPUTES"),
        ("de", "Nettogewinn", "Bruttogewinn", "UNDETERMINED"),
        ("de", "Gewinn", "Gewinn", "DISPUTES"),
    ],
)
def test_net_and_gross_do_not_compete(lang: str, left: str, right: str, relation: str) -> None:
    sentence, owner, union = SUMS[lang]
    one = _figures(lang, sentence.format(left, 40) + owner, "one")[0]
    two = _figures(lang, sentence.format(right, 90) + union, "two")[0]
    assert compare_claims(one, two).relation == relation
