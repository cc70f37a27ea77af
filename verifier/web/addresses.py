"""Addresses of pages, short enough to be passed on: a form sends every field, also those nobody filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import Flask, redirect, request

from verifier.web.errors import is_program

if TYPE_CHECKING:
    from werkzeug.wrappers import Response


def init_app(app: Flask) -> None:
    """Lead a page asked for with empty parameters to its address without them: they mean what missing ones do."""
    app.before_request(_without_empty)


def _without_empty() -> Response | None:
    given = list(request.args.items(multi=True))
    kept = [(name, value) for name, value in given if value]
    if kept == given or request.method != "GET" or request.endpoint is None or is_program():
        return None
    return redirect(request.script_root + request.path + (f"?{urlencode(kept)}" if kept else ""))
