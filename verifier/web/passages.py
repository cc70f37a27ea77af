"""Stretches of a stored text, what is marked in them set apart: an article has hundreds."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from flask import Flask
from markupsafe import Markup, escape

from verifier.services.desk_model import Paragraph, Piece
from verifier.web import words
from verifier.web.rendering import quoted_plain

_CONTESTED = "contested"


def init_app(app: Flask) -> None:
    """Give templates the paragraphs as filters."""
    app.jinja_env.filters.update(pieces=pieces, article_pieces=article_pieces)


def pieces(paragraph: Paragraph) -> Markup:
    """A paragraph whose marks are named as they are."""
    return _joined(paragraph, lambda mark: mark)


def article_pieces(paragraph: Paragraph) -> Markup:
    """A paragraph of an article, whose marks tell the kind of a claim and whether it is contested."""
    return _joined(paragraph, _tone)


def _joined(paragraph: Paragraph, look: Callable[[str], str]) -> Markup:
    return Markup("".join([_piece(each, look) for each in paragraph]))  # noqa: S704 - every part is escaped there


def _piece(piece: Piece, look: Callable[[str], str]) -> str:
    if not piece.mark:
        return str(quoted_plain(piece.text))
    marked = f"{_opened(look(piece.mark))}{quoted_plain(piece.text)!s}</mark>"
    if not piece.href:
        return marked
    anchor = f' id="{escape(piece.anchor)}"' if piece.anchor else ""
    return f'<a href="{escape(piece.href)}"{anchor}>{marked}</a>'


@lru_cache(maxsize=256)
def _opened(tone: str) -> str:
    return f'<mark class="{escape(tone)!s}">'


def _tone(mark: str) -> str:
    kind = mark.partition(" ")[0]
    return f"{words.kind_tone(kind)} {_CONTESTED}" if _CONTESTED in mark else words.kind_tone(kind)
