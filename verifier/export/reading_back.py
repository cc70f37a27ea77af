"""The text of a report's file, line by line, to be held against what it should say."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from verifier.errors import InputRefused, VerifierError

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_back(content: bytes, format: str) -> list[str]:
    """The lines of a file: those of a text, else its paragraphs, the filled cells of its sheets or its printed lines.

    Raises InputRefused where it is no file of ``format``, VerifierError where what reads it is not installed.
    """
    try:
        return list(_READERS.get(format, _text)(content))
    except VerifierError:
        raise
    except Exception as error:  # whatever the libraries say of a broken file
        raise InputRefused("This is no file that could be read as %(format)s.", format=format) from error


def _text(content: bytes) -> Iterator[str]:
    yield from content.decode("utf-8").splitlines()


def _docx(content: bytes) -> Iterator[str]:
    import docx

    body = docx.Document(io.BytesIO(content)).element.body
    for paragraph in body.xpath(".//w:p"):
        yield "".join(part.text or "" for part in paragraph.xpath(".//w:t"))


def _xlsx(content: bytes) -> Iterator[str]:
    from docx.oxml.parser import parse_xml  # which resolves no entities

    with zipfile.ZipFile(io.BytesIO(content)) as book:
        names = sorted(name for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
        shared = [_said(each) for each in parse_xml(book.read("xl/sharedStrings.xml"))]
        for name in sorted(names, key=lambda name: (len(name), name)):
            for cell in parse_xml(book.read(name)).iter(f"{_SHEET}c"):
                value = cell.findtext(f"{_SHEET}v")
                text = shared[int(value)] if cell.get("t") == "s" else value or _said(cell)
                if text:
                    yield f"{cell.get('r')}: {text}"


def _said(element: Any) -> str:
    return "".join(part.text or "" for part in element.iter(f"{_SHEET}t"))


def _pdf(content: bytes) -> Iterator[str]:
    try:
        import pypdf
    except ImportError as error:
        raise VerifierError("Reading a PDF back needs pypdf: pip install 'verifier[pdf]'.") from error
    for page in pypdf.PdfReader(io.BytesIO(content)).pages:
        yield from page.extract_text().splitlines()


_READERS = {"docx": _docx, "xlsx": _xlsx, "pdf": _pdf}
