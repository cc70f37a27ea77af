"""Errors as pages, and as problem JSON (RFC 9457) on the twins."""

from __future__ import annotations

import json
import logging

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException, SecurityError

from verifier.errors import Busy, Conflict, NotFound, Throttled, VerifierError
from verifier.web.language import told
from verifier.web.vocabulary import N_

_LOG = logging.getLogger(__name__)
_TITLES = {
    400: N_("That did not work"),
    403: N_("Refused"),
    404: N_("Not found"),
    409: N_("Changed in the meantime"),
    413: N_("Too large"),
    429: N_("Too many requests"),
    503: N_("Busy"),
}
_WAITING = (429, 503)
_BUSY_SECONDS = 2


def init_app(app: Flask) -> None:
    """Turn every error into one clear sentence."""
    app.register_error_handler(VerifierError, _refused)
    app.register_error_handler(HTTPException, _http)
    if not app.testing:
        app.register_error_handler(Exception, _unexpected)


def is_program() -> bool:
    """Whether a program asks: for the JSON, CSV or feed of a list, at the programming interface, or with a token."""
    if request.path.startswith("/api/") or "Authorization" in request.headers:
        return True
    return request.path.endswith((".json", ".csv", ".atom"))


def problem(status: int, title: str, detail: str, **more: str) -> Response:
    """A problem document, with members of its own where they help."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    return Response(json.dumps(body, ensure_ascii=False), status, mimetype="application/problem+json")


def _refused(error: VerifierError) -> Response:
    kinds = ((NotFound, 404), (Conflict, 409), (Throttled, 429), (Busy, 503))
    status = next((code for kind, code in kinds if isinstance(error, kind)), 400)
    answer = _answer(status, _TITLES.get(status, "Refused"), str(error) if is_program() else told(error))
    if status in _WAITING:
        answer.headers["Retry-After"] = str(getattr(error, "retry_after", _BUSY_SECONDS))
    return answer


def _http(error: HTTPException) -> Response:
    if isinstance(error, SecurityError):  # the host cannot be trusted, so no address can be built for a page
        return Response("This address does not belong to the desk.\n", 400, mimetype="text/plain")
    status = error.code or 500
    return _answer(status, _TITLES.get(status, error.name), error.description or error.name)


def _unexpected(error: Exception) -> Response:
    _LOG.exception("unexpected error at %s", request.path, exc_info=error)
    return _answer(
        500, N_("Something went wrong"), N_("The desk could not do this. Nothing was lost; the error is in its log.")
    )


def _answer(status: int, title: str, detail: str) -> Response:
    if is_program():
        return problem(status, title, detail)
    return Response(render_template("errors/error.html", title=title, detail=detail), status)
