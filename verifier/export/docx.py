"""A report as a Word document, written into a template whose styles a newsroom may change."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from verifier.errors import VerifierError
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
    plain_text,
    visible,
)
from verifier.paths import bundled

_EPOCH = datetime(2000, 1, 1)
_EQUAL_WIDTHS = "Courier New"
_STYLES = {"lead": "Report lead", "meta": "Report meta", "notice": "Report notice", "plain": "Normal"}


def to_docx(outline: Outline, sha256: str, newsroom: str, template: Path | None) -> bytes:
    """The document. Raises VerifierError where the template is none."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    path = template or bundled("templates") / "export" / "report.docx"
    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError, OSError) as error:
        raise VerifierError("%(path)s is no Word document that could serve as a template.", path=path) from error
    _Writer(document, outline.lang).write(outline)
    properties = document.core_properties
    properties.title, properties.author = plain_text(outline.title)[:250], newsroom[:250]
    properties.comments, properties.language = f"sha256 {sha256}", outline.lang
    properties.created = properties.modified = _EPOCH
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class _Writer:
    """Appends blocks to a document in the named styles; a style the template lacks is left to its default."""

    def __init__(self, document: Any, lang: str) -> None:
        self.document, self.lang = document, lang
        self.styles = {style.name for style in document.styles}

    def write(self, outline: Outline) -> None:
        self.paragraph(outline.title, "Title")
        for block in outline.blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        match block:
            case Heading(level=level, text=text):
                self.paragraph(text, f"Heading {level - 1}")
            case Paragraph(text, style):
                self.paragraph(text, _STYLES[style])
            case Quote(words):
                self.paragraph((words,), "Quote")
            case Facts(rows):
                _narrow(self.table([((name,), text) for name, text in rows], head=False))
            case Items(rows):
                for text in rows:
                    self.paragraph(text, "List Bullet")
            case Table(_, columns, rows):
                self.table([tuple((column,) for column in columns), *rows], head=True)
            case Picture():
                self.block(block.heading)
                head = tuple((column,) for column in block.columns)
                made = self.table([head, *((label, (strip,)) for label, strip in block.strips)], head=True)
                for cell in made.columns[1].cells[1:]:
                    cell.paragraphs[0].runs[0].font.name = _EQUAL_WIDTHS
                self.paragraph((block.caption,), "Report meta")

    def paragraph(self, text: Text, style: str) -> None:
        self.runs(self.document.add_paragraph(style=style if style in self.styles else None), text)

    def table(self, rows: list[tuple[Text, ...]], *, head: bool) -> Any:
        made = self.document.add_table(rows=len(rows), cols=len(rows[0]))
        if "Report table" in self.styles:
            made.style = "Report table"
        for number, (row, cells) in enumerate(zip(made.rows, rows, strict=True)):
            for column, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
                self.runs(cell.paragraphs[0], text, bold=(head and number == 0) or (not head and column == 0))
            if head and number == 0:
                _repeat(row)
        self.document.add_paragraph()
        return made

    def runs(self, paragraph: Any, text: Text, *, bold: bool = False) -> None:
        for part in text:
            said = isinstance(part, Said)
            run = paragraph.add_run(visible(part.text) if isinstance(part, Said) else part)
            run.bold = bold or None
            _set_lang(run, (part.lang if isinstance(part, Said) and said else None) or self.lang)


def _narrow(table: Any) -> None:
    """Give the first of two columns a third of the width."""
    from docx.shared import Cm

    table.autofit = False
    for column, width in zip(table.columns, (Cm(4.8), Cm(11.2)), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _repeat(row: Any) -> None:
    """Mark the first row as the heading of its table, on every page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _set_lang(run: Any, lang: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), lang)
    run._r.get_or_add_rPr().append(mark)
