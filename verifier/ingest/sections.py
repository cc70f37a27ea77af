"""Lines become sections: title, deck, summary, headings, body, and what is no part of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from verifier.domain.document import Section
from verifier.domain.enums import SectionKind
from verifier.domain.span import Span
from verifier.ingest.datelines import read_dateline
from verifier.ingest.heads import find_head
from verifier.ingest.lines import Line
from verifier.ingest.scraps import is_scraps
from verifier.ingest.stamps import read_stamp

_FIRST_PARAGRAPHS = 2


@dataclass(slots=True)
class Layout:
    """What the lines of a document tell about it."""

    sections: list[Section] = field(default_factory=list)
    title: str | None = None
    published: date | None = None
    updated: date | None = None
    credits: tuple[str, ...] = ()


def read_layout(lines: Sequence[Line], lang: str | None) -> Layout:
    """Sort the lines of one document into sections; what is unsure is body."""
    return _Reader(lines, lang).read()


class _Reader:
    """Goes through the lines once, remembering the part of the article it is in."""

    def __init__(self, lines: Sequence[Line], lang: str | None) -> None:
        self.lines = lines
        self.lang = lang
        self.head = find_head(lines)
        self.layout = Layout(published=self.head.published, updated=self.head.updated)
        self.summary: int | None = None
        self.day: date | None = None
        self.paragraphs = 0
        self.is_spaced = any(line.gap for line in lines)
        self.has_permalinks = self._has_permalinks()

    def read(self) -> Layout:
        """The layout of all lines."""
        for i, line in enumerate(self.lines):
            kind, span = self._kind(i, line)
            if kind is SectionKind.BODY:
                span = self._after_dateline(line, span)
                self.paragraphs += 1
            self.layout.sections.append(Section(kind, span, self._day(i) if kind is SectionKind.HEADING else self.day))
        return self.layout

    def _kind(self, i: int, line: Line) -> tuple[SectionKind, Span]:
        if i == self.head.title:
            return SectionKind.TITLE, self._title_span(line)
        span = Span(line.span.start + (line.heading_mark or line.list_mark), line.span.end)
        plain = self._plain_kind(i, line)
        if plain is not None:
            return plain, line.span
        if i < self.head.last or i < self.head.title:
            return self._head_kind(i, line), span
        if line.heading_mark or self._is_heading(i, line):
            self.summary = i if line.is_summary_label and not self.paragraphs else None
            return SectionKind.HEADING, span
        if self._is_summary(line):
            return (SectionKind.BOILERPLATE if line.is_lead_in else SectionKind.SUMMARY), span
        return (SectionKind.DECK if self._is_deck(i) else SectionKind.BODY), span

    def _plain_kind(self, i: int, line: Line) -> SectionKind | None:
        """Lines that are no part of what the article tells."""
        stamp = read_stamp(line.text)
        if stamp is not None and stamp.start == 0:
            self.day = self.day if stamp.labelled else stamp.published
            return SectionKind.BOILERPLATE
        if line.is_boilerplate:
            return SectionKind.BOILERPLATE
        if line.is_credit:
            self._add_credits(line.agencies or ())
            return SectionKind.CREDIT
        if line.is_caption or self._describes_picture(i, line):
            return SectionKind.CAPTION
        if self._is_link_title(i, line) or (i == len(self.lines) - 1 > 0 and is_scraps(line, self.lang)):
            return SectionKind.BOILERPLATE
        return None

    def _head_kind(self, i: int, line: Line) -> SectionKind:
        """Lines around the title: navigation above it, a deck between it and the dates."""
        if line.is_stopped:
            return SectionKind.BODY if i < self.head.title or self.head.title < 0 else SectionKind.DECK
        return SectionKind.BOILERPLATE if i < self.head.title or len(line.text.split()) < 4 else SectionKind.DECK

    def _title_span(self, line: Line) -> Span:
        start = line.span.start + line.heading_mark
        span = Span(start, max(start, line.span.start + self.head.title_length))
        self.layout.title = line.text[line.heading_mark : self.head.title_length].strip()
        return span

    def _after_dateline(self, line: Line, span: Span) -> Span:
        """The span of a first paragraph without its dateline, which becomes a credit of its own."""
        dateline = read_dateline(line.shadow) if self.paragraphs < _FIRST_PARAGRAPHS else None
        if dateline is None or line.list_mark:
            return span
        self._add_credits(dateline.agencies)
        self.layout.published = self.layout.published or dateline.day
        told = len(line.text[: dateline.end].rstrip())
        self.layout.sections.append(Section(SectionKind.CREDIT, Span(span.start, span.start + told), self.day))
        return Span(line.span.start + dateline.end, span.end)

    def _add_credits(self, names: Sequence[str]) -> None:
        self.layout.credits = tuple(dict.fromkeys((*self.layout.credits, *names)))

    def _next(self, i: int) -> Line | None:
        return self.lines[i + 1] if i + 1 < len(self.lines) else None

    def _day(self, i: int) -> date | None:
        """The date of a heading: the one right below it, else the one above."""
        following = self._next(i)
        stamp = read_stamp(following.text) if following is not None else None
        return stamp.published if stamp is not None and not stamp.labelled else self.day

    def _is_deck(self, i: int) -> bool:
        """The paragraph right below the dates, set off from the body by a link, a picture or a heading."""
        following = self._next(i)
        if not self.head.has_stamp or i != self.head.last + 1 or following is None:
            return False
        return following.is_boilerplate or following.is_caption or following.may_be_heading

    def _is_summary(self, line: Line) -> bool:
        """Whether the line still belongs to the summary: a list ends with its marks, a block at an empty line."""
        if self.summary is None:
            return False
        first = self.lines[self.summary + 1]
        if (first.list_mark and not line.list_mark) or (self.is_spaced and not first.gap and line.gap):
            self.summary = None
        return self.summary is not None

    def _describes_picture(self, i: int, line: Line) -> bool:
        """In a text with empty lines, the words of a picture stand right above its caption."""
        following = self._next(i)
        if following is None or not self.is_spaced or following.gap or line.is_stopped or line.heading_mark:
            return False
        return following.is_caption

    def _is_link_title(self, i: int, line: Line) -> bool:
        """Bare words above a bare address are its link's title, unless such addresses stand below all headings."""
        following = self._next(i)
        return following is not None and following.is_url and line.may_be_link and not self.has_permalinks

    def _has_permalinks(self) -> bool:
        """Whether the headings of the text are followed by their address, and none stands without."""
        linked = bare = 0
        for i, line in enumerate(self.lines[self.head.last + 1 : -1], self.head.last + 1):
            if line.heading_mark:
                return False
            if not line.may_be_link or line.is_boilerplate or line.is_summary_label or read_stamp(line.text):
                continue
            below = self.lines[i + 1]
            linked += below.is_url and i + 2 < len(self.lines) and self.lines[i + 2].is_stopped
            bare += below.is_stopped and not below.is_url
        return linked >= 2 and not bare

    def _is_heading(self, i: int, line: Line) -> bool:
        """Bare words over a paragraph; in a text of bare words there are no headings."""
        if line.is_summary_label:
            return True
        below = [other for other in self.lines[i + 1 : i + 5] if not other.is_url]
        if not line.may_be_heading or line.list_mark or not below:
            return False
        if below[0].is_stopped or read_stamp(below[0].text) is not None:
            return True
        return below[0].may_be_heading and any(other.is_stopped for other in below)
