"""How the programming interface is described, and how a request that does not fit it is refused."""

from __future__ import annotations

from typing import Any

from spectree import Response, SecurityScheme, SecuritySchemeData, SpecTree
from spectree.models import InType, SecureType

from verifier.errors import InputRefused
from verifier.web.api.models import Page, Problem, Thing

VERSION = "1"


def refuse(_request: Any, _response: Any, error: Exception | None, _instance: Any, _adapter: Any) -> None:
    """Say in one sentence all that does not fit. Raises InputRefused."""
    if error is None:
        return
    told = error.errors() if hasattr(error, "errors") else []
    problems = [f"{'.'.join(map(str, each['loc'])) or 'request'}: {each['msg']}" for each in told]
    raise InputRefused(f"The request does not fit: {'; '.join(problems) or error}.")


spec = SpecTree(
    "flask",
    title="Verifier",
    version=VERSION,
    description="Claims, pairs, findings, disputes and decisions of one store. Lists are paged by key: "
    "give the value of “next” back as the parameter “next”.",
    mode="strict",
    before=refuse,
    validation_error_status=400,
    validation_error_model=Problem,
    security_schemes=[
        SecurityScheme("session", SecuritySchemeData(SecureType.API_KEY, name="verifier", field_in=InType.COOKIE)),
        SecurityScheme("csrf", SecuritySchemeData(SecureType.API_KEY, name="X-CSRFToken", field_in=InType.HEADER)),
        SecurityScheme("token", SecuritySchemeData(SecureType.HTTP, scheme="bearer")),
    ],
    security=[{"session": []}, {"token": []}],
)
WRITES: list[dict[str, list[str]]] = [{"session": [], "csrf": []}, {"token": []}]


def listed() -> Response:
    """What a list answers."""
    return Response(HTTP_200=Page, HTTP_401=Problem)


def answered(status: int = 200) -> Response:
    """What one thing, or a write, answers."""
    kinds: dict[str, Any] = {f"HTTP_{status}": Thing}
    return Response(**kinds, HTTP_401=Problem, HTTP_404=Problem, HTTP_409=Problem)
