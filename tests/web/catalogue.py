"""The words of the desk as its code and templates hold them; run as a module it brings the catalogues up to date."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from verifier.web.language import FOLDER, LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
METHODS = [
    ("verifier/web/serve.py", "ignore"),
    ("verifier/web/**.py", "python"),
    ("verifier/services/**.py", "python"),
    ("verifier/store/**.py", "python"),
    ("verifier/text/decode.py", "python"),
    ("verifier/extract/marked.py", "python"),
    ("templates/**.html", "jinja2"),
]
"""Where words come from; of services and what is below them the sentences they refuse with."""
KEYWORDS: dict[str, Any] = {
    "_": None, "N_": None, "P_": ((1, "c"), 2), "ngettext": (1, 2), "Conflict": None, "NotFound": None,
    "InputRefused": None, "Throttled": None, "Word": None,
}  # fmt: skip
EXPORT = [("verifier/export/**.py", "python")]
"""Where every refusal may reach a page: a report that cannot be built is told there."""
_DATES = re.compile(
    r'^"(?:POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By)[^\n]*\n', re.M
)


def extracted() -> Catalog:
    """Every message the desk may say, untranslated."""
    found = Catalog()
    refusing = KEYWORDS | {"VerifierError": None}
    told = [*extract_from_dir(ROOT, METHODS, keywords=KEYWORDS), *extract_from_dir(ROOT, EXPORT, keywords=refusing)]
    for _, _, message, _, context in told:
        if message and "".join(message).strip():
            found.add(message, context=context)
    return found


def translated(lang: str) -> Catalog:
    """The catalogue of a language as it is stored."""
    with (FOLDER / f"{lang}.po").open("rb") as file:
        return read_po(file, lang)


def main() -> None:
    """Add new messages with nothing said yet, and drop those that are gone."""
    for lang in LANGUAGES.keys() - {"en"}:
        kept = translated(lang)
        kept.update(extracted(), no_fuzzy_matching=True)
        kept.obsolete.clear()
        path = FOLDER / f"{lang}.po"
        with path.open("wb") as file:
            write_po(file, kept, width=0, no_location=True, sort_output=True)
        path.write_text(_DATES.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
