"""News of two documents read and judged: what one denies of the other, and the look-alikes beside it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.pairing.reading import NEXT_DAY, claims_of, contradict, texts_contradict
from verifier.domain.claim import Claim
from verifier.domain.enums import Relation
from verifier.pairing.candidates import find_nearby
from verifier.pairing.ladder import compare_claims


def _read(text: str, lang: str, name: str, day: datetime | None = NEXT_DAY) -> list[Claim]:
    return claims_of(text, lang, name, day)


# Who holds a place; the look-alikes are of another place, day, party or thing.
@pytest.mark.parametrize(
    ("lang", "left", "other_lang", "right", "expected"),
    [
        (
            "en", "Torna's defence ministry said its troops had captured the village of Halvik in the Mora region "
            "on Monday.",
            "de", "Der Generalstab von Belmark teilte am Dienstag mit, das Dorf Halvik sei weiter unter der "
            "Kontrolle Belmarks.",
            True,
        ),
        (
            "en", "The army said on Monday that its troops had retaken the town of Halvik.",
            "en", "The rebels said on Tuesday that Halvik remained under their control.",
            True,
        ),
        (
            "de", "Die Armee meldete am Montag die Einnahme der Stadt Halvik.",
            "de", "Die Rebellen erklärten am Dienstag, Halvik sei weiterhin in ihrer Hand.",
            True,
        ),
        (
            "en", "The army said on Monday that its troops had retaken the town of Halvik.",
            "en", "A rebel spokesman said on Tuesday the town of Halvik had not fallen.",
            True,
        ),
        (
            "de", "Die Rebellen räumten ein, sie hätten die Stadt Halvik aufgegeben.",
            "en", "A rebel spokesman said on Tuesday the town of Halvik had not fallen.",
            True,
        ),
        (
            "en", "The army said on Monday that its troops had retaken the town of Halvik. Fighting went on in "
            "Morstad.",
            "en", "The rebels said on Tuesday that the town of Morstad remained under their control. In Halvik they "
            "were silent.",
            False,
        ),
        (
            "en", "The defence ministry said its troops had withdrawn from Halvik.",
            "de", "Die Truppen seien nicht aus Halvik abgezogen, sagten Anwohner.",
            True,
        ),
    ],
)  # fmt: skip
def test_ground(lang: str, left: str, other_lang: str, right: str, expected: bool) -> None:
    assert texts_contradict(lang, left, other_lang, right) is expected


# Open and closed, held and broken; the look-alikes are of another place, day, party or thing.
@pytest.mark.parametrize(
    ("lang", "left", "other_lang", "right", "expected"),
    [
        (
            "en", "The bridge in Larvik remained closed on Thursday, residents said.",
            "de", "Die Brücke in Larvik ist seit Donnerstag wieder geöffnet, sagte der Bürgermeister.",
            True,
        ),
        (
            "en", "The bridge in Larvik remained closed on Thursday, residents said.",
            "de", "Der Hafen in Larvik ist seit Donnerstag wieder geöffnet, sagte der Bürgermeister.",
            False,
        ),
        (
            "en", "Schools in Telgau remained closed on Tuesday, teachers said.",
            "de", "Die Schulen in Telgau haben am Dienstag wieder geöffnet, sagte die Schulbehörde.",
            True,
        ),
        (
            "en", "Schools in Telgau remained closed on Monday, teachers said.",
            "de", "Die Schulen in Telgau haben am Mittwoch wieder geöffnet, sagte die Schulbehörde.",
            False,
        ),
        (
            "en", "The port of Telgau has reopened, the harbour authority said on Tuesday.",
            "de", "Der Hafen in Telgau bleibe geschlossen, sagte die Gewerkschaft am Dienstag.",
            True,
        ),
        (
            "en", "The army said the ceasefire in Torna was holding on Monday.",
            "de", "Die Waffenruhe in Torna sei am Montag gebrochen worden, sagten Rettungskräfte.",
            True,
        ),
    ],
)  # fmt: skip
def test_states(lang: str, left: str, other_lang: str, right: str, expected: bool) -> None:
    assert texts_contradict(lang, left, other_lang, right) is expected


# Each side blames the other; the look-alikes are of another place, day, party or thing.
@pytest.mark.parametrize(
    ("lang", "left", "other_lang", "right", "expected"),
    [
        (
            "en", "The hospital in Larvik was hit by Ukrainian artillery on Tuesday, Russia's defence ministry "
            "said.",
            "en", "Russian forces shelled the hospital in Larvik on Tuesday, Ukraine's general staff said.",
            True,
        ),
        (
            "de", "Die Brücke in Larvik wurde am Dienstag von der ukrainischen Armee gesprengt, teilte das "
            "russische Verteidigungsministerium mit.",
            "en", "Russian forces blew up the bridge in Larvik on Tuesday, Ukraine's general staff said.",
            True,
        ),
        (
            "en", "The hospital in Larvik was hit by Ukrainian artillery on Tuesday, Russia's defence ministry "
            "said.",
            "en", "Russian forces shelled the school in Larvik on Tuesday, Ukraine's general staff said.",
            False,
        ),
        (
            "de", "Russland habe das Wohnhaus in Sumy am Montag beschossen, teilte die ukrainische Luftwaffe mit.",
            "en", "Ukrainian forces shelled the residential building in Sumy on Monday, Russia's defence ministry "
            "said.",
            True,
        ),
    ],
)  # fmt: skip
def test_rival_blame(lang: str, left: str, other_lang: str, right: str, expected: bool) -> None:
    assert texts_contradict(lang, left, other_lang, right) is expected


# A report months later belongs to a story by a name that is its own; a town alone has many stories.
@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Smoke rose over the Norvex plant in Larvik on Tuesday. The operator denied that anything had leaked.",
            "Some 300 litres of acid had escaped from the Norvex plant in Larvik, the court found.",
            True,
        ),
        (
            "Smoke rose over a plant in Larvik on Tuesday. The operator denied that anything had leaked.",
            "Some 300 litres of acid had escaped from a plant in Larvik, the court found.",
            False,
        ),
    ],
)  # fmt: skip
def test_later_reports(left: str, right: str, expected: bool) -> None:
    late = _read(right, "en", "right", datetime(2024, 11, 2, tzinfo=UTC))
    assert contradict(_read(left, "en", "left"), late) is expected


# Texts without a date tell one story by two names, or half of all, of which one is few stories' own.
@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "A wall of the Norvex plant in Larvik fell in. Nine people were killed, the fire service said.",
            "The Norvex plant in Larvik had been closed for years. Police said two people were killed.",
            True,
        ),
        (
            "A wall of a plant in Larvik fell in. Nine people were killed, the fire service said.",
            "A plant in Larvik had been closed for years. Police said two people were killed.",
            False,
        ),
        (
            "A wall of the Norvex plant in Larvik fell in. Nine people were killed, the fire service said.",
            "The Brumex plant in Larvik had been closed for years. Police said two people were killed.",
            False,
        ),
        (
            "A wall of the Norvex plant in Larvik fell in. Nine people were killed, the fire service said.",
            "Last year two people were killed at the Norvex plant in Larvik, police said.",
            False,
        ),
    ],
)  # fmt: skip
def test_texts_without_a_date(left: str, right: str, expected: bool) -> None:
    assert contradict(_read(left, "en", "left", None), _read(right, "en", "right", None)) is expected


def test_who_denies_meets_who_asserts_without_a_similarity_model() -> None:
    denied = _read("The march in Larvik ended without arrests, a police spokesman said.", "en", "left")
    told = _read("In Larvik wurden sieben Menschen festgenommen, sagte ein Anwalt.", "de", "right")
    claims = [*denied, *told]
    met = {frozenset((claims[i].uid, claims[j].uid)) for i, j in find_nearby(claims)}
    assert any(frozenset((one.uid, other.uid)) in met for one in denied for other in told)


# Two texts tie a part to a whole, or ask for a slot, only where they may speak of one event.
@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("78 people were killed in the earthquake in Larvik.", "A boy was killed in the shelling of Halden.", None),
        (
            "78 people were killed in the earthquake in Larvik.",
            "A boy was killed, mayor Ole Brandt of Halden said.",
            None,
        ),
        (
            "78 people were killed in the earthquake in Larvik.",
            "A boy was killed in the earthquake in Larvik.",
            "REFINES",
        ),
        ("78 people were killed in Larvik.", "Doctors said that 12 people were killed. Halden mourns.", None),
        ("78 people were killed in Larvik.", "Doctors said that 12 people were killed. Larvik mourns.", "DISPUTES"),
    ],
)
def test_texts_of_two_stories_are_no_parts_and_ask_for_nothing(left: str, right: str, relation: str | None) -> None:
    one, *_ = _read(left, "en", "a")
    other, *_ = _read(right, "en", "b")
    apart = (Relation.UNRELATED, Relation.DIFFERENT_SCOPE)
    assert compare_claims(one, other).relation in (apart if relation is None else (Relation(relation),))


# A sentence that opens with a house, body or place the other text names nothing of counts what is there.
@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Larvik: 210 Flüge sind wegen eines Streiks ausgefallen.",
            "Im Werk Nord fielen 60 Flüge aus. Larvik wartet.",
            False,
        ),
        ("Larvik: 210 Flüge sind wegen eines Streiks ausgefallen.", "In Larvik fielen 60 Flüge aus.", True),
    ],
)
def test_what_opens_elsewhere(left: str, right: str, expected: bool) -> None:
    assert contradict(_read(left, "de", "a"), _read(right, "de", "b")) is expected
