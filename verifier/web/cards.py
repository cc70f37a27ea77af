"""The parts of cards that differ from one to the next: lists show many, and a template takes three times as long."""

from __future__ import annotations

from flask import Flask
from markupsafe import Markup, escape

from verifier.services.desk_model import DeskItem, Voice
from verifier.web import words
from verifier.web.language import translate
from verifier.web.rendering import quoted, shorten, side
from verifier.web.vocabulary import N_

_AGREEING = frozenset(("CORROBORATES", "DUPLICATE", "REFINES", "UPDATES", "DIFFERENT_SCOPE"))
_AND, _AGAINST, _TWICE = N_("and"), N_("against"), N_("%(name)s, twice")


def init_app(app: Flask) -> None:
    """Give templates the parts as filters."""
    app.jinja_env.filters.update(versus=versus, voice=voice)


def versus(item: DeskItem) -> Markup:
    """What stands against what; of a finding, the text it was made in."""
    about = item.voices
    if item.kind == "finding":
        if about:
            return quoted(shorten(about[0].document_title, 90))
        return escape(translate(words.relation(item.relation).label, "relation"))
    left, right = quoted(about[0].claimant), quoted(about[1].claimant)
    if left == right:
        return Markup(translate(_TWICE)) % {"name": left}  # noqa: S704 - a message of ours
    between = escape(translate(_AND if item.relation in _AGREEING else _AGAINST))
    return Markup(f'{left} <span class="muted">{between}</span> {right}')  # noqa: S704 - escaped above


def voice(said: Voice, document: bool = True) -> Markup:
    """Who says what, and with ``document`` the title it stands under."""
    named = side(said.side) if said.side else ""
    chip = f' <span class="side">{escape(named)}</span>' if named not in ("", said.claimant) else ""
    title = f'<p class="meta"><span>{quoted(shorten(said.document_title, 80))}</span></p>' if document else ""
    return Markup(  # noqa: S704 - every part is escaped where it is made
        f'<div class="voice"><p><span class="who">{quoted(said.claimant)}</span>{chip}</p>'
        f'<p class="voice-text" lang="{escape(said.lang)}">{quoted(shorten(said.quote))}</p>{title}</div>'
    )
