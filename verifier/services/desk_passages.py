"""Stretches of a stored text with what is to be highlighted in them, counted in code points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.domain.span import Span
from verifier.services.desk_model import Paragraph, Piece


@dataclass(slots=True)
class Highlight:
    """A span to be marked: where two cover the same letters, the shorter one wins."""

    span: Span
    mark: str
    href: str | None = None
    anchor: str | None = None


def cut_paragraphs(text: str, whole: Span, highlights: Iterable[Highlight] = ()) -> tuple[Paragraph, ...]:
    """The lines of ``text[whole]`` that are not blank, each cut into pieces of one look."""
    inside = [h for h in highlights if h.span.overlaps(whole)]
    return tuple([_pieces(text, start, end, inside) for start, end in _lines(text, whole)])


def around(text: str, span: Span, section: Span, reach: int = 600) -> Span:
    """The paragraph a span stands in, within its section, cut at ``reach`` code points to either side."""
    start = max(text.rfind("\n", section.start, span.start) + 1, section.start)
    end = text.find("\n", span.end, section.end)
    end = section.end if end < 0 else end
    return Span(
        _word_start(text, max(start, span.start - reach), start), _word_end(text, min(end, span.end + reach), end)
    )


def _word_start(text: str, at: int, floor: int) -> int:
    if at == floor:
        return at
    blank = text.find(" ", at)
    return at if blank < 0 else blank + 1


def _word_end(text: str, at: int, ceiling: int) -> int:
    if at == ceiling:
        return at
    blank = text.rfind(" ", 0, at)
    return at if blank < 0 else blank


def _lines(text: str, whole: Span) -> Iterator[tuple[int, int]]:
    start = whole.start
    for line in text[whole.start : whole.end].split("\n"):
        if line and not line.isspace():
            yield start, start + len(line)
        start += len(line) + 1


def _pieces(text: str, start: int, end: int, highlights: Sequence[Highlight]) -> Paragraph:
    here = [h for h in highlights if h.span.start < end and start < h.span.end]
    if not here:
        return (Piece(text[start:end]),)
    here.sort(key=lambda h: h.span.end - h.span.start)
    cuts = {start, end}
    for h in here:
        cuts.add(max(h.span.start, start))
        cuts.add(min(h.span.end, end))
    return tuple([_piece(text, first, last, here) for first, last in pairwise(sorted(cuts))])


def _piece(text: str, start: int, end: int, here: Sequence[Highlight]) -> Piece:
    """A stretch with the look of the first of the highlights that covers it; ``here`` has the shortest first."""
    for h in here:
        if h.span.start <= start and end <= h.span.end:
            return Piece(text[start:end], h.mark, h.href, h.anchor if h.span.start == start else None)
    return Piece(text[start:end])
