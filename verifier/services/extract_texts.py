"""What is read in short texts, without a store: claims, quantities, attributions, times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from verifier.domain.attribution import Attribution
from verifier.domain.span import Span
from verifier.errors import InputRefused
from verifier.extract.attributions import attributions_in
from verifier.extract.dates import dates_in
from verifier.extract.quantities import quantities_in
from verifier.services.ingest_documents import Hints, extract_claims, read_article
from verifier.services.lines import bare_quantity_line, claim_line
from verifier.services.short_texts import short_text
from verifier.text.language import detect_language

_DEFAULT = "en"


def extract_text(raw: bytes, name: str, hints: Hints) -> list[dict[str, Any]]:
    """The claim lines of one document. Raises InputRefused."""
    return [claim_line(claim) for claim in extract_claims(read_article(raw, name, hints))]


def extract_texts(records: Iterable[dict[str, Any]], what: str) -> Iterator[dict[str, Any]]:
    """One line a record, in the same order: ``{"id", what: […]}``; empty where a text cannot be read.

    Raises InputRefused for a record that is none.
    """
    read = _READERS[what]
    for record in records:
        text, hints = short_text(record, f"Record {record['id']}")
        try:
            found = read(text, hints) if text.strip() else []
        except InputRefused:
            found = []
        yield {"id": record["id"], what: found}


def _claims(text: str, hints: Hints) -> list[dict[str, Any]]:
    return [claim_line(c) for c in extract_claims(read_article(text.encode("utf-8", errors="replace"), "text", hints))]


def _quantities(text: str, hints: Hints) -> list[dict[str, Any]]:
    return [bare_quantity_line(q, text) for q in quantities_in(text, _lang(text, hints))]


def _attributions(text: str, hints: Hints) -> list[dict[str, Any]]:
    return [_attribution(a) for a in attributions_in(text, _lang(text, hints))]


def _dates(text: str, hints: Hints) -> list[dict[str, Any]]:
    return [mention.as_json() for mention in dates_in(text, _lang(text, hints), hints.published)]


def _lang(text: str, hints: Hints) -> str:
    return hints.lang or detect_language(text) or _DEFAULT


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "claimant": attribution.claimant.name if attribution.claimant else None,
    }


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


_READERS: dict[str, Callable[[str, Hints], list[dict[str, Any]]]] = {
    "claims": _claims,
    "quantities": _quantities,
    "attributions": _attributions,
    "dates": _dates,
}
