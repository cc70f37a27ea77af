"""Who is quoted, and what became of their claims."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from verifier.services.desk_lists import list_sources, paged
from verifier.web import context

bp = Blueprint("sources", __name__)
_COLUMNS = ("name", "side", "kind", "claims", "competing")


@bp.get("/sources")
def index() -> str:
    """The list."""
    listing = paged(list_sources(context.settings()), context.after(), lambda row: row.name, 100)
    return render_template("sources/index.html", listing=listing)


@bp.get("/sources.json")
def as_json() -> Response:
    """The list as JSON."""
    return context.json_twin(list_sources(context.settings()))


@bp.get("/sources.csv")
def as_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(list_sources(context.settings()), _COLUMNS)
