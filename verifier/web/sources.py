"""Who is quoted and who publishes, and what became of their claims."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from verifier.services.desk_sources import KINDS, list_sources
from verifier.web import context

bp = Blueprint("sources", __name__)
_PAGE = 100
_COLUMNS = (
    "slug", "name", "side", "kind", "grade", "claims", "competing", "disputed", "verified", "refuted", "revised",
)  # fmt: skip


@bp.get("/sources")
def index() -> str:
    """The list."""
    listing = list_sources(context.settings(), context.after(), _PAGE, _kind())
    return render_template("sources/index.html", listing=listing, kind=_kind())


@bp.get("/sources.json")
def as_json() -> Response:
    """The list as JSON."""
    listing = list_sources(context.settings(), context.after(), context.page_size(), _kind())
    return context.json_twin(listing.items, listing.next)


@bp.get("/sources.csv")
def as_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(list_sources(context.settings(), None, context.MOST, _kind()).items, _COLUMNS)


def _kind() -> str:
    asked = request.args.get("of", KINDS[0])
    return asked if asked in KINDS else KINDS[0]
