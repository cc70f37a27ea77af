"""What every request and every answer goes through, whatever the page."""

from __future__ import annotations

import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request
from flask_wtf import CSRFProtect

from verifier.config import Settings
from verifier.errors import VerifierError

MAX_REQUEST = 16 * 1024 * 1024
MAX_FORM_FIELD = 6 * 1024 * 1024
SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS"))
LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def flask_settings(settings: Settings) -> dict[str, Any]:
    """Flask's own settings, made strict."""
    return {
        "SECRET_KEY": read_secret_key(Path(settings.home)),
        "MAX_CONTENT_LENGTH": MAX_REQUEST,
        "MAX_FORM_MEMORY_SIZE": MAX_FORM_FIELD,
        "TRUSTED_HOSTS": list(LOCAL_HOSTS),
        "SESSION_COOKIE_NAME": "verifier",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_REFRESH_EACH_REQUEST": False,
        "PERMANENT_SESSION_LIFETIME": timedelta(days=7),
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,
    }


def init_app(app: Flask) -> None:
    """Install the checks of unsafe requests and the headers of every answer."""
    app.before_request(refuse_foreign_origin)
    CSRFProtect(app)
    app.after_request(add_headers)


def refuse_foreign_origin() -> None:
    """Refuse a write that another site caused: by Sec-Fetch-Site, and by Origin where it is sent."""
    if request.method in SAFE_METHODS:
        return
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(403, "This request came from another site and was refused.")
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        abort(403, "This request came from another site and was refused.")


def add_headers(response: Response) -> Response:
    """The security headers; pages are never kept by caches, assets are."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    return response


def read_secret_key(home: Path) -> bytes:
    """The key cookies are signed with: made at first run, 32 random bytes, readable by its owner alone.

    Raises VerifierError if others may read it.
    """
    path = home / "secret.key"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise VerifierError(f"The key file {path} can be read by others: run “chmod 600 {path}”.") from None
        key = path.read_bytes()
        if len(key) != 32:
            raise VerifierError(f"The key file {path} is damaged: delete it, and everybody signs in again.") from None
        return key
    with os.fdopen(handle, "wb") as file:
        file.write(key := secrets.token_bytes(32))
    return key


def is_local_path(target: str | None) -> bool:
    """Whether ``target`` leads back into this desk: one leading slash, no host, no control characters."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return False
    return "\\" not in target and all(c.isprintable() for c in target)
