"""Whether the desk is up."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def index() -> dict[str, str]:
    """Alive."""
    return {"status": "ok"}
