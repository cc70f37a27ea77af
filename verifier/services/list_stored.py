"""What is stored, whole: for stores that fit into memory."""

from __future__ import annotations

from typing import Any

from verifier.config import Settings
from verifier.services.stream_pairs import pair_line, stream_pairs
from verifier.services.stream_stored import stream_claims, stream_disputes, stream_findings


def list_claims(settings: Settings, document_name: str | None = None) -> list[dict[str, Any]]:
    """The current claims, of one document where it is named. Raises NotFound for a name nobody ingested."""
    return list(stream_claims(settings, document_name)[1])


def list_pairs(settings: Settings, relation: str | None = None, queued: bool = False) -> list[dict[str, Any]]:
    """The live pairs, highest priority first."""
    return [pair_line(row) for row in stream_pairs(settings, relation, queued)[1]]


def list_findings(settings: Settings) -> list[dict[str, Any]]:
    """The live findings, highest priority first."""
    return list(stream_findings(settings)[1])


def list_disputes(settings: Settings) -> list[dict[str, Any]]:
    """The live disputes with their positions and status."""
    return list(stream_disputes(settings)[1])
