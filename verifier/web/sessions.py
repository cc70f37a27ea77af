"""Who sends a request; nobody sees the desk without having signed in."""

from __future__ import annotations

from flask import Flask, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from verifier.services.sign_in import end_session, find_session
from verifier.web.context import settings
from verifier.web.errors import is_twin, problem

_OPEN = {"login.index", "login.sign_in", "static", "health.index", "preferences.save"}


def init_app(app: Flask) -> None:
    """Look at every request who sends it."""
    app.before_request(_require_login)
    app.context_processor(lambda: {"user": {"name": g.user} if g.get("user") else None})


def start(identifier: str) -> None:
    """Let the cookie carry a new session."""
    session.clear()
    session["id"] = identifier
    session.permanent = True


def end() -> None:
    """End the session on the server, and forget it here."""
    if (identifier := session.get("id")) is not None:
        end_session(settings(), identifier)
    session.clear()


def _require_login() -> Response | None:
    identifier = session.get("id") if request.endpoint != "static" else None
    g.user = find_session(settings(), identifier) if identifier else None
    if g.user or request.endpoint is None or request.endpoint in _OPEN:
        return None
    if is_twin():
        return problem(401, "Please sign in.", "This list is shown to signed-in reviewers only.")
    return redirect(url_for("login.index", next=request.full_path.rstrip("?")))
