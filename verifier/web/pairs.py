"""One pair: look, and decide."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from verifier.services.decide import decide as record
from verifier.services.desk_lists import last_decision
from verifier.services.desk_pages import pair_page
from verifier.services.desk_queue import neighbours_of
from verifier.services.draw_intervals import draw_intervals
from verifier.web import context

bp = Blueprint("pairs", __name__)


@bp.get("/pairs/<uid>")
def show(uid: str) -> str:
    """The page of a pair."""
    page, claims = pair_page(context.settings(), uid)
    return render_template(
        "pairs/show.html",
        page=page,
        svg=Markup(draw_intervals(claims)),  # noqa: S704 - made by ourselves, every text in it escaped
        neighbours=neighbours_of(context.settings(), context.wanted(), uid),
        last=last_decision(context.settings(), context.reviewer()),
        query=context.query(),
    )


@bp.post("/pairs/<uid>/decide")
def decide(uid: str) -> Response:
    """Record a verdict and go on to the next item of the same queue."""
    following = neighbours_of(context.settings(), context.wanted(), uid).next
    record(context.settings(), uid, request.form.get("verdict", ""), request.form.get("note", ""), context.reviewer())
    if following is None:
        return redirect(url_for("queue.index", **context.query()))
    kind, other = following
    return redirect(url_for(f"{kind}s.show", uid=other, **context.query()))
