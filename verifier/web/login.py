"""Signing in with an address that works once, and signing out."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from verifier.services.sign_in import use_login
from verifier.web import sessions
from verifier.web.context import settings
from verifier.web.security import is_local_path

bp = Blueprint("login", __name__)


@bp.get("/login")
def index() -> str:
    """The page the one-time address opens; the button on it signs in, so that no preview uses it up."""
    return render_template("login/index.html", token=request.args.get("token"), target=request.args.get("next", ""))


@bp.post("/login")
def sign_in() -> Response | tuple[str, int]:
    """Use the token up and start a session."""
    identifier = use_login(settings(), request.form.get("token", ""))
    if identifier is None:
        text = (
            "This address has been used already, or it is older than ten minutes. Start the desk again for a new one."
        )
        return render_template("login/index.html", token=None, problem=text), 403
    sessions.start(identifier)
    target = request.form.get("next")
    return redirect(target if target and is_local_path(target) else url_for("queue.index"))


@bp.post("/logout")
def sign_out() -> Response:
    """End the session."""
    sessions.end()
    return redirect(url_for("login.index"))
