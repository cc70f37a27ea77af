"""Signing in with name and password or an address that works once, and signing out."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from verifier.services.sign_in import use_login, use_password
from verifier.web import sessions
from verifier.web.context import settings
from verifier.web.security import is_local_path
from verifier.web.vocabulary import N_

bp = Blueprint("login", __name__)
_USED_UP = N_(
    "This address has been used already, or it is older than ten minutes. Start the desk again for a new one."
)
_WRONG = N_("Name and password do not belong together.")


@bp.get("/login")
def index() -> str:
    """The page the one-time address opens; the button on it signs in, so that no preview uses it up."""
    return _page(token=request.args.get("token"), target=request.args.get("next", ""))


@bp.post("/login")
def sign_in() -> Response | tuple[str, int]:
    """Use the token up, or check the password, and start a session."""
    target, token = request.form.get("next", ""), request.form.get("token")
    name, address = request.form.get("name", "").strip(), request.remote_addr or ""
    if token is not None:
        identifier = use_login(settings(), token, address)
    else:
        identifier = use_password(settings(), name, request.form.get("password", ""), address)
    if identifier is None:
        return _page(target=target, name=name, problem=_WRONG if token is None else _USED_UP), 403
    sessions.start(identifier)
    return redirect(target if is_local_path(target) else url_for("queue.index"))


@bp.post("/logout")
def sign_out() -> Response:
    """End the session."""
    sessions.end()
    return redirect(url_for("login.index"))


def _page(token: str | None = None, target: str = "", name: str = "", problem: str | None = None) -> str:
    return render_template("login/index.html", token=token, target=target, name=name, problem=problem)
