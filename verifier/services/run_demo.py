"""The whole way at once: articles in, disputes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verifier.config import Settings
from verifier.errors import InputRefused
from verifier.paths import bundled
from verifier.services.build_report import Made, build_report
from verifier.services.ingest_documents import Ingested, ingest_documents
from verifier.services.list_stored import list_disputes, list_findings, list_pairs
from verifier.services.pair_changes import Paired
from verifier.services.pair_claims import pair_claims

REPORT_FORMATS = ("html", "md", "json", "csv")


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo has done and found."""

    documents: list[Ingested]
    paired: Paired
    pairs: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    disputes: list[dict[str, Any]]
    report: Made


def run_demo(
    settings: Settings, paths: Sequence[str], out: Path, progress: Callable[[str], None] = lambda _: None
) -> Demo:
    """Take in ``paths`` (the bundled samples where there are none), pair, and write the report into ``out``."""
    samples = bundled("seeds")
    chosen = list(paths) or [str(samples / "articles"), str(samples / "more")]
    documents = ingest_documents(settings, chosen, progress=progress)
    if all(document.status == "refused" for document in documents):
        reasons = "".join(f" {document.path}: {document.reason}" for document in documents)
        raise InputRefused(f"There is no document to show in what was named.{reasons}")
    paired = pair_claims(settings, progress=progress)
    pairs = list_pairs(settings)
    report = build_report(settings, None, REPORT_FORMATS, out)
    return Demo(documents, paired, pairs, list_findings(settings), list_disputes(settings), report)
