"""Lines become sections: title, deck, summary, headings, body, and what is no part of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from verifier.domain.document import Section
from verifier.domain.enums import SectionKind
from verifier.domain.span import Span
from verifier.ingest.lines import Line

_TOP = 12
"""How many lines down a "Published" line may stand and still have the title above it."""


@dataclass(slots=True)
class Layout:
    """What the lines of a document tell about it."""

    sections: list[Section] = field(default_factory=list)
    title: str | None = None
    published: date | None = None
    updated: date | None = None
    credits: tuple[str, ...] = ()


def read_layout(lines: Sequence[Line]) -> Layout:
    """Sort the lines of one document into sections; what is unsure is body."""
    return _Reader(lines).read()


class _Reader:
    """Goes through the lines once, remembering the part of the article it is in."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.layout = Layout()
        self.summary = False
        self.day: date | None = None
        self.body_seen = False
        self.deck_open = False
        self.heads = self._first_lines()

    def read(self) -> Layout:
        """The layout of all lines."""
        for i, line in enumerate(self.lines):
            kind, span = self._kind(i, line)
            if kind is SectionKind.BODY:
                self.body_seen = True
            if kind in (SectionKind.BODY, SectionKind.HEADING, SectionKind.SUMMARY) and i > self.heads[1]:
                self.deck_open = False
            self.layout.sections.append(Section(kind, span, self.day))
        return self.layout

    def _first_lines(self) -> tuple[int, int]:
        """The indices of the title and of the last line of the document's head."""
        for i, line in enumerate(self.lines[:_TOP]):
            published = line.published
            if published is None:
                continue
            self.layout.published, self.layout.updated, at = published
            title = i if at > 0 else self._title_above(i)
            self.deck_open = True
            return title, i
        first = next((i for i, line in enumerate(self.lines[:3]) if line.heading_mark or line.may_be_heading), -1)
        alone = first >= 0 and any(line.is_stopped for line in self.lines[first + 1 :])
        if first >= 0 and self.lines[first].is_byline:
            alone = False
        return (first, first) if alone or (first >= 0 and self.lines[first].heading_mark) else (-1, -1)

    def _title_above(self, published: int) -> int:
        for i in range(published - 1, -1, -1):
            line = self.lines[i]
            if not (line.is_boilerplate or line.is_byline or line.bare_date or line.is_url):
                return i
        return -1

    def _kind(self, i: int, line: Line) -> tuple[SectionKind, Span]:
        title, head = self.heads
        if i == title:
            return SectionKind.TITLE, self._title_span(line)
        if i <= head:
            return SectionKind.BOILERPLATE, line.span
        plain = self._plain_kind(i, line)
        if plain is not None:
            return plain, line.span
        mark = line.heading_mark
        if mark or self._is_heading(i, line):
            self.summary = line.is_summary_label
            return SectionKind.HEADING, Span(line.span.start + mark, line.span.end)
        span = Span(line.span.start + line.list_mark, line.span.end)
        if self.summary:
            lead_in = line.text.endswith(":")
            return (SectionKind.BOILERPLATE if lead_in else SectionKind.SUMMARY), span
        if self.deck_open and not self.body_seen and i <= head + 2:
            return SectionKind.DECK, span
        return SectionKind.BODY, span

    def _plain_kind(self, i: int, line: Line) -> SectionKind | None:
        """Lines that are no part of what the article tells."""
        if line.bare_date is not None:
            self.day = line.bare_date
            return SectionKind.BOILERPLATE
        if line.is_url or line.is_boilerplate or line.text in ("---", "***", "* * *"):
            return SectionKind.BOILERPLATE
        if line.is_credit:
            self.layout.credits = tuple(dict.fromkeys((*self.layout.credits, *(line.agencies or ()))))
            return SectionKind.CREDIT
        if line.is_caption or self._describes_picture(i, line):
            return SectionKind.CAPTION
        if self._is_link_title(i, line):
            return SectionKind.BOILERPLATE
        if i == len(self.lines) - 1 and line.is_fragments:
            return SectionKind.BOILERPLATE
        return None

    def _title_span(self, line: Line) -> Span:
        published = line.published
        end = line.span.start + published[2] if published is not None and published[2] > 0 else line.span.end
        start = line.span.start + line.heading_mark
        self.layout.title = line.text[start - line.span.start : end - line.span.start].strip()
        return Span(start, max(start, start + len(self.layout.title)))

    def _next(self, i: int) -> Line | None:
        return self.lines[i + 1] if i + 1 < len(self.lines) else None

    def _describes_picture(self, i: int, line: Line) -> bool:
        """The words of a picture stand right above its caption."""
        following = self._next(i)
        return following is not None and not following.gap and following.is_caption and not line.is_stopped

    def _is_link_title(self, i: int, line: Line) -> bool:
        """Bare words above a bare address are its link's title, unless they head a section."""
        following = self._next(i)
        return following is not None and following.is_url and line.may_be_link

    def _is_heading(self, i: int, line: Line) -> bool:
        """Bare words over a paragraph; in a text of bare words there are no headings."""
        if line.is_summary_label:
            return True
        following = next((other for other in self.lines[i + 1 : i + 4] if not other.is_url), None)
        if not line.may_be_heading or line.list_mark or following is None:
            return False
        return (
            following.is_stopped
            or following.bare_date is not None
            or (following.may_be_heading and self._stopped_soon(i))
        )

    def _stopped_soon(self, i: int) -> bool:
        return any(other.is_stopped for other in self.lines[i + 1 : i + 5])
