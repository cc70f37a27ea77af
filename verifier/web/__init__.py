"""The review desk: plain pages that work without scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask

from verifier.config import Settings
from verifier.paths import bundled
from verifier.web import (
    addresses,
    api,
    asked,
    cards,
    choices,
    claim_cards,
    claim_parts,
    conflicts,
    errors,
    fragments,
    gate,
    language,
    marks,
    passages,
    preferences,
    rendering,
    security,
    sessions,
    tour,
    views_shared,
)
from verifier.web.areas import BLUEPRINTS
from verifier.web.templating import DeskEnvironment


class Desk(Flask):
    """Flask with templates made for each language."""

    jinja_environment = DeskEnvironment  # type: ignore[assignment]

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function itself: none of the desk is asynchronous, and Flask asks a dozen times for each page."""
        return func


def create_app(settings: Settings, *, testing: bool = False) -> Flask:
    """The desk over the store of ``settings``.

    ``testing`` lets errors through to the caller; nothing of the security changes with it.
    """
    app = Desk(__name__, template_folder=str(bundled("templates")), static_folder="static")
    app.config.update(TESTING=testing, **security.flask_settings(settings))
    app.extensions["verifier"] = settings
    app.session_interface = sessions.CheckedOnce(app)
    asked.init_app(app)
    security.init_app(app)
    language.init_app(app)
    views_shared.init_app(app)
    gate.init_app(app)
    addresses.init_app(app)
    preferences.init_app(app)
    tour.init_app(app)
    rendering.init_app(app)
    marks.init_app(app)
    cards.init_app(app)
    claim_cards.init_app(app)
    claim_parts.init_app(app)
    choices.init_app(app)
    passages.init_app(app)
    fragments.init_app(app)
    errors.init_app(app)
    conflicts.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    api.init_app(app)
    return app
