"""Templates made once for each language of the desk, what is written in them told in it beforehand."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from functools import lru_cache, partial
from typing import Any

from flask import Flask
from flask.templating import Environment
from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from verifier.web.language import LANGUAGES, catalogue, language, say

_PLAIN = frozenset(
    ("word", "url_for", "item_url", "may", "csrf_field", "new_key", "with_query", "report_on", "fragment")
)
_PLACE = re.compile(r"%\((\w+)\)s")
_PLAIN_MODULES = frozenset(("words", "telling", "ui"))
_OBJECTS = _PLAIN_MODULES | {"page", "user", "neighbours", "acts"}
"""What is never a mapping and always has the attribute that is asked of it, so that Python's own way does."""


_escaped = lru_cache(maxsize=4_096)(escape)


def shown(value: Any) -> str:
    """``value`` as it stands in a page: what is marked up already , words escaped (most come again)."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return _escaped(value) if kind is str else escape(value)


def joined(*parts: Any) -> Markup:
    """Parts of a page in one, escaped where they are not marked up."""
    return Markup("".join(map(shown, parts)))  # noqa: S704 - escaped there


class DirectCalls(CodeGenerator):
    """Calls functions and macros of ours the way Python does, which takes a third of the time.

    What is marked up already goes into the page as it is.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"environment.shown({finalize.src or ''}")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        root = node.node
        while isinstance(root, nodes.Getattr):
            root = root.node
        if not (isinstance(root, nodes.Name) and root.name in _OBJECTS):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        called = node.node
        is_ours = isinstance(called, nodes.Getattr) and getattr(called.node, "name", None) in _PLAIN_MODULES
        is_ours = is_ours or isinstance(called, nodes.EnvironmentAttribute)
        if not (is_ours or getattr(called, "name", None) in _PLAIN):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(called, frame)
        self.write(")(")
        given = [("", each) for each in node.args] + [(f"{each.key}=", each.value) for each in node.kwargs]
        given += [(mark, each) for mark, each in (("*", node.dyn_args), ("**", node.dyn_kwargs)) if each is not None]
        for before, value in given:
            self.write(before)
            self.visit(value, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Hand what a call block says to ``fragment`` as a plain function, since mostly nobody calls it."""
        call = getattr(macro_ref.node, "call", None)
        if call is not None and getattr(call.node, "name", None) == "fragment":
            self.write("macro")
        else:
            super().macro_def(macro_ref, frame)


class DeskEnvironment(Environment):
    """Gives the template of the request's language.

    A message that stands in a template becomes part of it when it is compiled, so that a page looks up only the
    words that are handed to it.
    """

    code_generator_class = DirectCalls
    shown, joined = staticmethod(shown), staticmethod(joined)

    def __init__(self, app: Flask, **options: Any) -> None:
        super().__init__(app, **options)
        self.spoken = ""
        self._by_language: dict[str, DeskEnvironment] = {}
        self._loaded: dict[str, Template] = {}

    def get_or_select_template(self, *args: Any, **kwargs: Any) -> Template:
        """The template in the language of this request."""
        return super(DeskEnvironment, self.speaking(language())).get_or_select_template(*args, **kwargs)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every template knows, in one plain dictionary: it is copied for each page and each template it takes in.

        Nothing is added to it once a template is loaded.
        """
        return {**self.globals, **(d or {})}

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> Template:
        """The template ``name``, asked for four times on a page; templates do not change while the desk runs."""
        if globals or self.auto_reload:
            return super()._load_template(name, globals)
        if name not in self._loaded:
            self._loaded[name] = super()._load_template(name, None)
        return self._loaded[name]

    def speaking(self, lang: str) -> DeskEnvironment:
        """This environment for one language; what was set up in this one before holds there too."""
        if lang not in self._by_language:
            made = self.overlay()
            made.spoken, made._loaded = lang, {}
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
        message = self.words.gettext(node.args[0].value)
        if not node.kwargs:
            return nodes.Const(_marked(message), lineno=node.lineno)
        given = {each.key: each.value for each in node.kwargs}
        told = _PLACE.split(message)  # words and names of places in turn
        parts = [given[part] if n % 2 else nodes.Const(_marked(part)) for n, part in enumerate(told)]
        return nodes.Call(nodes.EnvironmentAttribute("joined"), parts, [], None, None, lineno=node.lineno)


def _marked(message: str) -> Markup:
    """A message of ours without values, or a part of one."""
    return Markup(message % {})  # noqa: S704 - written by us
