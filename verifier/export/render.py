"""Renderings of a frozen report, all from the same canonical JSON."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from verifier.domain.interval import Interval
from verifier.errors import VerifierError
from verifier.export.canonical_json import sha256_of
from verifier.export.intervals_svg import Row, intervals_svg
from verifier.paths import bundled

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_MARKDOWN = "\\`*_{}[]<>#|~"
_COLUMNS = (
    "dispute", "question", "status", "position", "claimant", "side", "commitment", "quote", "document", "start", "end",
    "snapshot", "number", "low", "high", "event_time", "stated_on", "chain",
)  # fmt: skip


def render(canonical: str, format: str) -> str:
    """The report ``canonical`` as html, md, json or csv. Raises VerifierError for another format."""
    try:
        return RENDERERS[format](canonical)
    except KeyError:
        raise VerifierError(f"There is no report format “{format}”; choose {', '.join(RENDERERS)}.") from None


def _html(canonical: str) -> str:
    body = json.loads(canonical)
    for each in body["disputes"]:
        each["picture"] = Markup(_picture(each))  # noqa: S704 - drawn by ourselves, every text in it escaped
    style = (bundled("templates") / "export" / "report.css").read_text(encoding="utf-8")
    template = _environment(True).get_template("report.html")
    return template.render(body=body, sha256=sha256_of(canonical), style=Markup(style)) + "\n"  # noqa: S704 - our own file


def _markdown(canonical: str) -> str:
    template = _environment(False).get_template("report.md")
    return template.render(body=json.loads(canonical), sha256=sha256_of(canonical)) + "\n"


def _json(canonical: str) -> str:
    frozen = {"sha256": sha256_of(canonical), "report": json.loads(canonical)}
    return json.dumps(frozen, ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def _csv(canonical: str) -> str:
    """One row a claim of a position."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # as RFC 4180 has it; a lone "\r" is then quoted too
    writer.writerow(_COLUMNS)
    for each in json.loads(canonical)["disputes"]:
        for position in each["positions"]:
            for claim in position["claims"]:
                writer.writerow([_cell(value) for value in _csv_row(each, position, claim)])
    return out.getvalue()


def _csv_row(dispute: Mapping[str, Any], position: Mapping[str, Any], claim: Mapping[str, Any]) -> list[Any]:
    number = claim["number"] or {}
    hard = number.get("hard") or [None, None]
    chain = " > ".join(step["name"] for step in claim["chain"])
    return [
        dispute["uid"], dispute["question"], dispute["status"], position["label"], claim["claimant"], claim["side"],
        claim["commitment"], claim["quote"], claim["document"], claim["start"], claim["end"], claim["snapshot"],
        number.get("surface"), hard[0], hard[1], claim["event_time"], claim["stated_on"], chain,
    ]  # fmt: skip


def _cell(value: Any) -> Any:
    """A text a spreadsheet would take for a formula is marked as text; numbers stay numbers."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_DANGEROUS):
        return "'" + value
    return "" if value is None else value


def _picture(dispute: Mapping[str, Any]) -> str:
    rows = []
    for position in dispute["positions"]:
        for claim in position["claims"]:
            number = claim["number"]
            if number is not None:
                hard, soft = (Interval(*number[name]) for name in ("hard", "soft"))
                rows.append(Row(claim["claimant"], number["surface"], hard, soft, number["point"]))
    return intervals_svg(rows)


def _environment(html: bool) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(bundled("templates") / "export"),
        autoescape=html,  # noqa: S701 - Markdown is escaped by its own filter
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["plain"] = _isolated if html else _escaped
    return environment


def _isolated(text: str) -> Markup:
    """A text of a document in its own writing direction, hidden characters named."""
    shown = "".join(
        f"[U+{ord(c):04X}]" if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs") and c != "\n" else c for c in text
    )
    return Markup("<bdi>{}</bdi>").format(shown)


def _escaped(text: str) -> str:
    """A text as Markdown that stays text, on one line."""
    flat = " ".join(text.split())
    shown = "".join(f"[U+{ord(c):04X}]" if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs") else c for c in flat)
    return "".join("\\" + c if c in _MARKDOWN else c for c in shown)


RENDERERS: dict[str, Callable[[str], str]] = {"html": _html, "md": _markdown, "json": _json, "csv": _csv}
