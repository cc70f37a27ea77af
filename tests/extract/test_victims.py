"""What those counted underwent, where the verb beside them tells something else or seems to be one of saying."""

from __future__ import annotations

import pytest

from verifier.domain.claim import Claim
from verifier.extract.reader import read_claims
from verifier.ingest import read_document

# language, text, number as written, predicate, thing, claimant
VICTIMS = [
    ("en", "Six people were killed and 14 wounded when a wall fell, a mayor said.", "14", "injure", "person", "mayor"),
    ("en", "It left five people dead and 14 wounded, the boss, Jan Kos, said.", "five", "die", "person", "~jan kos"),
    ("en", "It left five people dead and 14 wounded, the boss, Jan Kos, said.", "14", "injure", "person", "~jan kos"),
    ("en", "The collapse killed two miners and injured nine.", "nine", "injure", None, None),
    ("en", "The collapse killed two and wounded at least nine others.", "at least nine", "injure", "person", None),
    ("en", "The fire claimed 12 lives, police said.", "12", "die", "person", "police"),
    ("en", "The cyclone has claimed four victims.", "four", "die", "person", None),
    ("en", "Lorry ploughs into market, seven dead", "seven", "die", "person", None),
    ("en", "Boiler explodes in bakery: three dead, nine injured", "three", "die", "person", None),
    ("en", "Boiler explodes in bakery: three dead, nine injured", "nine", "injure", "person", None),
    ("en", "Six dead, 31 injured after tram derails", "Six", "die", "person", None),
    ("en", "Five dead in avalanche", "Five", "die", "person", None),
    ("en", "Trawler sinks in gale, eight missing", "eight", "be-missing", "person", None),
    ("en", "A lorry ploughed into the market, leaving seven dead and 20 injured.", "seven", "die", "person", None),
    ("en", "A lorry ploughed into the market, leaving seven dead and 20 injured.", "20", "injure", "person", None),
    ("en", "Seven killed as lorry ploughs into market", "Seven", "kill", "person", None),
    ("en", "A ferry capsized on Monday, killing 12.", "12", "kill", "person", None),
    ("de", "Ein Zug mit 30 Verletzten traf ein.", "30", "arrive", "injured", None),
    ("en", "Nine dead were buried on Friday.", "Nine", "bury", "dead", None),
    ("en", "Four dead animals were found.", "Four", "die", "animal", None),
    ("en", "The rebels claimed 12 dead on the other side.", "12", "die", "person", "rebels"),
    ("en", "A soldier lost both legs and two fingers.", "two", "lose", "~finger", None),
    ("en", "A ship lost 12 men and two trucks.", "two", "lose-forces", "vehicle", None),
    ("en", "A ship lost 12 men and two trucks.", "12", "lose-lives", "person", None),
    ("de", "Vier Arbeiter verloren ihr Leben.", "Vier", "die", "worker", None),
    ("de", "Ein Polizist verlor zwei Finger.", "zwei", "lose", None, None),
    ("en", "Among the 12 dead were three children.", "three", "die", "child", None),
    ("en", "The toll reached 60, including 14 children.", "14", "die", "child", None),
    ("de", "Die Opferzahl stieg auf 60, darunter 14 Kinder.", "14", "die", "child", None),
    ("en", "The raid cost three sailors their lives.", "three", "kill", None, None),
    ("en", "Car sales slumped by a third to 12,000.", "12,000", "amount", "revenue", None),
    ("en", "Nine women were among those injured.", "Nine", "injure", "person", None),
    ("en", "Nine women were among the passengers.", "Nine", "exist", "person", None),
    ("en", "Officials lowered the toll from 40 to 36.", "36", "die", "person", "official"),
    ("de", "Unter den zwölf Toten waren drei Kinder.", "drei", "die", "child", None),
    ("de", "Es gab zwölf Verletzte, darunter drei Kinder.", "drei", "injure", "child", None),
    ("de", "Das Amt senkte die Opferzahl von 40 auf 36.", "36", "die", "person", "authority"),
    ("de", "Der Sturm hat vier Menschenleben gefordert.", "vier", "die", "person", None),
    ("de", "Das Beben forderte mindestens 30 Tote und 200 Verletzte.", "mindestens 30", "die", "person", None),
    ("de", "Das Beben forderte mindestens 30 Tote und 200 Verletzte.", "200", "injure", "person", None),
    ("de", "Der Einsturz hinterließ sieben Verletzte.", "sieben", "injure", "person", None),
    ("de", "Zwei Menschen wurden getötet und neun weitere verletzt.", "neun", "injure", "person", None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "number", "predicate", "thing", "claimant"), VICTIMS)
def test_victims(lang: str, text: str, number: str, predicate: str, thing: str | None, claimant: str | None) -> None:
    reading = counted(text, lang, number).reading
    assert reading.predicate is not None
    assert reading.predicate.key == predicate
    assert thing is None or (reading.thing is not None and reading.thing.key == thing)
    assert (reading.claimant.key if reading.claimant else None) == claimant
    assert reading.patient is None


def counted(text: str, lang: str, number: str) -> Claim:
    """The claim about the number written so."""
    claims = read_claims(read_document(text.encode(), "text.txt", lang=lang), "document", "snapshot")
    (found,) = (c for c in claims if c.reading.quantity is not None and c.reading.quantity.surface == number)
    return found


def test_a_union_that_asks_for_money_demands_it() -> None:
    claim = counted("Die Gewerkschaft forderte 200 Euro mehr Lohn.", "de", "200 Euro")
    assert claim.reading.agent is not None
    assert claim.reading.predicate is not None
    assert (claim.reading.agent.key, claim.reading.predicate.key) == ("union", "demand")


OWN_WORDS = [
    ("de", "Die Armee sprach von vier getöteten Kämpfern der Miliz.", "vier", "die", "actual"),
    ("en", "Three of the dead were guests. The mayor put the toll at 14.", "14", "die", "actual"),
    ("en", "There were four arrests.", "four", "arrest", "actual"),
    ("de", "Die Stadt kündigte an, 40 Bäume zu pflanzen.", "40", "plant", "goal"),
    ("de", "Die Regierung versprach, 300 Wohnungen zu bauen.", "300", "build", "goal"),
]


@pytest.mark.parametrize(("lang", "text", "number", "predicate", "modality"), OWN_WORDS)
def test_what_a_figure_tells_by_its_own_words(lang: str, text: str, number: str, predicate: str, modality: str) -> None:
    reading = counted(text, lang, number).reading
    assert reading.predicate is not None
    assert (reading.predicate.key, reading.modality.value) == (predicate, modality)


# Who changes what was said a number was gives it; the day of that is not the day of the event.
REVISED = [
    ("en", "The army on Friday lowered the death toll from the blast to 19 from 21.", "19", "die", "armed-forces"),
    ("en", "Police revised the number of injured down to 45 from 52.", "45", "injure", "police"),
    ("en", "The number of dead rose to 31 on Monday, up from 24, the governor said.", "31", "die", "governor"),
    ("en", "The death toll was raised to twelve on Monday by the police.", "twelve", "die", "police"),
    ("de", "Die Polizei hat die Zahl der Toten in Olmec am Freitag von 21 auf 19 korrigiert.", "19", "die", "police"),
    ("de", "Die Feuerwehr setzte die Zahl der Verletzten von 60 auf 52 herab.", "52", "injure", "fire-brigade"),
    ("de", "Die Zahl der Toten wurde am Montag von der Polizei auf zwölf korrigiert.", "zwölf", "die", "police"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "number", "predicate", "claimant"), REVISED)
def test_a_revised_number(lang: str, text: str, number: str, predicate: str, claimant: str) -> None:
    claims = read_claims(read_document(text.encode(), "text.txt", lang=lang), "document", "snapshot")
    (reading,) = (c.reading for c in claims)
    assert reading.quantity is not None
    assert (reading.quantity.surface, reading.time) == (number, None)
    assert reading.predicate is not None
    assert reading.predicate.key == predicate
    assert reading.claimant is not None
    assert reading.claimant.key == claimant


def test_a_figure_with_a_year_of_its_own_stays_one() -> None:
    assert counted("The number of deaths rose from 310 in 2019 to 405.", "en", "310").reading.time is not None


def test_the_day_of_the_event_stays_where_its_noun_tells_it() -> None:
    assert counted("The death toll from Tuesday's crash has risen to eight.", "en", "eight").reading.time is not None


# Words beside the verb make up what it tells; how badly people were hurt is a kind of people.
TOLD_BY_MORE_THAN_THE_VERB = [
    ("en", "Twelve people were reported missing.", "Twelve", "be-missing", "person"),
    ("en", "At least nine died and 30 others are missing.", "30", "be-missing", "person"),
    ("en", "Forty hikers are unaccounted for, police said.", "Forty", "be-missing", None),
    ("en", "The gale left 30,000 homes without power.", "30,000", "cut-off-supply", "house"),
    ("en", "More than 500 households were without electricity.", "More than 500", "cut-off-supply", "household"),
    ("en", "Fifty guests were injured, twelve of them seriously.", "twelve", "injure", "badly-hurt"),
    ("en", "Fifty guests were injured, some of them seriously.", "Fifty", "injure", "person"),
    ("en", "Two more miners died, bringing the death toll to eight.", "eight", "die", "person"),
    ("en", "The number of injured has climbed to 120.", "120", "injure", "person"),
    ("de", "Sechs Menschen gelten noch als vermisst.", "Sechs", "be-missing", "person"),
    ("de", "Elf Wanderer wurden als vermisst gemeldet.", "Elf", "be-missing", None),
    ("de", "3.500 Haushalte waren am Abend noch ohne Strom.", "3.500", "cut-off-supply", "household"),
    ("de", "30 Menschen wurden verletzt, zwei davon schwer.", "zwei", "injure", "badly-hurt"),
    ("de", "30 Menschen wurden zum Teil schwer verletzt.", "30", "injure", "person"),
    ("en", "The operator spoke of 240 people on board.", "240", "be-aboard", "person"),
    ("en", "The bus was carrying 40 passengers.", "40", "carry-people", "person"),
    ("de", "Im Zug saßen 180 Fahrgäste.", "180", "be-aboard", "person"),
    ("de", "Der Versorger sprach von 900 Haushalten ohne Strom.", "900", "cut-off-supply", "household"),
    ("de", "Es gab zwei Schwerverletzte und 40 Leichtverletzte.", "40", "injure", "slightly-hurt"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "number", "predicate", "thing"), TOLD_BY_MORE_THAN_THE_VERB)
def test_what_is_told_by_more_than_the_verb(
    lang: str, text: str, number: str, predicate: str, thing: str | None
) -> None:
    reading = counted(text, lang, number).reading
    assert reading.predicate is not None
    assert reading.predicate.key == predicate
    assert thing is None or (reading.thing is not None and reading.thing.key == thing)


def test_who_came_to_a_count_is_part_of_it() -> None:
    for lang, text, number, whole in (
        ("en", "The death toll rose to eight after three guests died in hospital.", "three", "eight"),
        ("en", "Two more miners died, bringing the death toll to eight.", "Two", "eight"),
        ("de", "Die Zahl der Toten stieg auf acht, nachdem drei Gäste gestorben waren.", "drei", "acht"),
        ("de", "Zwei weitere Gäste starben, was die Zahl der Toten auf acht erhöhte.", "Zwei", "acht"),
    ):
        part, total = counted(text, lang, number).reading.quantity, counted(text, lang, whole).reading.quantity
        assert part is not None
        assert total is not None
        assert part.part_of == total.span.start


def test_others_hurt_are_no_more_of_those_killed() -> None:
    time = counted("Zwei Gäste wurden getötet und neun weitere verletzt.", "de", "neun").reading.time
    assert time is None


@pytest.mark.parametrize(
    ("lang", "text", "number", "thing"),
    [
        ("en", "Ten people were hurt, none of them seriously.", "Ten", "person"),
        ("en", "Ten people were hurt, but nobody seriously.", "Ten", "person"),
        ("en", "Ten people were seriously hurt, none of them children.", "Ten", "badly-hurt"),
        ("de", "Zehn Menschen wurden verletzt, keiner von ihnen schwer.", "Zehn", "person"),
        ("de", "Zehn Menschen wurden verletzt, aber niemand schwer.", "Zehn", "person"),
    ],
)
def test_what_none_of_them_were_denies_nothing_of_all(lang: str, text: str, number: str, thing: str) -> None:
    reading = counted(text, lang, number).reading
    assert (reading.polarity, reading.thing.key if reading.thing else None) == ("+", thing)


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "Support rose to 41 percent, up from 38 percent a year earlier.", ["41 percent"]),
        ("en", "Unemployment was 6.1 percent in March, up from 5.8 percent.", ["6.1 percent"]),
        ("en", "The rate fell from 5 percent to 4 percent.", ["4 percent"]),
        ("en", "Sales rose to 300 million euros from 280 million.", ["300 million euros"]),
        ("en", "Turnout was 61 percent, down from 66 percent in 2019.", ["61 percent", "66 percent"]),
        ("de", "Der Umsatz stieg von 280 auf 300 Millionen Euro.", ["300 Millionen Euro"]),
        ("de", "Die Zustimmung stieg auf 41 Prozent, nach 38 Prozent im Mai.", ["41 Prozent", "38 Prozent"]),
    ],
)
def test_what_a_figure_was_before_is_no_claim_of_now(lang: str, text: str, told: list[str]) -> None:
    claims = read_claims(read_document(text.encode(), "text.txt", lang=lang), "document", "snapshot")
    assert [c.reading.quantity.surface for c in claims if c.reading.quantity is not None] == told
    assert {c.reading.predicate.key for c in claims if c.reading.predicate is not None} <= {"amount", "vote"}


@pytest.mark.parametrize(
    ("lang", "text", "number", "whose"),
    [
        ("en", "A general put the army's losses at 17 dead.", "17", "armed-forces"),
        ("en", "Ten of its soldiers were killed, the army said.", "Ten", "armed-forces"),
        ("de", "Zehn ihrer Soldaten seien getötet worden, teilte die Armee mit.", "Zehn", "armed-forces"),
        ("en", "Ten of its soldiers were killed, Jan Kos said.", "Ten", None),
    ],
)
def test_whose_losses_they_are(lang: str, text: str, number: str, whose: str | None) -> None:
    patient = counted(text, lang, number).reading.patient
    assert (patient.key if patient is not None else None) == whose
