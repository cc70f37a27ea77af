"""Delimited text with the place of every cell, which the standard reader does not keep."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.domain.span import Span
from verifier.domain.tally import Cell
from verifier.errors import InputRefused


def read_cells(text: str, delimiter: str = ",") -> Iterator[list[Cell]]:
    """The rows of ``text`` as RFC 4180 reads them; empty lines are left out.

    The span of a quoted cell lies within its marks; its value has doubled marks made single.
    Raises InputRefused where a quotation mark is never closed.
    """
    at, end = 0, len(text)
    while at < end:
        row: list[Cell] = []
        while True:
            cell, at = _quoted(text, at) if text.startswith('"', at) else _plain(text, at, delimiter)
            row.append(cell)
            if not text.startswith(delimiter, at):
                break
            at += len(delimiter)
        if len(row) > 1 or row[0].value.strip():
            yield row
        at = _after_break(text, at)


def _plain(text: str, start: int, delimiter: str) -> tuple[Cell, int]:
    stop = min(_found(text, mark, start) for mark in (delimiter, "\n", "\r"))
    return Cell(text[start:stop], Span(start, stop)), stop


def _quoted(text: str, start: int) -> tuple[Cell, int]:
    at = start + 1
    while True:
        close = text.find('"', at)
        if close < 0:
            raise InputRefused(f"A quotation mark opens at character {start + 1:,} and is never closed.")
        if not text.startswith('""', close):
            return Cell(text[start + 1 : close].replace('""', '"'), Span(start + 1, close)), close + 1
        at = close + 2


def _after_break(text: str, at: int) -> int:
    """The start of the next row; what follows a closing mark up to the line's end belongs to no cell."""
    at = min(_found(text, mark, at) for mark in ("\n", "\r"))
    return at + 2 if text.startswith("\r\n", at) else at + 1


def _found(text: str, mark: str, start: int) -> int:
    place = text.find(mark, start)
    return place if place >= 0 else len(text)
