"""Accounts at the desk: signing in by password, one's own account, administration, the log, where the desk listens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from verifier.errors import VerifierError
from verifier.services.manage_users import add_user, list_users
from verifier.services.sign_in import find_token
from verifier.web import create_app
from verifier.web.security import old_secret_keys, read_secret_key
from verifier.web.serve import check_address

if TYPE_CHECKING:
    from tests.web.conftest import Desk
    from verifier.config import Settings

PHRASE = "seven green lanterns"


@pytest.fixture
def admin(settings: Settings, visitor: Desk) -> Desk:
    """An admin, signed in by password."""
    add_user(settings, "ada", "admin", PHRASE)
    visitor.post("/login", {"name": "ada", "password": PHRASE}, page="/login")
    return visitor


def test_name_and_password_let_in_and_lead_back(settings: Settings, visitor: Desk) -> None:
    add_user(settings, "ada", "viewer", PHRASE)
    form = {"name": "ada", "password": PHRASE, "next": "/claims?kind=event"}
    refused = visitor.post("/login", form | {"password": "wrong"}, page="/login", status=403)
    assert 'value="ada"' in refused
    assert "wrong" not in refused
    assert visitor.post("/login", form, page="/login") == "/claims?kind=event"
    assert visitor.post("/login", form | {"next": "/\t/evil.example"}, page="/claims") == "/"


def test_too_many_attempts_are_told_when_to_come_back(settings: Settings, visitor: Desk) -> None:
    app = create_app(settings.model_copy(update={"address_limit": 1}), testing=True)
    visitor.client = app.test_client()
    form = {"name": "ada", "password": "wrong"}
    visitor.post("/login", form, page="/login", status=403)
    page = visitor.get("/login")
    token = page.split('name="csrf_token" value="')[1].split('"')[0]
    answer = visitor.client.post("/login", data={"csrf_token": token, **form})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 900


def test_the_account_page_changes_the_password_and_signs_out(admin: Desk) -> None:
    form = {"old": "not it", "new": "eight blue lanterns"}
    assert "old password" in admin.post("/account/password", form, page="/account/", status=400)
    admin.post("/account/password", form | {"old": PHRASE}, page="/account/")
    assert admin.client.get("/").status_code == 302
    admin.post("/login", {"name": "ada", "password": "eight blue lanterns"}, page="/login")


def test_a_token_is_shown_once_and_can_be_revoked(admin: Desk, settings: Settings) -> None:
    form = {"name": "nightly", "scope": "read", "days": "30"}
    shown = admin.post("/account/tokens/add", form, page="/account/", status=200)
    secret = shown.split("<code>vrf_")[1].split("</code>")[0]
    assert find_token(settings, f"vrf_{secret}") is not None
    assert secret not in admin.get("/account/")
    admin.post("/account/tokens/1/revoke", page="/account/")
    assert find_token(settings, f"vrf_{secret}") is None
    assert "1 to 366 days" in admin.post("/account/tokens/add", form | {"days": "x"}, page="/account/", status=400)


def test_an_admin_makes_and_changes_accounts(admin: Desk, settings: Settings) -> None:
    form = {"name": "<b>bo</b>", "role": "reviewer", "password": PHRASE}
    admin.post("/admin/users/add", form, page="/admin/")
    page = admin.get("/admin/")
    assert "<b>bo" not in page
    admin.post("/admin/users/role", {"name": form["name"], "role": "editor"}, page="/admin/")
    admin.post("/admin/users/disable", {"name": form["name"]}, page="/admin/")
    assert {(a.name, a.role, a.disabled) for a in list_users(settings) if a.name == form["name"]} == {
        ("<b>bo</b>", "editor", True)
    }
    admin.post("/admin/users/enable", {"name": form["name"]}, page="/admin/")
    assert "last admin" in admin.post("/admin/users/disable", {"name": "ada"}, page="/admin/", status=400)
    short = {"name": form["name"], "password": "short"}
    assert "12 to 128" in admin.post("/admin/users/password", short, page="/admin/", status=400)
    log = [entry["action"] for entry in admin.client.get("/log.json").json["items"]]
    assert log == ["user_enable", "user_disable", "user_role", "user_add", "user_add"]
    assert "user disable" in admin.get("/log")


# Where the desk listens


def test_the_desk_listens_elsewhere_only_with_all_that_protects_it(settings: Settings) -> None:
    for local in ("127.0.0.1", "127.0.0.9", "::1", "localhost"):
        check_address(settings, local, asked=False)
    elsewhere = "192.0.2.7"
    with pytest.raises(VerifierError, match="--host"):
        check_address(settings, elsewhere, asked=False)
    with pytest.raises(VerifierError, match="admin"):
        check_address(settings, elsewhere, asked=True)
    add_user(settings, "ada", "admin", PHRASE)
    with pytest.raises(VerifierError, match="HTTPS"):
        check_address(settings, elsewhere, asked=True)
    proxied = settings.model_copy(update={"proxy": "192.0.2.1"})
    with pytest.raises(VerifierError, match="VERIFIER_HOSTS"):
        check_address(proxied, elsewhere, asked=True)
    check_address(proxied.model_copy(update={"hosts": "desk.example"}), elsewhere, asked=True)


def test_behind_a_proxy_cookies_and_headers_are_for_https(settings: Settings) -> None:
    proxied = settings.model_copy(update={"proxy": "127.0.0.1", "hosts": "desk.example"})
    client = create_app(proxied, testing=True).test_client()
    answer = client.get("/login", base_url="https://desk.example")
    assert answer.status_code == 200
    cookie = answer.headers["Set-Cookie"]
    for part in ("__Host-verifier=", "Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
        assert part in cookie
    assert "Domain" not in cookie
    assert "max-age" in answer.headers["Strict-Transport-Security"]
    assert client.get("/login", base_url="https://other.example").status_code == 400


def test_a_rotated_key_keeps_people_signed_in_until_the_old_one_is_deleted(settings: Settings, desk: Desk) -> None:
    cookie = desk.client.get_cookie("verifier")
    assert cookie is not None
    old = settings.home / "secret.key"
    old.rename(settings.home / "secret.key.old")

    def status() -> int:
        client = create_app(settings, testing=True).test_client()
        client.set_cookie("verifier", cookie.value)
        return client.get("/").status_code

    assert status() == 200
    assert [read_secret_key(old)] != old_secret_keys(settings.home)
    (settings.home / "secret.key.old").unlink()
    assert status() == 302
