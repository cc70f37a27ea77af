"""A report as tagged PDF (PDF/UA), printed from its HTML page."""

from __future__ import annotations

from typing import Any

from verifier.errors import VerifierError


def to_pdf(page: str) -> bytes:
    """The file. Raises VerifierError where what it takes is not installed."""
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise VerifierError(
            "PDF needs WeasyPrint and the Pango library, which are not installed here: "
            "pip install 'verifier[pdf]' and, on Debian, apt-get install libpango-1.0-0 libpangoft2-1.0-0."
        ) from error
    written: bytes = weasyprint.HTML(string=page, url_fetcher=_refuse).write_pdf(pdf_variant="pdf/ua-1")
    return written


def _refuse(url: str, *_: Any, **__: Any) -> Any:
    """Nothing is fetched while a report is printed."""
    raise ValueError(f"{url} is not fetched")
