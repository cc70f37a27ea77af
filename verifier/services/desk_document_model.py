"""A whole document as its page shows it: sections with the claims and findings in place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verifier.services.desk_list_model import DocumentRow
from verifier.services.desk_model import Paragraph


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A finding or pair beside the paragraph it concerns."""

    kind: str
    uid: str
    relation: str
    strength: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A section of a document as it is shown."""

    kind: str
    dated_on: date | None
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[MarginNote, ...] = ()
    start: int = 0


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A full article with its claims and findings in place."""

    row: DocumentRow
    url: str | None
    sha256: str
    characters: int
    blocks: tuple[Block, ...]
