"""How values become words and marks on a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from flask import Flask, request
from markupsafe import Markup, escape

from verifier.services.desk_data import NOBODY
from verifier.services.glosses import side_name
from verifier.web import telling, words
from verifier.web.fragments import address_of
from verifier.web.language import language, translate
from verifier.web.report_form import address_of_selection

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KEPT = frozenset("\n\t\u00ad\u200c\u200d")


def init_app(app: Flask) -> None:
    """Filters and globals of every template."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for each in (quoted, iso_day, iso_minute, iso_stamp, number, shorten, found_in, ucfirst, side, side_chip):
        app.jinja_env.filters[each.__name__] = each
    app.jinja_env.globals.update(words=words, telling=telling, with_query=with_query, report_on=address_of_selection)


def quoted(text: str) -> Markup:
    """Text of a document, set apart in its own writing direction, hidden characters made visible."""
    return quoted_plain(translate(text) if text == NOBODY else text)


@lru_cache(maxsize=8_192)
def quoted_plain(text: str) -> Markup:
    """The same of words that are not a claimant's name."""
    plain = text if text.isprintable() else "".join(c if c.isprintable() or _is_kept(c) else _MARK for c in text)
    shown = str(escape(plain))
    for hidden in (c for c in text if not c.isprintable() and not _is_kept(c)) if plain is not text else ():
        shown = shown.replace(_MARK, _shown(hidden), 1)
    return Markup(f"<bdi>{shown}</bdi>")  # noqa: S704 - escaped above


_MARK = "\x00"
"""Stands for a hidden character while its text is escaped; NUL itself is one of them."""
_LOOSE = ("  ", f"{_MARK} ", f" {_MARK}")
"""Blanks that shortening takes away, where texts are joined by marks."""


def _is_kept(char: str) -> bool:
    return char in _KEPT or (char not in _BIDI and unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co"))


def _shown(char: str) -> str:
    name = unicodedata.name(char, "control character").lower()
    return f'<span class="hidden-char" title="{escape(name)}">U+{ord(char):04X}</span>'


def iso_day(value: date | datetime | None) -> str:
    """A day, the same in every language."""
    return "" if value is None else value.isoformat()[:10]


def iso_minute(value: datetime) -> str:
    """A moment to the minute, with its zone."""
    value = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    return value.strftime("%Y-%m-%d %H:%M UTC")


def iso_stamp(value: datetime | None) -> str:
    """A moment for machines; the beginning of the epoch where it is not known."""
    value = value or datetime.fromtimestamp(0, UTC)
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def number(value: float | None) -> str:
    """A number with thin spaces between thousands, which no language mistakes for a decimal sign."""
    if value is None:
        return "∞"
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return text.replace(",", "\u202f")


def shorten(text: str, length: int = 220) -> str:
    """At most ``length`` code points, cut between words and then marked as cut."""
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    return flat[:length].rsplit(" ", 1)[0] + " …"


def quoted_short(texts: Sequence[str], lengths: Sequence[int]) -> list[str]:
    """Many texts shortened and quoted: a list has a hundred, and together they take a fifth of the time."""
    whole = _MARK.join(["", *texts, ""])
    if not whole.replace(_MARK, "").isprintable() or any(each in whole for each in _LOOSE):
        return [quoted_plain(shorten(text, length)) for text, length in zip(texts, lengths, strict=True)]
    cut = [text if len(text) <= most else shorten(text, most) for text, most in zip(texts, lengths, strict=True)]
    return [f"<bdi>{each}</bdi>" for each in str(escape(_MARK.join(cut))).split(_MARK)] if cut else []


def ucfirst(text: str) -> str:
    """Text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def side(slug: str) -> str:
    """A side as the reader calls it."""
    return side_name(slug, language())


def side_chip(slug: str | None, claimant: str) -> Markup:
    """The side a claimant speaks for, after their name; nothing where the name says it already."""
    named = side(slug) if slug else ""
    is_said = f" {named.casefold()} " in f" {claimant.casefold()} "
    return Markup("") if not named or is_said else Markup(' <span class="side">{}</span>').format(named)


def found_in(text: str, terms: Sequence[str]) -> Markup:
    """Text of a document with the words that were searched for marked, whatever their case and accents."""
    found = _words_like(tuple(terms))
    parts, at = [], 0
    for word in found.finditer(text) if text.isascii() else _WORD.finditer(text):
        if text.isascii() or found.fullmatch(_folded(word[0])):
            parts += [str(quoted(text[at : word.start()])), f"<mark>{quoted(word[0])}</mark>"]
            at = word.end()
    return Markup("".join([*parts, quoted(text[at:])]))  # noqa: S704 - quoted above


_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=256)
def _words_like(terms: tuple[str, ...]) -> re.Pattern[str]:
    """What finds the terms of a search as whole words; one that ends in an asterisk is the beginning of a word."""
    told = [re.escape(_folded(term.rstrip("*"))) + (r"[^\W_]*" if term.endswith("*") else "") for term in terms]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(told)})(?![^\W_])", re.IGNORECASE)


def _folded(word: str) -> str:
    """A word as the full text compares it."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def with_query(changes: Mapping[str, Any]) -> str:
    """This page's address with some query parameters changed; None takes one away, paging starts anew."""
    merged: dict[str, Any] = {k: v for k, v in request.args.items() if k != "next"} | dict(changes)
    kept = {k: v for k, v in merged.items() if v not in (None, "")}
    address = address_of(request.endpoint or "queue.index", **(request.view_args or {}))
    return f"{address}?{urlencode(kept)}" if kept else address
