"""The log of decisions and administrative acts, to be read and never edited."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from verifier.services.audit_log import audit_head, list_log
from verifier.web import context

bp = Blueprint("log", __name__)
_COLUMNS = ("seq", "at", "user", "action", "target", "sha256")


@bp.get("/log")
def index() -> str:
    """The list."""
    listing = list_log(context.settings(), context.after())
    return render_template("log/index.html", listing=listing, head=audit_head(context.settings()))


@bp.get("/log.json")
def as_json() -> Response:
    """The list as JSON."""
    listing = list_log(context.settings(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/log.csv")
def as_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(list_log(context.settings(), None, context.MOST).items, _COLUMNS)
