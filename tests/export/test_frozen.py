"""Reports are the same on any machine, can be rebuilt, name what changed, and replace one another visibly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.export.reading import needs_pdf
from verifier.config import Settings
from verifier.errors import InputRefused, VerifierError
from verifier.export.render import FORMATS
from verifier.services.build_report import build_report, freeze_report, render_report
from verifier.services.decide import decide
from verifier.services.desk_stores import close_stores
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_disputes
from verifier.services.pair_claims import pair_claims
from verifier.services.report_editions import list_reports
from verifier.services.report_subject import Subject
from verifier.services.undo_decision import undo
from verifier.services.verify_report import verify_report

TEXT_FORMATS = ["html", "md", "csv", "json", "claimreview"]


def build(settings: Settings, dispute: str, out: Path) -> Path:
    build_report(settings, Subject("dispute", dispute), ["json"], out)
    return out / f"dispute-{dispute}.json"


def test_the_same_articles_in_another_order_give_the_same_bytes(
    settings: Settings, folder: Path, tmp_path: Path
) -> None:
    other = settings.model_copy(update={"home": tmp_path / "other"})
    ingest_documents(other, [str(path) for path in sorted(folder.iterdir(), reverse=True)])
    pair_claims(other)
    for subject in (None, Subject("source", "the mayor's office"), Subject("document", "bridge.md")):
        made = [
            build_report(each, subject, TEXT_FORMATS, tmp_path / name)
            for each, name in ((settings, "one"), (other, "two"))
        ]
        assert made[0].sha256 == made[1].sha256
        for left, right in zip(made[0].files, made[1].files, strict=True):
            assert left.read_bytes() == right.read_bytes()
    close_stores()


def test_a_report_is_rebuilt_and_found_equal(settings: Settings, dispute: str, tmp_path: Path) -> None:
    path = build(settings, dispute, tmp_path)
    assert verify_report(settings, path).startswith("Equal")
    freeze_report(settings, Subject(), "rita")
    assert verify_report(settings, path).startswith("Equal")


def test_one_changed_byte_of_an_article_is_named(
    settings: Settings, dispute: str, folder: Path, tmp_path: Path
) -> None:
    path = build(settings, dispute, tmp_path)
    whole = build_report(settings, None, ["json"], tmp_path).files[0]
    article = folder / "bridge.md"
    article.write_text(article.read_text(encoding="utf-8").replace("31 people", "32 people"), encoding="utf-8")
    ingest_documents(settings, [str(article)])
    for _ in ("not compared yet", "compared"):
        for frozen in (path, whole):
            with pytest.raises(VerifierError, match=r"The text of bridge\.md has changed\.") as told:
                verify_report(settings, frozen)
            assert "not stored" not in str(told.value)
        pair_claims(settings)


def test_each_decision_taken_since_is_named_and_taking_it_back_too(
    settings: Settings, dispute: str, tmp_path: Path
) -> None:
    path = build(settings, dispute, tmp_path)
    decide(settings, dispute, "resolved", "the list is public")
    with pytest.raises(VerifierError, match="is now resolved, it was open"):
        verify_report(settings, path)
    undo(settings, dispute)
    with pytest.raises(VerifierError, match="Decisions have been added or taken back"):
        verify_report(settings, path)


def test_a_decision_on_something_else_leaves_a_report_equal(settings: Settings, dispute: str, tmp_path: Path) -> None:
    path = build(settings, dispute, tmp_path)
    other = next(d["uid"] for d in list_disputes(settings) if d["uid"] != dispute)
    decide(settings, other, "dismissed")
    assert verify_report(settings, path).startswith("Equal")


def test_another_ruleset_is_named(
    settings: Settings, dispute: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = build(settings, dispute, tmp_path)
    monkeypatch.setattr("verifier.services.report_body.RULESET", "2027-01")
    with pytest.raises(VerifierError, match=r"The rules have changed from .* to 2027-01"):
        verify_report(settings, path)


def test_a_report_that_was_tampered_with_is_found_out(settings: Settings, dispute: str, tmp_path: Path) -> None:
    path = build(settings, dispute, tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("31 people", "13 people", 1), encoding="utf-8")
    with pytest.raises(VerifierError, match="has been changed since"):
        verify_report(settings, path)
    other = settings.model_copy(update={"home": tmp_path / "other"})
    with pytest.raises(VerifierError, match="does not have the SHA-256 it states"):
        verify_report(other, path)


@pytest.mark.parametrize(
    "content", ["", "{}", "[1]", '{"sha256": 1, "report": 2}', "\ud800".encode("utf-8", "replace").decode()]
)
def test_what_is_no_report_is_refused(settings: Settings, tmp_path: Path, content: str) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputRefused, match="is no report in JSON"):
        verify_report(settings, path)
    with pytest.raises(InputRefused, match="cannot be read"):
        verify_report(settings, tmp_path / "missing.json")


def test_a_later_edition_says_what_changed(settings: Settings, dispute: str) -> None:
    subject = Subject("dispute", dispute)
    first = freeze_report(settings, subject, "rita")
    assert freeze_report(settings, subject, "rita") == first
    decide(settings, dispute, "resolved", "the list is public")
    second = freeze_report(settings, subject, "rita")
    assert second.uid != first.uid
    page = render_report(settings, second.uid, "md").decode()
    assert first.sha256[:16] in page
    assert "is now resolved, it was open." in page
    assert second.sha256[:16] in render_report(settings, first.uid, "md").decode()
    assert [(r.uid, r.superseded) for r in list_reports(settings)] == [(second.uid, False), (first.uid, True)]
    german = render_report(settings, second.uid, "md", "de").decode()
    assert "ist nun geklärt, vorher offen." in german


def test_a_changed_article_leads_to_a_new_edition_of_the_same_question(
    settings: Settings, dispute: str, folder: Path
) -> None:
    first = freeze_report(settings, Subject("dispute", dispute), "rita")
    article = folder / "bridge.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nNothing else is known.\n", encoding="utf-8")
    ingest_documents(settings, [str(article)])
    pair_claims(settings)
    again = next(d["uid"] for d in list_disputes(settings) if "hurt" in d["question"])
    assert again != dispute
    second = freeze_report(settings, Subject("dispute", again), "rita")
    page = render_report(settings, second.uid, "html").decode()
    assert first.sha256[:16] in page
    assert "The text of <bdi>bridge.md</bdi> has changed." in page


def test_nothing_of_likeness_or_the_clock_is_in_the_content(settings: Settings, dispute: str) -> None:
    made = freeze_report(settings, Subject("dispute", dispute), "rita")
    text = render_report(settings, made.uid, "json").decode()
    keys: set[str] = set()

    def gather(value: object) -> None:
        if isinstance(value, dict):
            keys.update(value)
            value = list(value.values())
        for inner in value if isinstance(value, list) else ():
            gather(inner)

    gather(json.loads(text))
    assert not keys & {"similarity", "priority", "probability", "made_at", "made_by"}


def test_every_format_can_be_built_at_once(settings: Settings, dispute: str, tmp_path: Path) -> None:
    needs_pdf()
    made = build_report(settings, Subject("dispute", dispute), list(FORMATS), tmp_path, "de")
    assert [path.suffix for path in made.files] == [f".{f.suffix}" for f in FORMATS.values()]
    assert all(path.stat().st_size for path in made.files)
