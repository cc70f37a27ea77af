"""What the cookie of a signed-in browser carries: the name of a session that the server can end."""

from __future__ import annotations

from flask import session

from verifier.services.sign_in import end_session
from verifier.web.context import settings


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
