"""The pictures of a dispute: its numbers as intervals, and its claims in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from verifier.domain.interval import Interval
from verifier.export.intervals_svg import Axis, Row, intervals_svg
from verifier.export.outline import Heading, Picture, Said, plain_text, visible
from verifier.export.shown import Record, show_day, show_number, show_who
from verifier.export.strips import POINT, RING, STROKE, THICK, THIN, Part, strip
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
    title, axis = words.label("intervals"), Axis(rows)
    return Picture(
        Heading(level, (title,)),
        intervals_svg(rows, title, lambda value: show_number(words, value)),
        words.label("intervals_note"),
        (words.label("claimant"), ""),
        tuple(((Said(f"{row.label}: {row.surface}"),), _interval_strip(axis, row)) for row in rows),
    )


def draw_times(words: Words, claims: Sequence[Record], level: int) -> Picture | None:
    """The claims in time; None where no two days of two claims are known."""
    moments = []
    for claim in claims:
        time = claim["event_time"] or {"from": None, "to": None}
        told = (time["from"], time["to"], claim["stated_on"], claim["published"])
        days = [date.fromisoformat(day) if day else None for day in told]
        moments.append(Moment(plain_text(show_who(words, claim, first=True)), *days))
    known = sorted({day for m in moments for day in m.days})
    if len(known) < 2 or sum(bool(m.days) for m in moments) < 2:
        return None
    ends = [show_day(words, day.isoformat()) for day in (known[0], known[-1])]
    return Picture(
        Heading(level, (words.label("timeline"),)),
        timeline_svg(moments, lambda day: show_day(words, day.isoformat())),
        words.label("timeline_note"),
        (words.label("claimant"), words.plain("format", "span", first=ends[0], last=ends[1])),
        tuple(((Said(m.label),), _time_strip(m, known[0], known[-1])) for m in moments if m.days),
    )


def _interval_strip(axis: Axis, row: Row) -> str:
    parts: list[Part] = []
    for bounds, letter in ((row.hard, THIN), (row.soft, THICK)):
        low, high = (None if end is None else axis.share(end) for end in (bounds.lo, bounds.hi))
        parts.append((low or 0.0, 1.0 if high is None else high, letter))
    if row.point is not None:
        parts.append((axis.share(row.point), axis.share(row.point), POINT))
    return strip(parts)


def _time_strip(moment: Moment, first: date, last: date) -> str:
    def share(day: date) -> float:
        return (day - first) / (last - first)

    parts: list[Part] = []
    if moment.first or moment.last:
        left, right = moment.first or first, moment.last or last
        parts.append((share(left), share(right), THICK))
    for day, letter in ((moment.published, STROKE), (moment.said, RING)):
        if day:
            parts.append((share(day), share(day), letter))
    return strip(parts)
