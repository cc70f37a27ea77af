"""Days known by the name of their feast: "at Christmas", "zu Ostern", "Pfingstmontag 2024"."""

from __future__ import annotations

from datetime import date, timedelta

from verifier.domain.enums import Precision
from verifier.extract import date_calendar as calendar
from verifier.extract import date_nearest as nearest
from verifier.extract.date_absolute import trailing_year
from verifier.extract.date_scene import Found, Scene


def read_feast(scene: Scene, i: int) -> Found:
    """A feast with its year, else the latest one on or before the section date (the next one in the future tense)."""
    feast = scene.get(i, "feast")
    if feast is None:
        return None
    eve = scene.has(i + 1, "eve")
    end, year = trailing_year(scene, i + 1 + eve)
    if year is not None:
        return end, calendar.day(_feast_in(year, feast) - timedelta(days=eve))
    if not scene.has(i - 1, "in", "to", "since", "until", "before", "after", "shift", "for"):
        return None
    if scene.anchor is None:
        return end, calendar.unknown(Precision.DAY)
    days = [_feast_in(scene.anchor.year + step, feast) - timedelta(days=eve) for step in (-1, 0, 1)]
    if scene.lies_ahead(i):
        return end, calendar.day(min(day for day in days if day >= scene.anchor), anchored=True)
    return end, calendar.day(max(day for day in days if day <= scene.anchor), anchored=True)


def _feast_in(year: int, feast: str) -> date:
    if feast.startswith("easter"):
        return nearest.easter_in(year) + timedelta(days=int(feast.removeprefix("easter") or 0))
    month, day = feast.split("-")
    return date(year, int(month), int(day))
