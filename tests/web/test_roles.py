"""Who may do what: every route against every role, tokens, and what reading leaves unchanged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from verifier.domain.people import Role
from verifier.services import sign_in
from verifier.services.desk_stores import close_stores, kept_store
from verifier.services.manage_tokens import add_token, list_tokens, revoke_token
from verifier.services.manage_users import disable_user
from verifier.services.open_store import now
from verifier.services.sign_in import issue_login
from verifier.store.users import insert_user
from verifier.web import create_app
from verifier.web.roles import NEEDED, OPEN, may

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.routing import Rule

    from tests.web.conftest import Desk, Sample
    from verifier.config import Settings

SignedIn = Callable[[Role], Any]


@pytest.fixture
def roomy(settings: Settings) -> Iterator[Flask]:
    """The desk without the limits a walk over all routes would meet."""
    yield create_app(
        settings.model_copy(update={"decision_limit": 1000, "export_limit": 1000, "import_limit": 1000}), testing=True
    )
    close_stores()


def made(settings: Settings, role: Role) -> str:
    with kept_store(settings).write() as connection:
        insert_user(connection, f"the {role}", role, None, now())
    return f"the {role}"


@pytest.fixture
def signed_in(roomy: Flask, settings: Settings) -> SignedIn:
    """A client of the given role."""

    def enter(role: Role) -> Any:
        client = roomy.test_client()
        token = issue_login(settings, made(settings, role))
        csrf = token_of(client.get(f"/login?token={token}").text)
        assert client.post("/login", data={"csrf_token": csrf, "token": token}).status_code == 302
        return client

    return enter


def token_of(page: str) -> str:
    return page.split('name="csrf_token" value="')[1].split('"', maxsplit=1)[0]


def path_of(rule: Rule, sample: Sample) -> str:
    uids = {"pairs": sample.quarrel, "findings": sample.finding, "claims": sample.port, "documents": sample.harbour,
            "disputes": sample.dispute, "reports": "0" * 16, "leases": sample.quarrel,
            "second-looks": sample.quarrel}  # fmt: skip
    area = rule.rule.split("/<uid>")[0].rsplit("/", 1)[-1]
    path = (
        rule.rule.replace("<int:seq>", "1")
        .replace("<int:key>", "1")
        .replace("<int:number>", "1")
        .replace("<format>", "json")
    )
    return path.replace("<path:filename>", "desk.css").replace("<uid>", uids.get(area, ""))


def test_every_route_is_in_the_matrix_and_nothing_else(app: Flask) -> None:
    routes = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert routes - NEEDED.keys() == set(), "these routes have no entry in the role matrix"
    assert NEEDED.keys() - routes == set(), "these entries belong to no route"


def test_a_route_without_an_entry_lets_nobody_in() -> None:
    assert not any(may(role, "queue.forgotten") for role in (None, *Role))


@pytest.mark.parametrize("role", [None, *Role])
def test_the_matrix_holds_on_every_route(roomy: Flask, signed_in: SignedIn, sample: Sample, role: Role | None) -> None:
    client = roomy.test_client() if role is None else signed_in(role)
    csrf = token_of(client.get("/account/" if role else "/login").text)
    ending = ("login.sign_out", "account.end_sessions")
    for rule in sorted(roomy.url_map.iter_rules(), key=lambda rule: (rule.endpoint in ending, rule.endpoint)):
        if rule.endpoint == ending[1] and role is not None:
            continue
        method = "POST" if "POST" in (rule.methods or ()) else "GET"
        answer = client.open(
            path_of(rule, sample), method=method, data={"csrf_token": csrf} if method == "POST" else None
        )
        told = (rule.endpoint, answer.status_code)
        answer.close()
        if NEEDED[rule.endpoint] == OPEN:
            assert answer.status_code not in (401,), told
        elif role is None:
            assert answer.status_code == 401 or "/login" in answer.headers.get("Location", ""), told
        elif may(role, rule.endpoint):
            assert answer.status_code not in (401, 403), told
        else:
            assert answer.status_code == 403, told


def test_a_changed_role_ends_the_sessions(signed_in: SignedIn, settings: Settings) -> None:
    client = signed_in(Role.VIEWER)
    assert client.get("/claims").status_code == 200
    disable_user(settings, "the viewer")
    assert client.get("/claims").status_code == 302


def test_pages_offer_only_what_one_may_do(signed_in: SignedIn, sample: Sample) -> None:
    viewer, admin = signed_in(Role.VIEWER), signed_in(Role.ADMIN)
    for path in (f"/pairs/{sample.quarrel}", f"/findings/{sample.finding}"):
        assert 'id="verdict"' not in viewer.get(path).text
        assert 'id="verdict"' in admin.get(path).text
    acts = ("/corrections/slot", "/comments", "/queue/decide", f"/claims/{sample.port}/reject", "/contacts", "/correct")
    for path in ("/", f"/pairs/{sample.quarrel}", f"/claims/{sample.port}", f"/documents/{sample.harbour}"):
        page = viewer.get(path).text
        assert not [act for act in acts if f'{act}"' in page or f"{act}?" in page], path
        assert [act for act in (*acts, f"/documents/{sample.harbour}/claims") if f'{act}"' in admin.get(path).text], (
            path
        )
    assert "/admin/" not in viewer.get("/").text
    assert "/admin/" in admin.get("/").text


def test_reading_changes_nothing(roomy: Flask, signed_in: SignedIn, sample: Sample, settings: Settings) -> None:
    client = signed_in(Role.ADMIN)

    def rows() -> list[str]:
        with closing(sqlite3.connect(settings.database_path)) as connection:
            return [line for line in connection.iterdump() if '"throttle"' not in line]

    before = rows()
    for rule in roomy.url_map.iter_rules():
        if "GET" in (rule.methods or ()):
            client.get(path_of(rule, sample)).close()
    assert rows() == before


# Tokens


def test_a_token_reads_and_decides_as_its_scope_allows(roomy: Flask, settings: Settings, sample: Sample) -> None:
    owner = made(settings, Role.REVIEWER)
    reads, writes = (add_token(settings, owner, "script", scope, 1) for scope in ("read", "write"))
    client, path = roomy.test_client(), f"/pairs/{sample.quarrel}/decide"

    def send(secret: str, method: str, where: str, **data: str) -> Any:
        return client.open(where, method=method, data=data, headers={"Authorization": f"Bearer {secret}"})

    assert send(reads, "GET", "/claims.json").status_code == 200
    refused = send(reads, "POST", path, verdict="dispute")
    assert (refused.status_code, refused.mimetype) == (403, "application/problem+json")
    assert send(writes, "POST", path, verdict="dispute").status_code == 302
    assert send(writes, "GET", "/admin/").status_code == 403
    assert client.get(f"/claims.json?token={reads}").status_code == 401
    revoke_token(settings, next(t.id for t in list_tokens(settings) if t.scope == "read"))
    assert send(reads, "GET", "/claims.json").status_code == 401
    disable_user(settings, owner)
    assert send(writes, "GET", "/claims.json").status_code == 401


def test_a_token_writes_through_the_interface_without_a_session(
    roomy: Flask, settings: Settings, sample: Sample
) -> None:
    owner = made(settings, Role.REVIEWER)
    reads, writes = (add_token(settings, owner, "script", scope, 1) for scope in ("read", "write"))
    client, body = roomy.test_client(), {"uid": sample.quarrel, "verdict": "dispute"}
    told = [
        client.post(f"/api/v1{path}", json=body, headers={"Authorization": f"Bearer {secret}"}).status_code
        for secret, path in ((reads, "/decisions"), (writes, "/decisions"), (writes, "/disputes/x/reports"))
    ]
    assert told == [403, 201, 403]
    assert client.post("/api/v1/decisions", json=body).status_code == 400  # neither token nor CSRF value
    form = client.post("/api/v1/decisions", data=body, headers={"Authorization": f"Bearer {writes}"})
    assert (form.status_code, form.mimetype) == (400, "application/problem+json")


def test_a_token_ends_with_its_days(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = add_token(settings, made(settings, Role.VIEWER), "", "read", 2)
    assert sign_in.find_token(settings, secret) is not None
    later = now() + timedelta(days=2, seconds=1)
    monkeypatch.setattr(sign_in, "now", lambda: later)
    assert sign_in.find_token(settings, secret) is None


def test_no_secret_is_kept_in_the_clear(settings: Settings, desk: Desk) -> None:
    secret = add_token(settings, "rita", "", "read", 1)
    with closing(sqlite3.connect(settings.database_path)) as connection:
        stored = "\n".join(connection.iterdump())
    assert secret not in stored
    cookie = desk.client.get_cookie("verifier")
    assert cookie is not None
    assert cookie.value not in stored
