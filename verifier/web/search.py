"""Search in the words and claimants of claims."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from verifier.services.desk_lists import list_claims, list_documents
from verifier.web import context

bp = Blueprint("search", __name__)
_LONGEST = 200
_DOCUMENTS = 5
_UID = 16


@bp.get("/search")
def index() -> str:
    """The page."""
    words = request.args.get("q", "")[:_LONGEST].strip()
    listing, _ = list_claims(context.settings(), context.wanted(), words, context.after())
    documents = list_documents(context.settings(), size=_DOCUMENTS, words=words) if words else None
    return render_template("search/index.html", q=words, listing=listing, documents=documents, pairing=_pairing())


def _pairing() -> str:
    """The claim that is to be paired by hand with what is found; empty where the search is only a search."""
    asked = request.args.get("pair", "")
    return asked if len(asked) == _UID and asked.isalnum() else ""
