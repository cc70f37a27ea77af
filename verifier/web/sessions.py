"""What the cookie of a signed-in browser carries: the name of a session that the server can end."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property, lru_cache
from time import time
from typing import TYPE_CHECKING, Any, cast

from flask import Flask, Request, Response, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from itsdangerous import BadSignature, URLSafeTimedSerializer

from verifier.services.sign_in import end_session
from verifier.web.context import settings

if TYPE_CHECKING:
    from flask.sessions import SessionMixin


class CheckedOnce(SecureCookieSessionInterface):
    """Flask's sessions, with less to do for each page.

    The signature of a cookie is checked where it is new, its age each time. What a session holds is never changed in
    place, only put in or taken out.
    """

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._checked = lru_cache(maxsize=1_024)(self._check)

    @cached_property
    def _serializer(self) -> URLSafeTimedSerializer:
        return cast("URLSafeTimedSerializer", super().get_signing_serializer(self._app))  # the desk always has a key

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer:  # noqa: ARG002 - Flask's signature
        """What signs cookies: made once."""
        return self._serializer

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession:
        """The session of a request: an empty one where its cookie is missing, forged or too old."""
        value = request.cookies.get(self.get_cookie_name(app))
        try:
            held, made = self._checked(value) if value else ({}, None)
        except BadSignature:
            return self.session_class()
        age = int(time()) - int(made.timestamp()) if made else 0
        return self.session_class(held if 0 <= age <= app.permanent_session_lifetime.total_seconds() else {})

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send a cookie where the session changed."""
        if session.modified or "Vary" in response.headers:
            super().save_session(app, session, response)
        elif session.accessed:
            response.headers["Vary"] = "Cookie"

    def _check(self, value: str) -> tuple[dict[str, Any], datetime]:
        """What a cookie holds, and when it was signed. Raises BadSignature."""
        held, made = self._serializer.loads(value, return_timestamp=True)
        return held, made


def start(identifier: str) -> None:
    """Let the cookie carry a new session; the one before it ends."""
    end()
    session["id"] = identifier
    session.permanent = True


def end() -> None:
    """End the session on the server, and forget it here."""
    if (identifier := session.get("id")) is not None:
        end_session(settings(), identifier)
    session.clear()
