"""Every decision and correction; taking one's own back and bringing them forth again."""

from __future__ import annotations

from dataclasses import asdict, fields

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from verifier.services.desk_history import Past, list_deciders, list_history
from verifier.services.desk_lists import list_corrections
from verifier.services.desk_work import acts_of
from verifier.services.move_corrections import list_unplaced
from verifier.services.undo_decision import TakenBack, redo, undo, undo_decision
from verifier.web import context

bp = Blueprint("history", __name__)
_COLUMNS = ("seq", "at", "reviewer", "target", "uid", "question", "verdict", "note", "cancels", "cancelled")
_CORRECTED = ("seq", "at", "reviewer", "kind", "target", "uid", "told", "reason", "version", "cancels", "cancelled")
_UNPLACED = ("seq", "at", "reviewer", "claim", "document", "document_title", "quote", "told", "here")
_LONGEST = 200
_PAGES = {"pair": "pairs.show", "finding": "findings.show", "claim": "claims.show", "dispute": "disputes.show"}


@bp.get("/history")
def index() -> str:
    """The list of decisions."""
    past = _past()
    return render_template(
        "history/index.html",
        listing=list_history(context.settings(), context.after(), past=past),
        acts=acts_of(context.settings(), context.reviewer()),
        past=past,
        narrowed={name: value for name, value in asdict(past).items() if value},
        deciders=list_deciders(context.settings()),
        query={},
    )


@bp.get("/history.json")
def as_json() -> Response:
    """The list as JSON."""
    listing = list_history(context.settings(), context.after(), context.page_size(), _past())
    return context.json_twin(listing.items, listing.next)


@bp.get("/history.csv")
def as_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(list_history(context.settings(), None, context.MOST, _past()).items, _COLUMNS)


@bp.get("/corrections")
def corrections() -> str:
    """The list of corrections."""
    listing = list_corrections(context.settings(), context.after())
    return render_template(
        "history/corrections.html",
        listing=listing,
        acts=acts_of(context.settings(), context.reviewer()),
        unplaced=list_unplaced(context.settings()),
        query={},
    )


@bp.get("/corrections.json")
def corrections_json() -> Response:
    """The list as JSON."""
    listing = list_corrections(context.settings(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/corrections.csv")
def corrections_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(list_corrections(context.settings(), None, context.MOST).items, _CORRECTED)


@bp.get("/corrections/unplaced.json")
def unplaced_json() -> Response:
    """Corrections of earlier texts that need placing, as JSON."""
    return context.json_twin(list_unplaced(context.settings()))


@bp.get("/corrections/unplaced.csv")
def unplaced_csv() -> Response:
    """The same as CSV."""
    return context.csv_twin(list_unplaced(context.settings()), _UNPLACED)


@bp.post("/undo")
def undo_last() -> BaseResponse:
    """Take one's newest decision or correction back and show what it was about."""
    return _shown(undo(context.settings(), user=context.reviewer()))


@bp.post("/redo")
def redo_last() -> BaseResponse:
    """Bring back what was taken back last and show what it is about."""
    return _shown(redo(context.settings(), user=context.reviewer()))


@bp.post("/history/<int:seq>/undo")
def undo_one(seq: int) -> BaseResponse:
    """Take a decision of one's own back and show what it was about."""
    return _shown(undo_decision(context.settings(), seq, context.reviewer()))


def _past() -> Past:
    return Past(**{field.name: request.args.get(field.name, "")[:_LONGEST] for field in fields(Past)})


def _shown(done: TakenBack) -> BaseResponse:
    if done.count > 1 or done.target not in _PAGES:
        return redirect(url_for("queue.index", **context.query()))
    return redirect(url_for(_PAGES[done.target], uid=done.uid, **context.query()))
