"""What every command is given, and how lines and tables are printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from verifier.config import Settings

_SHORT, _TABLE = 70, 1_000
T = TypeVar("T")


@dataclass(frozen=True)
class State:
    """What the command line said before the command: the data folder, if any."""

    home: Path | None = None

    @cached_property
    def settings(self) -> Settings:
        """The settings in force, read when a command first needs them."""
        from verifier.config import load_settings

        return load_settings(self.home)


pass_state = click.make_pass_decorator(State)
format_option = click.option(
    "--format",
    "layout",
    type=click.Choice(["jsonl", "table"]),
    default="table",
    show_default=True,
    help="How to print.",
)


class Day(click.ParamType[date]):
    """A date such as 2024-05-07."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is no date like 2024-05-07.", param, ctx)


def print_lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object a line."""
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False))


def write_lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """Any number of JSON objects, one a line."""
    out = sys.stdout
    encoder = json.JSONEncoder(ensure_ascii=False)
    for row in rows:
        out.write(encoder.encode(row) + "\n")


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Any number of rows as CSV; a text that a spreadsheet would take for a formula is marked as text."""
    from verifier.export.csv_file import csv_line

    out = sys.stdout
    out.write(csv_line(columns))
    for row in rows:
        out.write(csv_line(row))


def print_rows(rows: Iterable[Mapping[str, Any]], layout: str, columns: Sequence[str]) -> None:
    """JSON lines, or tables of some columns: one for each thousand rows, so that any number fits into memory."""
    if layout == "jsonl":
        write_lines(rows)
        return
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False, markup=False)
    left, begun = iter(rows), False
    while (part := list(islice(left, _TABLE))) or not begun:
        begun = True
        table = Table(*columns, box=None, pad_edge=False)
        for row in part:
            table.add_row(*(_cell(row, column) for column in columns))
        console.print(table)


def with_progress(rows: Iterable[T], number: int, what: str) -> Iterable[T]:
    """The rows; a terminal that does not show them itself shows how many of ``number`` there were so far."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        return rows
    from rich.console import Console
    from rich.progress import track

    return track(rows, what, total=number, console=Console(stderr=True), transient=True)


def show_progress(name: str) -> None:
    """Say on a terminal what is being worked on."""
    if sys.stderr.isatty():
        click.echo(f"reading {name}", err=True)


def _cell(row: Mapping[str, Any], column: str) -> str:
    value: Any = row
    for part in column.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    if isinstance(value, Mapping):
        value = value.get("name")
    text = "" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
