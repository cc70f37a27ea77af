"""The desk in a real browser: keys, no scripts, access, no request that leaves the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.web.reviewing import Reviewer
from verifier.services.decide import decide
from verifier.services.manage_tokens import add_token
from verifier.services.manage_users import add_user

if TYPE_CHECKING:
    from tests.web.conftest import Desk, Sample
    from verifier.config import Settings

PHRASE = "seven green lanterns"
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


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
        "narrowed": "/?lang=en&strength=soft",
        "correct": f"/claims/{sample.union}/correct",
        "corrections": "/corrections",
        "alone": "/claims/alone",
        "rechecks": "/claims/rechecks",
        "outlets": "/sources?of=outlets",
        "second looks": "/second-looks",
        "wanted": "/second-looks?state=asked",
        "new report": "/reports/new",
    }


def flaws(page: Any) -> list[tuple[str, list[str]]]:
    """What axe finds on a page, its bars at rest: what one covers at the moment is scrolled from under it."""
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate("document.querySelectorAll('.verdict, .bulk').forEach((bar) => { bar.style.position = 'static'; })")
    found = Axe().run(page, options=WCAG).response["violations"]
    return [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found]


@pytest.mark.parametrize(
    ("look", "width", "locale"),
    [("light", 360, "en"), ("light", 1366, "en"), ("dark", 360, "en"), ("dark", 1366, "en"), ("light", 360, "de")],
)
def test_every_page_is_accessible_and_fits(
    browser: Any, address: str, settings: Settings, sample: Sample, desk: Desk, look: str, width: int, locale: str
) -> None:
    desk.post(f"/pairs/{sample.denial}/decide", {"verdict": "unsure", "note": "ask again"})
    desk.post(f"/disputes/{sample.dispute}/report")
    size = {"width": width, "height": 800}
    who = Reviewer(browser, address, settings, color_scheme=look, viewport=size, locale=locale)
    for name, path in pages_of(sample).items():
        who.page.goto(path)
        assert not flaws(who.page), name
        wide = who.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        assert not wide, f"{name} is wider than {width} pixels"
    assert who.trouble == []
    who.context.close()


@pytest.mark.parametrize(("look", "width"), [("light", 360), ("dark", 1366)])
def test_pages_of_accounts_are_accessible_and_fit(
    browser: Any, address: str, settings: Settings, sample: Sample, look: str, width: int
) -> None:
    add_user(settings, "ada", "admin", PHRASE)
    add_token(settings, "ada", "<script>alert(1)</script>", "read", 1)
    who = Reviewer(browser, address, settings, "ada", color_scheme=look, viewport={"width": width, "height": 800})
    pair = f"/pairs/{sample.quarrel}"
    for path in ("/account/", "/admin/", "/log", "/sources/grade?slug=~port", pair, "late"):
        if path == "late":
            who.page.goto(pair)
            decide(settings, sample.quarrel, "unsure", "counted twice", "rita")
            who.page.get_by_role("button", name="Dispute").click()
            assert who.page.get_by_text("counted twice").is_visible()
            who.trouble.clear()  # the browser tells every answer 409 as an error of its own
        else:
            who.page.goto(path)
        assert not flaws(who.page), path
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
    page.get_by_role("button", name="Show others that I am looking at this").click()
    assert page.get_by_text("that you are looking at this.").is_visible()
    page.close()


def test_sign_in_and_error_pages_are_accessible(browser: Any, address: str, sample: Sample) -> None:
    page = browser.new_page(base_url=address)
    for path in ("/login", "/login?token=x", f"/pairs/{sample.port}x"):
        page.goto(path)
        assert not flaws(page), path
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
    for key, label in (("w", "Note for the verdict"), ("m", "Add a comment")):
        page.keyboard.press(key)
        page.keyboard.type("xnz")
        assert page.url.endswith(pair)
        assert page.get_by_label(label).input_value() == "xnz"
        page.keyboard.press("Escape")
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
