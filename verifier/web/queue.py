"""The queue: pairs and findings that ask for a verdict."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from verifier.services.desk_items import Wanted
from verifier.services.desk_queue import list_queue
from verifier.web import context

bp = Blueprint("queue", __name__)
_COLUMNS = (
    "kind", "uid", "relation", "strength", "aspect", "rule", "priority", "state", "verdict", "explanation",
    "voices.0.claimant", "voices.0.quote", "voices.0.document_title", "voices.1.claimant", "voices.1.quote",
    "voices.1.document_title",
)  # fmt: skip


@bp.get("/")
def index() -> str:
    """The list."""
    wanted = context.wanted()
    listing, facets, documents = list_queue(context.settings(), wanted, context.after())
    narrowed = wanted != Wanted(wanted.state)
    return render_template(
        "queue/index.html", listing=listing, facets=facets, wanted=wanted, narrowed=narrowed, documents=documents,
        query=context.query(),
    )  # fmt: skip


@bp.get("/queue.json")
def as_json() -> Response:
    """The list as JSON."""
    listing, _, _ = list_queue(context.settings(), context.wanted(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/queue.csv")
def as_csv() -> Response:
    """The list as CSV."""
    listing, _, _ = list_queue(context.settings(), context.wanted(), None, context.MOST)
    return context.csv_twin(listing.items, _COLUMNS)
