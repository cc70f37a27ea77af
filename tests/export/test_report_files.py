"""A file of any format is found equal to the report it was written from, or what is different is named."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.export.reading import needs_pdf
from verifier.config import Settings
from verifier.errors import InputRefused, VerifierError
from verifier.export.words import LANGUAGES
from verifier.services.build_report import build_report
from verifier.services.decide import decide
from verifier.services.ingest_documents import ingest_documents
from verifier.services.pair_claims import pair_claims
from verifier.services.publish_report import publish_report, withdraw_report
from verifier.services.report_subject import Subject
from verifier.services.verify_report import verify_report

FORMATS = ("html", "md", "csv", "json", "docx", "xlsx", "pdf", "claimreview")
HOW = {"json": "in content", "html": "byte for byte", "md": "byte for byte", "csv": "byte for byte"}


def written(settings: Settings, dispute: str, out: Path, format: str, lang: str = "en") -> Path:
    if format == "pdf":
        needs_pdf()
    return build_report(settings, Subject("dispute", dispute), [format], out, lang).files[0]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("format", FORMATS)
def test_a_file_is_equal_to_what_the_store_gives(
    settings: Settings, dispute: str, tmp_path: Path, format: str, lang: str
) -> None:
    path = written(settings, dispute, tmp_path, format, lang)
    told = verify_report(settings, path)
    assert told.startswith(f"Equal: {path} can be rebuilt from the store, ")
    assert HOW.get(format, "") in told


@pytest.mark.parametrize("format", FORMATS)
def test_one_changed_byte_of_an_article_is_named_for_every_format(
    settings: Settings, dispute: str, folder: Path, tmp_path: Path, format: str
) -> None:
    path = written(settings, dispute, tmp_path, format)
    article = folder / "bridge.md"
    article.write_text(article.read_text(encoding="utf-8").replace("31 people", "32 people"), encoding="utf-8")
    ingest_documents(settings, [str(article)])
    pair_claims(settings)
    with pytest.raises(VerifierError, match=r"The text of bridge\.md has changed\."):
        verify_report(settings, path)


@pytest.mark.parametrize(
    ("format", "old", "new", "told"),
    [
        ("html", "31 people", "13 people", r"byte [\d,]+, in line \d+, says “.*13 people.*” instead of “.*31 people"),
        ("md", "31 people", "13 people", r"byte [\d,]+, in line \d+, says"),
        ("csv", "31 people", "13 people", r"byte [\d,]+, in line \d+, says"),
        ("json", "31 people", "13 people", r"byte [\d,]+, in line \d+, says"),
        ("claimreview", "Lunden Desk", "London Desk", r"byte [\d,]+, in line \d+, says"),
        ("docx", "31 people", "13 people", r"its text says “.*13 people.*” instead of “.*31 people"),
        ("xlsx", "31 people", "13 people", r"its text says “[A-Z]\d+: .*13 people.*” instead of"),
    ],
)
def test_one_changed_place_in_a_file_is_named(
    settings: Settings, dispute: str, tmp_path: Path, format: str, old: str, new: str, told: str
) -> None:
    path = written(settings, dispute, tmp_path, format)
    content = path.read_bytes()
    path.write_bytes(
        repacked(content, old, new) if content[:2] == b"PK" else content.replace(old.encode(), new.encode(), 1)
    )
    with pytest.raises(VerifierError, match=rf"(?s)has been changed since it was written from report \w+: .*{told}"):
        verify_report(settings, path)


def repacked(content: bytes, old: str, new: str) -> bytes:
    """A Word document or workbook with some words replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old.encode(), new.encode(), 1))
    return out.getvalue()


def test_a_document_saved_anew_by_another_program_is_equal_in_its_text(
    settings: Settings, dispute: str, tmp_path: Path
) -> None:
    for format in ("docx", "xlsx"):
        path = written(settings, dispute, tmp_path, format)
        path.write_bytes(repacked(path.read_bytes(), "", ""))
        assert "in its text" in verify_report(settings, path)


def test_a_file_may_be_of_any_state_its_edition_has_been_in(settings: Settings, dispute: str, tmp_path: Path) -> None:
    draft = written(settings, dispute, tmp_path / "draft", "html")
    made = build_report(settings, Subject("dispute", dispute), ["html"], tmp_path / "draft")
    publish_report(settings, made.uid, publisher="rita")
    published = written(settings, dispute, tmp_path / "published", "html")
    withdraw_report(settings, made.uid, "The list was forged.", "rita")
    withdrawn = written(settings, dispute, tmp_path / "withdrawn", "html", "de")
    assert len({path.read_bytes() for path in (draft, published, withdrawn)}) == 3
    for path in (draft, published, withdrawn):
        assert "byte for byte" in verify_report(settings, path)


def test_a_file_of_an_older_edition_names_the_decision_made_since(
    settings: Settings, dispute: str, tmp_path: Path
) -> None:
    first = written(settings, dispute, tmp_path / "first", "md")
    decide(settings, dispute, "resolved", "the list is public")
    second = written(settings, dispute, tmp_path / "second", "md")
    assert "byte for byte" in verify_report(settings, second)
    with pytest.raises(VerifierError, match="is now resolved, it was open"):
        verify_report(settings, first)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("notes.txt", b"", "is no report: their names end in"),
        ("report.html", b"<p>nothing</p>", "names no report that is stored here"),
        ("report.csv", b"\xff\xfe", "cannot be read as csv"),
        ("report.docx", b"PK", "cannot be read as docx"),
        ("report.xlsx", b"", "cannot be read as xlsx"),
        ("report.md", f"SHA-256 {'0' * 64}".encode(), "names no report that is stored here"),
    ],
)
def test_what_was_written_from_no_report_is_refused(
    settings: Settings, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputRefused, match=told):
        verify_report(settings, path)


def test_a_broken_pdf_is_refused(settings: Settings, tmp_path: Path) -> None:
    needs_pdf()
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing")
    with pytest.raises(InputRefused, match="cannot be read as pdf"):
        verify_report(settings, path)
