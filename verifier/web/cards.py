"""Cards of pairs and findings: lists show many, and a template takes three times as long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from flask import Flask
from markupsafe import Markup, escape

from verifier.services.desk_model import DeskItem, Voice
from verifier.web import telling, words
from verifier.web.fragments import item_url
from verifier.web.language import language, say
from verifier.web.marks import marks_of, verdict
from verifier.web.rendering import quoted, quoted_plain, quoted_short, shorten, side_chip
from verifier.web.vocabulary import N_

_AGREEING = frozenset(("CORROBORATES", "DUPLICATE", "REFINES", "UPDATES", "DIFFERENT_SCOPE"))
_AND, _AGAINST, _TWICE = N_("and"), N_("against"), N_("%(name)s, twice")
_CHOOSE = N_("Choose")
_WHOLE, _QUOTE, _TITLE, _LONG_TITLE = 100_000, 220, 80, 90
_META = '<p class="meta"><span>%s</span></p>'
_UID = "\n"
"""Stands for a uid while an address is made; no address has it."""
_PICK = (
    '<label class="pick"><input type="checkbox" name="item" value="%s" form="bulk" data-pick> <span>%s</span></label>'
)


def init_app(app: Flask) -> None:
    """Give templates the cards and their parts as filters."""
    app.jinja_env.filters.update(cards=cards, card=card, versus=versus, voice=voice)


def cards(
    items: Sequence[DeskItem], query: Mapping[str, Any] | None = None, heading: str = "h2", pick: bool = False
) -> Markup:
    """Pairs and findings of a list that is narrowed by ``query``; with ``pick`` they can be chosen."""
    lang = language()
    choose, marks = _choose(lang) if pick else "", [marks_of(lang, each) for each in items]
    return Markup("".join(_cards(lang, items, heading, query, choose, marks)))  # noqa: S704 - escaped there


def card(item: DeskItem, blind: bool = False, told: Mapping[str, str] | None = None) -> Markup:
    """One of them, with several reviewers' verdicts in place of the one that stands; ``blind`` hides them all."""
    lang = language()
    said = "".join([_said(*each) for each in told.items()]) if told and not blind else ""
    marks = marks_of(lang, item, judged=not (blind or told)) + Markup(said)  # noqa: S704 - escaped there
    return Markup("".join(_cards(lang, [item], "h2", None, "", [marks])))  # noqa: S704 - escaped there


def _cards(
    lang: str,
    items: Sequence[DeskItem],
    heading: str,
    query: Mapping[str, Any] | None,
    choose: str,
    marks: list[Markup],
) -> Iterator[str]:
    around = {kind: address_around(kind, query) for kind in ("pair", "finding")}
    texts = [text for item in items for text in _texts(lang, item)]
    told = iter(quoted_short([text for text, _ in texts], [length for _, length in texts]))
    for item, marked in zip(items, marks, strict=True):
        yield _card(lang, item, heading, around[item.kind], choose, marked, told)


def _texts(lang: str, item: DeskItem) -> list[tuple[str, int]]:
    """What a card says in words of documents and of people, in the order in which ``_card`` takes it, and how much."""
    texts = [(telling.explain(lang, item), _WHOLE), (item.voices[0].document_title if item.voices else "", _LONG_TITLE)]
    for each in item.voices[:2]:
        texts += ((each.quote, _QUOTE), (each.document_title, _TITLE))
    return texts


def _card(
    lang: str, item: DeskItem, heading: str, around: tuple[str, str], choose: str, marks: Markup, told: Iterator[str]
) -> str:
    one_text, why, text = item.is_of_one_text, next(told), next(told)
    voices = [_voice(lang, each, next(told), next(told), not one_text) for each in item.voices[:2]]
    title = text if item.kind == "finding" and item.voices else _title(lang, item)
    pick = _PICK % (item.uid, choose) if choose else ""
    return (
        f'<li class="card item"><div class="row">{marks!s}{pick}</div>'
        f'<{heading}><a class="main" href="{around[0]!s}{item.uid}{around[1]!s}">{title!s}</a></{heading}>'
        f'<div class="sides">{"".join(voices)}</div>'
        f'<p class="why">{why}</p>{_META % text if one_text and item.kind == "pair" else ""}</li>'
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
    quote, title = quoted_short((said.quote, said.document_title), (_QUOTE, _TITLE))
    return Markup(_voice(language(), said, quote, title, document))  # noqa: S704 - escaped there


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


def _voice(lang: str, said: Voice, quote: str, title: str, document: bool) -> str:
    return (
        f'<div class="voice"><p>{_who(lang, said.claimant, said.side)}</p>'
        f'<p class="voice-text" lang="{_code(said.lang)}">{quote}</p>{_META % title if document else ""}</div>'
    )


@lru_cache(maxsize=8_192)
def _who(lang: str, claimant: str, of: str | None) -> str:  # noqa: ARG001 - sides are named in the language
    return f'<span class="who">{quoted(claimant)}</span>{side_chip(of, claimant)}'


@lru_cache(maxsize=256)
def _code(lang: str) -> str:
    return str(escape(lang))


def _said(name: str, given: str) -> str:
    return f'<span class="muted">{quoted(name)}</span>{verdict(given)}'


@cache
def _choose(lang: str) -> Markup:
    return escape(say(lang, _CHOOSE))
