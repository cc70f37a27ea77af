"""Search in the words and claimants of claims."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from verifier.services.desk_search import LONGEST, search
from verifier.web import context

bp = Blueprint("search", __name__)
_UID = 16


@bp.get("/search")
def index() -> str:
    """The page."""
    words = request.args.get("q", "").strip()
    found = search(context.settings(), words, context.wanted(), context.after()) if words else None
    return render_template("search/index.html", q=words[:LONGEST], found=found, pairing=_pairing())


def _pairing() -> str:
    """The claim that is to be paired by hand with what is found; empty where the search is only a search."""
    asked = request.args.get("pair", "")
    return asked if len(asked) == _UID and asked.isalnum() else ""
