"""Findings: the list, one finding, its verdict."""

from __future__ import annotations

from flask import Blueprint, Response, render_template
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from verifier.services.desk_pages import finding_page
from verifier.services.desk_queue import list_findings, neighbours_of
from verifier.services.desk_work import acts_of
from verifier.services.draw_intervals import draw_intervals
from verifier.services.leases import find_lease
from verifier.services.second_looks import find_second_look
from verifier.web import context
from verifier.web.conflicts import shown_version
from verifier.web.language import translate
from verifier.web.verdicts import decide_and_go_on

bp = Blueprint("findings", __name__)
_COLUMNS = ("uid", "relation", "strength", "aspect", "priority", "state", "verdict", "explanation", "voices.0.quote")


@bp.get("/findings")
def index() -> str:
    """The list."""
    listing, facets = list_findings(context.settings(), context.wanted(), context.after())
    return render_template(
        "findings/index.html", listing=listing, facets=facets, wanted=context.wanted(), query=context.query()
    )


@bp.get("/findings.json")
def as_json() -> Response:
    """The list as JSON."""
    listing, _ = list_findings(context.settings(), context.wanted(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/findings.csv")
def as_csv() -> Response:
    """The list as CSV."""
    listing, _ = list_findings(context.settings(), context.wanted(), None, context.MOST)
    return context.csv_twin(listing.items, _COLUMNS)


@bp.get("/findings/<uid>")
def show(uid: str) -> str:
    """The page of a finding."""
    version = shown_version("finding", uid)
    page, claims = finding_page(context.settings(), uid)
    return render_template(
        "findings/show.html",
        page=page,
        svg=Markup(draw_intervals(claims, translate)),  # noqa: S704 - made by ourselves, every text in it escaped
        neighbours=neighbours_of(context.settings(), context.wanted(), uid),
        acts=acts_of(context.settings(), context.reviewer()),
        query=context.query(),
        version=version,
        lease=find_lease(context.settings(), uid),
        look=find_second_look(context.settings(), uid),
    )


@bp.post("/findings/<uid>/decide")
def decide(uid: str) -> BaseResponse:
    """Record a verdict and go on to the next item of the same queue."""
    return decide_and_go_on(uid)
