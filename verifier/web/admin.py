"""Administration: accounts and what they may do."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from verifier.domain.people import Role
from verifier.errors import VerifierError
from verifier.services import manage_users
from verifier.services.audit_log import audit_head
from verifier.web.context import reviewer, settings
from verifier.web.language import told

bp = Blueprint("admin", __name__, url_prefix="/admin")
Answer = Response | tuple[str, int]


@bp.get("/")
def index(problem: str | None = None) -> str:
    """The accounts, and the head of the log."""
    return render_template(
        "admin/index.html", accounts=manage_users.list_users(settings()), roles=tuple(Role),
        head=audit_head(settings()), problem=problem,
    )  # fmt: skip


@bp.post("/users/add")
def add_user() -> Answer:
    """Make an account."""
    return _done(lambda name: manage_users.add_user(settings(), name, _field("role"), _field("password"), reviewer()))


@bp.post("/users/role")
def set_role() -> Answer:
    """Change what an account may do."""
    return _done(lambda name: manage_users.set_role(settings(), name, _field("role"), reviewer()))


@bp.post("/users/password")
def set_password() -> Answer:
    """Give an account a new password."""
    return _done(lambda name: manage_users.set_password(settings(), name, _field("password"), reviewer()))


@bp.post("/users/disable")
def disable() -> Answer:
    """Let an account in no longer."""
    return _done(lambda name: manage_users.disable_user(settings(), name, True, reviewer()))


@bp.post("/users/enable")
def enable() -> Answer:
    """Let an account in again."""
    return _done(lambda name: manage_users.disable_user(settings(), name, False, reviewer()))


def _field(name: str) -> str:
    return request.form.get(name, "")


def _done(change: Callable[[str], None]) -> Answer:
    """Change the account the form names; what is refused is said on the page."""
    try:
        change(_field("name"))
    except VerifierError as error:
        return index(told(error)), 400
    return redirect(url_for("admin.index"))
