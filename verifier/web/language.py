"""The language of the desk: English as it is written here, every other from its catalogue in ``lang/``."""

from __future__ import annotations

import gettext as tables
from contextvars import ContextVar
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import request
from markupsafe import escape
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from verifier.errors import VerifierError, Word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask

FOLDER = Path(__file__).parent / "lang"
LANGUAGES: Mapping[str, str] = {"en": "English", "de": "Deutsch"}
"""What the desk can be read in, each by its own name."""
_chosen: ContextVar[str | None] = ContextVar("chosen", default=None)
"""That of the request that is being answered: a page asks for it a hundred times, and Flask takes 2 µs to tell."""


def init_app(app: Flask) -> None:
    """Give templates ``_`` and ``ngettext`` for what is written in them, ``word`` for what is handed to them."""
    app.before_request(_choose)
    app.teardown_request(_forget)
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(translate, translate_number, newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.globals["word"] = translate
    app.context_processor(lambda: {"language": language(), "desk_languages": LANGUAGES})


def language() -> str:
    """The language of this request: the one that was chosen here, else the first the browser asks for."""
    return _chosen.get() or _asked_for()


def _choose() -> None:
    _chosen.set(_asked_for())


def _forget(error: BaseException | None) -> None:  # noqa: ARG001 - Flask's signature
    _chosen.set(None)


def _asked_for() -> str:
    kept = request.cookies.get("language", "")
    return kept if kept in LANGUAGES else _first_known(request.headers.get("Accept-Language", ""))


@lru_cache(maxsize=256)
def _first_known(header: str) -> str:
    """What a browser asks for first among the languages of the desk."""
    asked = (tag.partition("-")[0].lower() for tag in parse_accept_header(header, LanguageAccept).values())
    return next((lang for lang in asked if lang in LANGUAGES), "en")


def translate(message: str, context: str = "") -> str:
    """``message`` in the language of this request; itself where the catalogue does not hold it."""
    return say(language(), message, context)


def say(lang: str, message: str, context: str = "") -> str:
    """``message`` in a language."""
    if not message:
        return ""
    words = catalogue(lang)
    return words.pgettext(context, message) if context else words.gettext(message)


@lru_cache(maxsize=4_096)
def said(lang: str, message: str) -> str:
    """``message`` in a language, escaped for a page: for words that come again on every one."""
    return str(escape(say(lang, message)))


def told(error: VerifierError) -> str:
    """The sentence of an error in the language of this request."""
    values = {name: translate(value) if isinstance(value, Word) else value for name, value in error.values.items()}
    return translate(error.sentence) % values if values else translate(error.sentence)


def translate_number(one: str, many: str, number: int) -> str:
    """The form of a message that goes with ``number``."""
    return catalogue(language()).ngettext(one, many, number)


@cache
def catalogue(lang: str) -> tables.NullTranslations:
    """The catalogue of a language; it is read as it is written, so nothing has to be compiled."""
    path = FOLDER / f"{lang}.po"
    if not path.exists():
        return tables.NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, lang))
    compiled.seek(0)
    return tables.GNUTranslations(compiled)
