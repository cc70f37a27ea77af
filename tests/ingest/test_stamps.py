"""Lines that only say when."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.ingest.stamps import is_time, read_stamp

MAY_7 = date(2024, 5, 7)
MAY_8 = date(2024, 5, 8)


@pytest.mark.parametrize(
    ("line", "start", "published", "updated"),
    [
        ("Published May 7, 2024", 0, MAY_7, None),
        ("Published May 7, 2024last updated May 8, 2024", 0, MAY_7, MAY_8),
        ("Storm closes portPublished May 7, 2024last updated May 8, 2024", 17, MAY_7, MAY_8),
        ("Updated: 8 May 2024, 10:15 GMT", 0, MAY_8, MAY_8),
        ("Veröffentlicht am 7. Mai 2024, zuletzt aktualisiert am 8. Mai 2024", 0, MAY_7, MAY_8),
        ("Stand: 07.05.2024, 18:30 Uhr", 0, MAY_7, None),
        ("Tuesday, May 7, 2024", 0, MAY_7, None),
        ("2024-05-07", 0, MAY_7, None),
        ("7. Mai 2024", 0, MAY_7, None),
    ],
)
def test_a_stamp_gives_its_dates(line: str, start: int, published: date, updated: date | None) -> None:
    stamp = read_stamp(line)
    assert stamp is not None
    assert (stamp.start, stamp.published, stamp.updated) == (start, published, updated)


# A line that says anything beside its date is no stamp.
@pytest.mark.parametrize(
    "line",
    [
        "The law was published on May 7, 2024, by the ministry.",
        "On May 7, 2024, the bridge collapsed.",
        "Am 7. Mai 2024 stürzte die Brücke ein.",
        "The figures, last updated May 7, 2024, show 40 dead.",
        "May 45, 2024",
        "7",
        "Published",
        "",
    ],
)
def test_a_sentence_with_a_date_is_no_stamp(line: str) -> None:
    assert read_stamp(line) is None


@pytest.mark.parametrize(("line", "expected"), [("10:15", True), ("18.30 Uhr", True), ("At 10:15 shells fell.", False)])
def test_bare_times_are_told(line: str, expected: bool) -> None:
    assert is_time(line) is expected
