"""Intervals of values, open or closed at each end, bounded or not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """The values from ``lo`` to ``hi``; ``None`` means unbounded on that side."""

    lo: float | None
    hi: float | None
    lo_open: bool = False
    hi_open: bool = False

    def __post_init__(self) -> None:
        if self.lo is not None and self.hi is not None and self.lo > self.hi:
            raise ValueError(f"an interval must be ordered, not [{self.lo}, {self.hi}]")

    def overlaps(self, other: Interval) -> bool:
        """Whether at least one value lies in both intervals."""
        return not (self.is_below(other) or other.is_below(self))

    def is_below(self, other: Interval) -> bool:
        """Whether every value of this interval lies under every value of ``other``."""
        if self.hi is None or other.lo is None:
            return False
        if self.hi == other.lo:
            return self.hi_open or other.lo_open
        return self.hi < other.lo

    def covers(self, other: Interval) -> bool:
        """Whether ``other`` lies wholly inside this interval."""
        low = self.lo is None or (
            other.lo is not None
            and (self.lo < other.lo or (self.lo == other.lo and (not self.lo_open or other.lo_open)))
        )
        high = self.hi is None or (
            other.hi is not None
            and (self.hi > other.hi or (self.hi == other.hi and (not self.hi_open or other.hi_open)))
        )
        return low and high

    def scale(self, factor: float, offset: float = 0.0) -> Interval:
        """The interval with both bounds converted by ``x * factor + offset`` (factor > 0)."""
        return Interval(
            None if self.lo is None else self.lo * factor + offset,
            None if self.hi is None else self.hi * factor + offset,
            self.lo_open,
            self.hi_open,
        )
