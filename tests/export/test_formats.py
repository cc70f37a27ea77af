"""Every format tells the same facts, in both languages; JSON keeps to its schema; the hash is one everywhere."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.export.reading import PROSE, facts, needs_pdf, squeeze, text_of
from tests.export.test_hostile_reports import poisoned
from verifier import export
from verifier.config import Settings
from verifier.errors import NotFound, VerifierError
from verifier.export.canonical_json import canonical_json, sha256_of
from verifier.export.outline import visible
from verifier.export.render import render
from verifier.export.tables import tables
from verifier.export.words import LANGUAGES, load_words
from verifier.export.xlsx import LONGEST
from verifier.services.build_report import build_report, freeze_report, render_report
from verifier.services.report_subject import Subject

SCHEMA = json.loads((Path(export.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def frozen(settings: Settings, dispute: str) -> dict[str, Any]:
    """The report on one dispute as JSON tells it."""
    made = freeze_report(settings, Subject("dispute", dispute), "rita")
    told: dict[str, Any] = json.loads(render_report(settings, made.uid, "json"))
    return {**told, "uid": made.uid}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("format", PROSE)
def test_every_fact_stands_in_every_format(settings: Settings, frozen: dict[str, Any], format: str, lang: str) -> None:
    if format == "pdf":
        needs_pdf()
    text = text_of(render_report(settings, frozen["uid"], format, lang), format)
    told = list(facts(frozen["report"], frozen["sha256"], lang))
    assert len(told) > 50
    assert [(name, fact) for name, fact in told if squeeze(fact) not in text] == []


def test_csv_has_a_row_a_claim_with_every_field(settings: Settings, frozen: dict[str, Any]) -> None:
    rows = list(csv.DictReader(io.StringIO(render_report(settings, frozen["uid"], "csv").decode())))
    claims = {c["uid"]: c for d in frozen["report"]["disputes"] for p in d["positions"] for c in p["claims"]}
    assert {row["claim"] for row in rows} == set(claims)
    for row in rows:
        claim = claims[row["claim"]]
        for name in ("claimant", "quote", "document", "snapshot", "commitment", "lang"):
            assert row[name] == claim[name]
        assert (int(row["start"]), int(row["end"])) == (claim["start"], claim["end"])
        assert row["number"] == claim["number"]["surface"]
        assert [float(row["low"]), float(row["high"])] == claim["number"]["hard"]
        assert (row["attribution"], row["content"]) == (claim["attribution"] or "", claim["content"])
        other = next(uid for uid in claims if uid != row["claim"])
        assert other in row["conflicts_with"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_workbook_has_every_table_typed_and_without_formulas(
    settings: Settings, frozen: dict[str, Any], lang: str
) -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(render_report(settings, frozen["uid"], "xlsx", lang)))
    words = load_words(lang)
    for sheet in tables(frozen["report"], frozen["sha256"]):
        rows = list(book[words.plain("sheet", sheet.name)].iter_rows())
        assert [cell.value for cell in rows[0]] == [words.plain("column", name) for name in sheet.columns]
        for cells, expected in zip(rows[1:], sheet.rows, strict=True):
            for cell, content in zip(cells, expected, strict=True):
                assert cell.data_type != "f"
                found = cell.value.date() if isinstance(cell.value, datetime) else cell.value
                value = words.word("yes" if content else "no") if isinstance(content, bool) else content
                assert found == (value or None) if isinstance(value, str) else found == value
                assert isinstance(cell.value, int | float) == isinstance(value, int | float)
                assert isinstance(cell.value, datetime) == isinstance(value, date)


@pytest.mark.parametrize("subject", ["dispute", "collection", "selection", "document", "source"])
def test_json_keeps_to_the_schema_whatever_the_subject(settings: Settings, dispute: str, subject: str) -> None:
    asked = {
        "dispute": Subject("dispute", dispute),
        "collection": Subject(),
        "selection": Subject("selection", filter={"status": "open"}),
        "document": Subject("document", "bridge.md"),
        "source": Subject("source", "the mayor's office"),
    }[subject]
    made = freeze_report(settings, asked, "rita")
    told = json.loads(render_report(settings, made.uid, "json"))
    jsonschema.validate(told, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert told["report"]["disputes"]
    assert sha256_of(canonical_json(told["report"])) == told["sha256"] == made.sha256


@pytest.mark.usefixtures("dispute")
def test_a_subject_takes_in_what_touches_it_alone(settings: Settings) -> None:
    def asked(*about: Any, **more: Any) -> list[str]:
        made = freeze_report(settings, Subject(*about, **more), "rita")
        told = json.loads(render_report(settings, made.uid, "json"))["report"]
        return [d["question"]["text"] for d in told["disputes"]]

    assert len(asked()) == 3
    assert len(asked("document", "bridge.md")) == 2
    assert [q for q in asked("document", "bruecke.md") if "Mahnwache" not in q] == []
    assert len(asked("source", "Die Veranstalter")) == 1
    assert asked("selection", filter={"status": "resolved"}) == []
    assert len(asked("selection", filter={"relation": "CONTRADICTS"})) == 1
    assert len(asked("selection", filter={"state": "decided"})) == 1
    for wrong in (Subject("document", "no.md"), Subject("source", "nobody"), Subject("dispute", "0" * 16)):
        with pytest.raises(NotFound):
            freeze_report(settings, wrong, "rita")
    for bad in ({"colour": "red"}, {"state": "asleep"}):
        with pytest.raises(VerifierError):
            freeze_report(settings, Subject("selection", filter=bad), "rita")


def test_a_single_dispute_says_its_question_once_as_heading(settings: Settings, frozen: dict[str, Any]) -> None:
    page = render_report(settings, frozen["uid"], "md").decode()
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert sum("hurt in the collapse" in line for line in headings) == 1
    assert headings[0].startswith("# Which number is right?")


def test_reviewers_are_told_by_role_or_by_name(settings: Settings, dispute: str) -> None:
    for reviewers, told in (("role", "editor"), ("name", "rita")):
        made = freeze_report(settings, Subject("dispute", dispute, reviewers=reviewers), "rita")
        body = json.loads(render_report(settings, made.uid, "json"))["report"]
        assert {d["by"] for d in body["disputes"][0]["decisions"]} == {told}
        page = render_report(settings, made.uid, "html").decode()
        assert ("rita" in page) == (reviewers == "name")


def test_a_cell_of_a_workbook_is_whole_up_to_its_limit_and_says_so_beyond(frozen: dict[str, Any]) -> None:
    from openpyxl import load_workbook

    for length, told in ((LONGEST, ""), (LONGEST + 1, " … [+1 characters, whole in the JSON]")):
        canonical = canonical_json(poisoned(frozen["report"], "x" * length))
        assert "x" * length in canonical
        book = load_workbook(io.BytesIO(render(canonical, "xlsx")))
        cells = {str(cell.value) for page in book for row in page.iter_rows() for cell in row}
        assert "x" * LONGEST + told in cells
        assert max(len(cell) for cell in cells) < 32_767


def test_text_formats_are_equal_to_the_byte_and_all_name_the_hash(frozen: dict[str, Any]) -> None:
    from openpyxl import load_workbook

    canonical = canonical_json(frozen["report"])
    for format in ("html", "md", "csv", "json", "claimreview"):
        assert render(canonical, format) == render(canonical, format)
    for format in ("html", "md", "json", "docx"):
        text = render(canonical, format).decode() if format != "docx" else text_of(render(canonical, format), format)
        assert frozen["sha256"] in text
    assert frozen["sha256"] in (load_workbook(io.BytesIO(render(canonical, "xlsx"))).properties.description or "")


def test_pdf_is_tagged_and_names_its_language(settings: Settings, frozen: dict[str, Any]) -> None:
    needs_pdf()
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(render_report(settings, frozen["uid"], "pdf", "de")))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "de"


def test_pdf_carries_words_of_other_scripts(frozen: dict[str, Any]) -> None:
    needs_pdf()
    words = "Київ та Ёлка, Größe über Öl, naïve Łódź"
    text = text_of(render(canonical_json(poisoned(frozen["report"], words)), "pdf"), "pdf")
    assert squeeze(words) in text


def test_what_is_no_format_or_language_is_said_before_anything_is_written(
    settings: Settings, dispute: str, tmp_path: Path
) -> None:
    with pytest.raises(VerifierError, match="no report format “doc”"):
        build_report(settings, Subject("dispute", dispute), ["html", "doc"], tmp_path / "out")
    with pytest.raises(VerifierError, match="cannot be written in “xx”"):
        build_report(settings, Subject("dispute", dispute), ["html"], tmp_path / "out", "xx")
    assert not (tmp_path / "out").exists()


def test_a_missing_pdf_library_is_said_in_one_sentence(
    settings: Settings, frozen: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    with pytest.raises(VerifierError, match="PDF needs WeasyPrint") as error:
        render_report(settings, frozen["uid"], "pdf")
    assert "\n" not in str(error.value)


def test_a_word_template_that_is_none_is_refused(settings: Settings, frozen: dict[str, Any], tmp_path: Path) -> None:
    wrong = tmp_path / "template.docx"
    wrong.write_bytes(b"no document")
    with pytest.raises(VerifierError, match="no Word document"):
        render_report(settings.model_copy(update={"docx_template": wrong}), frozen["uid"], "docx")


def test_a_newsroom_may_bring_its_own_word_template(settings: Settings, frozen: dict[str, Any], tmp_path: Path) -> None:
    import docx

    template = docx.Document()
    template.sections[0].header.paragraphs[0].text = "Our own head"
    template.save(str(tmp_path / "own.docx"))
    own = settings.model_copy(update={"docx_template": tmp_path / "own.docx"})
    content = render_report(own, frozen["uid"], "docx")
    assert docx.Document(io.BytesIO(content)).sections[0].header.paragraphs[0].text == "Our own head"
    text = text_of(content, "docx")
    assert [fact for _, fact in facts(frozen["report"], frozen["sha256"], "en") if squeeze(fact) not in text] == []


def test_both_languages_have_every_word() -> None:
    english, german = (load_words(lang).table for lang in ("en", "de"))
    for group, entries in english.items():
        assert set(entries) == set(german[group]), group
    from verifier.pairing.ladder import MEANINGS

    assert set(german["rule"]) == set(MEANINGS)


def test_what_would_change_a_result_has_german_words() -> None:
    import re

    from verifier.pairing import rules

    source = Path(rules.__file__).read_text(encoding="utf-8")
    said = set(re.findall(r'would_change="([^"{]+)"', source)) | set(re.findall(r'why = "([^"]+)" if .* else', source))
    said |= set(re.findall(r'if soft else "([^"]+)"', source)) | set(re.findall(r'is_unsure else "([^"]+)"', source))
    assert said <= set(load_words("de").table["would_change"])


def test_hidden_characters_are_named() -> None:
    assert visible("a\u202eb\x00c\u2028d") == "a[U+202E]b[U+0000]c[U+2028]d"
    assert visible("Kyjiw \u00a0 Київ – ü") == "Kyjiw \u00a0 Київ – ü"
