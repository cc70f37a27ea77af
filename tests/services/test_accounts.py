"""Accounts: which passwords pass, how often one may try, what ends sessions, and the admin who stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from argon2 import PasswordHasher

from verifier.config import Settings
from verifier.domain.people import Role
from verifier.errors import Conflict, NotFound, Throttled, VerifierError
from verifier.services import passwords, sign_in, throttle
from verifier.services.audit_log import export_audit
from verifier.services.desk_stores import close_stores, kept_store
from verifier.services.manage_tokens import add_token
from verifier.services.manage_users import (
    add_user,
    change_own_password,
    disable_user,
    has_admin,
    list_users,
    set_password,
    set_role,
)
from verifier.services.passwords import check_password, hash_password, is_password

PHRASE = "seven green lanterns"


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    yield Settings(home=tmp_path / "home", embedder="hash")
    close_stores()


@pytest.mark.parametrize(
    "password",
    [
        "short", "eleven char", "x" * 129, "password1234", "Passwort!2024", "P@ssw0rd1234", "123456789012",
        "ababababababab", "aaaaaaaaaaaa",
        "qwertyuiop12", "qwertzuiop!!", "abcdefghijklm", "annaannaanna", "anna-2024-2024",
        "letmeinplease1",
    ],
)  # fmt: skip
def test_a_password_that_is_soon_guessed_is_refused(password: str) -> None:
    with pytest.raises(VerifierError):
        check_password(password, "anna")


@pytest.mark.parametrize(
    "password", ["twelve chars", PHRASE, "kd93jf8s0alqm", "mein Hund frißt Blätter", "a river of" + " stone" * 19]
)
def test_a_long_uncommon_password_is_accepted(password: str) -> None:
    check_password(password, "anna")


def test_a_password_is_kept_as_argon2id_and_known_again() -> None:
    kept = hash_password(PHRASE)
    assert kept.startswith("$argon2id$")
    assert PHRASE not in kept
    assert is_password(kept, PHRASE)
    assert not is_password(kept, PHRASE + "!")
    assert not is_password(None, "nobody has this password")


def test_an_unknown_name_costs_the_work_of_a_known_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            asked.append(str(hash).rsplit("$", 2)[0])
            return super().verify(hash, password)

    kept = hash_password(PHRASE)
    monkeypatch.setattr(passwords, "_hasher", Counting)
    assert not is_password(kept, "not the password")
    assert not is_password(None, "not the password")
    known, unknown = asked
    assert known == unknown == kept.rsplit("$", 2)[0]


def test_signing_in_by_password(settings: Settings) -> None:
    add_user(settings, "anna", "reviewer", PHRASE)
    identifier = sign_in.use_password(settings, "anna", PHRASE, "10.0.0.1")
    assert identifier is not None
    assert sign_in.find_session(settings, identifier) == sign_in.Person("anna", Role.REVIEWER)
    for name, password in (("anna", "wrong"), ("Anna", PHRASE), ("local", ""), ("nobody", PHRASE)):
        assert sign_in.use_password(settings, name, password, "10.0.0.1") is None


def test_attempts_are_counted_by_account_and_by_address(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "is_password", lambda kept, password: kept is not None and password == PHRASE)
    add_user(settings, "anna", "reviewer", PHRASE)
    for number in range(settings.login_limit):
        assert sign_in.use_password(settings, "anna", "wrong", f"10.0.0.{number}") is None
    with pytest.raises(Throttled, match="limit is 10 in 15 minutes") as refused:
        sign_in.use_password(settings, "anna", PHRASE, "10.0.0.99")
    assert 0 < refused.value.retry_after <= 900
    later = throttle.now() + timedelta(minutes=15)
    monkeypatch.setattr(throttle, "now", lambda: later)
    assert sign_in.use_password(settings, "anna", PHRASE, "10.0.0.99") is not None
    for number in range(settings.address_limit):
        sign_in.use_password(settings, f"guess {number}", "wrong", "10.1.1.1")
    with pytest.raises(Throttled, match="from your address"):
        sign_in.use_password(settings, "anna", PHRASE, "10.1.1.1")


def test_a_good_sign_in_begins_the_count_anew(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "is_password", lambda kept, password: kept is not None and password == PHRASE)
    add_user(settings, "anna", "reviewer", PHRASE)
    for _ in range(2):
        for number in range(settings.login_limit - 1):
            assert sign_in.use_password(settings, "anna", "wrong", f"10.0.1.{number}") is None
        assert sign_in.use_password(settings, "anna", PHRASE, "10.0.2.1") is not None


def test_counts_survive_a_restart_and_a_clock_set_back(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    window = timedelta(minutes=1)
    throttle.count_hit(settings, "k", 1, window, "things")
    close_stores()
    with pytest.raises(Throttled):
        throttle.count_hit(settings, "k", 1, window, "things")
    earlier = throttle.now() - timedelta(days=1)
    monkeypatch.setattr(throttle, "now", lambda: earlier)
    throttle.count_hit(settings, "k", 1, window, "things")


@pytest.mark.parametrize("change", ["role", "password", "own password", "disable"])
def test_sessions_end_with_every_change_of_an_account(settings: Settings, change: str) -> None:
    add_user(settings, "anna", "reviewer", PHRASE)
    identifier = sign_in.use_password(settings, "anna", PHRASE, "10.0.0.1") or ""
    assert sign_in.find_session(settings, identifier) is not None
    if change == "role":
        set_role(settings, "anna", "editor")
    elif change == "password":
        set_password(settings, "anna", "eight blue lanterns")
    elif change == "own password":
        with pytest.raises(VerifierError, match="old password"):
            change_own_password(settings, "anna", "not it", "eight blue lanterns")
        change_own_password(settings, "anna", PHRASE, "eight blue lanterns")
    else:
        disable_user(settings, "anna")
        disable_user(settings, "anna", disabled=False)
    assert sign_in.find_session(settings, identifier) is None


def test_the_last_admin_stays(settings: Settings) -> None:
    add_user(settings, "anna", "admin", PHRASE)
    for attempt in (lambda: disable_user(settings, "anna"), lambda: set_role(settings, "anna", "editor")):
        with pytest.raises(Conflict, match="last admin"):
            attempt()
    add_user(settings, "bert", "admin", PHRASE)
    disable_user(settings, "anna")
    assert has_admin(settings)
    with pytest.raises(Conflict, match="last admin"):
        disable_user(settings, "bert")


def test_a_disabled_account_cannot_act_anywhere(settings: Settings) -> None:
    add_user(settings, "anna", "reviewer", PHRASE)
    secret = add_token(settings, "anna", "", "write", 1)
    disable_user(settings, "anna")
    assert sign_in.find_token(settings, secret) is None
    assert sign_in.use_password(settings, "anna", PHRASE, "10.0.0.1") is None
    with pytest.raises(VerifierError, match="disabled"):
        sign_in.issue_login(settings, "anna")


def test_what_is_no_account_is_refused(settings: Settings) -> None:
    add_user(settings, "anna", "reviewer", PHRASE)
    with pytest.raises(Conflict):
        add_user(settings, "anna", "admin", PHRASE)
    with pytest.raises(NotFound):
        set_role(settings, "bert", "admin")
    for name, role in (("", "viewer"), ("a\u202eb", "viewer"), ("n" * 81, "viewer"), ("carla", "owner")):
        with pytest.raises(VerifierError):
            add_user(settings, name, role, PHRASE)
    assert [a.name for a in list_users(settings)] == ["anna", "local"]


def test_the_local_account_may_be_given_a_password(settings: Settings) -> None:
    sign_in.issue_login(settings)
    add_user(settings, "local", "admin", PHRASE)
    assert has_admin(settings)


def test_every_act_is_logged_without_names_or_passwords(settings: Settings) -> None:
    add_user(settings, "anna", "reviewer", PHRASE)
    set_role(settings, "anna", "editor")
    set_password(settings, "anna", "eight blue lanterns")
    disable_user(settings, "anna")
    disable_user(settings, "anna", disabled=False)
    add_token(settings, "anna", "nightly export", "read", 7)
    lines = list(export_audit(settings))
    acts = ["user_add", "user_role", "user_password", "user_disable", "user_enable", "token_add"]
    assert [line["action"] for line in lines] == acts
    kept = "".join(line["payload"] + line["target"] for line in lines)
    assert "anna" not in kept
    assert "lantern" not in kept
    assert kept_store(settings).path.stat().st_mode & 0o077 == 0
