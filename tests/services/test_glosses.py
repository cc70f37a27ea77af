"""Slots glossed for readers of the other language, from reference data alone."""

from __future__ import annotations

import pytest

from verifier.domain.attribution import Actor
from verifier.domain.claim import Place, Reading, Term
from verifier.domain.enums import ClaimKind
from verifier.services.glosses import glosses_of, side_name


@pytest.mark.parametrize(
    ("slot", "value", "names"),
    [
        ("predicate", Term("repel", "abwehren"), {"en": "repel", "de": "abwehren"}),
        ("predicate", Term("~frobnicate", "frobnicate"), None),
        ("thing", Term("drone", "Drohne"), {"en": "drone", "de": "Drohne"}),
        ("thing", Term("~Dings", "Dings"), None),
        ("agent", Actor("russia", "Russland", "state"), {"en": "Russia", "de": "Russland"}),
        ("patient", Actor("~die feuerwehr", "die Feuerwehr", "org"), None),
        ("place", Place("germany", "Germany"), {"en": "Germany", "de": "Deutschland"}),
        ("place", Place("kherson-region", "Cherson"), {"en": "Kherson", "de": "Cherson"}),
        ("place", Place("~hinterdorf", "Hinterdorf"), None),
    ],
)
def test_what_reference_data_knows_is_named_in_both_languages(
    slot: str, value: object, names: dict[str, str] | None
) -> None:
    reading = Reading(ClaimKind.EVENT, "text", "text", **{slot: value})  # type: ignore[arg-type]
    assert glosses_of(reading) == ({} if names is None else {slot: names})


@pytest.mark.parametrize(
    ("slug", "lang", "name"),
    [
        ("united-states", "en", "United States"),
        ("germany", "de", "Deutschland"),
        ("rights-groups-of-the-town", "de", "rights groups of the town"),
    ],
)
def test_sides_are_named_for_the_reader(slug: str, lang: str, name: str) -> None:
    assert side_name(slug, lang) == name
