"""Flask's settings made strict, the headers of every answer, the key cookies are signed with."""

from __future__ import annotations

import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request

from verifier.config import Settings
from verifier.errors import VerifierError

MAX_REQUEST = 16 * 1024 * 1024
MAX_FORM_FIELD = 6 * 1024 * 1024
KEY_NAME, OLD_KEY_NAME = "secret.key", "secret.key.old"
_KEY_BYTES = 32
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
_OF_PAGES = _HEADERS | {"Cache-Control": "no-store"}


def flask_settings(settings: Settings) -> dict[str, Any]:
    """Flask's own settings, made strict. Behind a proxy that speaks HTTPS, cookies travel by HTTPS only."""
    secure = bool(settings.proxy)
    return {
        "SECRET_KEY": read_secret_key(settings.home / KEY_NAME),
        "SECRET_KEY_FALLBACKS": old_secret_keys(settings.home),
        "MAX_CONTENT_LENGTH": MAX_REQUEST,
        "MAX_FORM_MEMORY_SIZE": MAX_FORM_FIELD,
        "TRUSTED_HOSTS": [*LOCAL_HOSTS, *named_hosts(settings)],
        "SESSION_COOKIE_NAME": "__Host-verifier" if secure else "verifier",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_PATH": "/",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_REFRESH_EACH_REQUEST": False,
        "PERMANENT_SESSION_LIFETIME": timedelta(days=7),
        "WTF_CSRF_CHECK_DEFAULT": False,  # the gate checks, since a token needs none
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,
    }


def init_app(app: Flask) -> None:
    """Set the headers of every answer."""
    app.after_request(add_headers)


def add_headers(response: Response) -> Response:
    """The security headers; pages are never kept by caches, assets are."""
    own = {name for name, _ in response.headers}
    headers = _HEADERS if request.endpoint == "static" else _OF_PAGES
    response.headers.extend([each for each in headers.items() if each[0] not in own])
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers["Strict-Transport-Security"] = f"max-age={365 * 24 * 3600}"
    return response


def named_hosts(settings: Settings) -> list[str]:
    """The names under which others reach the desk."""
    return [name.strip() for name in settings.hosts.split(",") if name.strip()]


def read_secret_key(path: Path) -> bytes:
    """The key cookies are signed with: made at first run, 32 random bytes, readable by its owner alone.

    Raises VerifierError if others may read it.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _kept_key(path)
    except OSError as error:
        raise VerifierError(f"The key file {path} cannot be made: {error.strerror or error}.") from error
    with os.fdopen(handle, "wb") as file:
        file.write(key := secrets.token_bytes(_KEY_BYTES))
    return key


def old_secret_keys(home: Path) -> list[bytes]:
    """Keys that are still honoured after a rotation: what ``secret.key`` was before it was moved to this name."""
    path = home / OLD_KEY_NAME
    return [_kept_key(path)] if path.exists() else []


def _kept_key(path: Path) -> bytes:
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise VerifierError(f"The key file {path} can be read by others: run “chmod 600 {path}”.")
    key = path.read_bytes()
    if len(key) != _KEY_BYTES:
        raise VerifierError(f"The key file {path} is damaged: delete it, and everybody signs in again.")
    return key


def is_local_path(target: str | None) -> bool:
    """Whether ``target`` leads back into this desk: one leading slash, no host, no control characters."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return False
    return "\\" not in target and all(c.isprintable() for c in target)
