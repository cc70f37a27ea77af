"""Disputes: the list, one dispute, its status and its report."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from verifier.services.build_report import freeze_report
from verifier.services.decide import decide as record
from verifier.services.desk_lists import paged
from verifier.services.desk_pages import dispute_page, dispute_rows
from verifier.services.draw_intervals import draw_intervals
from verifier.web import context

bp = Blueprint("disputes", __name__)
_COLUMNS = ("uid", "question", "status", "strength", "relation", "claims")


@bp.get("/disputes")
def index() -> str:
    """The list."""
    listing = paged(dispute_rows(context.settings()), context.after(), lambda row: row.uid)
    return render_template("disputes/index.html", listing=listing)


@bp.get("/disputes.json")
def as_json() -> Response:
    """The list as JSON."""
    listing = paged(dispute_rows(context.settings()), context.after(), lambda row: row.uid, context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/disputes.csv")
def as_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(dispute_rows(context.settings()), _COLUMNS)


@bp.get("/disputes/<uid>")
def show(uid: str) -> str:
    """The page of a dispute."""
    page, claims = dispute_page(context.settings(), uid)
    picture = Markup(draw_intervals(claims))  # noqa: S704 - made by ourselves, every text in it escaped
    return render_template("disputes/show.html", page=page, svg=picture)


@bp.post("/disputes/<uid>/decide")
def decide(uid: str) -> BaseResponse:
    """Set the status."""
    record(context.settings(), uid, request.form.get("verdict", ""), request.form.get("note", ""), context.reviewer())
    return redirect(url_for("disputes.show", uid=uid))


@bp.post("/disputes/<uid>/report")
def build(uid: str) -> BaseResponse:
    """Freeze a report and show it."""
    made = freeze_report(context.settings(), uid, context.reviewer())
    return redirect(url_for("reports.show", uid=made.uid))
