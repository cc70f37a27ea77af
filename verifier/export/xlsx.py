"""A report as a workbook: typed cells, no formulas, no links."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

from verifier.export.edition import Edition
from verifier.export.outline import plain_text, visible
from verifier.export.report_outline import report_title
from verifier.export.shown import Record
from verifier.export.tables import Cell, tables
from verifier.export.words import Words, load_words

LONGEST = 32_000
_EPOCH = datetime(2000, 1, 1)
"""Stands for the moment of writing, which is no part of a report."""
_WIDE = {"quote": 60, "question": 50, "slots": 50, "note": 50, "value": 70, "conflicts_with": 40, "snapshot": 20}


def to_xlsx(body: Record, sha256: str, edition: Edition) -> bytes:
    """The workbook: one sheet a table, the first row frozen."""
    import xlsxwriter

    words = load_words(edition.lang)
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    title = plain_text(report_title(words, body))[:250]
    book.set_properties({"title": title, "author": edition.newsroom, "comments": f"sha256 {sha256}", "created": _EPOCH})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    forms = {"text": book.add_format({"text_wrap": True, "valign": "top"}), "plain": book.add_format({"valign": "top"})}
    forms["day"] = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    for sheet in tables(body, sha256):
        page = book.add_worksheet(words.plain("sheet", sheet.name))
        for column, name in enumerate(sheet.columns):
            page.write_string(0, column, words.plain("column", name), head)
            page.set_column(column, column, _WIDE.get(name, 16))
        for number, row in enumerate(sheet.rows, start=1):
            for column, value in enumerate(row):
                _write(page, number, column, _told(words, value), forms)
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
    book.close()
    return out.getvalue()


def _told(words: Words, value: Cell) -> Cell:
    """Yes and no in words: LibreOffice would make formulas of truth values."""
    return words.word("yes" if value else "no") if isinstance(value, bool) else value


def _write(page: Any, row: int, column: int, value: Cell, forms: dict[str, Any]) -> None:
    if isinstance(value, (int, float)):
        page.write_number(row, column, value, forms["plain"])
    elif isinstance(value, date):
        page.write_datetime(row, column, datetime(value.year, value.month, value.day), forms["day"])
    elif value:
        page.write_string(row, column, _fitting(visible(value)), forms["text"])


def _fitting(text: str) -> str:
    """A cell holds 32,767 characters; what does not fit says so."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]} … [+{len(text) - LONGEST} characters, whole in the JSON]"
