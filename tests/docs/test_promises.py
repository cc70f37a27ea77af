"""Each limit and each promise in the documents names a test that is there; the limits told are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from verifier.export import xlsx
from verifier.export.render import FORMATS
from verifier.ingest import tallies
from verifier.pairing.blocks import LARGEST_BLOCK
from verifier.services import claim_care, correct_claims, decide, desk_search, desk_work, grade_sources, passwords
from verifier.services.build_report import MOST_DISPUTES
from verifier.services.ingest_documents import MAX_CLAIMS
from verifier.services.manage_tokens import LONGEST_DAYS
from verifier.services.manage_users import MAX_NAME
from verifier.services.meet_claims import SMALL_STORE
from verifier.services.saved_views import LONGEST_NAME, MOST_VIEWS
from verifier.services.slot_values import LONGEST as LONGEST_VALUE
from verifier.services.submitted import MAX_KEY
from verifier.text import decode, numbers
from verifier.web.security import MAX_FORM_FIELD, MAX_REQUEST

ROOT = Path(__file__).resolve().parents[2]
MIB = 1024**2
USUAL = "tests/services/test_limits.py"
ROW = re.compile(r"^\| (?!---)([^|]+?) \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`|`(test_\w+)`")
TOLD = {
    "a text": f"{decode.MAX_BYTES // MIB} MiB",
    "a line": f"{decode.MAX_LINE:,} characters",
    "claims of an article": f"{MAX_CLAIMS:,}",
    "rows of a table": f"{tallies.MAX_ROWS:,}",
    "a note": f"{decide.MAX_NOTE:,} characters",
    "disputes of a report; of its PDF, of its Word file": (
        f"{MOST_DISPUTES:,}; {FORMATS['pdf'].most}, {FORMATS['docx'].most}"
    ),
    "a cell of a workbook": f"{xlsx.LONGEST:,} characters",
    "the reason of a correction; a comment; the new value of a slot": (
        f"{correct_claims.MAX_REASON:,}; {desk_work.LONGEST_COMMENT:,}; {LONGEST_VALUE:,} characters"
    ),
    "who was contacted; what came of it": f"{claim_care.LONGEST:,} characters each",
    "the name of a saved view; views of one account": f"{LONGEST_NAME} characters; {MOST_VIEWS}",
    "what the grade of a source rests on": f"{grade_sources.LONGEST_BASIS:,} characters",
    "words to search for": f"{desk_search.LONGEST} characters",
    "digits of a number; its exponent": f"{numbers.MAX_DIGITS}; {numbers.MAX_EXPONENT}",
    "references of a decision; characters of one": f"{decide.MAX_EVIDENCE}; {decide.MAX_REFERENCE:,}",
    "the name of an account": f"{MAX_NAME} characters",
    "a password": f"{passwords.SHORTEST} to {passwords.LONGEST} characters",
    "days a token lives": f"1 to {LONGEST_DAYS}",
    "the key of a form or of a program's write": f"{MAX_KEY} characters",
    "a request to the desk; a field of one sent as multipart": f"{MAX_REQUEST // MIB} MiB; {MAX_FORM_FIELD // MIB} MiB",
    "claims compared with everything": f"{SMALL_STORE:,}",
    "claims of a block compared whole": f"{LARGEST_BLOCK}",
}


def rows(page: str, heading: str) -> dict[str, str]:
    """The rows of the table below ``heading``: the first cell, and what stands in the others."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8").split(f"# {heading}\n", 1)[1].split("\n#", 1)[0]
    return dict(ROW.findall(text)[1:])


ALL = {**rows("limits.md", "Limits"), **rows("security.md", "Promises, and the test behind each")}


@pytest.mark.parametrize("what", ALL)
def test_a_limit_or_promise_names_a_test_that_is_there(what: str) -> None:
    named = [(path or USUAL, function or short) for path, function, short in NAMED.findall(ALL[what].split(" | ")[-1])]
    assert named
    for path, function in named:
        assert (ROOT / path).is_file(), path
        start = rf"^def {function}\(" if function else "^def test_"
        assert re.search(start, (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE), (path, function)


@pytest.mark.parametrize("what", TOLD)
def test_a_limit_is_told_as_it_is(what: str) -> None:
    assert re.match(rf"{re.escape(TOLD[what])}(?![\d,])", ALL[what])


def test_every_test_the_documents_name_is_there() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for path in re.findall(r"`(tests/[\w./-]+)`", page.read_text(encoding="utf-8")):
            assert (ROOT / path).exists(), (page.name, path)
