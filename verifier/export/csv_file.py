"""The claims of a report as CSV: column names are the same in every language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from verifier.export.outline import visible
from verifier.export.shown import Record
from verifier.export.tables import Cell, as_text, claim_table


def to_csv(body: Record, sha256: str) -> str:
    """One row a claim, days as 2024-06-09, at its end the hash of the report: a file of rows says it nowhere else."""
    sheet = claim_table(body)
    rows = ((*sheet.columns, "report_sha256"), *((*row, sha256) for row in sheet.rows))
    return "".join(map(csv_line, rows))


def csv_line(row: Iterable[Cell]) -> str:
    """A row as RFC 4180 has it. Exports may have millions: this takes half the time of the ``csv`` module."""
    return ",".join(map(_field, row)) + "\r\n"


def _field(value: Cell) -> str:
    text = cell_text(value)
    if '"' in text or "," in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def cell_text(value: Cell) -> str:
    """A cell as CSV writes it: a text that a spreadsheet would take for a formula is marked as text."""
    if isinstance(value, str):
        return as_text(visible(value, "\n\t"))
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)
