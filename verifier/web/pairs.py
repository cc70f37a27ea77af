"""One pair: look, and decide."""

from __future__ import annotations

from flask import Blueprint, render_template
from markupsafe import Markup
from werkzeug.wrappers import Response

from verifier.services.desk_pages import pair_page
from verifier.services.desk_queue import neighbours_of
from verifier.services.desk_work import acts_of
from verifier.services.draw_intervals import draw_intervals
from verifier.services.leases import find_lease
from verifier.services.second_looks import find_second_look
from verifier.web import context
from verifier.web.language import translate
from verifier.web.verdicts import decide_and_go_on

bp = Blueprint("pairs", __name__)


@bp.get("/pairs/<uid>")
def show(uid: str) -> str:
    """The page of a pair."""
    settings = context.settings()
    page, claims = pair_page(settings, uid)
    return render_template(
        "pairs/show.html",
        page=page,
        svg=Markup(draw_intervals(claims, translate)),  # noqa: S704 - made by ourselves, every text in it escaped
        neighbours=neighbours_of(settings, context.wanted(), uid),
        acts=acts_of(settings, context.reviewer()),
        query=context.query(),
        version=page.version,
        lease=find_lease(settings, uid),
        look=find_second_look(settings, uid),
    )


@bp.post("/pairs/<uid>/decide")
def decide(uid: str) -> Response:
    """Record a verdict and go on to the next item of the same queue."""
    return decide_and_go_on(uid)
