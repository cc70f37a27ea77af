"""Documents and their snapshots."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, or_, select

from verifier.domain.document import Article, Section
from verifier.domain.enums import Precision, SectionKind
from verifier.domain.span import Span
from verifier.domain.uids import document_uid, snapshot_uid
from verifier.errors import Conflict, NotFound
from verifier.store.prepared import Prepared
from verifier.store.rows import insert_numbered, insert_rows
from verifier.store.sources import Directory
from verifier.store.tables import document, outlet, section, snapshot

_DOCUMENT = Prepared(select(document.c.id).where(document.c.uid == bindparam("uid")))
_SNAPSHOT = Prepared(select(snapshot.c.id).where(snapshot.c.uid == bindparam("uid")))
_NEWEST = Prepared(
    select(snapshot.c.id, snapshot.c.seq)
    .where(snapshot.c.document_id == bindparam("document"))
    .order_by(snapshot.c.seq.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Identity:
    """The uids an article has, whichever database it goes into, and the hash of its text."""

    document: str
    snapshot: str
    text_sha256: str


def identify(article: Article) -> Identity:
    """The uids of an article."""
    digest = hashlib.sha256(article.text.encode("utf-8", errors="surrogatepass")).hexdigest()
    parent = document_uid(article.outlet, article.url, article.name)
    return Identity(parent, snapshot_uid(parent, digest), digest)


def has_snapshot(connection: Connection, uid: str) -> bool:
    """Whether a snapshot is stored."""
    return _SNAPSHOT.first(connection, uid=uid) is not None


def add_snapshot(connection: Connection, article: Article, identity: Identity, now: datetime) -> tuple[int, bool]:
    """Store a snapshot with its sections; its id, and whether it updates an earlier one of the document."""
    document_id = _document_id(connection, article, identity)
    last = _NEWEST.first(connection, document=document_id)
    values = {
        "uid": identity.snapshot,
        "document_id": document_id,
        "seq": last.seq + 1 if last is not None else 1,
        "title": article.title,
        "lang": article.lang,
        "published_on": article.published_on,
        "updated_on": article.updated_on,
        "date_precision": article.date_precision.value,
        "credits": list(article.credits),
        "raw": article.raw,
        "raw_sha256": hashlib.sha256(article.raw).hexdigest(),
        "text": article.text,
        "text_sha256": identity.text_sha256,
        "taken_at": now,
        "supersedes_id": last.id if last is not None else None,
    }
    snapshot_id = insert_numbered(connection, snapshot, [values])[0]
    rows = [
        {
            "snapshot_id": snapshot_id,
            "ordinal": ordinal,
            "kind": part.kind.value,
            "start": part.span.start,
            "end": part.span.end,
            "dated_on": part.dated_on,
        }
        for ordinal, part in enumerate(article.sections)
    ]
    insert_rows(connection, section, rows)
    return snapshot_id, last is not None


def newest_snapshot(document_uid: str) -> Select[Any]:
    """The newest snapshot of a document, with its outlet and name."""
    return (
        select(snapshot, document.c.uid.label("home"), document.c.name, document.c.canonical_url, outlet.c.slug)
        .join(document, document.c.id == snapshot.c.document_id)
        .join(outlet, outlet.c.id == document.c.outlet_id)
        .where(document.c.uid == document_uid)
        .order_by(snapshot.c.seq.desc())
        .limit(1)
    )


def load_article(connection: Connection, named: str) -> tuple[Article, str, str]:
    """The newest text of the document with a uid or name, the document's uid and the snapshot's.

    Raises NotFound, and Conflict where several documents bear the name.
    """
    known = connection.execute(select(document.c.uid).where(or_(document.c.uid == named, document.c.name == named)))
    uids = list(known.scalars())
    if len(uids) != 1:
        if not uids:
            raise NotFound(f"No document with the uid or name “{named}” is stored.")
        raise Conflict(f"Several documents are named “{named}”; give the uid: {', '.join(sorted(uids))}.")
    row = connection.execute(newest_snapshot(uids[0])).one()
    parts = connection.execute(select(section).where(section.c.snapshot_id == row.id).order_by(section.c.ordinal))
    article = Article(
        name=row.name,
        text=row.text,
        sections=tuple(Section(SectionKind(p.kind), Span(p.start, p.end), p.dated_on) for p in parts),
        title=row.title,
        published_on=row.published_on.replace(tzinfo=None) if row.published_on else None,
        date_precision=Precision(row.date_precision),
        outlet=row.slug or None,
        lang=row.lang,
        url=row.canonical_url,
        credits=tuple(row.credits),
    )
    return article, row.home, row.uid


def _document_id(connection: Connection, article: Article, identity: Identity) -> int:
    found: int | None = _DOCUMENT.scalar(connection, uid=identity.document)
    if found is not None:
        return found
    values = {
        "uid": identity.document,
        "outlet_id": Directory(connection).outlet_id(article.outlet),
        "canonical_url": article.url,
        "name": article.name,
        "title": article.title,
        "lang": article.lang,
    }
    return insert_numbered(connection, document, [values])[0]
