"""Publishing: who may, what readers see of corrections and withdrawals, the feed, and reviews for search engines."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.export.reading import read_page
from verifier.config import Settings
from verifier.errors import Conflict, NotFound, VerifierError
from verifier.services.build_report import freeze_report, render_report
from verifier.services.decide import decide
from verifier.services.list_stored import list_disputes
from verifier.services.open_store import now, open_store
from verifier.services.publish_report import export_public, publish_report, withdraw_report
from verifier.services.report_editions import list_reports
from verifier.services.report_subject import Subject
from verifier.store.audit import hash_of_decision
from verifier.store.reviews import last_seq
from verifier.store.tables import user
from verifier.store.users import user_id

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def report(settings: Settings, dispute: str) -> str:
    return freeze_report(settings, Subject("dispute", dispute), "rita").uid


def states(settings: Settings) -> dict[str, str]:
    return {row.uid: row.state for row in list_reports(settings)}


def make_user(settings: Settings, name: str, role: str) -> None:
    with open_store(settings) as store, store.write() as connection:
        key = user_id(connection, name, now())
        connection.execute(user.update().where(user.c.id == key).values(role=role))


def test_a_draft_is_not_public_and_a_published_report_is(settings: Settings, report: str, tmp_path: Path) -> None:
    out = tmp_path / "public"
    export_public(settings, out)
    assert not (out / report).exists()
    assert states(settings) == {report: "draft"}
    publish_report(settings, report)
    publish_report(settings, report)
    export_public(settings, out)
    assert states(settings) == {report: "published"}
    page = read_page((out / report / "index.html").read_text(encoding="utf-8"))
    assert "31 people were hurt" in "".join(page.parts)
    with open_store(settings) as store, store.read() as connection:
        head = hash_of_decision(connection, last_seq(connection))
    assert head in "".join(page.parts)
    index = (out / "index.html").read_text(encoding="utf-8")
    assert f'href="{report}/index.html"' in index
    for name in ("report.md", "report.csv", "report.json", "report.jsonld"):
        assert (out / report / name).stat().st_size


def test_pages_need_no_script_and_nothing_from_elsewhere(settings: Settings, report: str, tmp_path: Path) -> None:
    publish_report(settings, report)
    for path in export_public(settings, tmp_path):
        if path.suffix != ".html":
            continue
        parsed = read_page(path.read_text(encoding="utf-8"))
        assert not set(parsed.tags) & {"img", "iframe", "object", "form", "button"}
        links = [value or "" for name, value in parsed.attributes if name in ("src", "href")]
        assert not [link for link in links if "//" in link]
        scripts = parsed.tags.count("script")
        assert scripts == sum(value == "application/ld+json" for name, value in parsed.attributes if name == "type")


def test_only_editors_publish_and_a_second_person_where_asked_for(settings: Settings, report: str) -> None:
    make_user(settings, "reader", "reviewer")
    with pytest.raises(Conflict, match="no editor"):
        publish_report(settings, report, publisher="reader")
    strict = settings.model_copy(update={"second_person": True})
    with pytest.raises(Conflict, match="second person"):
        publish_report(strict, report, publisher="rita")
    assert states(settings) == {report: "draft"}
    publish_report(strict, report, publisher="olga")
    assert states(settings) == {report: "published"}


def test_a_correction_is_visible_on_both_editions(
    settings: Settings, report: str, dispute: str, tmp_path: Path
) -> None:
    publish_report(settings, report)
    decide(settings, dispute, "resolved", "the list is public")
    second = freeze_report(settings, Subject("dispute", dispute), "rita").uid
    publish_report(settings, second)
    assert states(settings) == {second: "published", report: "corrected"}
    export_public(settings, tmp_path)
    old = (tmp_path / report / "index.html").read_text(encoding="utf-8")
    assert "Corrected on" in old
    assert "is now resolved, it was open" in old
    assert f'href="../{second}/index.html"' in old
    new = "".join(read_page((tmp_path / second / "index.html").read_text(encoding="utf-8")).parts)
    assert "is now resolved, it was open" in new
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert second in index
    assert report not in index
    export_public(settings, tmp_path / "de", "de")
    german = (tmp_path / "de" / report / "index.html").read_text(encoding="utf-8")
    assert "ist nun geklärt, vorher offen" in german
    assert "it was open" not in german
    with pytest.raises(Conflict, match="corrected"):
        publish_report(settings, report)


def test_a_withdrawn_report_leaves_its_reason_and_nothing_else(settings: Settings, report: str, tmp_path: Path) -> None:
    with pytest.raises(Conflict, match="only what is published"):
        withdraw_report(settings, report, "wrong crane")
    publish_report(settings, report)
    export_public(settings, tmp_path)
    with pytest.raises(VerifierError, match="why"):
        withdraw_report(settings, report, "  ")
    withdraw_report(settings, report, "The <b>wrong</b> crane.")
    export_public(settings, tmp_path)
    page = (tmp_path / report / "index.html").read_text(encoding="utf-8")
    assert "The &lt;b&gt;wrong&lt;/b&gt; crane." in page
    assert "31 people were hurt" not in page.replace("hurt in the collapse of the bridge in Lunden on Monday”", "")
    assert not list((tmp_path / report).glob("report.*"))
    feed = ET.parse(tmp_path / "feed.atom")
    assert [entry.find(f"{ATOM}category").attrib["term"] for entry in feed.iter(f"{ATOM}entry")] == ["withdrawn"]  # type: ignore[union-attr]
    with pytest.raises(NotFound):
        publish_report(settings, "0" * 16)


def test_the_feed_has_what_readers_of_feeds_require(settings: Settings, report: str, tmp_path: Path) -> None:
    there = settings.model_copy(update={"site": "https://facts.example/"})
    publish_report(there, report)
    export_public(there, tmp_path)
    feed = ET.parse(tmp_path / "feed.atom").getroot()
    for name in ("title", "id", "updated", "author", "link"):
        assert feed.find(f"{ATOM}{name}") is not None
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    texts = {child.tag.removeprefix(ATOM): child.text for child in entry}
    assert texts["id"] == f"urn:verifier:report:{report}"
    assert "put it at" in str(texts["summary"])
    assert entry.find(f"{ATOM}link").attrib["href"] == f"https://facts.example/{report}/index.html"  # type: ignore[union-attr]


def reviews_of(settings: Settings, report: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(render_report(settings, report, "claimreview"))
    return told


def test_each_claim_with_a_content_verdict_has_a_review(settings: Settings, report: str) -> None:
    reviews = reviews_of(settings, report)["@graph"]
    assert {r["reviewRating"]["alternateName"] for r in reviews} == {"False", "True"}
    for review in reviews:
        assert review["@type"] == "ClaimReview"
        assert review["claimReviewed"]
        assert review["url"]
        assert review["author"]["name"] == "The Lunden Desk"
        assert review["itemReviewed"]["author"]["name"]
        assert review["itemReviewed"]["appearance"]["identifier"].startswith("sha256:")
        assert review["itemReviewed"]["firstAppearance"]
        rating = review["reviewRating"]
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
    assert {other["@id"] for r in reviews for other in r["associatedClaimReview"]} == {r["@id"] for r in reviews}


def test_a_review_points_at_its_claim_on_the_page(settings: Settings, report: str, tmp_path: Path) -> None:
    there = settings.model_copy(update={"site": "https://facts.example"})
    publish_report(there, report)
    export_public(there, tmp_path)
    page = read_page((tmp_path / report / "index.html").read_text(encoding="utf-8"))
    anchors = {value for name, value in page.attributes if name == "id"}
    reviews = reviews_of(there, report)["@graph"]
    assert {r["@id"].removeprefix(f"https://facts.example/{report}/#") for r in reviews} <= anchors
    assert len(reviews) == 2


def test_reviews_expand_without_a_network(settings: Settings, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from pyld import jsonld

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("nothing may be fetched")

    monkeypatch.setattr(socket, "create_connection", refuse)
    expanded = jsonld.expand(reviews_of(settings, report))
    kinds = {kind for node in expanded for kind in node["@type"]}
    assert kinds == {"https://schema.org/ClaimReview"}
    assert all("https://schema.org/reviewRating" in node for node in expanded)


def test_a_newsroom_names_its_own_ratings(settings: Settings, report: str, tmp_path: Path) -> None:
    mine = tmp_path / "ratings.toml"
    mine.write_text('refuted = {name = "Four wrong counts", value = 1}\n', encoding="utf-8")
    own = settings.model_copy(update={"ratings": mine})
    names = {r["reviewRating"]["alternateName"] for r in reviews_of(own, report)["@graph"]}
    assert names == {"Four wrong counts", "True"}
    for wrong in ("refuted = 1", 'refuted = {name = "x", value = 9}', "= nonsense"):
        mine.write_text(wrong, encoding="utf-8")
        with pytest.raises(VerifierError, match="ratings"):
            reviews_of(own, report)


def test_without_a_content_verdict_there_is_no_review(settings: Settings) -> None:
    other = next(d["uid"] for d in list_disputes(settings) if "Mahnwache" in d["question"])
    made = freeze_report(settings, Subject("dispute", other), "rita")
    assert reviews_of(settings, made.uid)["@graph"] == []
