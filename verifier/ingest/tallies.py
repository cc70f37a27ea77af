"""A table of figures becomes a document with one section of rows; its mapping says what the columns mean."""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from typing import Any

from verifier.domain.document import Article, Section
from verifier.domain.enums import Aspect, SectionKind
from verifier.domain.span import Span
from verifier.domain.tally import Cell, Figure, TallyMapping, TallyRow
from verifier.errors import InputRefused
from verifier.ingest.delimited import read_cells
from verifier.ingest.documents import outlet_slug
from verifier.text.decode import decode_text

MAX_ROWS = 50_000


def read_mapping(raw: bytes) -> TallyMapping:
    """The mapping in a TOML file. Raises InputRefused, naming what is wrong or missing."""
    try:
        record = tomllib.loads(decode_text(raw))
    except tomllib.TOMLDecodeError as error:
        raise InputRefused(f"The mapping is no valid TOML: {error}.") from error
    figures = record.pop("figure", None)
    if not isinstance(figures, list) or not figures:
        raise InputRefused("The mapping has no [[figure]].")
    things = record.get("things", {})
    if not isinstance(things, dict) or not all(isinstance(noun, str) for noun in things.values()):
        raise InputRefused("The mapping's [things] must give a noun for each word.")
    return TallyMapping(**_known(TallyMapping, record), figures=tuple(_figure(each) for each in figures))


def _figure(record: Any) -> Figure:
    made = Figure(**_known(Figure, record if isinstance(record, dict) else {}))
    try:
        return replace(made, aspect=Aspect(made.aspect))
    except ValueError as error:
        raise InputRefused(f"The mapping names no aspect: {made.aspect!r}.") from error


def _known(kind: Any, record: dict[str, Any]) -> dict[str, Any]:
    """The fields of ``record`` that a mapping may have; all but ``things`` are text."""
    names = {f.name for f in fields(kind)} - {"figures"}
    needed = {"column", "predicate"} if kind is Figure else {"start"}
    if missing := sorted(needed - record.keys()):
        raise InputRefused(f"The mapping lacks “{missing[0]}”.")
    for name, value in record.items():
        if name not in names:
            raise InputRefused(f"The mapping has an entry that is not known: “{name}”.")
        if name != "things" and not isinstance(value, str):
            raise InputRefused(f"The mapping's “{name}” is no text.")
    return record


def read_tally(raw: bytes, name: str, mapping: TallyMapping) -> tuple[Article, tuple[TallyRow, ...]]:
    """The table as a document, and its rows. Raises InputRefused for what is no such table or beyond a limit."""
    text = decode_text(raw)
    lines = list(read_cells(text, mapping.delimiter))
    if not lines:
        raise InputRefused("The table is empty.")
    header = [cell.value.strip() for cell in lines[0]]
    _check_columns(header, mapping)
    if len(lines) - 1 > MAX_ROWS:
        raise InputRefused(f"It has {len(lines) - 1:,} rows; the limit for a table is {MAX_ROWS:,}.")
    for number, line in enumerate(lines[1:], 2):
        if len(line) != len(header):
            raise InputRefused(f"Row {number} has {len(line)} cells where the header has {len(header)}.")
    rows = tuple(TallyRow(dict(zip(header, line, strict=True)), _extent(line)) for line in lines[1:])
    head = _extent(lines[0])
    sections = [Section(SectionKind.BOILERPLATE, head)]
    if rows:
        sections.append(Section(SectionKind.BODY, Span(rows[0].span.start, rows[-1].span.end)))
    article = Article(
        name=name, text=text, sections=tuple(sections), title=name, outlet=outlet_slug(mapping.outlet),
        lang=mapping.lang, raw=raw,
    )  # fmt: skip
    return article, rows


def _check_columns(header: list[str], mapping: TallyMapping) -> None:
    named = [mapping.start, mapping.end, mapping.place_column]
    named += [name for f in mapping.figures for name in (f.column, f.thing_column, f.part_of)]
    missing = next((name for name in named if name is not None and name not in header), None)
    if missing is not None:
        raise InputRefused(f"The table has no column “{missing}”.")


def _extent(line: list[Cell]) -> Span:
    return Span(line[0].span.start, line[-1].span.end)
