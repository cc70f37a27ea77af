"""Saying that one is on an item."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from verifier.services import leases
from verifier.web.context import reviewer, settings
from verifier.web.security import is_local_path

bp = Blueprint("leases", __name__, url_prefix="/leases")


@bp.post("/<uid>/take")
def take(uid: str) -> Response:
    """Take the item for ten minutes."""
    leases.take_lease(settings(), uid, reviewer())
    return _back()


@bp.post("/<uid>/give-back")
def give_back(uid: str) -> Response:
    """Let go of it."""
    leases.give_back(settings(), uid, reviewer())
    return _back()


def _back() -> Response:
    back = request.form.get("back", "")
    return redirect(back if is_local_path(back) else url_for("queue.index"))
