"""Who is quoted, and what became of their claims."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from verifier.services.desk_lists import list_sources
from verifier.web import context

bp = Blueprint("sources", __name__)
_PAGE = 100
_COLUMNS = ("slug", "name", "side", "kind", "claims", "competing")


@bp.get("/sources")
def index() -> str:
    """The list."""
    listing = list_sources(context.settings(), context.after(), _PAGE)
    return render_template("sources/index.html", listing=listing)


@bp.get("/sources.json")
def as_json() -> Response:
    """The list as JSON."""
    listing = list_sources(context.settings(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/sources.csv")
def as_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(list_sources(context.settings(), None, context.MOST).items, _COLUMNS)
