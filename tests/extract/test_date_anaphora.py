"""Times counted from one told before, times that open a sentence, and one-word units, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.domain.enums import TimeBasis
from verifier.extract.dates import dates_in
from verifier.services.ingest_documents import Hints, extract_claims, read_article

PUBLISHED = date(2024, 11, 12)  # a Tuesday


def _times(text: str) -> dict[str, tuple[str, str] | None]:
    """The event time of each counted claim by the words of its number: its days, None where it is unknown."""
    found: dict[str, tuple[str, str] | None] = {}
    for claim in extract_claims(read_article(text.encode(), "text.md", Hints(published=PUBLISHED))):
        quantity, time = claim.reading.quantity, claim.reading.time
        if quantity is None:
            continue
        start, end = (time.start, time.end) if time is not None else (None, None)
        found[quantity.surface] = (f"{start:%m-%d}", f"{end:%m-%d}") if start and end else None
    return found


@pytest.mark.parametrize(
    ("text", "number", "days"),
    [
        ("Nine miners died on 4 May. Two days later 14 more were killed.", "14", ("05-06", "05-07")),
        ("Nine miners died on 4 May. The day before, 14 had been injured.", "14", ("05-03", "05-04")),
        ("A quake killed nine people on 20 May. A week earlier 14 had died.", "14", ("05-10", "05-17")),
        ("Floods hit Brenn in May 2019. Nine people were killed then.", "Nine", ("05-01", "06-01")),
        ("Neun Bergleute starben am 4. Mai. Tags darauf starben 14 weitere.", "14", ("05-05", "05-06")),
        ("Neun Bergleute starben am 4. Mai. Am Vortag waren 14 verletzt worden.", "14", ("05-03", "05-04")),
        ("Im Mai 2019 traf eine Flut Brenn. Damals starben neun Menschen.", "neun", ("05-01", "06-01")),
        ("Neun Bergleute starben am 4. Mai. Zwei Tage später starben 14.", "14", ("05-06", "05-07")),
    ],
)
def test_a_time_counts_from_the_one_told_before(text: str, number: str, days: tuple[str, str]) -> None:
    assert _times(text)[number] == days


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nine miners died in 2019. A week later 14 more were killed.", "14"),
        ("Two days later 14 miners were killed.", "14"),
        ("Neun Bergleute starben 2019. Am Folgetag starben 14 weitere.", "14"),
        ("Am Samstag davor waren 14 Menschen gestorben.", "14"),
        ("Am zweiten Samstag starben 14 Menschen.", "14"),
        ("Im Sommer davor starben 14 Menschen.", "14"),
        ("The summer before, 14 people had died.", "14"),
        ("On the Saturday before, 14 people had died.", "14"),
        ("On the second Saturday 14 people died.", "14"),
    ],
)
def test_it_stays_open_where_no_day_was_told(text: str, number: str) -> None:
    assert _times(text)[number] is None


def test_what_is_concluded_says_so() -> None:
    text = "Nine miners died on 4 May. Two days later 14 more were killed."
    claims = extract_claims(read_article(text.encode(), "text.md", Hints(published=PUBLISHED)))
    bases = [claim.reading.time.basis for claim in claims if claim.reading.time is not None]
    assert bases == [TimeBasis.DATELINE, TimeBasis.INFERRED]


@pytest.mark.parametrize(
    ("text", "number", "days"),
    [
        ("In February the army claimed to have shot down 300 drones.", "300", ("02-01", "03-01")),
        ("In the previous week, the union reported 40 walkouts.", "40", ("11-04", "11-11")),
        ("Im Februar meldete die Armee den Abschuss von 300 Drohnen.", "300", ("02-01", "03-01")),
        ("In 2009 a ferry sank off Lindholm and 31 people were killed.", "31", ("01-01", "01-01")),
    ],
)
def test_a_time_that_opens_the_sentence_holds_for_what_is_told_in_it(
    text: str, number: str, days: tuple[str, str]
) -> None:
    assert _times(text)[number] == days


def test_the_day_of_saying_is_not_the_day_of_the_event() -> None:
    assert _times("On Monday the army said that 300 drones had been shot down in May.")["300"] == ("05-01", "06-01")
    assert _times("On Monday the army said that 300 drones had been shot down.")["300"] is None


@pytest.mark.parametrize(
    ("lang", "text", "surface", "start", "end"),
    [
        ("en", "Sales fell in the first quarter.", "first quarter", "2024-01-01", "2024-04-01"),
        ("en", "Sales will rise in the first quarter.", "first quarter", "2025-01-01", "2025-04-01"),
        ("en", "Sales fell in mid-April.", "mid-April", "2024-04-11", "2024-04-21"),
        ("en", "It rained on 3 and 4 May.", "3 and 4 May", "2024-05-03", "2024-05-05"),
        ("en", "On the night of 13 to 14 May it rained.", "night of 13 to 14 May", "2024-05-13", "2024-05-15"),
        ("de", "Der Absatz sank im ersten Quartal.", "ersten Quartal", "2024-01-01", "2024-04-01"),
        ("de", "Im Vorjahr sank der Absatz.", "Vorjahr", "2023-01-01", "2024-01-01"),
        ("de", "In der Vorwoche sank der Absatz.", "Vorwoche", "2024-11-04", "2024-11-11"),
        ("de", "Seit Jahresbeginn sank der Absatz.", "Seit Jahresbeginn", "2024-01-01", "2024-11-13"),
        ("de", "Am 3. und 4. Mai regnete es.", "3. und 4. Mai", "2024-05-03", "2024-05-05"),
        ("de", "Zwischen dem 1. und 10. Mai regnete es.", "1. und 10. Mai", "2024-05-01", "2024-05-11"),
        ("de", "Von Januar bis März regnete es.", "Von Januar bis März", "2024-01-01", "2024-04-01"),
        (
            "de", "In der Nacht vom 13. auf den 14. Mai regnete es.", "Nacht vom 13. auf den 14. Mai",
            "2024-05-13", "2024-05-15",
        ),
    ],
)  # fmt: skip
def test_ranges_quarters_and_units_in_one_word(lang: str, text: str, surface: str, start: str, end: str) -> None:
    [mention] = dates_in(text, lang, PUBLISHED)
    line = mention.as_json()
    assert (line["surface"], line["from"], line["to"]) == (surface, start, end)


@pytest.mark.parametrize("text", ["Then the minister left.", "The minister paused, then spoke of nine drones."])
def test_then_is_no_time_where_it_only_continues(text: str) -> None:
    assert dates_in(text, "en", PUBLISHED) == []
