"""The stored report that a file was written from, and where the file says something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from verifier.config import Settings
from verifier.errors import InputRefused, VerifierError
from verifier.export.reading_back import read_back
from verifier.export.render import FORMATS, render
from verifier.export.words import LANGUAGES
from verifier.services.report_editions import editions_of
from verifier.store.tables import report

BYTES, TEXT = "byte for byte", "in its text"
_PACKED = ("docx", "xlsx", "pdf")
"""Formats whose bytes hang on the moment or the machine of writing: equal are their texts."""
_HASH = re.compile(r"[0-9a-f]{64}")
_SHOWN = 40


def format_of(path: Path) -> str:
    """The format that a file's name says. Raises InputRefused for the name of no report."""
    suffix = path.suffix.lower().removeprefix(".")
    found = next((name for name, each in FORMATS.items() if each.suffix == suffix), None)
    if found is None:
        known = ", ".join(f".{each.suffix}" for each in FORMATS.values())
        raise InputRefused(f"{path} is no report: their names end in {known}.")
    return found


def match_stored(connection: Connection, settings: Settings, path: Path, content: bytes) -> tuple[Any, str]:
    """The stored report a file was written from, and how it equals that.

    It may be of any language, and of any state that its edition has been in. Raises InputRefused where it names no
    report that is stored here, VerifierError naming the first place where it says something else.
    """
    format = format_of(path)
    lines = _lines(path, content, format)
    row = _named(connection, lines)
    if row is None:
        raise InputRefused(f"{path} names no report that is stored here. Its JSON can be verified by itself.")
    furthest: tuple[int, str] = (-1, "")
    for written in _written(connection, settings, row, format):
        if written == content:
            return row, BYTES
        if format not in _PACKED:
            told = _differing_byte(content, written)
        elif (other := read_back(written, format)) == lines:
            return row, TEXT
        else:
            told = _differing_line(lines, other)
        furthest = max(furthest, told)
    raise VerifierError(f"{path} has been changed since it was written from report {row.uid}: {furthest[1]}")


def _lines(path: Path, content: bytes, format: str) -> list[str]:
    try:
        return read_back(content, format)
    except InputRefused as error:
        raise InputRefused(f"{path} cannot be read as {format}: it is damaged or something else.") from error


def _named(connection: Connection, lines: Sequence[str]) -> Any:
    """The stored report whose SHA-256 a text states; texts and documents have hashes too, which name none.

    A narrow column of a PDF may break one in two.
    """
    for line in (*lines, *map("".join, pairwise(lines))):
        for digest in _HASH.findall(line):
            found = connection.execute(select(report).where(report.c.sha256 == digest)).first()
            if found is not None:
                return found
    return None


def _written(connection: Connection, settings: Settings, row: Any, format: str) -> Iterator[bytes]:
    """The file as it is written now, and as it was in earlier states of its edition."""
    for lang in LANGUAGES:
        for edition in editions_of(connection, settings, row, lang):
            yield render(row.body_json, format, edition)


def _differing_byte(content: bytes, written: bytes) -> tuple[int, str]:
    """How far a file is as written, and the first byte from which it is not."""
    same = next((n for n, (a, b) in enumerate(zip(content, written, strict=False)) if a != b), None)
    at = min(len(content), len(written)) if same is None else same
    line = written.count(b"\n", 0, at) + 1
    return at, f"byte {at + 1:,}, in line {line:,}, says {_around(content, at)} instead of {_around(written, at)}."


def _around(content: bytes, at: int) -> str:
    first = max(content.rfind(b"\n", 0, at) + 1, at - _SHOWN // 2)
    text = content[first : at + _SHOWN].decode("utf-8", errors="replace").partition("\n")[0].strip("\ufffd")
    return f"“{text}”" if text else "nothing"


def _differing_line(lines: Sequence[str], others: Sequence[str]) -> tuple[int, str]:
    """How many lines of its text are as written, and the first that is not."""
    same = next((n for n, (a, b) in enumerate(zip(lines, others, strict=False)) if a != b), None)
    at = min(len(lines), len(others)) if same is None else same
    said, due = (_cut(each[at]) if at < len(each) else "nothing" for each in (lines, others))
    return at, f"its text says {said} instead of {due}."


def _cut(line: str) -> str:
    return f"“{line if len(line) <= 2 * _SHOWN else line[: 2 * _SHOWN] + ' …'}”"
