"""Disputes: the list with its feed, one dispute, its status and its report."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from verifier.services.build_report import freeze_report
from verifier.services.decide import decide as record
from verifier.services.desk_disputes import STATUSES, current_dispute, dispute_page, list_disputes
from verifier.services.draw_intervals import draw_intervals, draw_timeline
from verifier.services.report_subject import Subject
from verifier.web import context
from verifier.web.conflicts import shown_version, submitted
from verifier.web.language import translate

bp = Blueprint("disputes", __name__)
_COLUMNS = ("uid", "question", "status", "strength", "relation", "claims")


@bp.get("/disputes")
def index() -> str:
    """The list."""
    listing, facets = list_disputes(context.settings(), _status(), context.after())
    return render_template("disputes/index.html", listing=listing, facets=facets, status=_status())


@bp.get("/disputes.json")
def as_json() -> Response:
    """The list as JSON."""
    listing, _ = list_disputes(context.settings(), _status(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/disputes.csv")
def as_csv() -> Response:
    """The list as CSV."""
    listing, _ = list_disputes(context.settings(), _status(), None, context.MOST)
    return context.csv_twin(listing.items, _COLUMNS)


@bp.get("/disputes.atom")
def as_atom() -> Response:
    """The list as a feed."""
    listing, _ = list_disputes(context.settings(), _status(), None)
    moments = [row.read_at for row in listing.items if row.read_at is not None]
    page = render_template("disputes/feed.xml", listing=listing, updated=max(moments, default=None))
    return Response(page, mimetype="application/atom+xml")


@bp.get("/disputes/<uid>")
def show(uid: str) -> BaseResponse | str:
    """The page of a dispute; one that went into another leads there."""
    if (current := current_dispute(context.settings(), uid)) != uid:
        return redirect(url_for("disputes.show", uid=current), 301)
    version = shown_version("dispute", uid)
    page, claims = dispute_page(context.settings(), uid)
    picture = Markup(draw_intervals(claims, translate))  # noqa: S704 - made by ourselves, every text in it escaped
    timeline = Markup(draw_timeline(claims, translate))  # noqa: S704 - the same
    return render_template("disputes/show.html", page=page, svg=picture, timeline=timeline, version=version)


@bp.post("/disputes/<uid>/decide")
def decide(uid: str) -> BaseResponse:
    """Set the status."""
    verdict, note = request.form.get("verdict", ""), request.form.get("note", "")
    record(context.settings(), uid, verdict, note, context.reviewer(), submitted())
    return redirect(url_for("disputes.show", uid=uid))


@bp.post("/disputes/<uid>/report")
def build(uid: str) -> BaseResponse:
    """Freeze a report and show it."""
    reviewers = "name" if request.form.get("reviewers") == "name" else "role"
    made = freeze_report(context.settings(), Subject("dispute", uid, reviewers=reviewers), context.reviewer())
    return redirect(url_for("reports.show", uid=made.uid))


def _status() -> str:
    asked = request.args.get("status", "")
    return asked if asked in STATUSES else ""
