"""Templates made once for each language of the desk, what is written in them told in it beforehand."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import Flask
from flask.templating import Environment
from jinja2 import Template, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from verifier.web.language import LANGUAGES, catalogue, language, say


class DeskEnvironment(Environment):
    """Gives the template of the request's language.

    A message that stands in a template becomes part of it when it is compiled, so that a page looks up only the
    words that are handed to it.
    """

    def __init__(self, app: Flask, **options: Any) -> None:
        super().__init__(app, **options)
        self.spoken = ""
        self._by_language: dict[str, DeskEnvironment] = {}

    def get_or_select_template(self, *args: Any, **kwargs: Any) -> Template:
        """The template in the language of this request."""
        return super(DeskEnvironment, self.speaking(language())).get_or_select_template(*args, **kwargs)

    def speaking(self, lang: str) -> DeskEnvironment:
        """This environment for one language; what was set up in this one before holds there too."""
        if lang not in self._by_language:
            made = self.overlay()
            made.spoken = lang
            made.globals = self.globals | {"word": partial(say, lang)}
            self._by_language[lang] = made
        return self._by_language[lang]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed = super()._parse(source, name, filename)
        return _Told(self.spoken).visit(parsed) if self.spoken in LANGUAGES else parsed


class _Told(NodeTransformer):
    """Puts the message itself where a template calls ``_`` with one; its named places are filled at the page."""

    def __init__(self, lang: str) -> None:
        self.words = catalogue(lang)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        self.generic_visit(node)
        if not (isinstance(node.node, nodes.Name) and node.node.name == "_" and isinstance(node.args[0], nodes.Const)):
            return node
        message = Markup(self.words.gettext(node.args[0].value))  # noqa: S704 - written by us
        if not node.kwargs:
            return nodes.Const(message % {}, lineno=node.lineno)
        given = [nodes.Pair(nodes.Const(each.key), each.value) for each in node.kwargs]
        return nodes.Mod(nodes.Const(message), nodes.Dict(given), lineno=node.lineno)
