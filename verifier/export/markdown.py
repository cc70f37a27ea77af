"""A report in Markdown that stays text: nothing quoted can become markup, a link or another line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.export.outline import (
    Block,
    Facts,
    Heading,
    Items,
    Outline,
    Paragraph,
    Picture,
    Quote,
    Said,
    Table,
    Text,
    visible,
)

_SPECIAL = "\\`*_{}[]<>#|~!&"
_LINKS = ("://", "www.", "@")
_OPENS_BLOCK = re.compile(r"^(\d{0,9})([-+=.)])(?=\s|$|[-=])")


def to_markdown(outline: Outline) -> str:
    """The text of the file, pictures drawn in letters."""
    parts = [f"# {_line(outline.title)}", *(_block(block) for block in outline.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, text=text):
            return f"{'#' * level} {_line(text)}"
        case Paragraph(text, style):
            return f"**{_line(text)}**" if style == "notice" else _line(text)
        case Quote(words):
            return f"> {_escaped(words.text)}"
        case Facts(rows):
            return "\n".join(f"- {name}: {_line(text)}" for name, text in rows)
        case Items(rows):
            return "\n".join(f"- {_line(text)}" for text in rows)
        case Table():
            return "\n".join(_table(block))
        case Picture():
            return "\n\n".join((_block(block.heading), "\n".join(_strips(block)), block.caption))


def _table(table: Table) -> Iterator[str]:
    yield "| " + " | ".join(_escaped(column) for column in table.columns) + " |"
    yield "|" + " --- |" * len(table.columns)
    for row in table.rows:
        yield "| " + " | ".join(_line(cell) for cell in row) + " |"


def _strips(picture: Picture) -> Iterator[str]:
    yield f"| {picture.columns[0]} | {picture.columns[1]} |"
    yield "| --- | --- |"
    for label, strip in picture.strips:
        yield f"| {_line(label)} | `{strip}` |"


def _line(text: Text) -> str:
    line = "".join(_escaped(p.text) if isinstance(p, Said) else p for p in text)
    return " ".join(line.split())


def _escaped(text: str) -> str:
    """Words of others on one line, every mark that Markdown knows disarmed; addresses make no links."""
    flat = visible(" ".join(text.split()), "")
    flat = "".join("\\" + c if c in _SPECIAL else c for c in flat)
    for mark in _LINKS:
        flat = flat.replace(mark, "".join("\\" + c if c in ":.@" else c for c in mark))
    return _OPENS_BLOCK.sub(lambda found: found[1] + "\\" + found[2], flat)
