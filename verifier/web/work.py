"""Working together: comments, and who looks after what."""

from __future__ import annotations

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response

from verifier.services.desk_work import add_comment, assign
from verifier.web import context

bp = Blueprint("work", __name__)


@bp.post("/comments")
def comment() -> Response:
    """Keep a comment and go back to the page it was written on."""
    sent = request.form
    add_comment(context.settings(), sent.get("uid", ""), sent.get("words", ""), context.reviewer(), sent.get("key"))
    return context.back(url_for("queue.index"))


@bp.post("/assignments")
def assignment() -> Response:
    """Take an item on, or give it up."""
    away = request.form.get("away") == "yes"
    assign(context.settings(), [request.form.get("uid", "")], context.reviewer(), away=away)
    return context.back(url_for("queue.index"))
