"""Sources as a report grades them: who speaks, through which outlet, and how the newsroom rates both."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, select

from verifier.domain.attribution import Actor
from verifier.domain.claim import Claim
from verifier.domain.span import Span
from verifier.reference import load
from verifier.services.desk_data import is_newest
from verifier.store.rows import in_parts
from verifier.store.tables import actor, document, outlet, snapshot

_GRADES = (outlet.c.reliability, outlet.c.reliability_basis)


class Sources:
    """The documents, outlets and actors that some claims rest on."""

    def __init__(self, connection: Connection, claims: Iterable[Claim]) -> None:
        told = list(claims)
        keys = sorted({step.actor.key for claim in told for step in claim.reading.chain})
        documents = sorted({claim.document for claim in told})
        query = _documents().add_columns(snapshot.c.text, outlet.c.kind, *_GRADES)
        self._documents = {row.uid: row for row in in_parts(connection, query, document.c.uid, documents)}
        self._outlets = {row.slug: row for row in self._documents.values()}
        self._actors = {row.slug: row for row in in_parts(connection, select(actor), actor.c.slug, keys)}

    def document(self, claim: Claim) -> dict[str, Any]:
        """Where a claim was read."""
        row = self._documents[claim.document]
        return {
            "document": row.name,
            "document_title": row.title,
            "url": row.canonical_url,
            "outlet": row.outlet_name if row.slug else None,
            "published": _day(row.published_on),
            "snapshot": row.text_sha256,
        }

    def words(self, claim: Claim, span: Span | None) -> str | None:
        """The words of the claim's document at a span."""
        return str(self._documents[claim.document].text[span.start : span.end]) if span is not None else None

    def side_name(self, side: str | None) -> dict[str, str] | None:
        """A side by language as the reference data calls it: stored names hang on which text came first."""
        if side is None:
            return None
        entry = load().actor(side)
        if entry is None:
            return {"en": side}
        return {"en": entry.name, **{lang: names[0] for lang, names in entry.names.items() if lang != "en" and names}}

    def of(self, claims: Sequence[Claim]) -> list[dict[str, Any]]:
        """Who and what these claims rest on, with the newsroom's grade (A to F) where it gave one."""
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for claim in sorted(claims, key=lambda c: c.uid):
            for step in claim.reading.chain:
                key = ("actor", step.actor.key)
                found.setdefault(key, self._speaker(step.actor))["claims"].append(claim.uid)
            slug = self._documents[claim.document].slug
            if slug:
                found.setdefault(("outlet", slug), self._outlet(slug))["claims"].append(claim.uid)
        return [found[key] for key in sorted(found)]

    def _speaker(self, actor: Actor) -> dict[str, Any]:
        row = self._actors.get(actor.key)
        told = {"name": actor.name, "kind": actor.kind, "side": actor.side, "side_name": self.side_name(actor.side)}
        grade, basis = (row.reliability, row.reliability_basis) if row else (None, None)
        return {**told, "grade": grade, "basis": basis, "claims": []}

    def _outlet(self, slug: str) -> dict[str, Any]:
        row = self._outlets[slug]
        told = {"name": row.outlet_name, "kind": row.kind if row.kind != "unknown" else None}
        told |= {"side": None, "side_name": None}
        return {**told, "grade": row.reliability, "basis": row.reliability_basis, "claims": []}


def list_inputs(connection: Connection, column: Any = None, values: Collection[str] = ()) -> list[dict[str, Any]]:
    """The documents whose ``column`` has one of these values (all without one), each with the hash of its text."""
    rows: Iterable[Any]
    if column is None:
        rows = connection.execute(_documents())
    else:
        rows = in_parts(connection, _documents(), column, sorted(values))
    return [
        {
            "uid": row.uid,
            "name": row.name,
            "title": row.title,
            "outlet": row.outlet_name if row.slug else None,
            "url": row.canonical_url,
            "published": _day(row.published_on),
            "snapshot": row.text_sha256,
        }
        for row in rows
    ]


@lru_cache(maxsize=1)
def _documents() -> Any:
    """Documents with the hash of their newest text and their outlet."""
    return (
        select(
            document.c.uid, document.c.name, document.c.title, document.c.canonical_url,
            snapshot.c.text_sha256, snapshot.c.published_on, outlet.c.slug, outlet.c.name.label("outlet_name"),
        )
        .join(snapshot, snapshot.c.document_id == document.c.id)
        .join(outlet, outlet.c.id == document.c.outlet_id)
        .where(is_newest(snapshot.c.id))
        .order_by(document.c.name, document.c.uid)
    )  # fmt: skip


def _day(moment: Any) -> str | None:
    return moment.date().isoformat() if moment is not None else None
