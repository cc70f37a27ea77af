"""What a list can be narrowed to, as the options of a field: ten fields of sixty are too many for a template."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from flask import Flask
from markupsafe import Markup, escape

from verifier.services.desk_list_model import Facet, KeptFacet
from verifier.web import words
from verifier.web.language import language, say
from verifier.web.rendering import shorten

_TOLD = {"relation": "relation", "strength": "", "assignee": "", "kind": "", "lang": ""}
"""Facets whose values are words of ours, with the context that tells them from others."""
_LONGEST = 60
_OPTION = '<option value="%s">%s (%s)</option>'


def init_app(app: Flask) -> None:
    """Give templates the options as a filter."""
    app.jinja_env.filters["options"] = options


def options(facets: Iterable[Facet], name: str, chosen: str) -> Markup:
    """The values of the facet ``name`` with their counts, ``chosen`` selected."""
    lang = language()
    told = _kept(lang, facets, name) if isinstance(facets, KeptFacet) else _options(lang, facets, name)
    if chosen:
        start = f'<option value="{escape(chosen)!s}"'
        told = told.replace(f"{start}>", f"{start} selected>", 1)
    return Markup(told)  # noqa: S704 - escaped there


@lru_cache(maxsize=256)
def _kept(lang: str, facet: KeptFacet, name: str) -> str:
    return _options(lang, facet, name)


def _options(lang: str, facets: Iterable[Facet], name: str) -> str:
    counted = [(f"{each.count}+" if each.is_capped else each.count, each) for each in facets]
    return "".join([_OPTION % (*_told(lang, each.value, each.label, name), count) for count, each in counted])


@lru_cache(maxsize=8_192)
def _told(lang: str, value: str, label: str, name: str) -> tuple[str, str]:
    """A value and its name, escaped: only the counts differ from filter to filter."""
    label = words.spoken(label) if name == "lang" else label
    label = say(lang, label, _TOLD[name]) if name in _TOLD else label
    return str(escape(value)), str(escape(shorten(label, _LONGEST)))
