"""A picture of when competing figures hold and when they were said: two things that are never one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from xml.sax.saxutils import escape

WIDTH = 640
_LEFT, _RIGHT, _ROW, _TOP = 12, 12, 46, 8
_TICKS = 4
_LEAST = 5
_At = Callable[[date], float]


@dataclass(frozen=True, slots=True)
class Moment:
    """One figure: ``start`` to ``end`` is what it is about (either side open where None), ``said_on`` when it was said.

    ``is_expected`` marks goals and forecasts, which are drawn otherwise than what is told as a fact.
    """

    label: str
    start: date | None
    end: date | None
    said_on: date | None
    is_expected: bool = False

    @property
    def days(self) -> list[date]:
        return [day for day in (self.start, self.end, self.said_on) if day is not None]


def timeline_svg(moments: Sequence[Moment], tell: Callable[[str], str]) -> str:
    """An SVG picture of ``moments``, one under the other; empty where no day is known. ``tell`` gives its words."""
    days = [day for moment in moments for day in moment.days]
    if not days:
        return ""
    first, last = min(days) - timedelta(days=1), max(days) + timedelta(days=1)
    length = max((last - first).days, 1)

    def at(day: date) -> float:
        return round(_LEFT + (day - first).days / length * (WIDTH - _LEFT - _RIGHT), 1)

    foot = _TOP + len(moments) * _ROW + 4
    told = "; ".join(f"{m.label}: {_told(m, tell)}" for m in moments)
    parts = [
        f'<svg class="intervals" role="img" viewBox="0 0 {WIDTH} {foot + 22}" xmlns="http://www.w3.org/2000/svg">',
        f"<title>{escape(tell('When it holds and when it was said'))}</title><desc>{escape(told)}</desc>",
    ]
    for number, moment in enumerate(moments):
        y = _TOP + number * _ROW + 32
        label = moment.label if len(moment.label) <= 88 else moment.label[:87] + "…"
        parts.append(f'<text x="{_LEFT}" y="{y - 14}" font-size="13" fill="currentColor">{escape(label)}</text>')
        parts += [_bar(moment, at, y), _diamond(moment, at, y)]
    parts.append(
        f'<line x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{foot}" y2="{foot}" stroke="currentColor" opacity="0.4"/>'
    )
    for day in _ticks(first, last):
        parts.append(
            f'<text x="{at(day)}" y="{foot + 16}" font-size="11" text-anchor="middle" '
            f'fill="currentColor">{day.isoformat()}</text>'
        )
    return "".join([*parts, "</svg>"])


def _ticks(first: date, last: date) -> list[date]:
    """A few days along the axis, far enough from its ends for their names to fit."""
    length = (last - first).days
    steps = {round(length * (n + 0.5) / _TICKS) for n in range(_TICKS)}
    margin = length * 0.07
    return [first + timedelta(days=step) for step in sorted(steps) if margin <= step <= length - margin]


def _bar(moment: Moment, at: _At, y: int) -> str:
    if moment.start is None and moment.end is None:
        return ""
    left = at(moment.start) if moment.start is not None else float(_LEFT)
    right = at(moment.end) if moment.end is not None else float(WIDTH - _RIGHT)
    width = max(right - left, _LEAST)
    look = (
        'fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="4 3"'
        if moment.is_expected
        else 'fill="currentColor"'
    )
    return f'<rect x="{left}" y="{y - 4}" width="{round(width, 1)}" height="8" rx="3" {look}/>'


def _diamond(moment: Moment, at: _At, y: int) -> str:
    if moment.said_on is None:
        return ""
    x = at(moment.said_on)
    path = f"M{x} {y - 8}L{x + 7} {y}L{x} {y + 8}L{x - 7} {y}Z"
    return f'<path class="said-on" d="{path}" stroke="currentColor" stroke-width="1.5"/>'


def _told(moment: Moment, tell: Callable[[str], str]) -> str:
    holds = tell("for no stated time")
    if moment.start is not None or moment.end is not None:
        ends = {"start": moment.start or tell("an open start"), "end": moment.end or tell("an open end")}
        holds = tell("for %(start)s to %(end)s") % ends
    said = tell("said on no known day")
    if moment.said_on is not None:
        said = tell("said on %(day)s") % {"day": moment.said_on}
    return f"{holds}, {said}"
