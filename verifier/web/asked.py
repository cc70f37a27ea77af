"""What is known of the request that is being answered: found out once, as a page asks for it dozens of times."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import request

if TYPE_CHECKING:
    from flask import Flask
    from markupsafe import Markup

    from verifier.domain.people import Role


@dataclass(slots=True)
class Asked:
    """Where the desk stands, the role of who asks once the gate has looked, what the forms of the page carry."""

    root: str
    role: Role | None = None
    field: Markup | None = None


_asked: ContextVar[Asked | None] = ContextVar("asked", default=None)


def init_app(app: Flask) -> None:
    """Begin anew with each request, before anything else, and forget it at the end: threads are used again."""
    app.before_request(_begin)
    app.teardown_request(_forget)


def asked() -> Asked:
    """What is known of this request; where none has begun, nothing is kept."""
    return _asked.get() or Asked(request.script_root)


def _begin() -> None:
    _asked.set(Asked(request.script_root))


def _forget(error: BaseException | None) -> None:  # noqa: ARG001 - Flask's signature
    _asked.set(None)
