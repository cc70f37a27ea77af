"""Check a draft against the store; nothing of it is kept."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template, request

from verifier.errors import VerifierError
from verifier.services.check_draft import DraftHit, check_draft
from verifier.services.ingest_documents import Hints
from verifier.web import context
from verifier.web.language import told

bp = Blueprint("draft", __name__)


@bp.get("/draft")
def index() -> str:
    """The empty form."""
    return render_template("draft/index.html", text="", published="", hits=None, claims=0)


@bp.post("/draft")
def check() -> tuple[str, int]:
    """What the text meets in the store."""
    text, published = request.form.get("text", ""), request.form.get("published", "")
    shown = {"text": text, "published": published}
    try:
        hints = Hints(published=date.fromisoformat(published) if published else None)
        claims, hits = check_draft(context.settings(), text.encode(), hints)
    except (VerifierError, ValueError) as error:
        problem = told(error) if isinstance(error, VerifierError) else str(error)
        return render_template("draft/index.html", hits=None, claims=0, problem=problem, **shown), 400
    rows = [_row(hit) for hit in hits]
    return render_template("draft/index.html", hits=rows, claims=len(claims), **shown), 200


def _row(hit: DraftHit) -> dict[str, object]:
    judged, stored = hit.pair.comparison, hit.stored
    claimant = stored.reading.claimant
    voice = {
        "claim": stored.uid,
        "claimant": claimant.name if claimant is not None else "The article itself",
        "side": claimant.side if claimant is not None else None,
        "quote": stored.quote,
        "document_title": stored.document_name,
        "lang": stored.lang,
    }
    return {
        "relation": hit.relation.value,
        "strength": judged.strength.value if judged.strength else None,
        "aspect": judged.aspect,
        "quote": hit.draft.quote,
        "stored": voice,
        "explanation": hit.explanation,
    }
