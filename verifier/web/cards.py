"""Cards of pairs and findings: lists show many, and a template takes three times as long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from flask import Flask
from markupsafe import Markup, escape

from verifier.services.desk_model import DeskItem, Voice
from verifier.web import telling, words
from verifier.web.fragments import item_url
from verifier.web.language import language, say
from verifier.web.marks import marks_of, verdict
from verifier.web.rendering import quoted, quoted_plain, shorten, side
from verifier.web.vocabulary import N_

_AGREEING = frozenset(("CORROBORATES", "DUPLICATE", "REFINES", "UPDATES", "DIFFERENT_SCOPE"))
_AND, _AGAINST, _TWICE = N_("and"), N_("against"), N_("%(name)s, twice")
_CHOOSE = N_("Choose")
_TITLE, _LONG_TITLE = 80, 90
_UID = "\n"
"""Stands for a uid while an address is made; no address has it."""
_PICK = (
    '<label class="pick"><input type="checkbox" name="item" value="%s" form="bulk" data-pick> <span>%s</span></label>'
)


def init_app(app: Flask) -> None:
    """Give templates the cards and their parts as filters."""
    app.jinja_env.filters.update(cards=cards, card=card, versus=versus, voice=voice)


def cards(
    items: Iterable[DeskItem], query: Mapping[str, Any] | None = None, heading: str = "h2", pick: bool = False
) -> Markup:
    """Pairs and findings of a list that is narrowed by ``query``; with ``pick`` they can be chosen."""
    lang, choose = language(), _choose(language()) if pick else ""
    around = {kind: address_around(kind, query) for kind in ("pair", "finding")}
    return Markup(  # noqa: S704 - escaped where they are made
        "".join([_card(lang, each, heading, around[each.kind], choose, marks_of(lang, each)) for each in items])
    )


def card(item: DeskItem, blind: bool = False, told: Mapping[str, str] | None = None) -> Markup:
    """One of them, with several reviewers' verdicts in place of the one that stands; ``blind`` hides them all."""
    lang = language()
    said = "".join([_said(*each) for each in told.items()]) if told and not blind else ""
    marks = marks_of(lang, item, judged=not (blind or told)) + Markup(said)  # noqa: S704 - escaped there
    return Markup(_card(lang, item, "h2", address_around(item.kind, None), "", marks))  # noqa: S704 - escaped there


def _card(lang: str, item: DeskItem, heading: str, around: tuple[str, str], choose: str, marks: str) -> str:
    one_text = item.is_of_one_text
    left = item.voices[0] if item.voices else None
    title = _meta(left.document_title, _LONG_TITLE) if one_text and left and item.kind == "pair" else ""
    pick = _PICK % (item.uid, choose) if choose else ""
    return (
        f'<li class="card item"><div class="row">{marks!s}{pick}</div>'
        f'<{heading}><a class="main" href="{around[0]}{item.uid}{around[1]}">{_title(lang, item)!s}</a></{heading}>'
        f'<div class="sides">{"".join([_voice(lang, each, not one_text) for each in item.voices[:2]])}</div>'
        f'<p class="why">{quoted_plain(telling.explain(lang, item))!s}</p>{title}</li>'
    )


def address_around(kind: str, query: Mapping[str, Any] | None) -> tuple[str, str]:
    """What stands before and after the uid in the address of an item, as reached from a list."""
    before, _, after = item_url(kind, _UID, query).partition(_UID)
    return escape(before), escape(after)


def versus(item: DeskItem) -> Markup:
    """What stands against what; of a finding, the text it was made in."""
    return _title(language(), item)


def voice(said: Voice, document: bool = True) -> Markup:
    """Who says what, and with ``document`` the title it stands under."""
    return Markup(_voice(language(), said, document))  # noqa: S704 - escaped there


def _title(lang: str, item: DeskItem) -> Markup:
    about = item.voices
    if item.kind == "finding":
        if about:
            return quoted_plain(shorten(about[0].document_title, _LONG_TITLE))
        return escape(say(lang, words.relation(item.relation).label, "relation"))
    return _versus(lang, about[0].claimant, about[1].claimant, item.relation in _AGREEING)


@lru_cache(maxsize=8_192)
def _versus(lang: str, left: str, right: str, agree: bool) -> Markup:
    if left == right:
        return Markup(say(lang, _TWICE)) % {"name": quoted(left)}  # noqa: S704 - a message of ours
    between = escape(say(lang, _AND if agree else _AGAINST))
    return Markup(f'{quoted(left)} <span class="muted">{between}</span> {quoted(right)}')  # noqa: S704 - escaped above


def _voice(lang: str, said: Voice, document: bool) -> str:
    title = _meta(said.document_title, _TITLE) if document else ""
    return (
        f'<div class="voice"><p>{_who(lang, said.claimant, said.side)}</p>{_words(said.lang, said.quote)}{title}</div>'
    )


@lru_cache(maxsize=8_192)
def _who(lang: str, claimant: str, of: str | None) -> str:  # noqa: ARG001 - sides are named in the language
    named = side(of) if of else ""
    chip = f' <span class="side">{escape(named)}</span>' if named not in ("", claimant) else ""
    return f'<span class="who">{quoted(claimant)}</span>{chip}'


@lru_cache(maxsize=8_192)
def _words(lang: str, quote: str) -> str:
    return f'<p class="voice-text" lang="{escape(lang)}">{quoted_plain(shorten(quote))}</p>'


@lru_cache(maxsize=8_192)
def _meta(title: str, length: int) -> str:
    return f'<p class="meta"><span>{quoted_plain(shorten(title, length))}</span></p>'


def _said(name: str, given: str) -> str:
    return f'<span class="muted">{quoted(name)}</span>{verdict(given)}'


@cache
def _choose(lang: str) -> Markup:
    return escape(say(lang, _CHOOSE))
