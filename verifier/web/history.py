"""Every decision, and taking one's own back."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, url_for
from werkzeug.wrappers import Response as BaseResponse

from verifier.services.desk_lists import last_decision, list_history
from verifier.services.undo_decision import undo_decision
from verifier.web import context

bp = Blueprint("history", __name__)
_COLUMNS = ("seq", "at", "reviewer", "target", "uid", "question", "verdict", "note", "cancels", "cancelled")
_PAGES = {"pair": "pairs.show", "finding": "findings.show", "claim": "claims.show", "dispute": "disputes.show"}


@bp.get("/history")
def index() -> str:
    """The list."""
    listing = list_history(context.settings(), context.after())
    last = last_decision(context.settings(), context.reviewer())
    return render_template("history/index.html", listing=listing, last=last)


@bp.get("/history.json")
def as_json() -> Response:
    """The list as JSON."""
    listing = list_history(context.settings(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/history.csv")
def as_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(list_history(context.settings(), None, context.MOST).items, _COLUMNS)


@bp.post("/history/<int:seq>/undo")
def undo(seq: int) -> BaseResponse:
    """Take a decision of one's own back and show what it was about."""
    made = undo_decision(context.settings(), seq, context.reviewer())
    page = _PAGES.get(made.target, "history.index")
    return redirect(url_for(page, uid=made.uid, **context.query()) if made.target in _PAGES else url_for(page))
