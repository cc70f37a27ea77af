"""Two texts of one story set against each other: what updates, what disputes, and the look-alikes beside them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.pairing.reading import claims_of, figure_of
from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.domain.enums import Relation
from verifier.pairing.candidates import find_candidates
from verifier.pairing.keys import MATTER, key_rows
from verifier.pairing.ladder import compare_claims

MONDAY, WEDNESDAY, LATER = (datetime(2024, 5, day, tzinfo=UTC) for day in (6, 8, 10))


def _claims(text: str, name: str, lang: str, published: datetime) -> list[Claim]:
    return claims_of(text, lang, name, published, outlet=name)


def _judged(first: str, second: str, left: str, right: str, langs: str = "en en") -> Comparison:
    """The figures ``left`` of Monday's text and ``right`` of Wednesday's, compared."""
    one, other = langs.split()
    early, late = _claims(first, "first", one, MONDAY), _claims(second, "second", other, WEDNESDAY)
    return compare_claims(figure_of(early, left), figure_of(late, right))


# A later and higher count by whoever gave the first is an update, however each text names him.
@pytest.mark.parametrize(
    ("first", "second", "left", "right", "langs"),
    [
        (
            "A landslide hit Zelmov on Sunday. Three people died in Zelmov, governor Ana Ruiz said.",
            "Eight people died in Sunday's landslide in Zelmov, the governor said.",
            "Three", "Eight", "en en",
        ),
        (
            "A landslide hit Zelmov on Sunday. Three people died in Zelmov, governor Oleh Savchuk said.",
            "Bei dem Erdrutsch in Zelmov am Sonntag starben acht Menschen, sagte Gouverneur Oleh Sawtschuk.",
            "Three", "acht", "en de",
        ),
        (
            "Cholera has killed 12 people in Zelmov since April, Chad's health ministry said.",
            "Cholera has killed 31 people in Zelmov since April, the health ministry said.",
            "12", "31", "en en",
        ),
        (
            "Mindestens neun Menschen starben in Zelmov, wie der Zivilschutz am Montagmorgen mitteilte.",
            "In Zelmov starben 14 Menschen, so die jüngste Zählung des Zivilschutzes.",
            "neun", "14", "de de",
        ),
    ],
)  # fmt: skip
def test_a_growing_count_of_one_source_updates(first: str, second: str, left: str, right: str, langs: str) -> None:
    assert _judged(first, second, left, right, langs).relation == "UPDATES"


# What only one text of a story tells of place or time, or puts as a toll, holds for the other as well.
@pytest.mark.parametrize(
    ("first", "second", "left", "right", "langs"),
    [
        (
            "In Zelmov 14 people were injured in Sunday's blast, the mayor said.",
            "Sunday's blast shook Zelmov. The hospital counted 29 injured.",
            "14", "29", "en en",
        ),
        (
            "Police said 19 people were killed when a bus crashed in Zelmov on Sunday.",
            "The bus crashed in Zelmov on Sunday. The Red Cross put the toll at 27.",
            "19", "27", "en en",
        ),
        (
            "Die Polizei sprach von 19 Toten nach dem Busunglück in Zelmov am Sonntag.",
            "Das Rote Kreuz korrigierte die Opferzahl nach dem Busunglück in Zelmov am Sonntag auf 27.",
            "19", "27", "de de",
        ),
        (
            "The company said 300 tonnes of grain burned in the port of Zelmov on Sunday.",
            "Port workers said 900 tonnes of grain burned in Zelmov on Sunday.",
            "300", "900", "en en",
        ),
        (
            "More than 90,000 people filled the streets of Zelmov on Sunday to march against the tax, the organisers "
            "said.",
            "People marched in Zelmov on Sunday. The chief of police put attendance at 7,000.",
            "90,000", "7,000", "en en",
        ),
        (
            "The commission put turnout in Sunday's vote in Zelmov at 71 percent.",
            "Barely half of the voters took part in Sunday's vote in Zelmov, the opposition said.",
            "71", "half", "en en",
        ),
        (
            "Lorry ploughs into market in Zelmov, 11 dead.",
            "A lorry ploughed into the market in Zelmov on Sunday. Police said four people were killed.",
            "11", "four", "en en",
        ),
    ],
)  # fmt: skip
def test_two_sources_of_one_story_dispute(first: str, second: str, left: str, right: str, langs: str) -> None:
    assert _judged(first, second, left, right, langs).relation == "DISPUTES"


# Another day, another night, another town, a part, or a thing of another kind is no dispute.
@pytest.mark.parametrize(
    ("first", "second", "left", "right", "langs"),
    [
        (
            "The union counted 1,100 strikers in Zelmov.",
            "On Wednesday 700 workers went on strike in Zelmov, the company said.",
            "1,100", "700", "en en",
        ),
        (
            "Die Gewerkschaft zählte in Zelmov 1.100 Streikende.",
            "Das Unternehmen zählte am Mittwoch in Zelmov 700 Streikende.",
            "1.100", "700", "de de",
        ),
        (
            "The air force shot down 40 drones over Zelmov.",
            "The air force shot down 70 drones overnight. The night before, it shot down 61 drones over Zelmov.",
            "40", "61", "en en",
        ),
        (
            "Zelmov has recorded 1,240 cholera cases, the ministry said.",
            "No cholera cases have been recorded in Kasai province, the mayor of Zelmov said.",
            "1,240", "No", "en en",
        ),
        (
            "Nine people were injured in Sunday's blast in Zelmov, the mayor said.",
            "Doctors in Zelmov counted 30 injured, two of whom were in a coma after Sunday's blast.",
            "Nine", "two", "en en",
        ),
        (
            "The company said 300 tonnes of grain burned in the port of Zelmov on Sunday.",
            "Port workers said 900 tonnes of diesel burned in Zelmov on Sunday.",
            "300", "900", "en en",
        ),
        (
            "Twelve people died in Zelmov on Sunday, police said.",
            "Zelmov mourns. In the town of Bara, north of Zelmov, five people died on Sunday, police said.",
            "Twelve", "five", "en en",
        ),
        (
            "The army said 46 fighters of the M23 rebel group were killed in Zelmov on Sunday.",
            "The M23 said 60 soldiers of the army were killed in Zelmov on Sunday.",
            "46", "60", "en en",
        ),
    ],
)  # fmt: skip
def test_look_alikes_across_texts_are_left_alone(first: str, second: str, left: str, right: str, langs: str) -> None:
    assert not _judged(first, second, left, right, langs).relation.is_queued


def test_counts_of_one_story_share_a_place_in_the_file() -> None:
    """Though neither tells when and each kind of count fills a large block: by a name of the story and its week."""
    text = "Aid workers fled Zelmov. Police said {} people had died."
    early = figure_of(_claims(text.format(12), "first", "en", MONDAY), "12")
    late = figure_of(_claims(text.format(30), "second", "en", LATER), "30")
    far = figure_of(_claims(text.format(30), "third", "en", datetime(2024, 6, 10, tzinfo=UTC)), "30")
    assert len(_matters(early) & _matters(late)) > len(_matters(early) & _matters(far))
    assert find_candidates([early, late])


def _matters(claim: Claim) -> set[int]:
    """The blocks of matters in which a claim is filed."""
    return {row.key for row in key_rows(claim) if row.key & 7 == MATTER}


# One count of a kind that is more than another's of all is no part of it; a plan and what will be are one plan.
@pytest.mark.parametrize(
    ("first", "second", "left", "right", "langs", "relation"),
    [
        (
            "Farmers blocked a road in Lyon on Sunday. Three people were arrested, police said.",
            "Twelve protesters were arrested in Lyon on Sunday, the mayor said.",
            "Three", "Twelve", "en en", Relation.DISPUTES,
        ),
        (
            "Farmers blocked a road in Lyon on Sunday. Thirty people were arrested, police said.",
            "Twelve protesters were arrested in Lyon on Sunday, the mayor said.",
            "Thirty", "Twelve", "en en", Relation.REFINES,
        ),
        (
            "A shell hit the harbour of Zelmov on Sunday, killing eleven dockers.",
            "The army put the number of people killed in Zelmov on Sunday at four.",
            "eleven", "four", "en en", Relation.DISPUTES,
        ),
        (
            "A shell hit the harbour of Zelmov on Sunday, killing two dockers.",
            "The army put the number of people killed in Zelmov on Sunday at four.",
            "two", "four", "en en", Relation.REFINES,
        ),
        (
            "Die GDL erklärte, 3.500 Lokführer hätten am Montag die Arbeit niedergelegt.",
            "Deutsche Bahn said 2,100 drivers had joined the strike called by the GDL on Monday.",
            "3.500", "2,100", "de en", Relation.DISPUTES,
        ),
        (
            "The Zelmov mill Voltix will cut 120 jobs, the mayor said.",
            "Das Werk Voltix in Zelmov will 150 Stellen streichen, sagte die Gewerkschaft.",
            "120", "150", "en de", Relation.DISPUTES,
        ),
    ],
)  # fmt: skip
def test_kinds_and_plans(first: str, second: str, left: str, right: str, langs: str, relation: Relation) -> None:
    assert _judged(first, second, left, right, langs).relation is relation


# A later count of nobody's tells how it went on, a rival's is disputed; a lowered one of its own source is revised; the
# missing of another day are other ones.
@pytest.mark.parametrize(
    ("first", "second", "left", "right", "langs", "relation"),
    [
        ("Three people died in Zelmov, the fire service said.", "Four people have died in Zelmov.",
         "Three", "Four", "en en", Relation.UPDATES),
        ("Three people died in Zelmov, the fire service said.", "Nine people died in Zelmov, the Red Cross said.",
         "Three", "Nine", "en en", Relation.DISPUTES),
        ("Nine people died in Zelmov, the fire service said.",
         "Die Feuerwehr hat die Zahl der Toten in Zelmov am Mittwoch auf sieben korrigiert.",
         "Nine", "sieben", "en de", Relation.REVISES),
        ("In Zelmov werden noch 17 Menschen vermisst, sagte der Bürgermeister.",
         "Six people are still missing in Zelmov, police said.", "17", "Six", "de en", Relation.DIFFERENT_SCOPE),
    ],
)  # fmt: skip
def test_tolls_that_go_on(first: str, second: str, left: str, right: str, langs: str, relation: Relation) -> None:
    assert _judged(first, second, left, right, langs).relation is relation


# Of two turnouts one may name who could have voted; a share of voters for somebody is no turnout.
@pytest.mark.parametrize(
    ("first", "second", "left", "right", "relation"),
    [
        (
            "In Zelmov lag die Wahlbeteiligung am Sonntag bei 64 Prozent, teilte die Kommission mit.",
            "Nur 41 Prozent der Wahlberechtigten stimmten am Sonntag in Zelmov ab, sagte der Beobachter.",
            "64", "41", Relation.DISPUTES,
        ),
        (
            "In Zelmov lag die Wahlbeteiligung am Sonntag bei 64 Prozent, teilte die Kommission mit.",
            "In Zelmov stimmten 41 Prozent der Wähler am Sonntag für Ana Ruiz, sagte der Beobachter.",
            "64", "41", None,
        ),
    ],
)  # fmt: skip
def test_turnouts(first: str, second: str, left: str, right: str, relation: Relation | None) -> None:
    found = _judged(first, second, left, right, "de de").relation
    assert found is relation if relation is not None else not found.is_queued


# "Nobody else" leaves out whom the other tells of.
@pytest.mark.parametrize(
    ("lang", "denial", "is_queued"),
    [
        ("de", "Gestorben sei am Montag in Zelmov sonst niemand, sagte der Bürgermeister.", False),
        ("de", "Gestorben sei am Montag in Zelmov niemand, sagte der Bürgermeister.", True),
        ("en", "Nobody else died in Zelmov on Monday, the mayor said.", False),
        ("en", "Nobody died in Zelmov on Monday, the mayor said.", True),
    ],
)
def test_nobody_else(lang: str, denial: str, is_queued: bool) -> None:
    told = {
        "de": "In Zelmov starb am Montag eine Frau, sagte die Polizei.",
        "en": "A woman died in Zelmov on Monday, police said.",
    }
    early, late = _claims(told[lang], "first", lang, MONDAY), _claims(denial, "second", lang, MONDAY)
    judged = [compare_claims(one, other).relation for one in early for other in late]
    assert any(relation.is_queued for relation in judged) is is_queued


def test_one_source_that_dates_its_figures_tells_a_course() -> None:
    today = "Some 9,000 tonnes of refuse are lying in the streets of Zelmov on Monday, the mayor said."
    before = "On Friday, the mayor said, 11,000 tonnes of refuse were lying in the streets of Zelmov."
    claims = _claims(f"{today} {before}", "first", "en", MONDAY)
    assert not compare_claims(figure_of(claims, "9,000"), figure_of(claims, "11,000")).relation.is_queued


# A source that only counts counts what came by another's words: no stock, no crowd out of a few, no other deed.
@pytest.mark.parametrize(
    ("first", "second", "left", "right", "langs", "is_queued"),
    [
        (
            "On Monday 1,400 tractors rolled into Zelmov, the farmers' union said.",
            "Die Präfektur zählte am Montag in Zelmov 520 Traktoren.", "1,400", "520", "en de", True,
        ),
        (
            "Über den Grenzübergang Zelmov fuhren am Montag nach Angaben des Zolls 120 Lastwagen.",
            "Die Helfer hätten am Montag in Zelmov 47 Lastwagen gezählt, so ihr Leiter.", "120", "47", "de de", True,
        ),
        (
            "Auf dem Markt in Zelmov drängten sich am Montag 40.000 Menschen, sagte die Gewerkschaft.",
            "The police counted 12,000 people in Zelmov on Monday.", "40.000", "12,000", "de en", True,
        ),
        (
            "On Monday 1,400 tractors rolled into Zelmov, the farmers' union said.",
            "Im Kreis Zelmov gibt es 520 Traktoren, sagte der Landrat.", "1,400", "520", "en de", False,
        ),
        (
            "Am Montag brannten in Zelmov 120 Lastwagen aus, sagte die Feuerwehr.",
            "Die Helfer zählten am Montag in Zelmov 47 Lastwagen.", "120", "47", "de de", False,
        ),
        (
            "Am Montag gingen in Zelmov 40 Menschen zum Rathaus, sagte die Gewerkschaft.",
            "The police counted 12 people in Zelmov on Monday.", "40", "12", "de en", False,
        ),
    ],
)  # fmt: skip
def test_counts_of_what_came(first: str, second: str, left: str, right: str, langs: str, is_queued: bool) -> None:
    assert _judged(first, second, left, right, langs).relation.is_queued is is_queued


def test_counts_of_what_came_meet() -> None:
    first = _claims("On Monday 1,400 tractors rolled into Zelmov, the union said.", "first", "en", MONDAY)
    second = _claims("Die Präfektur zählte am Montag in Zelmov 520 Traktoren.", "second", "de", WEDNESDAY)
    figures = [figure_of(first, "1,400"), figure_of(second, "520")]
    assert (0, 1) in find_candidates(figures)


# What holds for those whom a relative clause picks out leaves room for others.
@pytest.mark.parametrize(
    ("denial", "is_queued"),
    [
        ("Kunden in Zelmov, die seit Mai zahlen, sind nicht betroffen, sagte der Sprecher der Bank.", False),
        ("Kunden in Zelmov sind nicht betroffen, sagte der Sprecher der Bank.", True),
    ],
)
def test_denied_of_some(denial: str, is_queued: bool) -> None:
    first = _claims("In Zelmov sind 240.000 Kunden betroffen, sagte der Minister.", "first", "de", MONDAY)
    judged = [compare_claims(one, other).relation for one in first for other in _claims(denial, "next", "de", MONDAY)]
    assert any(relation.is_queued for relation in judged) is is_queued
