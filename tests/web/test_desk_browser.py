"""A reviewer's day in a real browser: a hundred pairs by keys, slots, comments, bulks; and no scripts."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.conftest import MOMENT, actor, make_article, make_claim, make_pair
from tests.web.reviewing import Reviewer
from verifier.domain.enums import ClaimKind, Relation, Strength
from verifier.services.open_store import open_store
from verifier.store.claims import add_claims, version_ids
from verifier.store.documents import add_snapshot, identify
from verifier.store.pairs import save_pairs

if TYPE_CHECKING:
    from tests.web.conftest import Sample
    from verifier.config import Settings

MANY, BEFORE = 100, 57


@pytest.fixture
def many(settings: Settings) -> int:
    """A store of many pairs of rival figures, the most pressing first."""
    lines = [f"Guard {n} counted {n + 200} boats.\nPilot {n} counted {n + 600} boats.\n" for n in range(MANY)]
    article = make_article("boats.md", "Boats in the bay\n" + "".join(lines), "en", datetime(2025, 3, 3))
    claims, pairs = [], []
    for n in range(MANY):
        sides = [
            make_claim(
                article, f"{who} {n} counted {n + more} boats", actor(f"{who} {n}"), ClaimKind.QUANTITY, str(n + more)
            )
            for who, more in (("Guard", 200), ("Pilot", 600))
        ]
        claims += sides
        pairs.append(make_pair(*sides, Relation.DISPUTES, 0.9 - n / 1000, strength=Strength.HARD, aspect="quantity"))
    with open_store(settings) as store, store.write() as connection:
        snapshot_id, _ = add_snapshot(connection, article, identify(article), MOMENT)
        add_claims(connection, snapshot_id, article.text, claims, MOMENT)
        save_pairs(connection, pairs, version_ids(connection), "test@1", MOMENT, whole=True)
    return MANY


def opened(page: Any) -> str:
    return str(page.url.split("?")[0].rsplit("/", 1)[1])


def test_a_hundred_pairs_are_cleared_by_keys_and_taken_up_where_they_were_left(
    browser: Any,
    address: str,
    settings: Settings,
    many: int,
) -> None:
    first = Reviewer(browser, address, settings)
    order = [i["uid"] for i in first.page.request.get("/queue.json").json()["items"]]
    first.page.goto(f"/pairs/{order[0]}")
    for n in range(BEFORE):
        first.page.keyboard.press("xncdu"[n % 5])
        first.page.wait_for_url(f"**/pairs/{order[n + 1]}")
    first.context.close()
    again = Reviewer(browser, address, settings)
    again.page.keyboard.press("j")
    again.page.keyboard.press("Enter")
    again.page.wait_for_url(f"**/pairs/{order[BEFORE]}")
    for n in range(BEFORE, many - 1):
        again.page.keyboard.press("x")
        again.page.wait_for_url(f"**/pairs/{order[n + 1]}")
    again.page.keyboard.press("x")
    again.page.wait_for_url(f"{address}/")
    assert again.page.get_by_text("All done").is_visible()
    assert again.trouble == first.trouble == []
    again.context.close()


def test_the_same_hundred_are_cleared_by_mouse_without_scripts(
    browser: Any,
    address: str,
    settings: Settings,
    many: int,
) -> None:
    first = Reviewer(browser, address, settings, java_script_enabled=False)
    order = [i["uid"] for i in first.page.request.get("/queue.json").json()["items"]]
    first.page.get_by_role("button", name="Not now").click()
    first.page.locator(".item .main").first.click()
    for n in range(BEFORE):
        first.page.get_by_role("button", name=("Dispute", "Consistent", "Unsure")[n % 3], exact=True).click()
        first.page.wait_for_url(f"**/pairs/{order[n + 1]}")
    first.context.close()
    again = Reviewer(browser, address, settings, java_script_enabled=False)
    again.page.locator(".item .main").first.click()
    again.page.wait_for_url(f"**/pairs/{order[BEFORE]}")
    for n in range(BEFORE, many - 1):
        again.page.get_by_role("button", name="Duplicate", exact=True).click()
        again.page.wait_for_url(f"**/pairs/{order[n + 1]}")
    again.page.get_by_role("button", name="Duplicate", exact=True).click()
    again.page.wait_for_url(f"{address}/")
    assert again.page.get_by_text("All done").is_visible()
    again.context.close()


def test_a_bulk_of_twenty_is_chosen_by_shift_and_taken_back_after_going_elsewhere(
    browser: Any,
    address: str,
    settings: Settings,
    many: int,
) -> None:
    who = Reviewer(browser, address, settings)
    page = who.page
    picks = page.locator("[data-pick]")
    picks.nth(0).click()
    picks.nth(19).click(modifiers=["Shift"])
    page.get_by_text("Decide on the 20 chosen").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Not comparable").click()
    assert page.get_by_text(f"{many - 20} match").is_visible()
    page.goto("/documents")
    page.goto("/history")
    page.keyboard.press("z")
    page.wait_for_url(f"{address}/")
    assert page.get_by_text(f"{many} match").is_visible()
    with page.expect_navigation():
        page.keyboard.press("Z")
    assert page.get_by_text(f"{many - 20} match").is_visible()
    assert who.trouble == []
    who.context.close()


def test_a_bulk_is_chosen_and_given_by_keys(browser: Any, address: str, settings: Settings, many: int) -> None:
    who = Reviewer(browser, address, settings)
    page = who.page
    page.locator("[data-pick]").nth(0).focus()
    page.keyboard.press("Space")
    page.locator("[data-pick]").nth(4).focus()
    page.keyboard.press("Shift+Space")
    for key in ("b", "Tab", "Tab"):
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_text(f"{many - 5} match").is_visible()
    assert who.trouble == []
    who.context.close()


def test_a_note_is_written_with_both_passages_in_view(
    browser: Any,
    address: str,
    settings: Settings,
    sample: Sample,
) -> None:
    who = Reviewer(browser, address, settings, viewport={"width": 1366, "height": 768})
    page = who.page
    page.goto(f"/pairs/{sample.quarrel}")
    page.keyboard.press("w")
    page.keyboard.type("as the port counts")
    assert page.evaluate("window.scrollY") == 0
    bar = page.locator(".verdict").bounding_box()
    for mark in page.locator(".claim mark").all():
        box = mark.bounding_box()
        assert box["y"] + box["height"] < bar["y"]
    assert bar["y"] + bar["height"] <= 768
    who.context.close()


def test_a_slot_is_corrected_by_four_keys_and_its_value(
    browser: Any,
    address: str,
    settings: Settings,
    sample: Sample,
) -> None:
    who = Reviewer(browser, address, settings)
    page = who.page
    page.goto(f"/pairs/{sample.quarrel}")
    for key in ("e", "s", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("2025-03-02")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_text("stated on: unknown → 2025-03-02").is_visible()
    with page.expect_navigation():
        page.keyboard.press("z")
    assert page.get_by_text("taken back since").is_visible()
    assert who.trouble == []
    who.context.close()


def test_a_comment_is_sent_by_its_keys_and_assigning_by_one(
    browser: Any,
    address: str,
    settings: Settings,
    sample: Sample,
) -> None:
    who = Reviewer(browser, address, settings)
    page = who.page
    page.goto(f"/pairs/{sample.quarrel}")
    page.keyboard.press("m")
    page.keyboard.type("ask xnz the port")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    assert page.get_by_text("ask xnz the port").is_visible()
    with page.expect_navigation():
        page.keyboard.press("a")
    assert page.get_by_text("With you").is_visible()
    page.keyboard.press("h")
    assert page.evaluate("document.activeElement.id") == "hist"
    assert page.request.get("/history.json").json()["items"] == []
    who.context.close()


def test_selected_words_of_an_article_become_a_claim(
    browser: Any,
    address: str,
    settings: Settings,
    sample: Sample,
) -> None:
    who = Reviewer(browser, address, settings)
    page = who.page
    page.goto(f"/documents/{sample.harbour}")
    page.evaluate(
        """() => {
            const walk = document.createTreeWalker(document.querySelector(".article"), NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const at = walk.currentNode.data.indexOf("The union also");
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(walk.currentNode, at);
                range.setEnd(walk.currentNode, at + 14);
                document.getSelection().addRange(range);
                return;
            }
        }"""
    )
    page.locator("#mark-here").click()
    page.wait_for_url("**/claims/*")
    assert page.get_by_text("The union also").first.is_visible()
    assert who.trouble == []
    who.context.close()


def test_correcting_deciding_and_marking_work_without_scripts(
    browser: Any,
    address: str,
    settings: Settings,
    sample: Sample,
) -> None:
    who = Reviewer(browser, address, settings, java_script_enabled=False)
    page = who.page
    page.locator("[data-pick]").first.check()
    page.locator("#bulk summary").click()
    page.get_by_role("button", name="Assign to me").click()
    assert page.get_by_text("with rita").first.is_visible()
    page.goto(f"/pairs/{sample.quarrel}")
    page.locator(".edit summary").click()
    page.get_by_label("Slot", exact=True).select_option("stated_on")
    page.get_by_label("Value; empty is unknown").fill("2025-03-02")
    page.get_by_role("button", name="Correct", exact=True).click()
    assert page.get_by_text("stated on: unknown → 2025-03-02").is_visible()
    page.get_by_role("button", name="Undo").click()
    assert page.get_by_text("taken back since").is_visible()
    page.goto(f"/documents/{sample.harbour}")
    page.get_by_label("Words of the claim").fill("The union also")
    page.get_by_role("button", name="Mark as a claim").click()
    assert page.get_by_text("The union also").first.is_visible()
    who.context.close()
