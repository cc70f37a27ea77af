"""Claims: the list, one claim, verdicts on attribution and content."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from verifier.errors import Conflict, InputRefused, VerifierError
from verifier.services.claim_care import add_contact, lacks_vector, list_alone, list_rechecks
from verifier.services.decide import verify as record
from verifier.services.desk_lists import list_claims
from verifier.services.desk_pages import claim_page
from verifier.services.desk_sources import source_name
from verifier.services.desk_work import acts_of
from verifier.services.draw_intervals import draw_intervals
from verifier.web import context
from verifier.web.conflicts import submitted
from verifier.web.language import told, translate

bp = Blueprint("claims", __name__)
_COLUMNS = (
    "voice.claim", "voice.kind", "voice.claimant", "voice.side", "voice.quote", "voice.document_title", "section",
    "number", "competing", "attribution", "content",
)  # fmt: skip
_RECHECKS = ("recheck_on", "verdict", "true_as_of", "voice.claim", "voice.claimant", "voice.quote", "is_due")
_ALONE = ("claim", "kind", "claimant", "side", "quote", "document_title")
_TYPED = ("note", "evidence", "content", "attribution", "true_as_of", "recheck_on")


@bp.get("/claims")
def index() -> str:
    """The list."""
    wanted = context.wanted()
    listing, facets = list_claims(context.settings(), wanted, context.after())
    claimant = source_name(context.settings(), wanted.claimant) if wanted.claimant else None
    return render_template(
        "claims/index.html", listing=listing, facets=facets, wanted=wanted, query=context.query(), claimant=claimant
    )


@bp.get("/claims.json")
def as_json() -> Response:
    """The list as JSON."""
    listing, _ = list_claims(context.settings(), context.wanted(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/claims.csv")
def as_csv() -> Response:
    """The list as CSV."""
    listing, _ = list_claims(context.settings(), context.wanted(), None, context.MOST)
    return context.csv_twin(listing.items, _COLUMNS)


@bp.get("/claims/rechecks")
def rechecks() -> str:
    """Claims to look at again."""
    return render_template("claims/rechecks.html", listing=list_rechecks(context.settings(), context.after()))


@bp.get("/claims/rechecks.json")
def rechecks_json() -> Response:
    """The list as JSON."""
    listing = list_rechecks(context.settings(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/claims/rechecks.csv")
def rechecks_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(list_rechecks(context.settings(), None, context.MOST).items, _RECHECKS)


@bp.get("/claims/alone")
def alone() -> str:
    """Weighty claims without company."""
    return render_template("claims/alone.html", listing=list_alone(context.settings(), context.after()))


@bp.get("/claims/alone.json")
def alone_json() -> Response:
    """The list as JSON."""
    listing = list_alone(context.settings(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/claims/alone.csv")
def alone_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(list_alone(context.settings(), None, context.MOST).items, _ALONE)


@bp.get("/claims/<uid>")
def show(uid: str, problem: str | None = None) -> str:
    """The page of a claim."""
    settings = context.settings()
    page, claims = claim_page(settings, uid)
    return render_template(
        "claims/show.html",
        page=page,
        svg=Markup(draw_intervals(claims, translate)),  # noqa: S704 - made by ourselves, every text in it escaped
        form={name: request.form.get(name, "") for name in _TYPED},
        problem=problem,
        acts=acts_of(settings, context.reviewer()),
        version=page.version,
        lacks_vector=page.claim.corrected_by is not None and lacks_vector(settings, uid),
    )


@bp.post("/claims/<uid>/verify")
def verify(uid: str) -> BaseResponse | tuple[str, int]:
    """Record the verdicts; what was typed stays where that is refused."""
    days = {name: _day(name) for name in ("true_as_of", "recheck_on")}
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
            **days,
            submitted=submitted(),
        )
    except Conflict:
        raise
    except VerifierError as error:
        words = told(error) if error.values else str(error).replace("Say --content or --attribution: there", "There")
        return show(uid, words), 400
    return redirect(url_for("claims.show", uid=uid))


@bp.post("/claims/<uid>/contacts")
def note_contact(uid: str) -> BaseResponse:
    """Note who was asked about the claim."""
    day = _day("contacted_on") or date.today()
    who, outcome = request.form.get("who", ""), request.form.get("outcome", "")
    add_contact(context.settings(), uid, who, day, outcome, context.reviewer())
    return redirect(url_for("claims.show", uid=uid, _anchor="contacts"))


def _day(name: str) -> date | None:
    """A day of the form. Raises InputRefused for what is none."""
    words = request.form.get(name, "").strip()
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise InputRefused("“%(words)s” is no day like 2024-05-07.", words=words) from None
