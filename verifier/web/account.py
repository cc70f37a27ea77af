"""One's own account: password, sessions, tokens."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from verifier.errors import VerifierError
from verifier.services.manage_tokens import add_token as make_token
from verifier.services.manage_tokens import list_tokens
from verifier.services.manage_tokens import revoke_token as end_token
from verifier.services.manage_users import change_own_password
from verifier.services.sign_in import end_all_sessions
from verifier.web import sessions
from verifier.web.context import reviewer, settings
from verifier.web.language import told

bp = Blueprint("account", __name__, url_prefix="/account")


@bp.get("/")
def index(problem: str | None = None, secret: str | None = None) -> str:
    """The page; a new token is shown on it once."""
    tokens = list_tokens(settings(), reviewer())
    return render_template("account/index.html", tokens=tokens, problem=problem, secret=secret)


@bp.post("/password")
def change_password() -> Response | tuple[str, int]:
    """Change the password; every session ends, this one too."""
    try:
        change_own_password(settings(), reviewer(), request.form.get("old", ""), request.form.get("new", ""))
    except VerifierError as error:
        return index(told(error)), 400
    sessions.end()
    return redirect(url_for("login.index"))


@bp.post("/sessions/end")
def end_sessions() -> Response:
    """Sign out everywhere."""
    end_all_sessions(settings(), reviewer())
    sessions.end()
    return redirect(url_for("login.index"))


@bp.post("/tokens/add")
def add_token() -> str | tuple[str, int]:
    """Make a token for oneself."""
    name, scope, days = (request.form.get(field, "") for field in ("name", "scope", "days"))
    try:
        lives = int(days) if days.isascii() and days.isdigit() and len(days) < 5 else 0
        return index(secret=make_token(settings(), reviewer(), name, scope, lives, by=reviewer()))
    except VerifierError as error:
        return index(told(error)), 400


@bp.post("/tokens/<int:number>/revoke")
def revoke_token(number: int) -> Response:
    """End one of one's own tokens."""
    end_token(settings(), number, by=reviewer(), owner=reviewer())
    return redirect(url_for("account.index"))
