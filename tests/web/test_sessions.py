"""Signing in and out, and what every answer and every write goes through."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from flask import Flask

from verifier.config import Settings
from verifier.errors import VerifierError
from verifier.services import sign_in
from verifier.web.fragments import address_of
from verifier.web.security import is_local_path, read_secret_key

if TYPE_CHECKING:
    from tests.web.conftest import Desk, Sample

SECOND = timedelta(seconds=1)
PAGES = (
    "/",
    "/claims",
    "/documents",
    "/disputes",
    "/findings",
    "/sources",
    "/reports",
    "/search",
    "/history",
    "/draft",
)


@pytest.mark.parametrize("path", PAGES)
def test_nobody_sees_a_page_without_signing_in(visitor: Desk, path: str) -> None:
    answer = visitor.client.get(path)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/login?next=")


def test_a_twin_refuses_with_a_problem_document(visitor: Desk) -> None:
    answer = visitor.client.get("/claims.json")
    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
    assert answer.json["title"] == "Please sign in."


def test_opening_the_address_does_not_use_it_up_and_signing_in_does(visitor: Desk, settings: Settings) -> None:
    token = sign_in.issue_login(settings)
    page = f"/login?token={token}"
    visitor.get(page)
    assert visitor.post("/login", {"token": token}, page=page) == "/"
    assert "rita" in visitor.get("/")
    refused = visitor.post("/login", {"token": token}, page=page, status=403)
    assert "used already" in refused


def test_what_is_known_of_one_request_is_forgotten_with_it(app: Flask, desk: Desk) -> None:
    token = desk.get("/").split('name="csrf_token" value="')[1].split('"')[0]
    for path in ("/login", "/nowhere"):
        page = app.test_client().get(path, follow_redirects=True).text
        assert token not in page
        assert 'action="/tour"' not in page
    with app.test_request_context(base_url="http://localhost/desk"):
        assert address_of("queue.index") == "/desk/"


@pytest.mark.parametrize(("moment", "lets_in"), [(-SECOND, True), (SECOND, False)])
def test_an_address_works_for_ten_minutes(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, moment: timedelta, lets_in: bool
) -> None:
    began = sign_in.now()
    monkeypatch.setattr(sign_in, "now", lambda: began)
    token = sign_in.issue_login(settings)
    monkeypatch.setattr(sign_in, "now", lambda: began + timedelta(minutes=10) + moment)
    assert (sign_in.use_login(settings, token) is not None) is lets_in


@pytest.mark.parametrize(("moment", "lives"), [(-SECOND, True), (SECOND, False)])
def test_a_session_ends_after_eight_hours_of_rest(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, moment: timedelta, lives: bool
) -> None:
    began = sign_in.now()
    monkeypatch.setattr(sign_in, "now", lambda: began)
    identifier = sign_in.use_login(settings, sign_in.issue_login(settings)) or ""
    person = sign_in.find_session(settings, identifier)
    assert person is not None
    assert person.name == "rita"
    monkeypatch.setattr(sign_in, "now", lambda: began + timedelta(hours=8) + moment)
    assert (sign_in.find_session(settings, identifier) is not None) is lives


def test_a_session_ends_after_seven_days_however_busy(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    began = moment = sign_in.now()
    monkeypatch.setattr(sign_in, "now", lambda: moment)
    identifier = sign_in.use_login(settings, sign_in.issue_login(settings)) or ""
    while (moment := moment + timedelta(hours=7)) < began + timedelta(days=7):
        assert sign_in.find_session(settings, identifier) is not None
    moment = began + timedelta(days=7) - SECOND
    assert sign_in.find_session(settings, identifier) is not None
    moment = began + timedelta(days=7) + SECOND
    assert sign_in.find_session(settings, identifier) is None


def test_signing_out_ends_the_session_on_the_server(desk: Desk) -> None:
    cookie = desk.client.get_cookie("verifier")
    assert cookie is not None
    desk.post("/logout")
    desk.client.set_cookie("verifier", cookie.value)
    assert desk.client.get("/").status_code == 302


def test_the_cookie_is_closed_to_scripts_and_other_sites(desk: Desk) -> None:
    cookie = desk.client.get_cookie("verifier")
    assert cookie is not None
    assert cookie.http_only
    assert cookie.same_site == "Lax"


def test_every_answer_carries_the_headers(desk: Desk) -> None:
    for path in ("/", "/static/desk.css", "/claims.json", "/nowhere", "/healthz"):
        with desk.client.get(path) as answer:
            headers = answer.headers
        policy = headers["Content-Security-Policy"]
        for part in ("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"):
            assert part in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
    assert desk.client.get("/").headers["Cache-Control"] == "no-store"


def test_a_write_without_a_token_is_refused(desk: Desk, sample: Sample) -> None:
    answer = desk.client.post(f"/pairs/{sample.quarrel}/decide", data={"verdict": "dispute"})
    assert answer.status_code == 400
    assert desk.client.get("/history.json").json["items"] == []


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}]
)
def test_a_write_from_another_site_is_refused(desk: Desk, headers: dict[str, str]) -> None:
    assert desk.client.post("/logout", headers=headers).status_code == 403


def test_nothing_is_changed_by_reading(app: Flask) -> None:
    reading = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    writing = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    assert writing
    assert not reading & writing


def test_a_foreign_host_is_refused(desk: Desk) -> None:
    assert desk.client.get("/", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    ("target", "local"),
    [
        ("/claims?kind=event", True),
        ("//evil.example", False),
        ("/\\evil.example", False),
        ("/\t/evil.example", False),
        ("https://evil.example", False),
        ("", False),
        (None, False),
    ],
)
def test_only_paths_of_this_desk_are_gone_back_to(target: str | None, local: bool) -> None:
    assert is_local_path(target) is local


def test_a_key_others_can_read_is_refused(settings: Settings) -> None:
    path = settings.home / "secret.key"
    key = read_secret_key(path)
    assert len(key) == 32
    assert read_secret_key(path) == key
    path.chmod(0o644)
    with pytest.raises(VerifierError, match="read by others"):
        read_secret_key(path)
