"""Hostile markup in every text field: a browser runs none of it, in every page and in every export."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask

from tests.soak.conftest import Say, size
from tests.soak.evil_store import ADMIN, EVIL, SHORT, fill
from tests.web.reviewing import Reviewer, address  # noqa: F401 - a fixture
from verifier.config import Settings
from verifier.export.render import FORMATS
from verifier.services.build_report import render_report
from verifier.services.desk_lists import list_documents
from verifier.services.desk_sources import list_sources
from verifier.services.list_stored import list_claims, list_disputes, list_findings, list_pairs
from verifier.services.publish_report import export_public
from verifier.web import create_app

TOLD = "document.addEventListener('securitypolicyviolation', e => console.error('policy ' + e.violatedDirective))"
BROWSED = (".html", ".xml", ".atom", ".json", ".jsonld", ".svg")
MISSING = "/nowhere/<script>alert(1)</script>"
KINDS = ("dialog", "policy", "foreign", "error")
LIFTED = {"export_limit": 10**6, "newsroom": EVIL, "site": "http://desk.example"}


@pytest.fixture
def settings(home: Settings) -> Settings:
    return home.model_copy(update=LIFTED)


@pytest.fixture
def app(settings: Settings) -> Flask:
    return create_app(settings)


class Watch:
    """What a page does that it must not: dialogs, reports of the content policy, errors, requests to elsewhere."""

    def __init__(self, page: Any, own: str) -> None:
        self.seen: Counter[str] = Counter()
        self.words: list[str] = []
        page.on("dialog", self._dialog)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._note("error", str(error)))
        page.on("request", lambda sent: self._note("foreign", sent.url) if not sent.url.startswith(own) else None)
        page.add_init_script(TOLD)

    def _console(self, said: Any) -> None:
        if said.type == "error" and "404" not in said.text:  # a page that is not there is visited on purpose
            self._note("policy" if "policy" in said.text.lower() else "error", said.text)

    def _dialog(self, dialog: Any) -> None:
        self._note("dialog", dialog.message)
        dialog.dismiss()

    def _note(self, kind: str, words: str) -> None:
        self.seen[kind] += 1
        self.words.append(f"{kind}: {words[:200]}")


def paths(app: Flask, settings: Settings) -> list[str]:
    """Every address of the desk that can be read, in the small run with one thing of each kind."""
    uids = {
        "pairs": [each["uid"] for each in list_pairs(settings)],
        "findings": [each["uid"] for each in list_findings(settings)],
        "disputes": [each["uid"] for each in list_disputes(settings)],
        "claims": [each["uid"] for each in list_claims(settings)],
        "documents": [each.uid for each in list_documents(settings, None).items],
    }
    made = []
    for rule in app.url_map.iter_rules():
        room = rule.rule.removeprefix("/api/v1").split("/")[1]
        if "GET" not in (rule.methods or ()) or rule.endpoint == "static" or room in ("login", "reports"):
            continue
        if rule.endpoint == "sources.grade_form":
            made += [f"{rule.rule}?{urlencode({'slug': each.slug})}" for each in list_sources(settings).items]
            continue
        made += (
            [rule.rule]
            if not rule.arguments
            else [rule.rule.replace("<uid>", uid) for uid in uids.get(room, [])[: size(1, 100)]]
        )
    return [*made, "/reports", "/reports.json", "/reports.csv", MISSING]


def test_no_page_runs_what_others_wrote(
    browser: Any, address: str, app: Flask, settings: Settings, tmp_path: Path, say: Say  # noqa: F811
) -> None:  # fmt: skip
    reports = fill(settings)
    who = Reviewer(browser, address, settings, ADMIN)
    watch, seen, shown = Watch(who.page, address), 0, 0
    narrowed = [("/", {"claimant": EVIL}), ("/search", {"q": SHORT}), ("/draft", {}), ("/claims", {"q": EVIL})]
    pages = [*paths(app, settings), *(f"/reports/{uid}" for uid in reports)]
    pages += [str(who.context.request.get(path, params=query).url) for path, query in narrowed]
    files = tmp_path / "exports"
    files.mkdir()
    for number, path in enumerate(pages):
        answer = who.context.request.get(path)
        assert answer.status == (404 if path == MISSING else 200), path
        assert answer.headers["x-content-type-options"] == "nosniff", path
        kind = answer.headers["content-type"].split(";")[0]
        if kind == "text/html":
            who.page.goto(path, wait_until="load")
            seen, shown = seen + 1, shown + ("evil.example" in who.page.content())
        else:
            (files / f"{number}.{kind.split('/')[-1].split('+')[-1]}").write_bytes(answer.body())
    for uid in reports:
        for name, made in FORMATS.items():
            if name != "pdf":
                (files / f"{uid}-{name}.{made.suffix}").write_bytes(render_report(settings, uid, name))
    export_public(settings, files / "public")
    opened = open_files(browser, files)
    counted = " ".join(
        f"{watch.seen[kind] + opened.seen[kind]} {kind}" for kind in ("dialog", "policy", "foreign", "error")
    )
    say(f"markup: {seen} pages ({shown} with hostile words) and {opened.seen['file']} exports in a browser; {counted}")
    assert watch.words == []
    assert opened.words == []
    assert shown > 20
    assert opened.seen["file"] > size(20, 200)
    who.context.close()


def open_files(browser: Any, folder: Path) -> Watch:
    """Open every exported file a browser shows."""
    page = browser.new_context().new_page()
    watch = Watch(page, "file://")
    for path in sorted(each for each in folder.rglob("*") if each.suffix in BROWSED):
        page.goto(path.as_uri(), wait_until="load")
        watch.seen["file"] += 1
    page.context.close()
    return watch
