"""A report as one page that needs nothing else: no script, no picture or style from elsewhere."""

from __future__ import annotations

import html
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from verifier.export.outline import Outline, Said, Text, plain_text, visible
from verifier.paths import bundled


def to_html(outline: Outline, sha256: str, before: str = "", after: str = "") -> str:
    """The page. ``before`` and ``after`` are markup of our own around the report, on public pages."""
    ours = {name: Markup(text) for name, text in (("style", page_style()), ("before", before), ("after", after))}  # noqa: S704
    template = environment().get_template("report.html")
    return template.render(outline=outline, sha256=sha256, title=plain_text(outline.title), **ours) + "\n"


@cache
def page_style() -> str:
    """The one style sheet of reports and public pages."""
    return (bundled("templates") / "export" / "report.css").read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """Templates of pages, everything in them escaped but our own markup."""
    made = Environment(
        loader=FileSystemLoader(bundled("templates") / "export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["marked"] = _marked
    made.filters["svg"] = Markup
    made.tests["named"] = lambda block, name: type(block).__name__ == name
    return made


def _marked(text: Text) -> Markup:
    """A text with the words of others in their own writing direction."""
    return Markup("").join(_said(part) if isinstance(part, Said) else Markup.escape(part) for part in text)


def _said(part: Said) -> Markup:
    lang = f' lang="{html.escape(part.lang)}"' if part.lang else ""
    return Markup(f"<bdi{lang}>{html.escape(visible(part.text))}</bdi>")  # noqa: S704 - both escaped
