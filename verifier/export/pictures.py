"""The pictures of a dispute: its numbers as intervals, and its claims in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from verifier.domain.interval import Interval
from verifier.export.intervals_svg import Row, intervals_svg
from verifier.export.outline import Heading, Picture, plain_text, visible
from verifier.export.shown import Record, show_day, show_number, show_who
from verifier.export.timeline_svg import Moment, timeline_svg
from verifier.export.words import Words


def draw_numbers(words: Words, claims: Sequence[Record], level: int) -> Picture | None:
    """Intervals of the numbers that share the unit of the first; None without at least two."""
    counted = [c for c in claims if c["number"] is not None]
    rows = []
    for claim in counted:
        number = claim["number"]
        if number["unit"] == counted[0]["number"]["unit"]:
            hard, soft = (Interval(*number[name]) for name in ("hard", "soft"))
            who = plain_text(show_who(words, claim, first=True))
            rows.append(Row(who, visible(number["surface"], ""), hard, soft, number["point"]))
    if len(rows) < 2:
        return None
    title = words.label("intervals")
    return Picture(
        Heading(level, (title,)),
        intervals_svg(rows, title, lambda value: show_number(words, value)),
        words.label("intervals_note"),
    )


def draw_times(words: Words, claims: Sequence[Record], level: int) -> Picture | None:
    """The claims in time; None where no two days are known."""
    moments = []
    for claim in claims:
        time = claim["event_time"] or {"from": None, "to": None}
        days = [date.fromisoformat(day) if day else None for day in (time["from"], time["to"], claim["stated_on"])]
        moments.append(Moment(plain_text(show_who(words, claim, first=True)), *days))
    if len({day for m in moments for day in (m.first, m.last, m.said) if day}) < 2:
        return None
    drawn = timeline_svg(moments, lambda day: show_day(words, day.isoformat()))
    return Picture(Heading(level, (words.label("timeline"),)), drawn, words.label("timeline_note"))
