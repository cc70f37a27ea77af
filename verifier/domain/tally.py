"""A table of figures, and what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from verifier.domain.enums import Aspect
from verifier.domain.span import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """What one column counts. ``thing`` is a noun; with ``thing_column`` the row itself names it.

    ``part_of`` is the column whose figure this one is a part of.
    """

    column: str
    predicate: str
    agent: str | None = None
    patient: str | None = None
    thing: str | None = None
    thing_column: str | None = None
    aspect: Aspect = Aspect.EVENT_COUNT
    unit: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class TallyMapping:
    """What a whole table says: who answers for it, for when each row holds, and what its columns count.

    ``start`` and ``end`` are columns with dates or moments, local to the place; without ``end`` a row holds
    for the day of its start. ``things`` gives the nouns for the words the table itself uses.
    """

    start: str
    figures: tuple[Figure, ...]
    end: str | None = None
    claimant: str | None = None
    place: str | None = None
    place_column: str | None = None
    outlet: str | None = None
    lang: str = "en"
    delimiter: str = ","
    things: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its value without quotation marks, and the span of that value in the text."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class TallyRow:
    """One row: its cells by column, and the span of the whole row."""

    cells: Mapping[str, Cell]
    span: Span
