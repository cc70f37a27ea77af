"""Renderings of a frozen report, all from the same canonical JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from verifier.errors import VerifierError
from verifier.export.canonical_json import sha256_of
from verifier.export.claim_review import claim_reviews
from verifier.export.csv_file import to_csv
from verifier.export.docx import to_docx
from verifier.export.edition import Edition
from verifier.export.html import to_html
from verifier.export.markdown import to_markdown
from verifier.export.pdf import require_printer, to_pdf
from verifier.export.report_outline import outline_report
from verifier.export.shown import Record
from verifier.export.xlsx import to_xlsx

Renderer = Callable[[Record, str, Edition], str | bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of reports: how its files end, what they are served as, who writes them.

    ``most`` is how many disputes one file holds: pages are laid out as a whole, and that takes memory.
    """

    suffix: str
    mimetype: str
    write: Renderer
    most: int | None = None


def render(canonical: str, format: str, edition: Edition | None = None) -> bytes:
    """The report ``canonical`` as a file of ``format``. Raises VerifierError for another format, or one too small."""
    check_format(format)
    body, most = json.loads(canonical), FORMATS[format].most
    if most is not None and len(body["disputes"]) > most:
        raise VerifierError(
            "%(number)s disputes are too many for one %(format)s file, which holds %(limit)s; "
            "narrow them with --where, or choose another format.",
            number=f"{len(body['disputes']):,}",
            format=format,
            limit=f"{most:,}",
        )
    written = FORMATS[format].write(body, sha256_of(canonical), edition or Edition())
    return written.encode("utf-8", errors="backslashreplace") if isinstance(written, str) else written


def check_format(format: str) -> None:
    """Raises VerifierError where there is no such format, or where what it takes is not installed."""
    if format not in FORMATS:
        raise VerifierError(
            "There is no report format “%(format)s”; choose %(choices)s.", format=format, choices=", ".join(FORMATS)
        )
    if format == "pdf":
        require_printer()


def _html(body: Record, sha256: str, edition: Edition) -> str:
    return to_html(outline_report(body, sha256, edition), sha256)


def _markdown(body: Record, sha256: str, edition: Edition) -> str:
    return to_markdown(outline_report(body, sha256, edition))


def _csv(body: Record, sha256: str, _edition: Edition) -> str:
    return to_csv(body, sha256)


def _json(body: Record, sha256: str, _edition: Edition) -> str:
    return json.dumps({"sha256": sha256, "report": body}, ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def _docx(body: Record, sha256: str, edition: Edition) -> bytes:
    return to_docx(outline_report(body, sha256, edition), sha256, edition.newsroom, edition.docx_template)


def _pdf(body: Record, sha256: str, edition: Edition) -> bytes:
    return to_pdf(_html(body, sha256, edition))


def _claim_review(body: Record, sha256: str, edition: Edition) -> str:
    return json.dumps(claim_reviews(body, sha256, edition), ensure_ascii=False, sort_keys=True, indent=2) + "\n"


FORMATS = {
    "html": Format("html", "text/html", _html),
    "md": Format("md", "text/markdown", _markdown),
    "csv": Format("csv", "text/csv", _csv),
    "json": Format("json", "application/json", _json),
    "docx": Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx, 500),
    "xlsx": Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx),
    "pdf": Format("pdf", "application/pdf", _pdf, 100),
    "claimreview": Format("jsonld", "application/ld+json", _claim_review),
}
