"""The desk in a real browser: keys, no scripts, access, no request that leaves the machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from verifier.services.decide import decide
from verifier.services.manage_tokens import add_token
from verifier.services.manage_users import add_user
from verifier.services.sign_in import issue_login

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.conftest import Desk, Sample
    from verifier.config import Settings

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
if CHROMIUM is None and os.environ.get("VERIFIER_REQUIRE_BROWSER") != "1":
    pytest.skip("no Chromium is installed here", allow_module_level=True)

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHRASE = "seven green lanterns"
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    assert CHROMIUM is not None, "VERIFIER_REQUIRE_BROWSER is set and there is no Chromium"
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    from waitress import create_server

    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    server.task_dispatcher.shutdown()
    thread.join(5)


class Reviewer:
    """A signed-in browser; ``trouble`` gathers errors of the console and requests to elsewhere."""

    def __init__(self, browser: Any, address: str, settings: Settings, name: str | None = None, **options: Any) -> None:
        self.address, self.trouble = address, []
        self.context = browser.new_context(base_url=address, **options)
        self.page = self.context.new_page()
        self.page.on("console", lambda said: self.trouble.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("request", lambda sent: None if sent.url.startswith(address) else self.trouble.append(sent.url))
        self.page.goto(f"/login?token={issue_login(settings, name)}")
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(f"{address}/")


def pages_of(sample: Sample) -> dict[str, str]:
    lists = ("claims", "documents", "disputes", "findings", "sources", "reports", "history", "draft")
    return {name: f"/{name}" for name in lists} | {
        "queue": "/",
        "empty": "/?state=stale",
        "pair": f"/pairs/{sample.quarrel}",
        "hostile": f"/pairs/{sample.denial}",
        "finding": f"/findings/{sample.finding}",
        "claim": f"/claims/{sample.union}",
        "document": f"/documents/{sample.harbour}",
        "german": f"/documents/{sample.hafen}",
        "dispute": f"/disputes/{sample.dispute}",
        "search": "/search?q=hurt",
    }


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1366])
def test_every_page_is_accessible_and_fits(
    browser: Any, address: str, settings: Settings, sample: Sample, desk: Desk, look: str, width: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    desk.post(f"/pairs/{sample.denial}/decide", {"verdict": "unsure", "note": "ask again"})
    desk.post(f"/disputes/{sample.dispute}/report")
    who = Reviewer(browser, address, settings, color_scheme=look, viewport={"width": width, "height": 800})
    for name, path in pages_of(sample).items():
        who.page.goto(path)
        found = Axe().run(who.page, options=WCAG).response["violations"]
        told = [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found]
        assert not told, (name, told)
        wide = who.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        assert not wide, f"{name} is wider than {width} pixels"
    assert who.trouble == []
    who.context.close()


@pytest.mark.parametrize(("look", "width"), [("light", 360), ("dark", 1366)])
def test_pages_of_accounts_are_accessible_and_fit(
    browser: Any, address: str, settings: Settings, sample: Sample, look: str, width: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    add_user(settings, "ada", "admin", PHRASE)
    add_token(settings, "ada", "<script>alert(1)</script>", "read", 1)
    who = Reviewer(browser, address, settings, "ada", color_scheme=look, viewport={"width": width, "height": 800})
    pair = f"/pairs/{sample.quarrel}"
    for path in ("/account/", "/admin/", "/log", pair, "late"):
        if path == "late":
            who.page.goto(pair)
            decide(settings, sample.quarrel, "unsure", "counted twice", "rita")
            who.page.get_by_role("button", name="Dispute").click()
            assert who.page.get_by_text("counted twice").is_visible()
            who.trouble.clear()  # the browser tells every answer 409 as an error of its own
        else:
            who.page.goto(path)
        found = Axe().run(who.page, options=WCAG).response["violations"]
        assert not [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found], path
        assert not who.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), (
            path
        )
    assert who.trouble == []
    who.context.close()


def test_a_password_signs_in_without_scripts(browser: Any, address: str, settings: Settings, sample: Sample) -> None:
    add_user(settings, "ada", "reviewer", PHRASE)
    page = browser.new_page(base_url=address, java_script_enabled=False)
    page.goto(f"/pairs/{sample.quarrel}")
    page.get_by_label("Name").fill("ada")
    page.get_by_label("Password").fill(PHRASE)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"**/pairs/{sample.quarrel}")
    page.get_by_role("button", name="I am on it").click()
    assert page.get_by_text("You are on it until").is_visible()
    page.close()


def test_sign_in_and_error_pages_are_accessible(browser: Any, address: str, sample: Sample) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page(base_url=address)
    for path in ("/login", "/login?token=x", f"/pairs/{sample.port}x"):
        page.goto(path)
        assert not Axe().run(page, options=WCAG).response["violations"], path
    page.close()


def test_the_queue_is_cleared_by_keys_alone(browser: Any, address: str, settings: Settings, sample: Sample) -> None:
    who = Reviewer(browser, address, settings)
    page = who.page
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/pairs/{sample.quarrel}")
    page.keyboard.press("x")
    page.wait_for_url(f"**/pairs/{sample.denial}")
    page.keyboard.press("z")
    page.wait_for_url(f"**/pairs/{sample.quarrel}")
    page.keyboard.press("n")
    page.wait_for_url(f"**/pairs/{sample.denial}")
    page.keyboard.press("s")
    page.wait_for_url(f"**/findings/{sample.finding}")
    page.keyboard.press("x")
    page.wait_for_url(f"{address}/")
    assert page.locator(".item").count() == 1
    assert who.trouble == []
    who.context.close()


def test_keys_are_silent_while_typing_and_when_turned_off(
    browser: Any, address: str, settings: Settings, sample: Sample
) -> None:
    who = Reviewer(browser, address, settings)
    page, pair = who.page, f"/pairs/{sample.quarrel}"
    page.goto(pair)
    page.keyboard.press("m")
    page.keyboard.type("xnz")
    assert page.url.endswith(pair)
    assert page.get_by_label("Note for the verdict").input_value() == "xnz"
    page.goto(pair)
    page.get_by_role("button", name="Single keys: on").click()
    page.wait_for_load_state()
    page.keyboard.press("x")
    page.wait_for_timeout(200)
    assert page.url.endswith(pair)
    who.context.close()


def test_no_two_buttons_of_a_page_share_a_key(browser: Any, address: str, settings: Settings, sample: Sample) -> None:
    who = Reviewer(browser, address, settings)
    for path in pages_of(sample).values():
        who.page.goto(path)
        keys = who.page.eval_on_selector_all("[data-key]", "nodes => nodes.map(n => n.dataset.key)")
        assert len(keys) == len(set(keys)), (path, keys)
    who.context.close()


def test_the_same_walk_without_scripts(browser: Any, address: str, settings: Settings, sample: Sample) -> None:
    who = Reviewer(browser, address, settings, java_script_enabled=False)
    page = who.page
    page.locator(".item .main").first.click()
    page.wait_for_url(f"**/pairs/{sample.quarrel}")
    page.get_by_role("button", name="Dispute").click()
    page.wait_for_url(f"**/pairs/{sample.denial}")
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url(f"**/pairs/{sample.quarrel}")
    page.goto(f"/disputes/{sample.dispute}")
    page.get_by_role("button", name="Build the report").click()
    page.wait_for_url("**/reports/*")
    assert page.get_by_text("How many people were hurt?").first.is_visible()
    who.context.close()
