"""One consistent view of the store for all that a page reads."""

from __future__ import annotations

from flask import Flask, g
from flask.globals import request_ctx

from verifier.services.desk_open import open_desk
from verifier.web.context import settings

_READING = ("GET", "HEAD")


def init_app(app: Flask) -> None:
    """Open the view before the gate looks who is there, and let go of it when the answer stands."""
    app.before_request(_open)
    app.teardown_request(_close)


def _open() -> None:
    sent = request_ctx.request
    if sent.method in _READING and sent.endpoint not in (None, "static", "health.index"):
        view = open_desk(settings())
        view.__enter__()
        g.view = view


def _close(error: BaseException | None) -> None:  # noqa: ARG001 - Flask's signature
    view = g.pop("view", None)
    if view is not None:
        view.__exit__(None, None, None)
