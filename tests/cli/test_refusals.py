"""Whatever is wrong with the input, a user reads one sentence and nothing is half stored."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SOUND = b"Ten people were killed in Kiel on Monday, police said.\n"
FILES = {
    "empty.txt": b"",
    "blank.txt": b" \r\n\t\n",
    "binary.txt": bytes(range(256)) * 20,
    "big.txt": b"word " * 1_100_000,
    "line.txt": b"word " * 50_000,
    "half-utf16.txt": b"\xff\xfeA",
    "sound.txt": SOUND,
}


@pytest.fixture
def files(tmp_path: Path) -> None:
    for name, raw in FILES.items():
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "folder").mkdir()


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("name", [*(n for n in FILES if n != "sound.txt"), "missing.txt", "folder"])
@pytest.mark.parametrize("command", ["read", "extract", "check-draft"])
def test_a_file_that_is_no_text(run: Run, command: str, name: str) -> None:
    assert run(command, name).complaint


@pytest.mark.usefixtures("files")
def test_the_sound_document_among_others_is_taken_in(run: Run) -> None:
    answer = run("ingest", *FILES, "missing.txt")
    assert answer.code == 1
    assert answer.err.count(" was refused: ") == len(FILES)
    assert len(run("claims", "--format", "jsonl").lines) == 1
    assert run("check").out == "The store is whole.\n"


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    "raw", [SOUND.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + SOUND, SOUND.decode().encode("utf-16")],
    ids=["CRLF", "BOM", "UTF-16"],
)  # fmt: skip
def test_encodings_of_other_systems_read_alike(run: Run, raw: bytes) -> None:
    quotes = [line["quote"] for line in run("extract", "-", "--format", "jsonl", stdin=raw).lines]
    assert quotes == [line["quote"] for line in run("extract", "sound.txt", "--format", "jsonl").lines]
    assert "1 claim read." in run("check-draft", "-", stdin=raw).out


# a line of JSON, the command that reads it, what the sentence names
RECORDS = [
    ('{"id": 1, "text": 5}', "extract", "“text”"),
    ('{"id": 1, "text": "Ten died.", "published": 2024}', "extract", "“published”"),
    ('{"id": 1, "text": "Ten died.", "published": "soon"}', "extract", "“soon”"),
    ('{"id": 1, "text": "Ten died.", "lang": ["en"]}', "extract", "“lang”"),
    ('{"text": "Ten died."}', "extract", "“id”"),
    ("[1, 2]", "extract", "“id”"),
    ('{"id": 1,', "extract", "line 1"),
    ('{"id": 1, "left": {"text": "Ten died."}}', "compare", "right"),
    ('{"id": 1, "left": "Ten died.", "right": {"text": ""}}', "compare", "left"),
    ('{"id": 1, "left": {"text": 7}, "right": {"text": ""}}', "compare", "left"),
    ('{"id": 1, "left": {"text": "", "published": "2024-13-01"}, "right": {"text": ""}}', "compare", "2024-13-01"),
]


@pytest.mark.parametrize(("line", "command", "named"), RECORDS)
def test_a_record_that_is_none(run: Run, tmp_path: Path, line: str, command: str, named: str) -> None:
    (tmp_path / "in.jsonl").write_text(line + "\n", encoding="utf-8")
    option = "--jsonl" if command == "extract" else "--pairs"
    assert named in run(command, option, "in.jsonl").complaint


# what was typed, what the sentence names
UNKNOWN = [
    ("why nobody nothing", "nobody"),
    ("decide 0123456789abcdef dispute", "0123456789abcdef"),
    ("verify 0123456789abcdef --content verified", "0123456789abcdef"),
    ("verify 0123456789abcdef", "--content"),
    ("undo", "no decision"),
    ("undo 0123456789abcdef", "0123456789abcdef"),
    ("claims --document nowhere.txt", "nowhere.txt"),
    ("report build --dispute 0123456789abcdef", "0123456789abcdef"),
    ("report build --all --format exe", "exe"),
    ("report verify nowhere.json", "nowhere.json"),
    ("ingest folder", "no text"),
    ("compare --pairs nowhere.jsonl", "nowhere.jsonl"),
    ("extract --jsonl nowhere.jsonl", "nowhere.jsonl"),
    ("restore nowhere.db", "nowhere.db"),
    ("restore binary.txt", "binary.txt"),
    ("backup folder", "folder"),
    ("db downgrade nowhere", "nowhere"),
    ("serve --host 0.0.0.0", "admin"),
    ("demo missing.txt --no-serve", "missing.txt"),
    ("report build --all --out empty.txt", "empty.txt"),
]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(("typed", "named"), UNKNOWN)
def test_what_does_not_exist_is_named(run: Run, typed: str, named: str) -> None:
    assert named in run(*typed.split()).complaint


WRONG = [
    "", "nonsense", "ingest", "extract", "compare", "decide", "decide abc", "why abc", "report build",
    "report build --all --dispute abc", "pairs --relation FIGHTS", "claims --format xml", "extract a --lang fr",
    "extract --jsonl a --what verbs", "extract a --published 2024-02-31", "verify abc --content true",
    "verify abc --attribution verified", "serve --port 70000", "serve --port -1", "db", "db sideways",
]  # fmt: skip


@pytest.mark.parametrize("typed", WRONG)
def test_wrong_usage(run: Run, typed: str) -> None:
    answer = run(*typed.split())
    assert answer.code == 2
    assert "Traceback" not in answer.err
    assert "Usage: " in answer.err


def test_a_verdict_outside_the_vocabulary(filled: Run) -> None:
    pair = filled("pairs", "--queued", "--format", "jsonl").lines[0]["uid"]
    for target in (pair, filled("disputes", "--format", "jsonl").lines[0]["uid"]):
        assert "verified" in filled("decide", target, "verified").complaint
    assert "limit" in filled("decide", pair, "dispute", "--note", "x" * 10_001).complaint
    assert "no decision" in filled("undo").complaint


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "many"), ("PORT", "70000"), ("DATABASE_URL", "nonsense"), ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "mysql://host/name"), ("HOME", "sound.txt"), ("HOME", "/proc/nowhere"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("files")
def test_settings_that_cannot_be_used(run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"VERIFIER_{name}", value)
    assert run("claims").complaint


def test_an_embedder_nobody_knows(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERIFIER_EMBEDDER", "oracle")
    assert "oracle" in filled("pair").complaint


TOUCHING = ["claims", "pairs", "findings", "disputes", "pair", "check", "db upgrade", "db check", "db downgrade base",
            "undo", "report build --all", "ingest sound.txt", "backup copy.db"]  # fmt: skip


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("kind", ["binary", "foreign", "damaged", "cut"])
def test_a_database_that_is_not_ours_or_damaged_stays_as_it_is(run: Run, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "home" / "verifier.db"
    assert run("backup", "sound.db").code == 0
    sound = (tmp_path / "sound.db").read_bytes()
    for each in path.parent.glob("verifier.db*"):
        each.unlink()
    if kind == "foreign":
        with closing(sqlite3.connect(path)) as database:
            database.execute("CREATE TABLE recipe (name TEXT)")
            database.commit()
    else:
        scrambled = sound[:4096] + bytes(b ^ 0x5A for b in sound[4096:])
        path.write_bytes(
            {"binary": bytes(range(256)) * 20, "damaged": scrambled, "cut": sound[: len(sound) // 2]}[kind]
        )
    before = path.read_bytes()
    for typed in TOUCHING:
        assert run(*typed.split()).complaint, typed
    if kind != "foreign":
        assert path.read_bytes() == before
    else:
        with closing(sqlite3.connect(path)) as database:
            assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("recipe",)]


def test_a_report_that_is_none_or_was_changed(filled: Run, tmp_path: Path) -> None:
    assert filled("report", "build", "--all", "--format", "json", "--out", "out").code == 0
    report = tmp_path / "out" / "disputes.json"
    assert filled("report", "verify", str(report)).out.startswith("Equal: ")
    record = json.loads(report.read_text(encoding="utf-8"))
    record["report"]["title"] = "No disputes at all"
    report.write_text(json.dumps(record), encoding="utf-8")
    assert "has been changed" in filled("report", "verify", str(report)).complaint
    for words in ("", "{}", "[]", '{"report": 1, "sha256": 2}'):
        report.write_text(words, encoding="utf-8")
        assert filled("report", "verify", str(report)).code == 1


def test_an_unexpected_error_is_kept_in_the_home_that_was_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr("verifier.services.stream_stored.stream_claims", fails)
    answer = run("--home", "elsewhere", "claims")
    assert answer.code == 1
    assert (
        answer.err == "Something unexpected went wrong (ZeroDivisionError); the details are in elsewhere/errors.log.\n"
    )
    assert "a defect" in (tmp_path / "elsewhere" / "errors.log").read_text(encoding="utf-8")
