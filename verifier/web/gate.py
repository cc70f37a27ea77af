"""The one gate every request passes: who sends it, from where, whether they may, and not too often."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from flask.globals import request_ctx
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from verifier.domain.people import Scope
from verifier.errors import Word
from verifier.services.sign_in import Person, find_session, find_token
from verifier.services.throttle import MINUTE, count_hit
from verifier.web.asked import asked
from verifier.web.context import settings
from verifier.web.errors import is_program, problem
from verifier.web.language import translate
from verifier.web.roles import DECIDING, EXPORTING, IMPORTING, NEEDED, OPEN, may
from verifier.web.vocabulary import N_

if TYPE_CHECKING:
    from flask import Request
    from werkzeug.wrappers import Response

SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS"))
_BEARER = "Bearer "
_NOT_ALLOWED = N_("Your account (%(role)s) does not allow this.")
_csrf = CSRFProtect()


def init_app(app: Flask) -> None:
    """Stand before every view."""
    _csrf.init_app(app)
    app.before_request(_pass)
    app.context_processor(lambda: {"user": g.get("person")})
    app.jinja_env.globals.update(may=_may, csrf_field=_csrf_field)


def _pass() -> Response | None:
    g.person = None
    sent = request_ctx.request
    endpoint = sent.endpoint
    if endpoint is None or endpoint == "static":
        return None
    unsafe = sent.method not in SAFE_METHODS
    if unsafe:
        _refuse_foreign_origin()
    person = g.person = _sender(sent)
    asked().role = person.role if person else None
    if unsafe and (person is None or person.scope is None):
        _csrf.protect()
    if NEEDED.get(endpoint) == OPEN:
        return None
    if person is None:
        return _ask_to_sign_in()
    if not may(person.role, endpoint):
        abort(403, (_NOT_ALLOWED if is_program() else translate(_NOT_ALLOWED)) % {"role": person.role})
    if unsafe and person.scope is Scope.READ:
        abort(403, "This token may only read.")
    _count(person, endpoint)
    return None


def _may(endpoint: str) -> bool:
    """For templates: whether who is signed in may use a route."""
    return may(asked().role, endpoint)


def _csrf_field() -> Markup:
    """For templates: what a form that writes has to carry. It is signed once for a browser, as it does not age."""
    page = asked()
    if page.field is None:
        kept = session.get("csrf_token")
        page.field = _signed_field() if kept is None else _kept_field(current_app.secret_key, kept)
    return page.field


@lru_cache(maxsize=1_024)
def _kept_field(key: str | bytes | None, kept: str) -> Markup:  # noqa: ARG001 - what is signed, and with what
    return _signed_field()


def _signed_field() -> Markup:
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(generate_csrf())


def _sender(sent: Request) -> Person | None:
    """Whose session the cookie carries, or whose token the header; a token is never taken from anywhere else."""
    stated = sent.headers.get("Authorization", "")
    if stated.startswith(_BEARER):
        return find_token(settings(), stated.removeprefix(_BEARER).strip())
    identifier = session.get("id")
    return find_session(settings(), identifier) if identifier else None


def _refuse_foreign_origin() -> None:
    """Refuse a write that another site caused: by Sec-Fetch-Site, and by Origin where it is sent."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(403, "This request came from another site and was refused.")
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        abort(403, "This request came from another site and was refused.")


def _ask_to_sign_in() -> Response:
    if is_program():
        return problem(401, "Please sign in.", "This is shown to signed-in reviewers and to valid tokens only.")
    return redirect(url_for("login.index", next=request.full_path.rstrip("?")))


def _count(person: Person, endpoint: str) -> None:
    """Raises Throttled where this account has done the same too often lately."""
    if endpoint in DECIDING:
        count_hit(settings(), f"decide:{person.name}", settings().decision_limit, MINUTE, Word("decisions"))
    elif endpoint in EXPORTING:
        count_hit(settings(), f"export:{person.name}", settings().export_limit, MINUTE, Word("exports"))
    elif endpoint in IMPORTING:
        count_hit(settings(), f"import:{person.name}", settings().import_limit, MINUTE, Word("imports"))
