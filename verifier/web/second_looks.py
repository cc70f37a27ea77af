"""Second looks: the list of items that wait for another reviewer or are back with both, and asking for one."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from verifier.services.second_looks import OPEN, ask_second_look, count_second_looks, list_second_looks
from verifier.web import context

bp = Blueprint("second_looks", __name__)
_COLUMNS = ("state", "since", "item.kind", "item.uid", "item.relation", "item.strength", "item.explanation")


@bp.get("/second-looks")
def index() -> str:
    """The list."""
    listing = list_second_looks(context.settings(), _state(), context.after())
    counts = count_second_looks(context.settings())
    return render_template("second_looks/index.html", listing=listing, counts=counts, state=_state())


@bp.get("/second-looks.json")
def as_json() -> Response:
    """The list as JSON."""
    listing = list_second_looks(context.settings(), _state(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/second-looks.csv")
def as_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(list_second_looks(context.settings(), _state(), None, context.MOST).items, _COLUMNS)


@bp.post("/second-looks/<uid>/ask")
def ask(uid: str) -> BaseResponse:
    """Ask for another reviewer's verdict on an item."""
    ask_second_look(context.settings(), uid)
    return context.back(url_for("second_looks.index"))


def _state() -> str:
    asked = request.args.get("state", OPEN[0])
    return asked if asked in OPEN else OPEN[0]
