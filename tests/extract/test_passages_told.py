"""What one sentence tells and another leaves out: the scene of a passage, answers to a figure, accusations, denials."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from verifier.domain.claim import Claim
from verifier.domain.document import Article
from verifier.domain.enums import CueClass, Polarity, TimeBasis
from verifier.extract.reader import read_claims
from verifier.ingest import read_document

PUBLISHED = date(2024, 5, 15)


def claim_with(text: str, lang: str, words: str) -> Claim:
    article: Article = read_document(text.encode(), "text.txt", lang=lang, published=PUBLISHED)
    at = text.index(words)
    found = [
        c for c in read_claims(article, "document", "snapshot") if c.span.start < at + len(words) and at < c.span.end
    ]
    return min(found, key=lambda c: (not c.quote.startswith(words), len(c.quote)))


# The one place and day of what happened hold for its consequences; a second place or another time ends that.
SCENES = [
    ("en", "A bridge collapsed in Lyon on Monday. Twelve people were injured.", "Twelve", "lyon-fr-84", 13),
    ("de", "Am Montag stürzte in Lyon eine Brücke ein. Zwölf Menschen wurden verletzt.", "Zwölf", "lyon-fr-84", 13),
    (
        "en",
        "A bridge collapsed in Lyon on Monday. A shop burned in Turin. Twelve people were injured.",
        "Twelve",
        None,
        13,
    ),
    ("en", "A bridge collapsed in Lyon on Monday. In January, twelve people were injured.", "twelve", None, None),
    ("en", "A bridge collapsed in Lyon on Monday. The company has hired twelve people.", "twelve", None, None),
    ("en", "A factory stands in Lyon. Twelve people were injured.", "Twelve", None, None),
    ("de", "In Lyon steht eine Fabrik. Zwölf Menschen wurden verletzt.", "Zwölf", None, None),
]


@pytest.mark.parametrize(("lang", "text", "words", "place", "day"), SCENES)
def test_scene(lang: str, text: str, words: str, place: str | None, day: int | None) -> None:
    reading = claim_with(text, lang, words).reading
    assert (reading.place.key if reading.place else None) == place
    carried = reading.time is not None and reading.time.basis is TimeBasis.INFERRED
    if day is not None and place is not None:
        assert carried
        assert reading.time is not None
        assert reading.time.start == datetime(2024, 5, day, tzinfo=UTC)
    else:
        assert not carried


def test_what_did_not_happen_has_no_inferred_time() -> None:
    text = "A quake hit Lyon on Monday and injured two people. The hospital was not evacuated, the mayor said."
    assert claim_with(text, "en", "The hospital").reading.time is None


# A bare figure counts what the figure before it counts, if both can count the same.
ANSWERS = [
    ("en", "Organisers said 80,000 people marched in Lyon. Police put the figure at 25,000.", "the figure", "attend"),
    ("en", "Police said 12 people were arrested. The ministry put the number at nine.", "the number", "arrest"),
    ("de", "In Lyon protestierten 2.000 Menschen. Der Beamtenbund zählte 3.500.", "3.500", "attend"),
    ("en", "Police said 12 people were arrested. The bank put the figure at 3 billion euros.", "the figure", "amount"),
    ("en", "Police said 12 people were arrested. The number of injured rose to 19.", "The number", "injure"),
]


@pytest.mark.parametrize(("lang", "text", "words", "predicate"), ANSWERS)
def test_answer(lang: str, text: str, words: str, predicate: str) -> None:
    told = claim_with(text, lang, words).reading.predicate
    assert told is not None
    assert told.key == predicate


# An accusation tells what the accused did, as far as its claimant goes; a denial of it rejects just that.
ACCUSATIONS = [
    ("en", "Kyiv accused Moscow of shelling the hospital.", "shelling", "strike", "russia", CueClass.DISTANCED),
    ("en", "The army blamed the rebels for the attack.", "the attack", "strike", "rebels", CueClass.DISTANCED),
    ("en", "Kyiv thanked Moscow for the exchange.", "Moscow", None, None, None),
    ("de", "Kiew warf Moskau vor, das Krankenhaus beschossen zu haben.", "das", "strike", "russia", CueClass.DISTANCED),
]


@pytest.mark.parametrize(("lang", "text", "words", "predicate", "agent", "cue"), ACCUSATIONS)
def test_accusation(
    lang: str, text: str, words: str, predicate: str | None, agent: str | None, cue: CueClass | None
) -> None:
    if predicate is None:
        article = read_document(text.encode(), "text.txt", lang=lang)
        assert not [c for c in read_claims(article, "d", "s") if c.reading.commitment is CueClass.DISTANCED]
        return
    reading = claim_with(text, lang, words).reading
    assert reading.predicate is not None
    assert reading.predicate.key == predicate
    assert reading.agent is not None
    assert reading.agent.key == agent
    assert reading.commitment is cue


DENIALS = [
    ("en", "The army blamed the rebels for the attack. The rebels denied responsibility.", "responsibility"),
    ("en", "Kyiv accused Moscow of shelling the hospital. Moscow denied the accusation.", "the accusation"),
    ("en", "Kyiv accused Moscow of shelling the hospital. Moscow dismissed that as untrue.", "untrue"),
]


@pytest.mark.parametrize(("lang", "text", "words"), DENIALS)
def test_denial_of_an_accusation(lang: str, text: str, words: str) -> None:
    reading = claim_with(text, lang, words).reading
    assert reading.denies is not None
    assert reading.polarity is Polarity.NEGATIVE
    assert reading.predicate is not None
    assert reading.predicate.key == "strike"


def test_a_denied_plan_is_denied() -> None:
    reading = claim_with("The government denied that it plans to abolish the cap.", "en", "to abolish").reading
    assert (reading.polarity, reading.commitment) == (Polarity.NEGATIVE, CueClass.DENIED)


CAVEATS = [
    ("en", "Twelve soldiers died, the army said. The claim could not be independently verified.", True),
    ("de", "Zwölf Soldaten starben, teilte die Armee mit. Die Angaben ließen sich nicht unabhängig prüfen.", True),
    ("en", "Twelve soldiers died, the army said. The identity of the men was verified by doctors.", False),
    ("de", "Zwölf Soldaten starben, teilte die Armee mit. Ein Gericht prüft die Angaben.", False),
]


@pytest.mark.parametrize(("lang", "text", "covered"), CAVEATS)
def test_caveat(lang: str, text: str, covered: bool) -> None:
    words = "Twelve" if lang == "en" else "Zwölf"
    assert bool(claim_with(text, lang, words).reading.caveats) is covered


# One actor under several names, and one name that is only one of its bodies by evidence.
NAMES = [
    ("en", "Zelensky said 12 men died.", "zelenskyy"),
    ("de", "Selenskyj sagte, zwölf Männer seien gestorben.", "zelenskyy"),
    ("en", "The World Health Organisation said 12 men died.", "who"),
    ("de", "Die Weltgesundheitsorganisation teilte mit, zwölf Männer seien gestorben.", "who"),
    ("de", "Nach ukrainischen Angaben starben zwölf Männer.", "ukraine"),
    ("de", "Nach US-Angaben starben zwölf Männer.", "united-states"),
    ("en", "The Red Cross said 12 men died.", "red-cross"),
    ("de", "Das Rote Kreuz teilte mit, zwölf Männer seien gestorben.", "red-cross"),
    ("en", "The Rapid Support Forces retreated. The RSF said 12 men died.", "rsf-sudan"),
    ("en", "The RSF said 12 reporters died.", "rsf"),
    ("de", "Nach Angaben der von der Hamas geführten Gesundheitsbehörde starben zwölf Männer.", "health-authority"),
    ("en", "A Ukrainian soldier said 12 men died.", "~ukrainian soldier"),
]


@pytest.mark.parametrize(("lang", "text", "key"), NAMES)
def test_who_is_meant(lang: str, text: str, key: str) -> None:
    words = {"en": "12", "de": "zwölf"}[lang]
    claimant = claim_with(text, lang, words).reading.claimant
    assert claimant is not None
    assert claimant.key == key
