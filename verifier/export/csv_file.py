"""The claims of a report as CSV: column names are the same in every language."""

from __future__ import annotations

import csv
import io
from datetime import date

from verifier.export.outline import visible
from verifier.export.shown import Record
from verifier.export.tables import Cell, as_text, claim_table


def to_csv(body: Record) -> str:
    """One row a claim, days as 2024-06-09."""
    sheet = claim_table(body)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # as RFC 4180 has it; a lone "\r" is then quoted too
    writer.writerow(sheet.columns)
    writer.writerows([cell_text(value) for value in row] for row in sheet.rows)
    return out.getvalue()


def cell_text(value: Cell) -> str | int | float:
    """A cell as CSV writes it; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return as_text(visible(value, "\n\t")) if isinstance(value, str) else value
