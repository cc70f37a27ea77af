"""Claims of a list as cards, put together in code like those of pairs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from flask import Flask
from markupsafe import Markup, escape

from verifier.services.desk_list_model import ClaimRow
from verifier.web import words
from verifier.web.cards import address_around
from verifier.web.language import language, say
from verifier.web.marks import verdict
from verifier.web.rendering import quoted, quoted_plain, shorten
from verifier.web.vocabulary import N_

_COMPETING = N_("%(num)s competing")
_WORDS, _TITLE = 320, 90


def init_app(app: Flask) -> None:
    """Give templates the cards, and the mark of a kind of claim, as filters."""
    app.jinja_env.filters.update(claim_cards=claim_cards, kind_badge=kind_badge)


def claim_cards(rows: Iterable[ClaimRow]) -> Markup:
    """Claims with their kind, number, verdicts and how many pairs and findings contest them."""
    lang, around = language(), address_around("claim", None)
    return Markup("".join([_card(lang, each, around) for each in rows]))  # noqa: S704 - every part is escaped there


def kind_badge(kind: str) -> Markup:
    """The mark of a kind of claim."""
    return _kind_badge(language(), kind)


def _card(lang: str, row: ClaimRow, around: tuple[str, str]) -> str:
    said = row.voice
    number = f'<span class="muted">{quoted_plain(row.number)}</span>' if row.number else ""
    competing = _competing(lang, row.competing) if row.competing else ""
    return (
        f'<li class="card item"><div class="row">{_kind_badge(lang, said.kind or "")!s}{number}{competing}'
        f"{verdict(row.content) if row.content else ''}{verdict(row.attribution) if row.attribution else ''}</div>"
        f'<h2><a class="main" href="{around[0]}{said.claim}{around[1]}">{quoted(said.claimant)!s}</a></h2>'
        f'<p class="voice-text">{quoted_plain(shorten(said.quote, _WORDS))!s}</p>'
        f"{_place(lang, said.document_title, row.section)}</li>"
    )


@lru_cache(maxsize=64)
def _kind_badge(lang: str, kind: str) -> Markup:
    return Markup('<span class="badge {}">{}</span>').format(words.kind_tone(kind), say(lang, kind))


@lru_cache(maxsize=1_024)
def _competing(lang: str, number: int) -> str:
    return f'<span class="badge warm">{escape(say(lang, _COMPETING) % {"num": number})}</span>'


@lru_cache(maxsize=8_192)
def _place(lang: str, title: str, section: str) -> str:
    told = f"<span>{quoted_plain(shorten(title, _TITLE))}</span><span>{escape(say(lang, section))}</span>"
    return f'<p class="meta">{told}</p>'
