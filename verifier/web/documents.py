"""Documents: the list, and one article with its claims in place."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from verifier.services.desk_documents import document_page
from verifier.services.desk_lists import list_documents
from verifier.web import context

bp = Blueprint("documents", __name__)
_COLUMNS = ("uid", "name", "title", "outlet", "lang", "published_on", "claims", "waiting")


@bp.get("/documents")
def index() -> str:
    """The list."""
    listing = list_documents(context.settings(), context.after())
    return render_template("documents/index.html", listing=listing)


@bp.get("/documents.json")
def as_json() -> Response:
    """The list as JSON."""
    listing = list_documents(context.settings(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/documents.csv")
def as_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(list_documents(context.settings(), None, context.MOST).items, _COLUMNS)


@bp.get("/documents/<uid>")
def show(uid: str) -> str:
    """The page of a document."""
    return render_template("documents/show.html", page=document_page(context.settings(), uid))
