"""Correcting what was read: slots, missed claims, words that make no claim, pairs by hand."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from verifier.errors import Conflict, InputRefused
from verifier.services.correct_claims import add_words, correct, reject
from verifier.services.desk_pages import claim_page
from verifier.services.pair_by_hand import pair_by_hand
from verifier.services.slot_values import slot_choices
from verifier.web import context
from verifier.web.conflicts import shown_version
from verifier.web.language import told

bp = Blueprint("corrections", __name__)


@bp.get("/claims/<uid>/correct")
def form(uid: str, problem: str | None = None) -> str:
    """Every slot of a claim, to be set anew; what was typed stays where it is refused."""
    version = shown_version("claim", uid)
    page, _ = claim_page(context.settings(), uid)
    typed = {name: request.form.get(name, value) for name, value in page.claim.values.items()}
    return render_template(
        "claims/correct.html",
        page=page,
        version=version,
        typed=typed,
        choices=slot_choices(),
        problem=problem,
        reason=request.form.get("reason", ""),
        back=request.values.get("back", url_for("claims.show", uid=uid)),
    )


@bp.post("/claims/<uid>/correct")
def save(uid: str) -> Response | tuple[str, int]:
    """Give the claim a new reading with the slots that were changed."""
    page, _ = claim_page(context.settings(), uid)
    values = page.claim.values
    changed = {n: w for n in values if (w := request.form.get(n, values[n]).strip()) != values[n]}
    return _corrected(uid, changed)


@bp.post("/corrections/slot")
def save_slot() -> Response | tuple[str, int]:
    """Set one slot of one claim anew, as a pair's page asks for it."""
    return _corrected(request.form.get("claim", ""), {request.form.get("slot", ""): request.form.get("value", "")})


@bp.post("/claims/<uid>/reject")
def no_claim(uid: str) -> Response:
    """Say that the words make no claim."""
    reject(context.settings(), uid, reason=request.form.get("reason", ""), user=context.reviewer())
    return context.back(url_for("claims.show", uid=uid))


@bp.post("/claims/<uid>/pair")
def pair(uid: str) -> Response:
    """Pair the claim with another and show the pair."""
    other = request.form.get("other", "").strip().rsplit("/", 1)[-1]
    made = pair_by_hand(context.settings(), uid, other, reason=request.form.get("reason", ""), user=context.reviewer())
    return redirect(url_for("pairs.show", uid=made.uid))


@bp.post("/documents/<uid>/claims")
def mark(uid: str) -> Response:
    """Mark words of a document as a claim that was missed and show the claim."""
    near = request.form.get("near", "")
    made = add_words(
        context.settings(), uid, request.form.get("words", ""), near=int(near) if near.isdecimal() else 0,
        reason=request.form.get("reason", ""), user=context.reviewer(),
    )  # fmt: skip
    return redirect(url_for("claims.show", uid=made.uid))


def _corrected(uid: str, slots: dict[str, str]) -> Response | tuple[str, int]:
    reason = request.form.get("reason", "")
    try:
        if not slots:
            raise InputRefused("Nothing was changed.")
        seen = request.form.get("version")
        correct(context.settings(), uid, slots, reason=reason, user=context.reviewer(), version=seen)
    except (InputRefused, Conflict) as error:
        return form(uid, told(error)), 409 if isinstance(error, Conflict) else 400
    return context.back(url_for("claims.show", uid=uid))
