"""A report as tagged PDF (PDF/UA), printed from its HTML page."""

from __future__ import annotations

import logging
from typing import Any

from verifier.errors import VerifierError


def to_pdf(page: str) -> bytes:
    """The file. Raises VerifierError where what it takes is not installed."""
    printer = require_printer().HTML(string=page, url_fetcher=_refuse)
    written: bytes = printer.write_pdf(pdf_variant="pdf/ua-1")
    return written


def require_printer() -> Any:
    """What prints. Raises VerifierError where it is not installed."""
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise VerifierError(
            "PDF needs WeasyPrint and the Pango library, which are not installed here: "
            "pip install 'verifier[pdf]' and, on Debian, apt-get install libpango-1.0-0 libpangoft2-1.0-0."
        ) from error
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it warns of rules meant for screens
    return weasyprint


def _refuse(url: str, *_: Any, **__: Any) -> Any:
    """Nothing is fetched while a report is printed."""
    raise ValueError(f"{url} is not fetched")
