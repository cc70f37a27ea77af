"""Times in both languages: what each phrase covers, seen from a section date."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.domain.enums import Precision, TimeBasis
from verifier.extract.dates import DateMention, DateRelation, dates_in

ANCHOR = date(2024, 11, 12)  # a Tuesday


def read_one(text: str, lang: str, anchor: date | None = ANCHOR) -> DateMention:
    found = dates_in(text, lang, anchor)
    assert len(found) == 1, [mention.surface for mention in found]
    return found[0]


def covered(mention: DateMention) -> tuple[str | None, str | None]:
    """The start and end as days, with the hour where it is not midnight."""

    def shown(when: datetime | None) -> str | None:
        return when.strftime("%Y-%m-%d" + (" %H" if when.hour else "")) if when else None

    return shown(mention.time.start), shown(mention.time.end)


# Dates with their year need no section date and keep the precision they were told with.
@pytest.mark.parametrize(
    ("lang", "text", "surface", "start", "end", "precision"),
    [
        ("en", "The bridge opened on 3 March 2021.", "3 March 2021", "2021-03-03", "2021-03-04", "day"),
        ("en", "The bridge opened on March 3rd, 2021.", "March 3rd, 2021", "2021-03-03", "2021-03-04", "day"),
        ("en", "Filed on 2021-03-03 at the court.", "2021-03-03", "2021-03-03", "2021-03-04", "day"),
        ("en", "Filed on 23/4/2021 at the court.", "23/4/2021", "2021-04-23", "2021-04-24", "day"),
        ("en", "Filed on 4/23/2021 at the court.", "4/23/2021", "2021-04-23", "2021-04-24", "day"),
        ("en", "The factory closed in April 2019.", "April 2019", "2019-04-01", "2019-05-01", "month"),
        ("en", "The factory closed in Sept. 2019.", "Sept. 2019", "2019-09-01", "2019-10-01", "month"),
        ("en", "The factory closed in 2019.", "2019", "2019-01-01", "2020-01-01", "year"),
        (
            "en",
            "It fell in the second quarter of 2019.",
            "second quarter of 2019",
            "2019-04-01",
            "2019-07-01",
            "season",
        ),
        ("en", "Output fell in Q2 2019.", "Q2 2019", "2019-04-01", "2019-07-01", "season"),
        ("en", "Rents rose in the summer of 2019.", "summer of 2019", "2019-06-01", "2019-09-01", "season"),
        ("en", "Rents rose in late 2019.", "late 2019", "2019-09-01", "2020-01-01", "season"),
        ("en", "Rents rose in mid-April 2019.", "mid-April 2019", "2019-04-11", "2019-04-21", "week"),
        ("en", "The dam dates from the 1960s.", "1960s", "1960-01-01", "1970-01-01", "year"),
        ("de", "Die Brücke wurde am 3. März 2021 eröffnet.", "3. März 2021", "2021-03-03", "2021-03-04", "day"),
        ("de", "Die Brücke wurde am 03.03.2021 eröffnet.", "03.03.2021", "2021-03-03", "2021-03-04", "day"),
        ("de", "Das Werk schloss im April 2019.", "April 2019", "2019-04-01", "2019-05-01", "month"),
        ("de", "Das Werk schloss im Jahr 2019.", "Jahr 2019", "2019-01-01", "2020-01-01", "year"),
        ("de", "Das Werk schloss 2019 endgültig.", "2019", "2019-01-01", "2020-01-01", "year"),
        ("de", "Das Werk schloss Ende 2019.", "Ende 2019", "2019-09-01", "2020-01-01", "season"),
        ("de", "Er sank im zweiten Quartal 2019.", "zweiten Quartal 2019", "2019-04-01", "2019-07-01", "season"),
        ("de", "Er sank im ersten Halbjahr 2019.", "ersten Halbjahr 2019", "2019-01-01", "2019-07-01", "season"),
        ("de", "Im Winter 2019/20 fiel kaum Schnee.", "Winter 2019/20", "2019-12-01", "2020-03-01", "season"),
        ("de", "In den 1960er Jahren entstand der Damm.", "1960er Jahren", "1960-01-01", "1970-01-01", "year"),
    ],
)
def test_dates_of_the_calendar(lang: str, text: str, surface: str, start: str, end: str, precision: str) -> None:
    for anchor in (ANCHOR, None):
        mention = read_one(text, lang, anchor)
        assert (mention.surface, *covered(mention)) == (surface, start, end)
        assert mention.time.precision == precision
        assert mention.time.basis is TimeBasis.EXPLICIT
        assert not mention.needs_anchor


# Without a year, a weekday, day or month is the latest one told of; the future tense makes it the next.
@pytest.mark.parametrize(
    ("lang", "text", "start", "end"),
    [
        ("en", "The council met on Thursday.", "2024-11-07", "2024-11-08"),
        ("en", "The council met on Tuesday.", "2024-11-12", "2024-11-13"),
        ("en", "The council will meet on Thursday.", "2024-11-14", "2024-11-15"),
        ("en", "The council is expected to meet on Thursday.", "2024-11-14", "2024-11-15"),
        ("en", "The council was dissolved in December.", "2023-12-01", "2024-01-01"),
        ("en", "The council will be dissolved in December.", "2024-12-01", "2025-01-01"),
        ("en", "It could fall apart after the mayor leaves office in January.", "2025-01-01", "2025-02-01"),
        ("en", "The council met on 2 November.", "2024-11-02", "2024-11-03"),
        ("en", "The council will meet on November 20.", "2024-11-20", "2024-11-21"),
        ("en", "The council will discuss the July 25 call.", "2024-07-25", "2024-07-26"),
        ("en", "A hearing on Friday 15 November", "2024-11-15", "2024-11-16"),
        ("de", "Der Rat tagte am Donnerstag.", "2024-11-07", "2024-11-08"),
        ("de", "Der Rat wird am Donnerstag tagen.", "2024-11-14", "2024-11-15"),
        ("de", "Der Rat soll am Donnerstag sein Amt antreten.", "2024-11-14", "2024-11-15"),
        ("de", "Im Juli konnten nur drei Sitze besetzt werden.", "2024-07-01", "2024-08-01"),
        ("de", "Der Rat soll am Donnerstag getagt haben.", "2024-11-07", "2024-11-08"),
        ("de", "Der Rat wurde im Dezember aufgelöst.", "2023-12-01", "2024-01-01"),
        ("de", "Der Rat tagte am 2. November.", "2024-11-02", "2024-11-03"),
        ("de", "Der Rat tagte am kommenden Freitag.", "2024-11-15", "2024-11-16"),
        ("de", "Der Rat tagte am vergangenen Dienstag.", "2024-11-05", "2024-11-06"),
    ],
)
def test_open_years_and_weeks(lang: str, text: str, start: str, end: str) -> None:
    mention = read_one(text, lang)
    assert covered(mention) == (start, end)
    assert mention.time.basis is TimeBasis.DATELINE
    assert mention.needs_anchor


# Relative times count from the section date.
@pytest.mark.parametrize(
    ("lang", "text", "start", "end", "precision"),
    [
        ("en", "The ferry sank yesterday.", "2024-11-11", "2024-11-12", "day"),
        ("en", "The ferry sank the day before yesterday.", "2024-11-10", "2024-11-11", "day"),
        ("en", "The ferry sank last month.", "2024-10-01", "2024-11-01", "month"),
        ("en", "The ferry sank early last month.", "2024-10-01", "2024-10-11", "week"),
        ("en", "The ferry sank last week.", "2024-11-04", "2024-11-11", "week"),
        ("en", "The ferry sank earlier this year.", "2024-01-01", "2024-11-13", "year"),
        ("en", "The ferry sank three days ago.", "2024-11-09", "2024-11-10", "day"),
        ("en", "The ferry sank two weeks ago.", "2024-10-26", "2024-11-02", "week"),
        ("en", "The ferry sank two years ago.", "2022-01-01", "2023-01-01", "year"),
        ("en", "The ferry sank over the weekend.", "2024-11-09", "2024-11-11", "week"),
        ("en", "Rents rose over the past three years.", "2021-11-12", "2024-11-13", "year"),
        ("en", "It hopes to hire 40 people over the next three months.", "2024-11-12", "2025-02-13", "month"),
        ("en", "A decision will come in two weeks.", "2024-11-23", "2024-11-30", "week"),
        ("en", "The ferry sank on Monday of last week.", "2024-11-04", "2024-11-05", "day"),
        ("en", "The two are to meet in June.", "2025-06-01", "2025-07-01", "month"),
        ("de", "Der Tunnel soll bis Juni fertig sein.", None, "2025-07-01", "month"),
        ("de", "Er soll bis Juni krank gewesen sein.", None, "2024-07-01", "month"),
        ("de", "Die Fähre sank gestern.", "2024-11-11", "2024-11-12", "day"),
        ("de", "Die Fähre sank im vergangenen Monat.", "2024-10-01", "2024-11-01", "month"),
        ("de", "Die Fähre sank Anfang vergangener Woche.", "2024-11-04", "2024-11-06", "day"),
        ("de", "Die Fähre sank vor drei Tagen.", "2024-11-09", "2024-11-10", "day"),
        ("de", "Die Fähre sank vor zwei Wochen.", "2024-10-26", "2024-11-02", "week"),
        ("de", "Die Fähre sank am Wochenende.", "2024-11-09", "2024-11-11", "week"),
        ("de", "Die Mieten stiegen in den letzten zwei Jahren.", "2022-11-12", "2024-11-13", "year"),
        ("de", "Die Mieten stiegen im vorvergangenen Jahr.", "2022-01-01", "2023-01-01", "year"),
    ],
)
def test_relative_times(lang: str, text: str, start: str, end: str, precision: str) -> None:
    mention = read_one(text, lang)
    assert covered(mention) == (start, end)
    assert mention.time.precision == precision


# Parts of a day are kept to the hour; a night begins on the evening before its morning.
@pytest.mark.parametrize(
    ("lang", "text", "start", "end"),
    [
        ("en", "Shells fell overnight.", "2024-11-11 18", "2024-11-12 08"),
        ("en", "Shells fell on Sunday morning.", "2024-11-10 05", "2024-11-10 12"),
        ("en", "Shells fell on Sunday night.", "2024-11-10 18", "2024-11-11 08"),
        ("en", "Shells fell last night.", "2024-11-11 18", "2024-11-12 08"),
        ("en", "Shells fell in the early hours of Sunday.", "2024-11-10", "2024-11-10 06"),
        ("en", "Shells fell in the early hours of the morning.", "2024-11-12", "2024-11-12 06"),
        ("de", "In der Nacht zu Montag fielen Granaten.", "2024-11-10 18", "2024-11-11 08"),
        ("de", "In der Nacht auf Montag fielen Granaten.", "2024-11-10 18", "2024-11-11 08"),
        ("de", "In der Nacht zum 3. November fielen Granaten.", "2024-11-02 18", "2024-11-03 08"),
        ("de", "Am Sonntagmorgen fielen Granaten.", "2024-11-10 05", "2024-11-10 12"),
        ("de", "Am Sonntag früh fielen Granaten.", "2024-11-10 05", "2024-11-10 12"),
        ("de", "Gestern Abend fielen Granaten.", "2024-11-11 18", "2024-11-12"),
        ("de", "Am Abend fielen Granaten.", "2024-11-12 18", "2024-11-13"),
    ],
)
def test_parts_of_days(lang: str, text: str, start: str, end: str) -> None:
    mention = read_one(text, lang)
    assert covered(mention) == (start, end)
    assert mention.time.precision is Precision.HOUR


# The words before a time tell how what is told lies to it.
@pytest.mark.parametrize(
    ("lang", "text", "relation", "start", "end"),
    [
        ("en", "The port has been shut since May 2023.", "since", "2023-05-01", "2024-11-13"),
        ("en", "Hundreds left since the mine closed in May 2023.", "since", "2023-05-01", "2024-11-13"),
        ("en", "The port must reopen by the end of the year.", "until", None, "2025-01-01"),
        ("en", "The port was built before 1990.", "before", None, "1990-01-01"),
        ("en", "The port was built after 1990.", "after", "1991-01-01", None),
        ("en", "Just 40 stood there ahead of the raid on the mill in August.", "before", "2024-07-01", "2024-08-01"),
        ("en", "It was shut from 3 to 5 May.", "on", "2024-05-03", "2024-05-06"),
        ("en", "It was shut from May to September 2020.", "between", "2020-05-01", "2020-10-01"),
        ("en", "It was shut between Thursday and Saturday.", "between", "2024-11-07", "2024-11-10"),
        ("en", "It must close before the end of the year.", "before", None, "2025-01-01"),
        ("en", "It was shut before the 1999 uprising.", "before", None, "2000-01-01"),
        ("en", "It reopened after the 1999 uprising.", "after", "1999-01-01", None),
        ("en", "It was shut from October to February.", "between", "2023-10-01", "2024-03-01"),
        ("en", "It was shut for two years.", "for", None, None),
        ("en", "The visit comes a day after the fleet left port.", "after", "2024-11-11", "2024-11-12"),
        ("de", "Der Hafen ist seit Mai 2023 geschlossen.", "since", "2023-05-01", "2024-11-13"),
        ("de", "Der Hafen ist seit zwei Jahren geschlossen.", "since", "2022-11-12", "2024-11-13"),
        ("de", "Der Hafen bleibt bis Ende des Jahres geschlossen.", "until", None, "2025-01-01"),
        ("de", "Die Frist läuft bis Freitag.", "until", None, "2024-11-16"),
        ("de", "Von 1985 bis 1995 war er zu.", "between", "1985-01-01", "1996-01-01"),
        ("de", "Zwischen Donnerstag und Samstag war er zu.", "between", "2024-11-07", "2024-11-10"),
        ("de", "Vom 3. bis 5. Mai war er zu.", "on", "2024-05-03", "2024-05-06"),
    ],
)
def test_relations(lang: str, text: str, relation: str, start: str | None, end: str | None) -> None:
    mention = read_one(text, lang)
    assert mention.relation == relation
    assert covered(mention) == (start, end)


# What counts from the section date stays open without one, and so does what counts from some other event.
@pytest.mark.parametrize(
    ("lang", "text", "anchor"),
    [
        ("en", "The ferry sank on Thursday.", None),
        ("en", "The ferry sank in November.", None),
        ("en", "The ferry sank overnight.", None),
        ("en", "Two days later the ferry sank.", ANCHOR),
        ("en", "The next day the ferry sank.", ANCHOR),
        ("de", "Die Fähre sank am Donnerstag.", None),
        ("de", "Die Fähre sank im Sommer.", None),
        ("de", "Die Fähre sank vor einigen Wochen.", None),
        ("de", "Zwei Tage später sank die Fähre.", ANCHOR),
    ],
)
def test_times_that_cannot_be_placed(lang: str, text: str, anchor: date | None) -> None:
    mention = read_one(text, lang, anchor)
    assert covered(mention) == (None, None)
    assert mention.time.basis is TimeBasis.UNKNOWN


# Words and numbers that only look like times.
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Prices may march ahead of wages."),
        ("en", "Theresa May spoke and the Sun wrote about it."),
        ("en", "About 2000 soldiers and 1,950 tonnes arrived."),
        ("en", "We met in the morning session."),
        ("en", "He sat on the second floor for a second."),
        ("en", "We agreed to spring a surprise and not to fall."),
        ("en", "The Su-57 flew at 1.5 times the speed."),
        ("en", "She scored 3.5 points."),
        ("de", "So geht es nicht, sagte Mo."),
        ("de", "Rund 2000 Soldaten und 1,950 Tonnen kamen an."),
        ("de", "Er steht vor dem Haus und nach der Brücke."),
        ("de", "Das kostet 3.500 Euro im Schnitt."),
        ("de", "Ernst August kam zu spät."),
    ],
)
def test_look_alikes(lang: str, text: str) -> None:
    assert dates_in(text, lang, ANCHOR) == []


def test_several_times_in_order() -> None:
    found = dates_in("On Sunday it rained; last month it snowed, and in 2021 neither.", "en", ANCHOR)
    assert [mention.surface for mention in found] == ["Sunday", "last month", "2021"]


def test_the_line_of_the_command() -> None:
    line = read_one("Shells fell on\u00a0Sunday night.", "en").as_json()
    assert line == {
        "start": 15,
        "end": 27,
        "surface": "Sunday night",
        "from": "2024-11-10",
        "to": "2024-11-12",
        "precision": "hour",
    }


_PIECES = (
    "on in since by before the last next past two 3 31 12th 2023 1999 99999 May March Tuesday week weeks year years "
    "ago early end of from to between and - / . , Q2 overnight morning 90 s century vor seit am im Ende Nacht zu "
    "vergangenen Mai Montag Wochen Jahr Jahrhundert 12.11. 30.02.2024 999 later decades"
)


def test_reading_stays_linear() -> None:
    """A hostile sentence of months, ranges and phases costs no more than twice as much when it is twice as long."""
    for piece in ("between May ", "the last week of ", "since it in May 2023 to ", "a day after ", "mid early end of "):
        times = []
        for count in (400, 1600):
            began = time.process_time()
            dates_in(piece * count, "en", ANCHOR)
            times.append(time.process_time() - began)
        assert times[1] < 10 * times[0] + 0.5


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES.split()), max_size=14), st.sampled_from(["en", "de"]), st.none() | st.dates())
def test_any_words_give_sound_times(pieces: list[str], lang: str, anchor: date | None) -> None:
    text = " ".join(pieces)
    end = 0
    for mention in dates_in(text, lang, anchor):
        assert mention.surface == text[mention.span.start : mention.span.end]
        assert mention.span.start >= end
        end = mention.span.end
        if mention.time.start and mention.time.end:
            assert mention.time.start < mention.time.end
        for edge in (mention.time.start, mention.time.end):
            assert edge is None or edge.tzinfo is UTC
        if anchor is None and mention.needs_anchor:
            assert mention.time.start is None or mention.relation is DateRelation.UNTIL
        assert mention.as_json()["start"] == mention.span.start
