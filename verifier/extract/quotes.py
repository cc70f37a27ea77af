"""Direct quotations: where quoted words open and close, with curly, straight, German and unbalanced marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.domain.span import Span

_DOUBLE = re.compile("[\"„“”«»‟]|''|‘‘|’’|``")
_SINGLE = re.compile("['‘’‚‹›]")
_ONLY_OPEN = {"„", "‟", "‘‘", "``", "‚"}
_ONLY_CLOSE = {"”", "’’"}
_LONGEST_SINGLE = 400


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words with their marks. ``closed`` is false where the paragraph ends before a closing mark."""

    span: Span
    closed: bool = True


def find_quotes(text: str, start: int, end: int) -> list[Quote]:
    """The outermost quotations of ``text[start:end]`` in order, none across the end of a paragraph."""
    quotes: list[Quote] = []
    for line in re.finditer(r"[^\n]+", text[start:end]):
        quotes += _in_paragraph(text, start + line.start(), start + line.end())
    return quotes


def _in_paragraph(text: str, start: int, end: int) -> list[Quote]:
    quotes: list[Quote] = []
    opened: int | None = None
    for mark in _DOUBLE.finditer(text, start, end):
        if opened is None:
            if not _closes_only(text, mark, start):
                opened = mark.start()
        elif not _opens_only(text, mark, end):
            quotes.append(Quote(Span(opened, mark.end())))
            opened = None
    if opened is not None:
        quotes.append(Quote(Span(opened, end), closed=False))
    if not quotes:
        quotes = _single(text, start, end)
    return quotes


def _closes_only(text: str, mark: re.Match[str], start: int) -> bool:
    """Whether a mark can only end a quotation: a stray one after a word, or a closing letterform."""
    if mark.group() in _ONLY_CLOSE:
        return not (mark.start() == start or text[mark.start() - 1].isspace())
    if mark.group() in _ONLY_OPEN:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1]
    return (before.isalnum() or before in ".!?,") and not after.isalnum()


def _opens_only(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a mark inside a quotation opens a nested one."""
    if mark.group() in _ONLY_OPEN:
        return True
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < end else " "
    return (before.isspace() or before == "(") and (after.isalnum() or after in "[('‘")


def _single(text: str, start: int, end: int) -> list[Quote]:
    """Quotations in single marks, as headlines use them; apostrophes inside words are none."""
    quotes: list[Quote] = []
    opened: int | None = None
    for mark in _SINGLE.finditer(text, start, end):
        before = text[mark.start() - 1] if mark.start() > start else " "
        after = text[mark.end()] if mark.end() < end else " "
        if opened is None:
            if not before.isalnum() and after.isalnum() and mark.group() not in "’›":
                opened = mark.start()
        elif not before.isspace() and not after.isalnum() and mark.group() not in "‚‹":
            if mark.end() - opened <= _LONGEST_SINGLE:
                quotes.append(Quote(Span(opened, mark.end())))
            opened = None
    return quotes
