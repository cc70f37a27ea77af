"""How the desk looks, what language it speaks and whether single keys act, kept in cookies."""

from __future__ import annotations

from flask import Blueprint, Flask, redirect, request, url_for
from flask.globals import request_ctx
from werkzeug.wrappers import Response

from verifier.web.areas_shown import AREAS
from verifier.web.language import LANGUAGES
from verifier.web.security import is_local_path

THEMES = ("auto", "light", "dark")
_YEAR = 365 * 24 * 3600
bp = Blueprint("preferences", __name__)


def init_app(app: Flask) -> None:
    """Give every template the look, the keys, the areas and the address it stands at."""
    app.context_processor(_values)


@bp.post("/preferences")
def save() -> Response:
    """Set the look, the language or the single keys, and go back."""
    back = request.form.get("back")
    answer = redirect(back if back and is_local_path(back) else url_for("queue.index"))
    for name, allowed in (("theme", THEMES), ("keys", ("on", "off")), ("language", LANGUAGES)):
        value = request.form.get(name)
        if value is not None and value in allowed:
            keep(answer, name, value)
    return answer


def keep(answer: Response, name: str, value: str) -> Response:
    """Let a cookie of a year keep a preference."""
    answer.set_cookie(name, value, max_age=_YEAR, httponly=True, samesite="Lax")
    return answer


def _values() -> dict[str, object]:
    sent = request_ctx.request
    theme = sent.cookies.get("theme", "auto")
    return {
        "theme": theme if theme in THEMES else "auto",
        "single_keys": sent.cookies.get("keys") != "off",
        "here": sent.full_path.rstrip("?"),
        "areas": AREAS,
    }
