"""What main clauses tell beside what describes their subject, and who takes, holds or loses a place."""

from __future__ import annotations

import pytest

from verifier.domain.claim import Claim
from verifier.extract.reader import read_claims
from verifier.ingest import read_document
from verifier.reference import load


def _claim(text: str, lang: str, words: str) -> Claim:
    """The claim whose quote holds ``words``."""
    claims = read_claims(read_document(text.encode(), "text.txt", lang=lang), "document", "snapshot")
    return next(claim for claim in claims if words in claim.quote)


# A noun of control makes who has it the agent and the place no thing: taken, held, or lost.
GROUND = [
    ("en", "Rebels took control of the airport on Monday.", "capture", "rebels", "airport"),
    ("en", "The army remains in control of the airport.", "hold-ground", "armed-forces", "airport"),
    ("en", "The village of Varno remains in Ukrainian hands.", "hold-ground", "ukraine", "village"),
    ("en", "Varno is now under Russian control.", "hold-ground", "russia", None),
    ("en", "The army has lost control of the airport.", "lose-ground", "armed-forces", "airport"),
    ("en", "Ukrainian troops are holding Varno.", "hold-ground", "ukraine", None),
    ("de", "Die Rebellen übernahmen die Kontrolle über den Flughafen.", "capture", "rebels", "airport"),
    ("de", "Der Flughafen steht unter Kontrolle der Armee.", "hold-ground", "armed-forces", "airport"),
    ("de", "Das Dorf Varno befinde sich in russischer Hand.", "hold-ground", "russia", "village"),
    ("de", "Die Rebellen brachten Goma unter ihre Kontrolle.", "capture", "rebels", None),
    ("de", "Ukrainische Truppen halten Varno weiter.", "hold-ground", "ukraine:armed-forces", None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "predicate", "agent", "thing"), GROUND)
def test_who_holds_a_place(lang: str, text: str, predicate: str, agent: str, thing: str | None) -> None:
    reading = _claim(text, lang, text.rsplit(maxsplit=1)[-1].rstrip(".")).reading
    assert reading.predicate is not None
    assert reading.agent is not None
    assert (reading.predicate.key, reading.agent.key) == (predicate, agent)
    assert (reading.thing.key if reading.thing is not None else None) == thing


# A fire or a chamber is no ground.
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The fire is under control, officials said."),
        ("en", "He lost control of the car."),
        ("de", "Der Brand sei unter Kontrolle, sagte ein Sprecher."),
    ],
)
def test_what_is_no_ground(lang: str, text: str) -> None:
    reading = _claim(text, lang, "ontrol").reading
    assert reading.predicate is not None
    assert reading.predicate.key not in ("capture", "hold-ground", "lose-ground")


# What a participle or a relative clause describes is the subject of the main verb, and who says it is kept.
MAIN_VERBS = [
    ("en", "The army said 12 drones launched from the coast were intercepted.", "12", "down", "armed-forces"),
    ("en", "The ministry said 12 of 15 missiles fired at the capital were intercepted.", "12", "down", "ministry"),
    ("en", "The air force said it downed 72 of 95 drones launched overnight.", "72", "down", "air-force"),
    ("en", "Police said a man who was in the car had died.", "had died", "die", "police"),
    ("en", "The ministry said people injured in the flood were treated.", "treated", "treat", "ministry"),
    ("en", "Four people were hurt, officials said, after a man died in hospital.", "man died", "die", "official"),
    ("de", "Die EU habe den Austausch vermittelt, so das Ministerium.", "EU", "negotiate", "ministry"),
    ("de", "Die Polizei teilte mit, der Mann, der im Auto saß, sei gestorben.", "gestorben", "die", "police"),
    ("de", "Die Regierung bestreitet, Gefangene festzuhalten.", "festzuhalten", "arrest", "government"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "words", "predicate", "claimant"), MAIN_VERBS)
def test_main_verb(lang: str, text: str, words: str, predicate: str, claimant: str) -> None:
    reading = _claim(text, lang, words).reading
    assert reading.predicate is not None
    assert reading.claimant is not None
    assert (reading.predicate.key, reading.claimant.key) == (predicate, claimant)


# What somebody else says after a denial is not the denier's.
def test_a_third_voice_denies_nothing() -> None:
    text = (
        "The ministry said the militia had shelled the clinic. The militia rejected the accusation. "
        "The Relief Doctors Network said six children were treated."
    )
    assert _claim(text, "en", "six children").reading.denies is None


# That something may be or was disputed, nobody saying by whom, denies nothing that was said before.
def test_a_denial_of_nobody_denies_nothing() -> None:
    text = "The militia shelled the clinic, the ministry said. This part of the ruling may well be contested."
    assert _claim(text, "en", "contested").reading.denies is None


# What a figure beside a noun tells of: losses, attacks with so many weapons, acts so many times, the first of two.
FIGURES = [
    ("en", "Officials put the rebels' losses at more than 200 fighters.", "200", "lose-lives", "soldier"),
    ("en", "The losses of the rebels stood at 200 fighters, the army said.", "200", "lose-lives", "soldier"),
    ("en", "The army said Israel had violated the truce 12 times.", "12", "violate", "incident"),
    ("en", "Each side handed over 150 soldiers, Moscow said.", "150", "free", "soldier"),
    ("en", "The army said 87 of the drones and three of the missiles had been shot down.", "87", "down", "drone"),
    ("en", "He left when twelve houses and three schools were destroyed.", "twelve", "destroy", "house"),
    ("de", "Das Ministerium bezifferte die ukrainischen Verluste auf 250 Soldaten.", "250", "lose-lives", "soldier"),
    ("de", "Sie sagte, dass zwölf Häuser und drei Schulen zerstört worden seien.", "zwölf", "destroy", "house"),
    ("de", "Sie sagte, zwölf Häuser und drei Schulen seien zerstört worden.", "zwölf", "destroy", "house"),
    ("de", "Die Armee meldete einen Angriff mit 20 Drohnen auf Odessa.", "20", "strike", "drone"),
    ("de", "Die Armee sprach von zwölf Verstößen der Rebellen.", "zwölf", "violate", "incident"),
    ("de", "Es seien keine Zivilisten getroffen worden, hieß es.", "keine", "be-hit", "civilian"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "words", "predicate", "thing"), FIGURES)
def test_what_a_figure_tells_of(lang: str, text: str, words: str, predicate: str, thing: str) -> None:
    reading = _claim(text, lang, words).reading
    assert reading.predicate is not None
    assert reading.thing is not None
    assert (reading.predicate.key, reading.thing.key) == (predicate, thing)


# Figures listed together share the place and the time their clause tells; the rest of the hurt those of the first.
@pytest.mark.parametrize(
    ("lang", "text", "words", "place"),
    [
        ("en", "Rebels killed 12 soldiers and three nurses in Goma on Monday.", "12 soldiers", "goma-cd-11"),
        ("de", "Die Rebellen töteten in Goma 12 Soldaten und drei Ärzte.", "drei Ärzte", "goma-cd-11"),
        ("en", "Three people were killed in Kharkiv and four in Odesa.", "Three people", "kharkiv-ua-07"),
        ("en", "Drones were fired at Ukraine. Two people died in Odesa. Five others were hurt.", "Five", "odesa-ua-17"),
    ],
)
def test_shared_place(lang: str, text: str, words: str, place: str) -> None:
    found = _claim(text, lang, words).reading.place
    assert found is not None
    assert found.key == place


# A body is not the state in whose capital it sits, and who charges somebody is the claimant.
@pytest.mark.parametrize(
    ("lang", "text", "claimant"),
    [
        ("en", "A research group in London said 40 people had died.", "~research group in london"),
        ("en", "Officials in Kyiv said 40 people had died.", "ukraine:official"),
        ("de", "Das Institut für Kriege in Washington nannte 40 Tote.", "think-tank"),
        ("de", "Die Armee warf Israel vor, 40 Menschen getötet zu haben.", "armed-forces"),
    ],
)  # fmt: skip
def test_seat(lang: str, text: str, claimant: str) -> None:
    found = _claim(text, lang, "40").reading.claimant
    assert found is not None
    assert found.key == claimant


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "All targets were hit, the ministry said."), ("de", "Alle Ziele seien getroffen worden, hieß es.")],
)
def test_targets_that_were_hit_are_no_aims(lang: str, text: str) -> None:
    reading = _claim(text, lang, text.split()[1]).reading
    assert reading.predicate is not None
    assert (load().family_of(reading.predicate.key), reading.modality.value) == ("strike", "actual")
