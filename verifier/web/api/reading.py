"""Reading through the programming interface: every list with its filters, and every page as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response
from flask_wtf.csrf import generate_csrf

from verifier.services.desk_disputes import dispute_page, list_disputes
from verifier.services.desk_documents import document_page
from verifier.services.desk_history import list_history
from verifier.services.desk_lists import list_claims, list_corrections, list_documents
from verifier.services.desk_pages import claim_page, finding_page, pair_page
from verifier.services.desk_queue import list_findings, read_queue
from verifier.services.desk_sources import list_sources
from verifier.web import context
from verifier.web.api.description import answered, listed, spec
from verifier.web.api.models import Filters, Paging
from verifier.web.conflicts import shown_version

bp = Blueprint("api", __name__, url_prefix="/api/v1")


@bp.get("/openapi.json")
def description() -> Response:
    """What can be asked, as an OpenAPI 3.1 document."""
    return _one(spec.spec)


@bp.get("/me")
@spec.validate(resp=answered(), tags=["session"])
def me() -> Response:
    """Who is signed in, and the value writes carry as X-CSRFToken."""
    return _one({"name": context.reviewer(), "csrf_token": generate_csrf()})


@bp.get("/queue")
@spec.validate(query=Filters, resp=listed(), tags=["pairs"])
def queue() -> Response:
    """Pairs and findings of one state, in the order asked for."""
    listing = read_queue(context.settings(), context.wanted(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/pairs/<uid>")
@spec.validate(resp=answered(), tags=["pairs"])
def pair(uid: str) -> Response:
    """A pair with its slots, look-alikes and history."""
    return _one(asdict(pair_page(context.settings(), uid)[0]))


@bp.get("/findings")
@spec.validate(query=Filters, resp=listed(), tags=["findings"])
def findings() -> Response:
    """All findings."""
    listing, _ = list_findings(context.settings(), context.wanted(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/findings/<uid>")
@spec.validate(resp=answered(), tags=["findings"])
def finding(uid: str) -> Response:
    """A finding with its parts."""
    version = shown_version("finding", uid)
    return _one({"version": version, **asdict(finding_page(context.settings(), uid)[0])})


@bp.get("/claims")
@spec.validate(query=Filters, resp=listed(), tags=["claims"])
def claims() -> Response:
    """Claims in the order they were taken in."""
    listing, _ = list_claims(context.settings(), context.wanted(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/claims/<uid>")
@spec.validate(resp=answered(), tags=["claims"])
def claim(uid: str) -> Response:
    """A claim with its reading, verdicts and pairs."""
    return _one(asdict(claim_page(context.settings(), uid)[0]))


@bp.get("/documents")
@spec.validate(query=Paging, resp=listed(), tags=["documents"])
def documents() -> Response:
    """Documents by name."""
    listing = list_documents(context.settings(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/documents/<uid>")
@spec.validate(resp=answered(), tags=["documents"])
def document(uid: str) -> Response:
    """A document with its text in blocks, claims marked."""
    return _one(asdict(document_page(context.settings(), uid)))


@bp.get("/disputes")
@spec.validate(query=Paging, resp=listed(), tags=["disputes"])
def disputes() -> Response:
    """Disputes, the most pressing first."""
    listing, _ = list_disputes(context.settings(), "", context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/disputes/<uid>")
@spec.validate(resp=answered(), tags=["disputes"])
def dispute(uid: str) -> Response:
    """A dispute with its positions."""
    version = shown_version("dispute", uid)
    return _one({"version": version, **asdict(dispute_page(context.settings(), uid)[0])})


@bp.get("/sources")
@spec.validate(query=Paging, resp=listed(), tags=["sources"])
def sources() -> Response:
    """Claimants with their record."""
    listing = list_sources(context.settings(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/decisions")
@spec.validate(query=Paging, resp=listed(), tags=["decisions"])
def decisions() -> Response:
    """Every decision, the newest first."""
    listing = list_history(context.settings(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/corrections")
@spec.validate(query=Paging, resp=listed(), tags=["decisions"])
def corrections() -> Response:
    """Everything people corrected, the newest first."""
    listing = list_corrections(context.settings(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


def _one(body: dict[str, Any]) -> Response:
    return Response(json.dumps(body, ensure_ascii=False, default=str), mimetype="application/json")
