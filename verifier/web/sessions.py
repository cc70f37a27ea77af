"""Who is signed in: one local reviewer, let in by an address that works once."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass, field
from threading import Lock

from flask import Flask, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

LIFETIME = 600
"""How many seconds a login address works."""
_OPEN = {"login.index", "login.sign_in", "static", "health.index", "preferences.save"}


@dataclass(slots=True)
class OneTimeLogins:
    """Login tokens that have not been used yet, by hash."""

    _tokens: dict[str, float] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def issue(self) -> str:
        """A new token."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._tokens[_hash(token)] = time.monotonic() + LIFETIME
        return token

    def use(self, token: str) -> bool:
        """Whether ``token`` lets in; it never does so again."""
        wanted = _hash(token)
        with self._lock:
            for known in list(self._tokens):
                if hmac.compare_digest(known, wanted):
                    return self._tokens.pop(known) > time.monotonic()
        return False


def init_app(app: Flask) -> None:
    """Look at every request who sends it; nobody sees the desk without having signed in."""
    app.extensions["verifier.logins"] = OneTimeLogins()
    app.before_request(_require_login)
    app.context_processor(lambda: {"user": {"name": g.user} if g.get("user") else None})


def sign_in(name: str) -> None:
    """Start a session of ``name``."""
    session.clear()
    session["user"] = name
    session.permanent = True


def _require_login() -> Response | None:
    g.user = session.get("user")
    if g.user or request.endpoint in _OPEN or request.endpoint is None:
        return None
    if request.path.endswith((".json", ".csv")):
        from verifier.web.errors import problem

        return problem(401, "Please sign in.", "This list is shown to signed-in reviewers only.")
    return redirect(url_for("login.index", next=request.full_path.rstrip("?")))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
