"""Check a draft against the store; nothing of it is kept."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template, request

from verifier.domain.enums import Relation
from verifier.errors import VerifierError
from verifier.services.check_draft import DraftHit, check_draft
from verifier.services.desk_data import NOBODY
from verifier.services.desk_model import DeskItem, Voice
from verifier.services.ingest_documents import Hints
from verifier.web import context
from verifier.web.language import told, translate
from verifier.web.vocabulary import N_

bp = Blueprint("draft", __name__)
_DRAFT = N_("Your draft")


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
    clear = [_item(hit) for hit in hits if hit.relation is not Relation.UNDETERMINED]
    unclear = [_item(hit) for hit in hits if hit.relation is Relation.UNDETERMINED]
    return render_template("draft/index.html", hits=clear, unclear=unclear, claims=len(claims), **shown), 200


def _item(hit: DraftHit) -> DeskItem:
    """What was found as a card tells it: the draft's words, then the stored ones."""
    judged, stored, claimant = hit.pair.comparison, hit.stored, hit.stored.reading.claimant
    voices = (
        Voice(hit.draft.uid, translate(_DRAFT), hit.draft.quote, hit.draft.document, "", lang=hit.draft.lang),
        Voice(
            stored.uid, claimant.name if claimant is not None else NOBODY, stored.quote, stored.document,
            stored.document_name, claimant.side if claimant is not None else None, lang=stored.lang,
        ),
    )  # fmt: skip
    return DeskItem(
        "pair", stored.uid, hit.relation.value, judged.strength.value if judged.strength else None, judged.aspect,
        judged.rule, 0.0, "new", None, hit.explanation, voices,
    )  # fmt: skip
