"""Who is quoted and who publishes, and what became of their claims."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from verifier.errors import InputRefused
from verifier.services.desk_sources import KINDS, list_sources
from verifier.services.grade_sources import grade_source, read_graded
from verifier.web import context
from verifier.web.language import told

bp = Blueprint("sources", __name__)
_PAGE = 100
_COLUMNS = (
    "slug", "name", "side", "kind", "grade", "claims", "competing", "disputed", "verified", "refuted", "revised",
)  # fmt: skip


@bp.get("/sources")
def index() -> str:
    """The list."""
    listing = list_sources(context.settings(), context.after(), _PAGE, _kind())
    return render_template("sources/index.html", listing=listing, kind=_kind())


@bp.get("/sources.json")
def as_json() -> Response:
    """The list as JSON."""
    listing = list_sources(context.settings(), context.after(), context.page_size(), _kind())
    return context.json_twin(listing.items, listing.next)


@bp.get("/sources.csv")
def as_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(list_sources(context.settings(), None, context.MOST, _kind()).items, _COLUMNS)


@bp.get("/sources/grade")
def grade_form(problem: str | None = None) -> str:
    """The grade of one source, to be set anew; what was typed stays where it is refused."""
    source = read_graded(context.settings(), _kind(), request.args.get("slug", ""))
    typed = {name: request.form.get(name, getattr(source, name) or "") for name in ("grade", "basis")}
    return render_template("sources/grade.html", source=source, typed=typed, kind=_kind(), problem=problem)


@bp.post("/sources/grade")
def grade() -> BaseResponse | tuple[str, int]:
    """Set it."""
    slug, given, basis = request.args.get("slug", ""), request.form.get("grade", ""), request.form.get("basis", "")
    try:
        grade_source(context.settings(), _kind(), slug, given, basis, context.reviewer())
    except InputRefused as error:
        return grade_form(told(error)), 400
    return redirect(url_for("sources.index", of=_kind()))


def _kind() -> str:
    asked = request.args.get("of", KINDS[0])
    return asked if asked in KINDS else KINDS[0]
