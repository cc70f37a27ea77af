"""What a list can be narrowed to, as the options of a field: ten fields of sixty are too many for a template."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Flask
from markupsafe import Markup, escape

from verifier.services.desk_model import Facet
from verifier.web.language import language, say
from verifier.web.rendering import shorten

_TOLD = {"relation": "relation", "strength": "", "assignee": "", "kind": ""}
"""Facets whose values are words of ours, with the context that tells them from others."""
_LONGEST = 60


def init_app(app: Flask) -> None:
    """Give templates the options as a filter."""
    app.jinja_env.filters["options"] = options


def options(facets: Iterable[Facet], name: str, chosen: str) -> Markup:
    """The values of the facet ``name`` with their counts, ``chosen`` selected."""
    lang = language()
    return Markup("".join([_option(lang, each, name, chosen) for each in facets]))  # noqa: S704 - escaped there


def _option(lang: str, facet: Facet, name: str, chosen: str) -> str:
    label = say(lang, facet.label, _TOLD[name]) if name in _TOLD else facet.label
    selected = " selected" if facet.value == chosen else ""
    count = f"{facet.count}+" if facet.is_capped else facet.count
    return f'<option value="{escape(facet.value)}"{selected}>{escape(shorten(label, _LONGEST))} ({count})</option>'
