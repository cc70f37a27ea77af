"""A publication as it is read: one text with its sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from verifier.domain.enums import Precision, SectionKind
from verifier.domain.span import Span


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a snapshot; ``dated_on`` is its own date in a live blog."""

    kind: SectionKind
    span: Span
    dated_on: date | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A document as read from a file, before it is stored: text, metadata and sections in order.

    ``credits`` names the agencies credited at the foot ("(AFP, Reuters)").
    """

    name: str
    text: str
    sections: tuple[Section, ...]
    title: str | None = None
    published_on: datetime | None = None
    updated_on: datetime | None = None
    date_precision: Precision = Precision.NONE
    outlet: str | None = None
    lang: str | None = None
    url: str | None = None
    credits: tuple[str, ...] = ()
    raw: bytes = field(default=b"", repr=False)
