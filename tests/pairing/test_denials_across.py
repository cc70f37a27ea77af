"""A denial in one text against what another asserts: that very matter, not what only shares a noun or another party."""

from __future__ import annotations

import pytest

from tests.pairing.reading import claims_of
from verifier.pairing.ladder import compare_claims


def _queued(lang: str, told: str, denial: str) -> list[tuple[str, str]]:
    """Relation and rule of the pairs of two texts that a reviewer would see."""
    pairs = ((one, other) for one in claims_of(told, lang, "one") for other in claims_of(denial, lang, "other"))
    compared = (compare_claims(one, other) for one, other in pairs)
    return [(c.relation.value, c.rule) for c in compared if c.relation.is_queued]


_FIRED = "Die Polizei erklärte, die Wachleute hätten am Montag in Orvel das Rathaus angezündet."

DENIED = [
    ("en", "The army shelled the clinic in Orvel on Monday, residents said.",
     "Claims that the army had shelled the clinic in Orvel were untrue, the governor said."),
    ("en", "The army shelled the clinic in Orvel on Monday, residents said.",
     "At no point was the clinic in Orvel shelled by the army, the governor said."),
    ("en", "The army shelled the clinic in Orvel on Monday, residents said.",
     "The governor called reports that the army had shelled the clinic in Orvel a fabrication."),
    ("de", _FIRED, "Berichte, die Wachleute hätten in Orvel das Rathaus angezündet, seien erfunden, sagte die Firma."),
    ("de", _FIRED, "Es stimme nicht, dass die Wachleute in Orvel das Rathaus angezündet hätten, sagte die Firma."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "told", "denial"), DENIED)
def test_a_denial_contradicts_what_it_denies(lang: str, told: str, denial: str) -> None:
    assert _queued(lang, told, denial) == [("CONTRADICTS", "R8")]


UNPAIRED = [
    # Neither confirmed nor denied, and not ruled out.
    ("en", "The army shelled the clinic in Orvel on Monday, residents said.",
     "The army would neither confirm nor deny that it had shelled the clinic in Orvel."),
    ("de", _FIRED, "Die Firma schloss nicht aus, dass die Wachleute in Orvel das Rathaus angezündet hätten."),
    # Another matter of the same clinic.
    ("en", "The army shelled the clinic in Orvel on Monday, residents said.",
     "Claims that the clinic in Orvel had no power were untrue, the governor said."),
    # What one party is said not to have done may have been done by others.
    ("en", "The clinic in Orvel was hit on Monday, residents said.",
     "Claims that the army had hit the clinic in Orvel were untrue, the governor said."),
    ("de", "Zwei Raketen trafen am Montag das Werk in Orvel, sagten Anwohner.",
     "Die Darstellung, eine ukrainische Rakete habe das Werk in Orvel getroffen, sei falsch, sagten Fachleute."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "told", "denial"), UNPAIRED)
def test_what_is_not_the_denied_matter_stays_unpaired(lang: str, told: str, denial: str) -> None:
    assert _queued(lang, told, denial) == []
