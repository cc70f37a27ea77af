"""A picture of when: the time each claim speaks of, the day it was said, and the day it was published."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from verifier.export.outline import visible

WIDTH = 640
_SIDE, _ROW, _TOP = 12, 40, 8


@dataclass(frozen=True, slots=True)
class Moment:
    """One claim: ``first`` to ``last`` is what it speaks of (open where None), then when it was said and published."""

    label: str
    first: date | None
    last: date | None
    said: date | None
    published: date | None

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(day for day in (self.first, self.last, self.said, self.published) if day is not None)


def timeline_svg(moments: Sequence[Moment], show: Callable[[date], str]) -> str:
    """An SVG time line of ``moments``; empty where fewer than two days are known. ``show`` writes a day."""
    days = [day for m in moments for day in m.days]
    if not days:
        return ""
    first, last = min(days), max(days)
    span = max((last - first).days, 1)
    inner = WIDTH - 2 * _SIDE - 40

    def at(day: date | None, edge: float) -> float:
        return edge if day is None else round(_SIDE + 20 + inner * (day - first).days / span, 1)

    shown = [m for m in moments if m.days]
    height = _TOP + len(shown) * _ROW + 28
    told = "; ".join(escape(visible(_told(m, show))) for m in shown)
    parts = [
        f'<svg class="timeline" role="img" viewBox="0 0 {WIDTH} {height}" xmlns="http://www.w3.org/2000/svg">',
        f"<title>{told}</title>",
    ]
    for number, moment in enumerate(shown):
        y = _TOP + number * _ROW + 28
        parts.append(f'<text x="{_SIDE}" y="{y - 12}" font-size="13" fill="currentColor">{_label(moment)}</text>')
        if moment.first or moment.last:
            left, right = at(moment.first, _SIDE), at(moment.last, WIDTH - _SIDE)
            box = f'x="{left - 4}" width="{round(right - left + 8, 1)}" y="{y - 4}" height="8" rx="4"'
            parts.append(f'<rect {box} fill="currentColor"/>')
        if moment.published:
            x = at(moment.published, 0)
            parts.append(f'<line x1="{x}" x2="{x}" y1="{y - 9}" y2="{y + 9}" stroke="currentColor" stroke-width="2"/>')
        if moment.said:
            parts.append(
                f'<circle cx="{at(moment.said, 0)}" cy="{y}" r="6" fill="none" stroke="currentColor" stroke-width="2"/>'
            )
    base = _TOP + len(shown) * _ROW + 6
    parts.append(
        f'<line x1="{_SIDE}" x2="{WIDTH - _SIDE}" y1="{base}" y2="{base}" stroke="currentColor" opacity="0.4"/>'
        f'<text x="{_SIDE}" y="{base + 17}" font-size="12" fill="currentColor">{escape(show(first))}</text>'
    )
    if last != first:
        parts.append(
            f'<text x="{WIDTH - _SIDE}" y="{base + 17}" font-size="12" text-anchor="end" '
            f'fill="currentColor">{escape(show(last))}</text>'
        )
    return "".join([*parts, "</svg>"])


def _label(moment: Moment) -> str:
    text = visible(moment.label)
    return escape(text if len(text) <= 90 else text[:89] + "…")


def _told(moment: Moment, show: Callable[[date], str]) -> str:
    days = [show(day) for day in (moment.first, moment.last) if day]
    marks = ", ".join(show(day) for day in (moment.said, moment.published) if day)
    return f"{moment.label}: {' – '.join(dict.fromkeys(days))}" + (f" ({marks})" if marks else "")
