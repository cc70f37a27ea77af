"""A report as a sequence of blocks: what HTML, Markdown, Word and PDF all say, each in its own letters."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a document or a person, never our own: they are shown as they are, and cannot mark anything up."""

    text: str
    lang: str | None = None


Text = tuple[str | Said, ...]
"""Our words and those of others, one after the other."""


@dataclass(frozen=True, slots=True)
class Heading:
    """``anchor`` is what an address can point at, on pages."""

    level: int
    text: Text
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``style`` is plain, lead, meta or notice."""

    text: Text
    style: str = "plain"


@dataclass(frozen=True, slots=True)
class Quote:
    words: Said


@dataclass(frozen=True, slots=True)
class Facts:
    """Names of fields with their values."""

    rows: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Items:
    rows: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The first cell of a row names it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """``svg`` is drawn by ourselves. Formats without drawings show ``strips``: a label and the same in letters."""

    heading: Heading
    svg: str
    caption: str
    columns: tuple[str, str]
    strips: tuple[tuple[Text, str], ...]


Block = Heading | Paragraph | Quote | Facts | Items | Table | Picture


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole report; the title is its only heading of level 1."""

    title: Text
    lang: str
    blocks: tuple[Block, ...]


def visible(text: str, keep: str = "\n") -> str:
    """``text`` with hidden characters named: none of them can turn the direction of a line or end a file early."""
    if text.isprintable():
        return text
    return "".join(
        f"[U+{ord(c):04X}]" if c not in keep and (unicodedata.category(c) in _HIDDEN or c in _NONCHARACTERS) else c
        for c in text
    )


def plain_text(text: Text) -> str:
    """A text without its marks, on one line."""
    words = "".join(part if isinstance(part, str) else visible(part.text) for part in text)
    return " ".join(words.split())


_HIDDEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
_NONCHARACTERS = "\ufffe\uffff"
