"""Limits of the desk, at each and just past it: a request and a field, decisions, exports, imports a minute."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from verifier.services.desk_stores import close_stores
from verifier.store import engine
from verifier.web import create_app
from verifier.web.security import MAX_FORM_FIELD, MAX_REQUEST

if TYPE_CHECKING:
    from tests.web.conftest import Desk, Sample
    from verifier.config import Settings


def limited(desk: Desk, settings: Settings, **limits: int) -> None:
    """Let the signed-in reviewer meet a desk with other limits."""
    cookie = desk.client.get_cookie("verifier")
    assert cookie is not None
    desk.client = create_app(settings.model_copy(update=limits), testing=True).test_client()
    desk.client.set_cookie("verifier", cookie.value)


def test_decisions_in_a_minute(desk: Desk, settings: Settings, sample: Sample) -> None:
    limited(desk, settings, decision_limit=2)
    path = f"/pairs/{sample.quarrel}/decide"
    for _ in range(2):
        desk.post(path, {"verdict": "unsure"})
    assert "limit is 2 in a minute" in desk.post(path, {"verdict": "unsure"}, status=429)


def test_exports_in_a_minute(desk: Desk, settings: Settings, sample: Sample) -> None:
    limited(desk, settings, export_limit=2)
    for path in ("/claims.csv", "/queue.csv"):
        assert sample.port in desk.get(path) or sample.quarrel in desk.get("/queue.json")
    refused = desk.client.get("/history.csv")
    assert (refused.status_code, refused.mimetype) == (429, "application/problem+json")
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    desk.get("/history.json")


def test_imports_in_a_minute(desk: Desk, settings: Settings) -> None:
    limited(desk, settings, import_limit=2)
    token = desk.client.get("/api/v1/me").json["csrf_token"]
    statuses = []
    for path, body in (
        ("documents", {"name": "a.txt", "text": "Two people were hurt."}),
        ("pairing", {}),
        ("pairing", {}),
    ):
        answer = desk.client.post(f"/api/v1/{path}", json=body, headers={"X-CSRFToken": token})
        statuses.append(answer.status_code)
    assert (statuses, answer.mimetype) == ([201, 200, 429], "application/problem+json")
    assert 0 < int(answer.headers["Retry-After"]) <= 60


def test_a_locked_database_is_busy_and_the_page_says_when_to_come_again(
    desk: Desk, settings: Settings, sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_BUSY_SECONDS", 0.1)
    close_stores()
    with closing(sqlite3.connect(settings.database_path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        refused = desk.client.post(
            f"/pairs/{sample.quarrel}/decide", data={"verdict": "unsure", "csrf_token": _token(desk)}
        )
        assert (refused.status_code, refused.headers["Retry-After"]) == (503, "2")
        holder.execute("ROLLBACK")
    desk.post(f"/pairs/{sample.quarrel}/decide", {"verdict": "unsure"})


def _token(desk: Desk) -> str:
    return desk.get("/").split('name="csrf_token" value="')[1].split('"')[0]


def multipart(fields: dict[str, str]) -> bytes:
    parts = [f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n' for name, text in fields.items()]
    return "".join([*parts, "--x--\r\n"]).encode()


def test_a_field_and_a_request(desk: Desk, sample: Sample) -> None:
    path = f"/pairs/{sample.quarrel}/decide"
    token = _token(desk)
    for length, status in ((MAX_FORM_FIELD, 400), (MAX_FORM_FIELD + 1, 413)):
        form = {"csrf_token": token, "verdict": "unsure", "note": "x" * length}
        sent = {"data": multipart(form), "content_type": "multipart/form-data; boundary=x"}
        assert desk.client.post(path, **sent).status_code == status
    urlencoded = "application/x-www-form-urlencoded"
    fits = f"csrf_token={token}&verdict=unsure&note=".ljust(MAX_REQUEST, "x")
    assert "limit is 10,000" in desk.client.post(path, data=fits, content_type=urlencoded).text
    too_large = desk.client.post(path, data=fits + "x", content_type=urlencoded)
    assert too_large.status_code == 413
