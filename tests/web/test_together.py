"""Two reviewers at once: late verdicts, repeated submits, leases."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.services.sign_in import issue_login
from verifier.store.users import insert_user

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.conftest import Desk, Sample
    from verifier.config import Settings


def fields_of(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form with this action."""
    form = page.split(f'action="{action}"', 1)[1].split("</form>", 1)[0]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))


@pytest.fixture
def other(app: Flask, settings: Settings) -> Any:
    """Another reviewer, signed in."""
    with kept_store(settings).write() as connection:
        insert_user(connection, "otto", "reviewer", None, now())
    client = app.test_client()
    token = issue_login(settings, "otto")
    csrf = fields_of(
        client.get(f"/login?token={token}").text.replace('<form method="post" class', '<form action="x"'), "x"
    )
    assert client.post("/login", data=csrf).status_code == 302
    return client


PAGES = {
    "quarrel": ("/pairs/{}", "/pairs/{}/decide", {"verdict": "dispute"}, {"verdict": "consistent"}),
    "finding": ("/findings/{}", "/findings/{}/decide", {"verdict": "confirmed"}, {"verdict": "dismissed"}),
    "dispute": ("/disputes/{}", "/disputes/{}/decide", {"verdict": "resolved"}, {"verdict": "dismissed"}),
    "port": ("/claims/{}", "/claims/{}/verify", {"content": "misleading"}, {"content": "outdated"}),
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_late_verdict_is_told_both_texts_and_can_be_sent_again(
    desk: Desk, other: Any, sample: Sample, kind: str
) -> None:
    page, action, first, second = PAGES[kind]
    page, action = (path.format(getattr(sample, kind)) for path in (page, action))
    mine, theirs = fields_of(desk.get(page), action), fields_of(other.get(page).text, action)
    assert mine["version"] == theirs["version"]
    assert other.post(action, data=theirs | first | {"note": "counted <twice>"}).status_code == 302
    late = desk.client.post(action, data=mine | second | {"note": "I asked the union"})
    assert late.status_code == 409
    assert "counted &lt;twice&gt;" in late.text
    assert "I asked the union</textarea>" in late.text
    assert len(desk.client.get("/history.json").json["items"]) == 1
    again = fields_of(late.text, action)
    assert again.items() >= second.items()
    assert desk.client.post(action, data=again | {"note": "I asked the union"}).status_code == 302
    assert [entry["note"] for entry in desk.client.get("/history.json").json["items"]] == [
        "I asked the union",
        "counted <twice>",
    ]


def test_a_late_correction_does_not_undo_another(desk: Desk, other: Any, sample: Sample) -> None:
    path = f"/claims/{sample.port}/correct"
    mine, theirs = fields_of(desk.get(path), path), fields_of(other.get(path).text, path)
    assert other.post(path, data=theirs | {"stated_on": "2025-03-02"}).status_code == 302
    late = desk.client.post(path, data=mine | {"stated_on": "2025-03-04", "reason": "asked the port"})
    assert (late.status_code, "asked the port</textarea>" in late.text) == (409, True)
    assert "has changed since" in late.text
    assert "2025-03-02" in other.get(f"/claims/{sample.port}").text
    again = fields_of(late.text, path)
    assert again["version"] != mine["version"]
    assert desk.client.post(path, data=again | {"stated_on": "2025-03-04"}).status_code == 302


def test_a_program_is_told_the_same_as_a_problem(desk: Desk, settings: Settings, sample: Sample) -> None:
    from verifier.services.manage_tokens import add_token

    secret = add_token(settings, "rita", "", "write", 1)
    headers, path = {"Authorization": f"Bearer {secret}"}, f"/pairs/{sample.quarrel}/decide"
    late = desk.client.post(path, data={"verdict": "unsure", "version": "7.7"}, headers=headers)
    assert (late.status_code, late.mimetype) == (409, "application/problem+json")
    again = {"verdict": "unsure", "version": late.json["version"]}
    assert desk.client.post(path, data=again, headers=headers).status_code == 302


@pytest.mark.parametrize("kind", PAGES)
def test_a_repeated_submit_is_one_decision(desk: Desk, sample: Sample, kind: str) -> None:
    page, action, first, second = PAGES[kind]
    page, action = (path.format(getattr(sample, kind)) for path in (page, action))
    fields = fields_of(desk.get(page), action) | first
    for _ in range(3):
        assert desk.client.post(action, data=fields).status_code == 302
    assert len(desk.client.get("/history.json").json["items"]) == 1
    assert "something else" in desk.client.post(action, data=fields | second).text


def test_a_key_beyond_its_limit_is_refused(desk: Desk, sample: Sample) -> None:
    path = f"/pairs/{sample.quarrel}/decide"
    assert "limit is 100" in desk.post(path, {"verdict": "unsure", "key": "k" * 101}, status=400)
    desk.post(path, {"verdict": "unsure", "key": "k" * 100})


def test_a_reading_that_changed_makes_a_form_stale(desk: Desk, settings: Settings, sample: Sample) -> None:
    page, action = f"/pairs/{sample.quarrel}", f"/pairs/{sample.quarrel}/decide"
    fields = fields_of(desk.get(page), action)
    with closing(sqlite3.connect(settings.database_path)) as connection, connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(comparison)")][1:]
        values = ", ".join("seq + 1" if name == "seq" else name for name in columns)
        connection.execute(
            f"INSERT INTO comparison ({', '.join(columns)}) SELECT {values} FROM comparison "
            "WHERE pair_id = (SELECT id FROM pair WHERE uid = ?)",
            (sample.quarrel,),
        )
    assert desk.client.post(action, data=fields | {"verdict": "dispute"}).status_code == 409


def test_a_lease_is_seen_and_hinders_nobody(desk: Desk, other: Any, sample: Sample) -> None:
    page = f"/pairs/{sample.quarrel}"
    take, give = f"/leases/{sample.quarrel}/take", f"/leases/{sample.quarrel}/give-back"
    assert other.post(take, data=fields_of(other.get(page).text, take)).headers["Location"] == page
    assert "otto</bdi> is looking at this" in desk.get(page)
    assert "otto is looking at this" in desk.post(take, {"back": page}, page=page, status=409)
    desk.post(give, page=page)
    assert "otto</bdi> is looking at this" in desk.get(page)
    desk.post(f"{page}/decide", {"verdict": "unsure"}, page=page)
    assert "is looking at this" not in desk.get(page)
