"""A quantity as a text states it."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.domain.enums import Qualifier, QuantityKind, Trend
from verifier.domain.interval import Interval
from verifier.domain.span import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its wording: what it entails (hard) and what a careful reader understands (soft).

    ``point``, ``low`` and ``high`` are the values as written (before unit conversion): a range has
    ``low`` and ``high``, a bound the end it names beside its ``point``, a vague power of ten ("thousands") its
    decade, anything else ``point`` alone; "dozens" and "several" have none of the three.
    ``hard`` and ``soft`` are in ``unit`` as written. ``thing`` is the counted thing's reference slug,
    or the lemma of the counted noun where the reference data has none; ``thing_span`` its words.
    ``part_of`` is the offset at which the whole's surface starts, for "17 of 22". ``granularity`` is
    the power of ten of the last non-zero digit. ``figure`` is the number with its unit, without the
    wording around it, and ``noun`` the counted noun with its modifiers; neither is stored.
    """

    span: Span
    surface: str
    kind: QuantityKind
    hard: Interval
    soft: Interval
    qualifier: Qualifier = Qualifier.BARE
    point: float | None = None
    low: float | None = None
    high: float | None = None
    stance: str | None = None
    trend: Trend | None = None
    granularity: float | None = None
    unit: str | None = None
    unit_name: str | None = None
    thing: str | None = None
    thing_span: Span | None = None
    part_of: int | None = None
    figure: Span | None = None
    noun: str | None = None

    @property
    def is_none(self) -> bool:
        """Whether it says that there was none of what is counted."""
        return self.qualifier is Qualifier.NONE
