"""Frozen reports: the list, one report, its files."""

from __future__ import annotations

import base64
import hashlib

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from verifier.domain.enums import Relation
from verifier.errors import VerifierError
from verifier.export.render import FORMATS
from verifier.export.words import LANGUAGES
from verifier.services.build_report import freeze_report, render_report
from verifier.services.desk_disputes import STATUSES
from verifier.services.desk_lists import paged
from verifier.services.publish_report import publish_report, withdraw_report
from verifier.services.report_choices import list_choices
from verifier.services.report_editions import list_reports
from verifier.web import context, words
from verifier.web.language import told
from verifier.web.report_form import PAGE, asked

bp = Blueprint("reports", __name__)
_COLUMNS = ("uid", "kind", "title", "state", "made_by", "made_at", "sha256")


def report_policy(page: str) -> str:
    """A policy that lets the one style element of a report stand, by its hash."""
    style = page[page.index("<style>") + len("<style>") : page.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


@bp.get("/reports")
def index() -> str:
    """The list."""
    listing = paged(list_reports(context.settings()), context.after(), lambda row: row.uid)
    return render_template("reports/index.html", listing=listing, formats=FORMATS, languages=LANGUAGES)


@bp.get("/reports.json")
def as_json() -> Response:
    """The list as JSON."""
    return context.json_twin(list_reports(context.settings()))


@bp.get("/reports.csv")
def as_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(list_reports(context.settings()), _COLUMNS)


@bp.get("/reports/new")
def form() -> str:
    """What a new report is to be about, filled in as the address says."""
    return _form("")


@bp.post("/reports/new")
def build() -> BaseResponse | tuple[str, int]:
    """Freeze a report, and show it in the language and format asked for."""
    wanted = asked()
    try:
        made = freeze_report(context.settings(), wanted.subject(), context.reviewer())
    except VerifierError as error:
        return _form(told(error)), 400
    if wanted.format == PAGE:
        return redirect(url_for("reports.show", uid=made.uid, lang=wanted.lang))
    return redirect(url_for("reports.download", uid=made.uid, format=wanted.format, lang=wanted.lang))


def _form(problem: str) -> str:
    """The page with what was filled in before, and what was wrong with it."""
    return render_template(
        "reports/new.html",
        problem=problem,
        asked=asked(),
        choices=list_choices(context.settings()),
        statuses=[(status, status) for status in STATUSES],
        relations=[(r.value, words.relation(r.value).label) for r in Relation if r.is_queued],
        formats=FORMATS,
    )


@bp.get("/reports/<uid>")
def show(uid: str) -> Response:
    """The report itself; its own style is allowed to it, and nothing else."""
    page = render_report(context.settings(), uid, "html", _lang()).decode()
    answer = Response(page, mimetype="text/html")
    answer.headers["Content-Security-Policy"] = report_policy(page)
    return answer


@bp.get("/reports/<uid>/<format>")
def download(uid: str, format: str) -> Response:
    """One format as a file."""
    body = render_report(context.settings(), uid, format, _lang())
    answer = Response(body, mimetype=FORMATS[format].mimetype)
    answer.headers["Content-Disposition"] = f'attachment; filename="report-{uid}.{FORMATS[format].suffix}"'
    return answer


@bp.post("/reports/<uid>/publish")
def publish(uid: str) -> BaseResponse:
    """Publish it; what was published before it becomes corrected."""
    publish_report(context.settings(), uid, request.form.get("note", ""), context.reviewer())
    return redirect(url_for("reports.index"))


@bp.post("/reports/<uid>/withdraw")
def withdraw(uid: str) -> BaseResponse:
    """Withdraw it."""
    withdraw_report(context.settings(), uid, request.form.get("note", ""), context.reviewer())
    return redirect(url_for("reports.index"))


def _lang() -> str:
    asked = request.args.get("lang", "en")
    return asked if asked in LANGUAGES else "en"
