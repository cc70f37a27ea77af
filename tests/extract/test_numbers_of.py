"""Whose number is told: "the number of dead", "that of the injured", "die der Vermissten", "its figure for arrests"."""

from __future__ import annotations

import pytest

from verifier.extract.reader import read_claims
from verifier.ingest import read_document


def _told(text: str) -> list[tuple[str, str | None]]:
    """The figures of a text, each with what is told of those it counts."""
    claims = read_claims(read_document(text.encode(), "text.md"), "text", "text")
    readings = [c.reading for c in claims if c.reading.quantity is not None]
    return [(r.quantity.surface, r.predicate.key if r.predicate else None) for r in readings if r.quantity]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Civil protection put the number of dead at five and that of the injured at 61.",
            [("five", "die"), ("61", "injure")],
        ),
        (
            "The number of dead rose to eight and the number of sick to 96, the office said.",
            [("eight", "die"), ("96", "exist")],
        ),
        ("The commission raised its figure for arrests to 188.", [("188", "arrest")]),
        ("The commission lowered its figure for turnout to 56 percent.", [("56 percent", "vote")]),
        ("Die Polizei hob ihre Schätzung der Teilnehmerzahl auf 13.000 an.", [("13.000", "attend")]),
        ("Die Klinik erhöhte ihre Zählung der Verletzten auf 26.", [("26", "injure")]),
        (
            "The company put the number of cancelled flights at 149 and the number of delayed flights at 60.",
            [("149", "cancel"), ("60", "delay-traffic")],
        ),
        (
            "Der Zivilschutz gab die Zahl der Toten mit fünf an, die der Verletzten mit 61.",
            [("fünf", "die"), ("61", "injure")],
        ),
        (
            "Die Zahl der Verletzten liegt bei 40, die der Vermissten bei sieben.",
            [("40", "injure"), ("sieben", "be-missing")],
        ),
        ("Die Zahl der Festnahmen erhöhte sich auf 188.", [("188", "arrest")]),
        ("Die Bahn bezifferte die Zahl der ausgefallenen Züge auf 149.", [("149", "service-cancelled")]),
    ],
)
def test_each_figure_is_of_those_whose_number_it_is(text: str, told: list[tuple[str, str | None]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize("text", ["Die Schulden der Stadt betragen 92 Millionen Euro.", "Die Schulden wuchsen."])
def test_debts_are_no_guilt(text: str) -> None:
    claims = read_claims(read_document(text.encode(), "text.md"), "text", "text")
    assert all(c.reading.predicate is None or c.reading.predicate.key != "be-guilty" for c in claims)


@pytest.mark.parametrize(
    "text",
    [
        "A drone came down near Plauru. Nobody was hurt there.",
        "Bei Plauru lag eine Drohne. Verletzt wurde dort niemand.",
    ],
)
def test_a_word_that_points_to_a_place_names_no_story(text: str) -> None:
    claims = read_claims(read_document(text.encode(), "text.md"), "text", "text")
    assert claims
    assert all("there" not in c.reading.names for c in claims)
