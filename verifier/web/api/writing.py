"""Writing through the programming interface: documents, decisions, corrections, reports."""

from __future__ import annotations

import json as json_text
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from typing import Any

from flask import Blueprint, Response, request

from verifier.errors import InputRefused
from verifier.services.build_report import freeze_report
from verifier.services.correct_claims import add, correct, reject
from verifier.services.decide import decide, decide_many, verify
from verifier.services.desk_work import add_comment
from verifier.services.ingest_documents import ingest_record
from verifier.services.pair_by_hand import pair_by_hand
from verifier.services.pair_claims import pair_claims
from verifier.services.report_subject import Subject
from verifier.services.submitted import Submitted
from verifier.services.undo_decision import Expected, redo, undo
from verifier.web import context
from verifier.web.api import models
from verifier.web.api.description import WRITES, answered, spec

bp = Blueprint("api_writes", __name__, url_prefix="/api/v1")
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


@bp.before_request
def refuse_forms() -> None:
    """Forms are for pages. Raises InputRefused."""
    if request.mimetype in _FORMS:
        raise InputRefused("The programming interface takes JSON, not a form.")


@bp.post("/documents")
@spec.validate(resp=answered(status=201), tags=["documents"], security=WRITES)
def new_document(json: models.NewDocument) -> Response:
    """Take in a text with its claims, whole or not at all."""
    made = ingest_record(context.settings(), json.model_dump(mode="json", exclude_none=True))
    if made.status == "refused":
        raise InputRefused(made.reason or "The text was refused.")
    return _made(made)


@bp.post("/pairing")
@spec.validate(resp=answered(), tags=["pairs"], security=WRITES)
def compare() -> Response:
    """Compare what is new with all stored claims; decisions stay as they are."""
    return _made(pair_claims(context.settings()), 200)


@bp.post("/pairs")
@spec.validate(resp=answered(status=201), tags=["pairs"], security=WRITES)
def new_pair(json: models.TwoClaims) -> Response:
    """Pair two claims by hand."""
    return _made(pair_by_hand(context.settings(), json.left, json.right, reason=json.reason, user=context.reviewer()))


@bp.post("/claims")
@spec.validate(resp=answered(status=201), tags=["claims"], security=WRITES)
def new_claim(json: models.Marked) -> Response:
    """Mark a missed claim by its span."""
    who = context.reviewer()
    return _made(add(context.settings(), json.document, json.start, json.end, reason=json.reason, user=who))


@bp.post("/claims/<uid>/corrections")
@spec.validate(resp=answered(status=201), tags=["claims"], security=WRITES)
def new_reading(uid: str, json: models.Slots) -> Response:
    """Give a claim a new reading."""
    return _made(
        correct(context.settings(), uid, json.slots, reason=json.reason, user=context.reviewer(), version=json.version)
    )


@bp.post("/claims/<uid>/rejection")
@spec.validate(resp=answered(status=201), tags=["claims"], security=WRITES)
def no_claim(uid: str, json: models.Why) -> Response:
    """Say that the words make no claim."""
    return _made(reject(context.settings(), uid, reason=json.reason, user=context.reviewer(), version=json.version))


@bp.post("/claims/<uid>/verdicts")
@spec.validate(resp=answered(status=201), tags=["claims"], security=WRITES)
def claim_verdict(uid: str, json: models.ClaimVerdict) -> Response:
    """Record whether a claim was said, and whether it is true."""
    said = json.model_dump(exclude={"version", "key"})
    sent = Submitted(json.version, json.key)
    return _made(verify(context.settings(), uid, user=context.reviewer(), submitted=sent, **said))


@bp.post("/decisions")
@spec.validate(resp=answered(status=201), tags=["decisions"], security=WRITES)
def new_decision(json: models.Verdict) -> Response:
    """Record a verdict on a pair, finding or dispute."""
    sent = Submitted(json.version, json.key)
    return _made(decide(context.settings(), json.uid, json.verdict, json.note, context.reviewer(), sent))


@bp.post("/decisions/bulk")
@spec.validate(resp=answered(status=201), tags=["decisions"], security=WRITES)
def bulk(json: models.Bulk) -> Response:
    """Record one verdict on many, all or none."""
    sent = Submitted(key=json.key)
    return _made(decide_many(context.settings(), json.uids, json.verdict, json.note, context.reviewer(), sent))


@bp.post("/undo")
@spec.validate(resp=answered(), tags=["decisions"], security=WRITES)
def take_back(json: models.Which) -> Response:
    """Take back one's own newest decision or correction."""
    return _made(undo(context.settings(), json.uid, context.reviewer(), _expected(json)), 200)


@bp.post("/redo")
@spec.validate(resp=answered(), tags=["decisions"], security=WRITES)
def bring_back(json: models.Which) -> Response:
    """Bring back what one took back last."""
    return _made(redo(context.settings(), json.uid, context.reviewer(), _expected(json)), 200)


@bp.post("/comments")
@spec.validate(resp=answered(status=201), tags=["decisions"], security=WRITES)
def new_comment(json: models.Said) -> Response:
    """Keep a comment."""
    return _made({"uid": add_comment(context.settings(), json.uid, json.words, context.reviewer(), json.key)})


@bp.post("/disputes/<uid>/reports")
@spec.validate(resp=answered(status=201), tags=["disputes"], security=WRITES)
def new_report(uid: str) -> Response:
    """Freeze a report of a dispute."""
    made = freeze_report(context.settings(), Subject("dispute", uid), context.reviewer())
    return _made({"uid": made.uid, "sha256": made.sha256})


def _expected(json: models.Which) -> Expected | None:
    return Expected(json.seq, json.what) if json.seq is not None else None


def _made(what: Any, status: int = 201) -> Response:
    """What was made, as JSON; of several a list."""
    if isinstance(what, Sequence) and not isinstance(what, str):
        body: Any = {"items": [asdict(each) for each in what]}
    else:
        body = asdict(what) if is_dataclass(what) and not isinstance(what, type) else what
    return Response(json_text.dumps(body, ensure_ascii=False, default=str), status, mimetype="application/json")
