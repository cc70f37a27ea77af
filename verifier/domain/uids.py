"""Deterministic public identifiers: the same inputs give the same uids on any machine."""

from __future__ import annotations

import hashlib
from json.encoder import encode_basestring


def uid_of(*parts: str | int) -> str:
    """The first 16 hex digits of the SHA-256 over the parts of a natural key, in order, as a JSON array."""
    key = ",".join([encode_basestring(part) if isinstance(part, str) else str(part) for part in parts])
    return hashlib.sha256(f"[{key}]".encode()).hexdigest()[:16]


def document_uid(outlet: str | None, url: str | None, name: str) -> str:
    """Outlet and canonical URL where there is a URL, else the name the document was ingested under."""
    return uid_of("document", outlet or "", url) if url else uid_of("document", name)


def snapshot_uid(document: str, text_sha256: str) -> str:
    """One captured text of one document."""
    return uid_of("snapshot", document, text_sha256)


def claim_uid(snapshot: str, start: int, end: int) -> str:
    """One assertion at one span of one snapshot, whichever extractor read it."""
    return uid_of("claim", snapshot, start, end)


def pair_uid(one: str, other: str) -> str:
    """Two claims, in no order."""
    return uid_of("pair", one, other) if one < other else uid_of("pair", other, one)


def finding_uid(snapshot: str, kind: str, claims: list[str]) -> str:
    """One problem over a set of claims of one snapshot."""
    return uid_of("finding", snapshot, kind, *sorted(claims))


def dispute_uid(members: list[str]) -> str:
    """A dispute is named after its smallest member claim when it is made."""
    return uid_of("dispute", min(members))
