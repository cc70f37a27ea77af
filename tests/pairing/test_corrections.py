"""A source that corrects its own figure need not tell again of what; the figures of others it disputes by that."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.pairing.reading import claims_of, figure_of
from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.pairing.ladder import compare_claims


def _figure(lang: str, text: str, day: int) -> Claim:
    name = f"{lang} {day}"
    return figure_of(claims_of(text, lang, name, datetime(2025, 3, day, tzinfo=UTC), outlet=name))


def _judged(lang: str, first: str, second: str) -> Comparison:
    """Figures of two texts, the second two days later."""
    return compare_claims(_figure(lang, first, 18), _figure(lang, second, 20))


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        (
            "en",
            "A blast in Zelmov injured 40 people on Monday, police said.",
            "Police in Zelmov lowered the number of injured to 31.",
        ),
        (
            "en",
            "Monday's quake in Zelmov killed 12 people, the governor said.",
            "The governor of Zelmov corrected the number of dead to nine.",
        ),
        (
            "en",
            "Turnout in Zelmov was 61 percent, the election commission said.",
            "The election commission in Zelmov lowered its figure for turnout to 56 percent.",
        ),
        (
            "en",
            "About 9,000 people marched in Zelmov on Saturday, police said.",
            "Police in Zelmov raised their estimate of the crowd at Saturday's march to 13,000.",
        ),
        (
            "en",
            "In Zelmov 14 people were injured on Monday, the hospital said.",
            "The hospital in Zelmov revised the number of injured to 26 on Wednesday.",
        ),
        (
            "de",
            "Bei der Explosion in Zelmov wurden am Montag nach Angaben der Polizei 40 Menschen verletzt.",
            "Die Polizei in Zelmov berichtigte die Zahl der Verletzten auf 31.",
        ),
        (
            "de",
            "In Zelmov erkrankten am Montag 26 Kinder, teilte die Klinik mit.",
            "Die Klinik in Zelmov korrigierte die Zahl der erkrankten Kinder auf 23.",
        ),
        (
            "de",
            "Die Wahlbeteiligung in Zelmov lag laut Wahlkommission bei 61 Prozent.",
            "Die Wahlkommission in Zelmov korrigierte die Wahlbeteiligung auf 56 Prozent.",
        ),
        (
            "de",
            "In Zelmov demonstrierten am Samstag nach Polizeiangaben 9.000 Menschen.",
            "Die Polizei in Zelmov hob ihre Schätzung der Teilnehmerzahl auf 13.000 an.",
        ),
        (
            "de",
            "In Zelmov starben nach Angaben der Feuerwehr am Montag zwölf Menschen.",
            "Die Feuerwehr in Zelmov revidierte die Zahl der Toten am Mittwoch auf neun.",
        ),
        (
            "en",
            "The coast guard said 118 people had been rescued off Zelmov on Monday.",
            "On Thursday the coast guard in Zelmov lowered the number of rescued to 109.",
        ),
        (
            "en",
            "Customs officers in Zelmov seized 80 kilograms of cocaine on Monday, the customs office said.",
            "The customs office corrected the amount of drugs seized in Zelmov to 62 kilograms on Friday.",
        ),
        (
            "en",
            "A fire in Zelmov killed six children, police said.",
            "Police in Zelmov revised the death toll down to four on Wednesday.",
        ),
        (
            "de",
            "Die Polizei in Zelmov nahm nach eigenen Angaben am Sonntag 52 Menschen fest.",
            "Die Polizei in Zelmov korrigierte die Zahl der Festgenommenen am Donnerstag auf 41.",
        ),
        (
            "de",
            "In Zelmov starben am Montag sechs Kinder, teilte die Polizei mit.",
            "Die Polizei in Zelmov korrigierte die Zahl der Todesopfer am Mittwoch auf vier.",
        ),
        (
            "en",
            "The fire service said 118 people had been rescued in Zelmov on Monday.",
            "A man was arrested in Zelmov on Thursday. The fire service lowered the number of rescued to 109.",
        ),
    ],
)
def test_a_source_revises_its_own_figure(lang: str, first: str, second: str) -> None:
    assert _judged(lang, first, second).relation == "REVISES"


@pytest.mark.parametrize(
    ("lang", "first", "second", "relation"),
    [
        (
            "en",
            "Police said 40 people were injured in Zelmov on Monday.",
            "Police in Zelmov lowered the number of injured in Tuesday's blast to 31.",
            "DIFFERENT_SCOPE",
        ),
        (
            "en",
            "Police said 40 people were injured in Zelmov in 2019.",
            "Police in Zelmov lowered the number of injured to 31.",
            "UNDETERMINED",
        ),
        (
            "en",
            "Police said 40 people were injured in Varno on Monday.",
            "Police in Zelmov lowered the number of injured to 31.",
            "DIFFERENT_SCOPE",
        ),
        (
            "en",
            "The governor of Zelmov said 40 people were injured on Monday.",
            "Police in Zelmov lowered the number of injured to 31.",
            "DISPUTES",
        ),
        (
            "de",
            "Die Polizei in Zelmov meldete am Montag 40 Tote.",
            "Die Polizei in Zelmov berichtigte die Zahl der Verletzten auf 31.",
            "DIFFERENT_SCOPE",
        ),
        (
            "de",
            "In Zelmov demonstrierten am Samstag laut Gewerkschaft 9.000 Menschen.",
            "Die Polizei korrigierte ihre Schätzung der Teilnehmerzahl auf 6.000.",
            "UNDETERMINED",
        ),
        (
            "en",
            "A fire in Zelmov killed six children, police said.",
            "Police in Zelmov raised the death toll to nine on Wednesday.",
            "REFINES",
        ),
        (
            "de",
            "In Zelmov wurden am Dienstag 118 Menschen gerettet, teilte die Küstenwache mit.",
            "Die Küstenwache korrigierte die Zahl der Vermissten in Zelmov auf neun.",
            "DIFFERENT_SCOPE",
        ),
        (
            "de",
            "Bereits im Januar waren in Zelmov 90 Menschen verletzt worden, teilte die Feuerwehr mit.",
            "Die Polizei in Zelmov korrigierte die Zahl der Verletzten auf 31.",
            "UNDETERMINED",
        ),
        (
            "en",
            "Police said they had arrested 107 people in Zelmov on Sunday.",
            "The ombudsman raised the police figure for Sunday's arrests in Zelmov to 188.",
            "DISPUTES",
        ),
    ],
)
def test_figures_of_others_and_of_other_events_are_not_taken_back(
    lang: str, first: str, second: str, relation: str
) -> None:
    assert _judged(lang, first, second).relation == relation
