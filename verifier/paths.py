"""Where the bundled folders are: inside the package in a wheel, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from verifier.errors import VerifierError

_PACKAGE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """The folder ``templates``, ``seeds`` or ``migrations`` that ships with the package."""
    for parent in (_PACKAGE, _PACKAGE.parent):
        if (parent / name).is_dir():
            return parent / name
    raise VerifierError(f"The folder “{name}” is missing from this installation.")
