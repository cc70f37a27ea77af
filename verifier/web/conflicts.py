"""A verdict that came too late: both texts side by side, and the writer's own kept in a form."""

from __future__ import annotations

import secrets

from flask import Flask, Response, render_template, request

from verifier.services.submitted import Stale, Submitted, current_version
from verifier.web.context import settings
from verifier.web.errors import is_program, problem
from verifier.web.language import told

_OWN = ("csrf_token", "version", "key", "note")


def init_app(app: Flask) -> None:
    """Answer every late verdict the same way."""
    app.register_error_handler(Stale, _show)
    app.jinja_env.globals.update(new_key=lambda: secrets.token_urlsafe(16))


def submitted() -> Submitted:
    """What the form says it was shown, and the key of this submit."""
    return Submitted(request.form.get("version"), request.form.get("key"))


def shown_version(kind: str, uid: str) -> str:
    """The version a page's form is to carry; to be read before the page's content."""
    return current_version(settings(), kind, uid)


def _show(error: Stale) -> Response:
    if is_program():
        return problem(409, "Changed in the meantime", str(error), version=error.version)
    kept = {name: value for name, value in request.form.items() if name not in _OWN}
    page = render_template(
        "conflicts/show.html", problem=told(error), newest=error.newest, version=error.version, kept=kept,
        note=request.form.get("note", ""), again=request.full_path.rstrip("?"), back=request.path.rpartition("/")[0],
    )  # fmt: skip
    return Response(page, 409)
