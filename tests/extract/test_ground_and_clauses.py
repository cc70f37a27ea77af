"""What main clauses tell beside what describes their subject, and who takes, holds or loses a place."""

from __future__ import annotations

import pytest

from verifier.domain.claim import Claim
from verifier.extract.reader import read_claims
from verifier.ingest import read_document


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
