"""Claims: the list, one claim, verdicts on attribution and content."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from verifier.errors import VerifierError
from verifier.services.decide import verify as record
from verifier.services.desk_lists import list_claims, source_name
from verifier.services.desk_pages import claim_page
from verifier.services.desk_work import acts_of
from verifier.services.draw_intervals import draw_intervals
from verifier.web import context

bp = Blueprint("claims", __name__)
_COLUMNS = (
    "voice.claim", "voice.kind", "voice.claimant", "voice.side", "voice.quote", "voice.document_title", "section",
    "number", "competing", "attribution", "content",
)  # fmt: skip


@bp.get("/claims")
def index() -> str:
    """The list."""
    wanted = context.wanted()
    listing, facets = list_claims(context.settings(), wanted, "", context.after())
    claimant = source_name(context.settings(), wanted.claimant) if wanted.claimant else None
    return render_template(
        "claims/index.html", listing=listing, facets=facets, wanted=wanted, query=context.query(), claimant=claimant
    )


@bp.get("/claims.json")
def as_json() -> Response:
    """The list as JSON."""
    listing, _ = list_claims(context.settings(), context.wanted(), "", context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/claims.csv")
def as_csv() -> Response:
    """The list as CSV."""
    listing, _ = list_claims(context.settings(), context.wanted(), "", None, context.MOST)
    return context.csv_twin(listing.items, _COLUMNS)


@bp.get("/claims/<uid>")
def show(uid: str, problem: str | None = None) -> str:
    """The page of a claim."""
    page, claims = claim_page(context.settings(), uid)
    return render_template(
        "claims/show.html",
        page=page,
        svg=Markup(draw_intervals(claims)),  # noqa: S704 - made by ourselves, every text in it escaped
        form={"note": request.form.get("note", ""), "evidence": request.form.get("evidence", "")},
        problem=problem,
        acts=acts_of(context.settings(), context.reviewer()),
    )


@bp.post("/claims/<uid>/verify")
def verify(uid: str) -> BaseResponse | tuple[str, int]:
    """Record the verdicts; what was typed stays where that is refused."""
    evidence = [line.strip() for line in request.form.get("evidence", "").splitlines() if line.strip()]
    try:
        record(
            context.settings(),
            uid,
            content=request.form.get("content") or None,
            attribution=request.form.get("attribution") or None,
            note=request.form.get("note", ""),
            evidence=evidence,
            user=context.reviewer(),
        )
    except VerifierError as error:
        words = str(error).replace("Say --content or --attribution: there", "There")
        return show(uid, words), 400
    return redirect(url_for("claims.show", uid=uid))
