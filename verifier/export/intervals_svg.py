"""A picture of what the wording of several numbers says: thin what it entails, thick what a reader understands."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from verifier.domain.interval import Interval

WIDTH = 640
_LEFT, _RIGHT, _ROW, _TOP = 12, 12, 46, 8
_LOG_RATIO = 20
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One number: whose it is, as written, with both intervals in one unit and its point if it has one."""

    label: str
    surface: str
    hard: Interval
    soft: Interval
    point: float | None = None


class Axis:
    """Maps values to shares of its length and to pixels, evenly or by their logarithm."""

    def __init__(self, rows: Sequence[Row]) -> None:
        known = [v for r in rows for v in (r.hard.lo, r.hard.hi, r.soft.lo, r.soft.hi, r.point) if v is not None]
        low, high = (min(known), max(known)) if known else (0.0, 1.0)
        positive = [v for v in known if v > 0]
        self.log = bool(positive) and low >= 0 and max(positive) / min(positive) > _LOG_RATIO
        if self.log:
            low = min(positive)
            self.low, self.high = low / 1.3, high * 1.3
        else:
            margin = (high - low or abs(high) or 1.0) * 0.12
            self.low, self.high = low - margin, high + margin

    def at(self, value: float | None, open_end: float) -> float:
        """The pixel of a value; ``open_end`` where the interval has no bound there."""
        if value is None:
            return open_end
        share = self.share(value)
        return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)

    def share(self, value: float) -> float:
        """Where a value lies, from 0 to 1."""
        if not self.log:
            return (value - self.low) / (self.high - self.low)
        value = max(value, self.low)
        return math.log(value / self.low) / math.log(self.high / self.low)

    def ticks(self) -> list[float]:
        """A few round values along the axis."""
        if self.log:
            first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
            values = [m * 10**e for e in range(first, last + 1) for m in (1, 3)]
        else:
            step = _round_step((self.high - self.low) / _TICKS)
            values = [step * n for n in range(math.ceil(self.low / step), math.floor(self.high / step) + 1)]
        return [v for v in values if self.low <= v <= self.high and (v >= 0 or self.low < 0)]


def short(value: float) -> str:
    """A number as the pictures of the desk write it: thin spaces part thousands, as no language mistakes them."""
    return f"{value:,.2f}".rstrip("0").rstrip(".").replace(",", "\u202f")


def intervals_svg(
    rows: Sequence[Row], title: str = "What the wording says", show: Callable[[float], str] = short
) -> str:
    """An SVG picture of the intervals of ``rows``, one under the other; empty where there is nothing to draw.

    It carries no style of its own but classes and presentation attributes, so that a strict policy lets it stand.
    """
    if not rows:
        return ""
    axis = Axis(rows)
    height = _TOP + len(rows) * _ROW + 26
    told = "; ".join(f"{r.label}: {r.surface} [{_range(r.hard, show)}]" for r in rows)
    parts = [
        f'<svg class="intervals" role="img" viewBox="0 0 {WIDTH} {height}" xmlns="http://www.w3.org/2000/svg">',
        f"<title>{escape(title)}</title><desc>{escape(told)}</desc>",
        *(_row(axis, n, row) for n, row in enumerate(rows)),
        _scale(axis, _TOP + len(rows) * _ROW + 4, show),
        "</svg>",
    ]
    return "".join(parts)


def _row(axis: Axis, number: int, row: Row) -> str:
    y = _TOP + number * _ROW + 32
    hard = axis.at(row.hard.lo, _LEFT), axis.at(row.hard.hi, WIDTH - _RIGHT)
    soft = axis.at(row.soft.lo, _LEFT), axis.at(row.soft.hi, WIDTH - _RIGHT)
    mark = axis.at(row.point, 0) if row.point is not None else None
    shape = (
        f'<line class="hard" x1="{hard[0]}" x2="{hard[1]}" y1="{y}" y2="{y}" stroke="currentColor" stroke-width="2"/>'
    )
    if row.hard.hi is None:
        end = WIDTH - _RIGHT
        shape += (
            f'<path class="open" d="M{end - 6} {y - 4}L{end} {y}L{end - 6} {y + 4}" fill="none" stroke="currentColor"/>'
        )
    width = max(soft[1] - soft[0], 3)
    left = (soft[0] + soft[1] - width) / 2
    box = f'x="{round(left, 1)}" y="{y - 5}" width="{round(width, 1)}" height="10" rx="3"'
    shape += f'<rect class="soft" {box} fill="currentColor"/>'
    if mark is not None:
        shape += f'<circle class="point" cx="{mark}" cy="{y}" r="3.5" fill="currentColor"/>'
    words = f'<text x="{_LEFT}" y="{y - 14}" font-size="13" fill="currentColor">{escape(_cut(row))}</text>'
    return f'<g class="row-{number}">{words}{shape}</g>'


def _scale(axis: Axis, y: int, show: Callable[[float], str]) -> str:
    line = (
        f'<line class="axis" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y}" y2="{y}" stroke="currentColor" opacity="0.4"/>'
    )
    ticks, last = [], -100.0
    for value in axis.ticks():
        x = axis.at(value, 0)
        if x - last < 70:
            continue
        last = x
        ticks.append(
            f'<line x1="{x}" x2="{x}" y1="{y}" y2="{y + 4}" stroke="currentColor" opacity="0.4"/>'
            f'<text x="{x}" y="{y + 17}" font-size="11" text-anchor="middle" fill="currentColor">{show(value)}</text>'
        )
    return line + "".join(ticks)


def _cut(row: Row) -> str:
    text = f"{row.label}: {row.surface}"
    return text if len(text) <= 90 else text[:89] + "…"


def _round_step(size: float) -> float:
    power = 10 ** math.floor(math.log10(size)) if size > 0 else 1
    return float(next(m * power for m in (1, 2, 5, 10) if m * power >= size))


def _range(interval: Interval, show: Callable[[float], str]) -> str:
    low, high = ("…" if bound is None else show(bound) for bound in (interval.lo, interval.hi))
    return low if low == high else f"{low} – {high}"
