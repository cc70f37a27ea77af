"""The page of a document: its text with claims in place and findings in the margin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select

from verifier.config import Settings
from verifier.domain.enums import SectionKind
from verifier.domain.span import Span
from verifier.errors import NotFound
from verifier.services.desk_data import current_version
from verifier.services.desk_document_model import Block, DocumentPage, MarginNote
from verifier.services.desk_items import CONTESTED, items_of
from verifier.services.desk_lists import document_query, read_documents
from verifier.services.desk_open import open_desk
from verifier.services.desk_passages import Highlight, cut_paragraphs
from verifier.store.prepared import Prepared
from verifier.store.tables import claim, claim_version, document, section, snapshot

_DOCUMENT = Prepared(document_query().where(document.c.uid == bindparam("uid")))
_TEXT = Prepared(select(snapshot.c.text).where(snapshot.c.id == bindparam("snapshot")))
_PARTS = Prepared(select(section).where(section.c.snapshot_id == bindparam("snapshot")).order_by(section.c.ordinal))
_CLAIMS = Prepared(
    select(claim.c.uid, claim.c.section, claim.c.start, claim.c.end, claim_version.c.kind)
    .select_from(claim)
    .join(claim_version, current_version())
    .where(claim.c.snapshot_id == bindparam("snapshot"), claim_version.c.rejected.is_(False))
    .order_by(claim.c.start)
)
_INSIDE = Prepared(select(claim.c.id).where(claim.c.snapshot_id == bindparam("snapshot")))


def document_page(settings: Settings, uid: str) -> DocumentPage:
    """A document with its claims highlighted and findings in the margin. Raises NotFound."""
    with open_desk(settings) as connection:
        row = _DOCUMENT.first(connection, uid=uid)
        if row is None:
            raise NotFound("No document with the uid “%(uid)s” is stored.", uid=uid)
        text = _TEXT.scalar(connection, snapshot=row.snapshot_id)
        claims = _claims(connection, row.snapshot_id)
        notes, contested = _notes(connection, row.snapshot_id, claims)
        marks = [_mark(each, each.uid in contested) for each in claims.values()]
        parts = _PARTS.all(connection, snapshot=row.snapshot_id)
        blocks = tuple(
            Block(
                p.kind, p.dated_on, cut_paragraphs(text, Span(p.start, p.end), marks), tuple(notes[p.ordinal]), p.start
            )
            for p in parts
            if SectionKind(p.kind) is not SectionKind.BOILERPLATE
        )  # fmt: skip
        listed = read_documents(connection, [row])[0]
        return DocumentPage(listed, row.canonical_url, row.text_sha256, len(text), blocks)


def _claims(connection: Connection, snapshot_id: int) -> Mapping[str, Any]:
    return {row.uid: row for row in _CLAIMS.all(connection, snapshot=snapshot_id)}


def _mark(each: Any, contested: bool) -> Highlight:
    look = f"{each.kind} contested" if contested else each.kind
    return Highlight(Span(each.start, each.end), look, f"/claims/{each.uid}", f"c-{each.uid}")


def _notes(
    connection: Connection, snapshot_id: int, claims: Mapping[str, Any]
) -> tuple[dict[int, list[MarginNote]], set[str]]:
    """Pairs and findings by the section of their first claim in this text, and the claims they contest."""
    inside = _INSIDE.scalars(connection, snapshot=snapshot_id)
    notes: dict[int, list[MarginNote]] = defaultdict(list)
    contested: set[str] = set()
    for item in items_of(connection, inside, CONTESTED):
        here = [claims[voice.claim] for voice in item.voices if voice.claim in claims]
        contested |= {each.uid for each in here}
        if here:
            note = MarginNote(item.kind, item.uid, item.relation, item.strength, item.explanation)
            notes[here[0].section].append(note)
    return notes, contested
