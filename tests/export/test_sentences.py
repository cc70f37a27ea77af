"""The first sentences of a report: who says what against whom, and why it is a conflict; pictures drawn in letters."""

from __future__ import annotations

import re
from typing import Any

import pytest

from verifier.config import Settings
from verifier.export.outline import plain_text
from verifier.export.pictures import draw_numbers, draw_times
from verifier.export.sentences import tell_count, tell_finding, tell_relation
from verifier.export.strips import NONE, POINT, RING, STROKE, THICK, THIN, WIDTH, strip
from verifier.export.words import LANGUAGES, load_words
from verifier.services.build_report import freeze_report, render_report
from verifier.services.report_subject import Subject


def claim(
    who: str | None, quote: str, number: str | None = None, *, polarity: str = "+", kind: str = "role", **more: Any
) -> dict[str, Any]:
    """A claim as a report holds it, as far as sentences and pictures look."""
    value = float(number.split()[-1]) if number else 0.0
    bounds = {"hard": [value - 2, value + 2], "soft": [value - 1, value + 1], "unit": None, "point": value}
    told = {"surface": number, **bounds} if number else None
    common = {
        "lang": "en",
        "commitment": "asserted",
        "document": "pier.md",
        "event_time": None,
        "stated_on": None,
        "published": None,
    }
    fields = {"claimant": who, "quote": quote, "number": told, "polarity": polarity, "kind_of_source": kind}
    return {**common, **fields, **more}


def finding(lang: str, left: dict[str, Any], right: dict[str, Any], relation: str, strength: str, *same: str) -> str:
    slots = [{"slot": slot, "outcome": "same", "left": "x", "right": "x"} for slot in same]
    judged = {
        "left": "a", "right": "b", "relation": relation, "strength": strength, "aspect": None, "verdict": None,
        "slots": slots,
    }  # fmt: skip
    told = tell_finding(load_words(lang), {"conflicts": [judged]}, {"a": left, "b": right})
    return plain_text(told)


PORT = claim("The port authority", "12 boats sank", "12")
UNION = claim("The dockers' union", "some 20 boats sank", "some 20")
DENIED = claim("The governor", "the alarm failed", polarity="-", commitment="denied")
ALARM = claim("the watch", "the alarm failed", commitment="found")


@pytest.mark.parametrize(("lang", "told"), [("en", "gives no reasons."), ("de", "Gründe nennt es nicht.")])
def test_a_report_says_that_a_network_judged(lang: str, told: str) -> None:
    judged = {
        "left": "a", "right": "b", "relation": "CONTRADICTS", "strength": "soft", "aspect": "network",
        "independent": True, "slots": [],
    }  # fmt: skip
    assert tell_relation(load_words(lang), judged, {"a": DENIED, "b": ALARM}).endswith(told)


# who asserts stands first; an article in front of an office is written small inside a sentence, that of a name is not
CASES = [
    ("en", PORT, UNION, "DISPUTES", "hard", ("thing", "time"), "The port authority said “12 boats sank”; the dockers' "
     "union put it at “some 20”. Taken at their word, the two numbers exclude each other: both speak of the same thing "
     "and the same time."),
    ("en", PORT, UNION, "DISPUTES", "soft", ("thing",), "The port authority said “12 boats sank”; the dockers' union "
     "put it at “some 20”. The two numbers exclude each other, unless they speak of two different events or the count "
     "was still going on."),
    ("en", PORT, claim("the dockers' union", "some 15 boats sank", "some 15"), "DISPUTES", "soft", (), "The port "
     "authority said “12 boats sank”; the dockers' union put it at “some 15”. As usually understood, the two numbers "
     "do not fit together; their wording alone does not exclude it."),
    ("en", DENIED, ALARM, "CONTRADICTS", "hard", (), "The watch found “the alarm failed”; the governor denied this: "
     "“the alarm failed”. They cannot both be true."),
    ("en", claim("The Courier", "ten sank", kind="org"), claim("The Herald", "none sank", polarity="-", kind="org"),
     "CONTRADICTS", "hard", (), "The Courier said “ten sank”; The Herald said “none sank”. They cannot both be true."),
    ("en", claim(None, "ten sank"), claim("The Herald", "none sank", polarity="-", kind="org"), "CONTRADICTS", "hard",
     (), "The article itself (pier.md) said “ten sank”; The Herald said “none sank”. They cannot both be true."),
    ("en", PORT, claim("The port authority", "15 boats sank", "15"), "REVISES", "hard", (), "The port authority said "
     "“12 boats sank”, and elsewhere “15”. Both come from the same source, and the later number cannot be squared with "
     "the earlier one."),
    ("de", claim("Die Feuerwehr", "12 Boote sanken", "12"), claim("Die Werften", "20 Boote sanken", "20"), "DISPUTES",
     "hard", ("thing", "place", "time"), "„12 Boote sanken“, so die Feuerwehr; anders die Werften: „20“. Beim Wort "
     "genommen schließen die beiden Zahlen einander aus: Beide sprechen von derselben Sache, demselben Ort und "
     "derselben Zeit."),
    ("de", claim("Die Wache", "der Alarm versagte"),
     claim("Eva Lind", "der Alarm versagte", polarity="-", kind="person", commitment="denied"), "CONTRADICTS", "hard",
     (), "„der Alarm versagte“, so die Wache; anders Eva Lind: „der Alarm versagte“ treffe nicht zu. Beides zugleich "
     "kann nicht stimmen."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "left", "right", "relation", "strength", "same", "told"), CASES)
def test_the_finding_can_be_printed_as_it_is(
    lang: str, left: Any, right: Any, relation: str, strength: str, same: tuple[str, ...], told: str
) -> None:
    assert finding(lang, left, right, relation, strength, *same) == told


def test_what_the_desk_judged_to_be_no_conflict_is_not_told_as_one() -> None:
    claims = {"a": PORT, "b": UNION, "c": claim("the watch", "30 boats sank", "30")}
    pairs = [("a", "b", "not_comparable"), ("a", "c", None)]
    conflicts = [
        {
            "left": left,
            "right": right,
            "relation": "DISPUTES",
            "strength": "hard",
            "aspect": "quantity",
            "verdict": verdict,
            "slots": [],
        }
        for left, right, verdict in pairs
    ]
    words = load_words("en")
    assert "the watch put it at “30”" in plain_text(tell_finding(words, {"conflicts": conflicts}, claims))
    told = plain_text(tell_finding(words, {"conflicts": conflicts[:1]}, claims))
    assert told.endswith("put it at “some 20”. The desk has judged that this is no conflict.")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["collection", "selection", "document", "source"])
def test_a_report_on_several_questions_says_how_many(lang: str, kind: str) -> None:
    words = load_words(lang)
    told = [
        plain_text(tell_count(words, {"subject": {"kind": kind, "name": "Eva {n} Lind"}, "disputes": [{}] * number}))
        for number in (0, 1, 7)
    ]
    assert len(set(told)) == 3
    assert "7" in told[2]
    if kind == "source":
        assert all("Eva {n} Lind" in each for each in told)


def test_parts_of_a_strip_lie_where_their_shares_are() -> None:
    assert strip(()) == NONE * WIDTH
    assert strip([(0.0, 1.0, THIN)]) == THIN * WIDTH
    drawn = strip([(0.25, 0.75, THIN), (0.5, 0.5, POINT)])
    assert len(drawn) == WIDTH
    assert drawn.index(THIN) == WIDTH // 4
    assert drawn.index(POINT) == WIDTH // 2


def test_numbers_are_drawn_in_letters_too() -> None:
    picture = draw_numbers(load_words("en"), [PORT, UNION], 2)
    assert picture is not None
    low, high = (strip for _, strip in picture.strips)
    assert low.index(POINT) < high.index(POINT)
    for drawn in (low, high):
        assert drawn.index(THIN) < drawn.index(THICK) < drawn.index(POINT) < drawn.rindex(THIN)


def test_the_days_of_one_claim_alone_are_no_picture() -> None:
    days = {"from": "2024-05-01", "to": "2024-05-03", "precision": "day", "basis": "explicit"}
    assert draw_times(load_words("en"), [{**PORT, "event_time": days}, UNION], 2) is None


def test_days_are_drawn_in_letters_too() -> None:
    days = {"from": "2024-05-01", "to": "2024-05-03", "precision": "day", "basis": "explicit"}
    claims = [{**PORT, "event_time": days, "published": "2024-05-05"}, {**UNION, "stated_on": "2024-05-07"}, ALARM]
    picture = draw_times(load_words("en"), claims, 2)
    assert picture is not None
    assert picture.columns[1] == "1 May 2024 to 7 May 2024"
    assert [plain_text(label) for label, _ in picture.strips] == ["The port authority", "The dockers' union"]
    held, said = (strip for _, strip in picture.strips)
    assert held.startswith(THICK)
    assert held.endswith(NONE)
    assert held.index(STROKE) > held.rindex(THICK)
    assert said == NONE * (WIDTH - 1) + RING


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Chosen by place (harbour), kind of conflict (contradiction), state (waiting for a verdict)."),
        ("de", "Ausgewählt nach Ort (harbour), Art des Widerspruchs (Widerspruch), Stand (wartet auf ein Urteil)."),
    ],
)
def test_a_selection_names_its_properties_in_words(settings: Settings, lang: str, told: str) -> None:
    chosen = {"relation": "CONTRADICTS", "state": "waiting", "place": "harbour"}
    made = freeze_report(settings, Subject("selection", "", chosen), "rita")
    assert told in without_marks(render_report(settings, made.uid, "html", lang).decode())


def without_marks(page: str) -> str:
    return re.sub(r"</?bdi[^>]*>", "", page)
