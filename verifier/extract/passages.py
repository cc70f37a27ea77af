"""The sentences of a passage as attribution reads them: joined where a quotation runs on, with their quotes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.domain.span import Span
from verifier.extract.quotes import Quote
from verifier.text.shadow import shadow_of
from verifier.text.tokens import Token

_FAR = 400
_FEW = 12

Range = tuple[int, int]
"""Token indices ``[first, last)`` of one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One or more sentences that a quotation holds together.

    ``quoted`` gives for each token the number of its quotation in ``quotes`` or -1; ``quotes`` are token
    ranges with their marks. ``starts`` are the indices at which a sentence begins. ``paragraph`` counts
    the paragraphs of the passage. ``unclosed`` is true where a quotation goes on in the next paragraph.
    """

    tokens: Sequence[Token]
    quoted: Sequence[int]
    quotes: Sequence[Range]
    starts: Sequence[int]
    paragraph: int
    unclosed: bool = False
    lang: str = "en"

    def span(self, part: Range) -> Span:
        """The letters of a token range."""
        return Span(self.tokens[part[0]].span.start, self.tokens[part[1] - 1].span.end)

    def sentence_of(self, i: int) -> Range:
        """The sentence that token ``i`` belongs to; of an endless one only what stands near ``i``."""
        n = bisect_right(self.starts, i)
        begin = self.starts[n - 1] if n else 0
        end = self.starts[n] if n < len(self.starts) else len(self.tokens)
        return max(begin, i - _FAR), min(end, i + _FAR)

    def quotes_after(self, i: int) -> Sequence[Range]:
        """The next few quotations that open at token ``i`` or later."""
        n = bisect_left(self.quotes, (i, i))
        return self.quotes[n : n + _FEW]

    @property
    def all_quoted(self) -> bool:
        """Whether nothing but quoted words and marks stands in the line."""
        return bool(self.quotes) and not any(
            quote < 0 and token.text[0].isalnum() for token, quote in zip(self.tokens, self.quoted, strict=True)
        )


def lines_of(text: str, sentences: Sequence[Sequence[Token]], quotes: Sequence[Quote], lang: str) -> list[Line]:
    """The lines of a passage: sentences joined where a quotation is open between them or goes on in lower case."""
    groups: list[list[Sequence[Token]]] = []
    paragraphs: list[int] = []
    q = paragraph = 0
    for sentence in sentences:
        if not sentence:
            continue
        begin = sentence[0].span.start
        if groups:
            end = groups[-1][-1][-1].span.end
            broken = "\n" in shadow_of(text[end:begin])
            paragraph += broken
            while q < len(quotes) and quotes[q].span.end <= end:
                q += 1
            inside = q < len(quotes) and quotes[q].span.start < end and begin < quotes[q].span.end
            if not broken and (inside or _goes_on(groups[-1][-1], sentence)):
                groups[-1].append(sentence)
                continue
        groups.append([sentence])
        paragraphs.append(paragraph)
    return [replace(line, lang=lang) for line in _with_quotes(groups, paragraphs, quotes)]


def _goes_on(before: Sequence[Token], sentence: Sequence[Token]) -> bool:
    """Whether a splitter cut a sentence after the end of a quotation ('"Why?" he asked')."""
    return before[-1].text in {'"', "'"} and sentence[0].text[0].islower()


def _with_quotes(
    groups: Sequence[Sequence[Sequence[Token]]], paragraphs: Sequence[int], quotes: Sequence[Quote]
) -> list[Line]:
    lines: list[Line] = []
    q = 0
    for group, paragraph in zip(groups, paragraphs, strict=True):
        tokens = [token for sentence in group for token in sentence]
        starts, at = [], 0
        for sentence in group:
            starts.append(at)
            at += len(sentence)
        while q < len(quotes) and quotes[q].span.end <= tokens[0].span.start:
            q += 1
        lines.append(_line(tokens, starts, paragraph, quotes, q))
    return lines


def _line(tokens: Sequence[Token], starts: Sequence[int], paragraph: int, quotes: Sequence[Quote], q: int) -> Line:
    quoted = [-1] * len(tokens)
    ranges: list[Range] = []
    unclosed = False
    i = 0
    while q < len(quotes) and quotes[q].span.start < tokens[-1].span.end:
        while i < len(tokens) and tokens[i].span.start < quotes[q].span.start:
            i += 1
        first = i
        while i < len(tokens) and tokens[i].span.start < quotes[q].span.end:
            quoted[i] = len(ranges)
            i += 1
        if i > first:
            ranges.append((first, i))
            unclosed = not quotes[q].closed
        q += 1
    return Line(tokens, quoted, ranges, starts, paragraph, unclosed)
